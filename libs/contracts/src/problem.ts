import { z } from 'zod';
import { bilingual } from './values.ts';

/** One field of a refused request; `field` is a path with dots (`parties.0.idNumber`). */
export const fieldError = z.object({ field: z.string(), code: z.string(), message: z.string() });

export const allowedCommand = z.object({ type: z.string(), label: bilingual });

/** RFC 9457 with the product's stable `code`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  titles: bilingual,
  /** Why, in both languages; `detail` is the one of the request's language. */
  reason: bilingual,
  requestId: z.string().optional(),
  errors: z.array(fieldError).optional(),
  allowed: z.array(allowedCommand).optional(),
  basis: z.string().nullable().optional(),
  whoMay: bilingual.nullable().optional(),
  from: z.string().nullable().optional(),
  version: z.int().optional(),
  retryAfter: z.int().optional(),
});
export type Problem = z.output<typeof problem>;
export type FieldError = z.output<typeof fieldError>;

/**
 * Every code of the HTTP layer with its status and title. Codes of the domain's refusals are open (they come with their own
 * reason and article); these are closed, and the console's map is checked against them.
 */
export const PROBLEMS = {
  'auth.required': { status: 401, en: 'Log in first', zh: '请先登录' },
  'auth.wrong_credentials': { status: 401, en: 'User name or password is wrong', zh: '用户名或密码错误' },
  'auth.too_many_attempts': { status: 429, en: 'Too many failed attempts, wait a while', zh: '失败次数过多，请稍后再试' },
  'auth.cross_site': { status: 403, en: 'Refused: the request came from another site', zh: '请求来自其他网站，已拒绝' },
  'access.forbidden': { status: 403, en: 'Your role may not do this', zh: '您的岗位无权办理' },
  'request.invalid': { status: 400, en: 'The request is not valid', zh: '请求内容有误' },
  'request.malformed': { status: 400, en: 'The request body is not valid JSON', zh: '请求体不是合法的 JSON' },
  'request.too_large': { status: 413, en: 'The request body is too large', zh: '请求内容过大' },
  'request.unsupported_media_type': { status: 415, en: 'Send application/json', zh: '请使用 application/json' },
  'request.invalid_cursor': { status: 400, en: 'This cursor is not one of ours', zh: '翻页标记无效' },
  'idempotency.invalid_key': { status: 400, en: 'An Idempotency-Key has at most 128 characters', zh: '幂等键最多 128 个字符' },
  'idempotency.key_reused': { status: 422, en: 'This Idempotency-Key was used with another body', zh: '同一编号已提交过不同内容' },
  'route.not_found': { status: 404, en: 'There is nothing at this address', zh: '此地址不存在' },
  'case.not_found': { status: 404, en: 'There is no such case, or you may not know of it', zh: '没有这件案件，或您无权知道它是否存在' },
  'procedure.not_found': { status: 404, en: 'There is no such procedure or version', zh: '没有这个流程或版本' },
  'rule.not_found': { status: 404, en: 'There is no such deadline rule', zh: '没有这条期限规则' },
  'user.not_found': { status: 404, en: 'There is no such user', zh: '没有这个用户' },
  'notice.not_found': { status: 404, en: 'There is no such notice', zh: '没有这条通知' },
  'calendar.not_found': { status: 404, en: 'There is no such calendar version', zh: '没有这个日历版本' },
  'public.not_found': { status: 404, en: 'The code or the digits do not match a case', zh: '查询码或验证信息不符' },
  'public.too_many_attempts': { status: 429, en: 'Too many wrong tries, wait a while', zh: '错误次数过多，请稍后再试' },
  'case.version_conflict': { status: 409, en: 'The case has changed since you looked', zh: '案件已有更新，请核对后再办' },
  'case.command_refused': { status: 409, en: 'This cannot be done now', zh: '现在不能这样办理' },
  'letter.not_found': { status: 404, en: 'There is no such letter', zh: '没有这份文书' },
  'letter.not_readable': { status: 403, en: 'This letter names people: it is not for you to read', zh: '该文书载有当事人信息，您无权阅读' },
  'letter.nothing_to_tell': { status: 409, en: 'Nothing recorded gives rise to this letter yet', zh: '案件中还没有可以制发该文书的记录' },
  'letter.of_another_unit': { status: 403, en: 'The letter is made by the unit in whose name it is', zh: '该文书由制发单位制发' },
  'case.sealed_alone': { status: 409, en: 'Nothing is opened beside a sealed case (Art 30(3))', zh: '密封案件不另立记录（第30条第3款）' },
  'jurisdiction.not_open': { status: 409, en: 'The case is closed, or disputed already', zh: '案件已办结，或已在争议中' },
  'routing.draft_not_found': { status: 404, en: 'No ruling offers this, or it was decided on', zh: '没有这条待定规则，或已决定' },
  'routing.draft_unsound': {
    status: 409,
    en: 'Something speaks against this rule: see its findings',
    zh: '该规则存在冲突或缺口，不能采纳',
  },
  'clock.backwards': { status: 409, en: 'The clock does not go back', zh: '时钟不能倒拨' },
  'clock.not_manual': { status: 404, en: 'The clock is not a test clock', zh: '当前不是测试时钟' },
  'routing.no_unit_left': {
    status: 409,
    en: 'The respondents leave no unit that may handle it',
    zh: '被反映单位回避后，没有可以承办的单位',
  },
  'dead_letter.not_found': { status: 404, en: 'There is no such dead letter', zh: '没有这条死信' },
  'dead_letter.redriven': { status: 409, en: 'It was put back already', zh: '这条死信已重新投递' },
  'webhook.not_found': { status: 404, en: 'There is no such webhook', zh: '没有这个回调地址' },
  'webhook.too_many': { status: 409, en: 'There are too many webhooks already', zh: '回调地址已达上限' },
  'queue.not_found': { status: 404, en: 'There is no such queue', zh: '没有这个队列' },
  'yellow_card.not_found': { status: 404, en: 'There is no such yellow card', zh: '没有这张黄牌' },
  'yellow_card.in_force': { status: 409, en: 'The unit has a yellow card for that time', zh: '该单位在此期间已有黄牌' },
  'yellow_card.lifted': { status: 409, en: 'This yellow card was lifted already', zh: '这张黄牌已经解除' },
  'group.not_found': { status: 404, en: 'There is no such group, or you may not know of it', zh: '没有这个督导组，或您无权知道它是否存在' },
  'group.members': { status: 409, en: 'The members do not fit this kind of group', zh: '成员不符合该类小组的组成' },
  'group.dissolved': { status: 409, en: 'The group is dissolved', zh: '该小组已经解散' },
  'group.met_already': { status: 409, en: 'This meeting is recorded already', zh: '当天的反馈会已有记录' },
  'group.other_place': { status: 409, en: 'A card of a place that the group is not bound to', zh: '督办事项不在该组包联的县市区' },
  'queue.paused': { status: 409, en: 'This queue is paused already', zh: '该队列已暂停' },
  'queue.running': { status: 409, en: 'This queue is not paused', zh: '该队列没有暂停' },
  'user.exists': { status: 409, en: 'This user name is taken', zh: '用户名已存在' },
  'calendar.exists': { status: 409, en: 'This calendar version is published already', zh: '该日历版本已发布' },
  'switch.not_found': { status: 404, en: 'There is no such switch', zh: '没有这次切换' },
  'switch.unknown_subject': { status: 404, en: 'There is no such version of the law', zh: '没有这个版本' },
  'switch.exists': { status: 409, en: 'A version of this name is there already', zh: '同名版本已存在' },
  'switch.nothing_new': { status: 409, en: 'It is in force already', zh: '该版本已在施行' },
  'switch.stale': { status: 409, en: 'The preview is out of date: preview again', zh: '预览已过期，请重新预览' },
  'switch.not_open': { status: 409, en: 'It was confirmed already', zh: '这次切换已经确认' },
  'switch.four_eyes': { status: 403, en: 'Somebody else must confirm what you previewed', zh: '须由另一人确认' },
  'leader.not_found': { status: 404, en: 'There is no such leader in the register', zh: '名册中没有这位领导' },
  'leader.account_taken': { status: 409, en: 'This account belongs to another entry', zh: '该账号已登记在另一位领导名下' },
  'reception.not_found': { status: 404, en: 'There is no such day of reception', zh: '没有这次接访安排' },
  'helper.not_found': { status: 404, en: 'There is no such helper in the register', zh: '名册中没有这位人员' },
  'visit_plan.not_found': { status: 404, en: 'There is no such plan', zh: '没有这个回访方案' },
  'visit_plan.too_late': { status: 409, en: 'A plan is fixed before its period begins', zh: '回访方案须在所涉期间开始之前确定' },
  'visit_plan.exists': { status: 409, en: 'The period has its plan; it can’t be changed', zh: '该期间已有回访方案，不能更改' },
  'call.not_found': { status: 404, en: 'There is no such call, or it is over', zh: '没有这项征集，或已结束' },
  'yard_meeting.not_found': { status: 404, en: 'There is no such meeting or issue', zh: '没有这次恳谈会或这个问题' },
  'yard_issue.has_case': { status: 409, en: 'The issue is a case already', zh: '该问题已立案' },
  'yard_issue.answered': { status: 409, en: 'The issue was settled on the spot', zh: '该问题已当场答复' },
  'unit.not_found': { status: 404, en: 'There is no such unit', zh: '没有这个单位' },
  'export.too_large': { status: 413, en: 'Too many cases for one file: narrow the filters', zh: '案件过多，请缩小筛选范围后再导出' },
  'deadline.not_pausable': { status: 400, en: 'This rule knows no pause', zh: '该期限不得中止' },
  'engine.overloaded': { status: 503, en: 'Too busy just now, try again', zh: '系统繁忙，请稍后再试' },
  'request.too_broad': { status: 503, en: 'Too much would have to be read for this; narrow it down', zh: '查询范围过大，请缩小条件后再试' },
  'engine.unavailable': { status: 503, en: 'The database is out of reach just now', zh: '数据库暂时无法访问' },
  internal: { status: 500, en: 'Something went wrong on our side', zh: '系统内部错误' },
} as const satisfies Record<string, { status: number; en: string; zh: string }>;
export type ProblemCode = keyof typeof PROBLEMS;
