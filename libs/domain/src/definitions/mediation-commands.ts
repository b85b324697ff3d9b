import { agreementComplete, performanceAhead, sinceAgreement } from '../mediation/agreement.rules.ts';
import { listedPartiesKnown, sidePartyKnown } from '../mediation/application.rules.ts';
import { helperOfPlace } from '../mediation/invitation.rules.ts';
import { appraisalInstant, sinceAcceptance } from '../mediation/talks.rules.ts';
import { targetKnown } from '../transfer/transfer.rules.ts';
import { command } from './command-of.ts';
import type { CommandSpec } from './command-spec.ts';

/** Of mediation; the mediators of the case do what needs one, the body's people the rest. */
export const MEDIATION_COMMANDS: readonly CommandSpec[] = [
  command('RECORD_APPLICATION', '登记口头申请笔录', 'Record an oral application', ['holder', 'body'], {
    texts: ['applicationRecord'],
    checks: [listedPartiesKnown('confirmedBy')],
  }),
  command('DECLINE_MEDIATION', '不予受理调解申请', 'Decline the mediation', ['body'], { texts: ['reason'] }),
  command('EXTEND_ACCEPTANCE', '延长受理决定期限', 'More time to decide on it', ['head'], { texts: ['reason'] }),
  command('RECORD_CONSENT', '登记是否同意调解', 'Record consent or refusal', ['body'], { texts: ['statement'], checks: [sidePartyKnown] }),
  command('SET_OPENNESS', '确定是否公开', 'Open or closed', ['body'], { checks: [listedPartiesKnown('consents')] }),
  command('APPOINT_MEDIATOR', '确定调解员', 'Appoint a mediator', ['body'], {
    userFields: ['userId'],
    checks: [listedPartiesKnown('consents')],
  }),
  command('SIGN_FOR_MEDIATION', '签收法院委派委托案件', 'Sign for a court’s matter', ['appointed']),
  command('REFUSE_MEDIATOR', '拒绝或推辞调解员', 'Refuse a mediator', ['body'], {
    texts: ['reason'],
    userFields: ['userId'],
    checks: [sidePartyKnown],
  }),
  command('INVITE_HELPER', '邀请协助调解', 'Invite a helper', ['body'], {
    texts: ['invited'],
    registerFields: { helperId: 'registeredHelper' },
    checks: [listedPartiesKnown('consents'), helperOfPlace],
  }),
  command('SEAT_TEAM_MEMBER', '组成“五包一”工作小组', 'Fill a seat of the team of five', ['body'], {
    texts: ['safetyReason'],
    unitFields: ['unitId'],
    checks: [targetKnown],
  }),
  command('OPEN_MEDIATION', '开始调解', 'Open the mediation', ['appointed']),
  command('HOLD_SESSION', '登记调解笔录', 'Record a session', ['appointed'], {
    texts: ['place', 'minutes'],
    checks: [listedPartiesKnown('present')],
    checksHere: [sinceAcceptance('date')],
  }),
  command('HOLD_CAUCUS', '登记单独沟通', 'Record a talk with one side', ['appointed'], { texts: ['caucusNote'], checks: [sidePartyKnown] }),
  command('START_APPRAISAL', '开始鉴定', 'Begin an appraisal', ['body'], { texts: ['matter'], checksHere: [appraisalInstant('from')] }),
  command('END_APPRAISAL', '鉴定结束', 'End the appraisal', ['body'], { texts: ['finding'], checksHere: [appraisalInstant('at')] }),
  command('EXTEND_MEDIATION', '延长调解期限', 'Extend the mediation', ['body'], { checks: [listedPartiesKnown('consents')] }),
  command('END_MEDIATION', '终止调解', 'End without agreement', ['body'], { texts: ['note'], checks: [sidePartyKnown] }),
  command('CONCLUDE_AGREEMENT', '达成调解协议', 'Conclude an agreement', ['appointed'], {
    texts: ['facts', 'disputed', 'content', 'manner', 'record'],
    checks: [listedPartiesKnown('signedBy')],
    checksHere: [agreementComplete, sinceAcceptance('effectiveOn'), performanceAhead],
  }),
  command('RECORD_PERFORMANCE', '登记履行情况', 'Record the performance', ['body'], {
    texts: ['note'],
    checksHere: [sinceAgreement('on')],
  }),
  command('APPLY_FOR_CONFIRMATION', '共同申请司法确认', 'Apply for judicial confirmation', ['body'], {
    texts: ['court'],
    checks: [listedPartiesKnown('applicants')],
    checksHere: [sinceAgreement('appliedOn')],
  }),
  command('RECORD_CONFIRMATION', '登记法院确认结果', 'Record the court’s decision', ['body'], {
    texts: ['ruling'],
    checksHere: [sinceAgreement('on')],
  }),
  command('TRACK_WORK', '登记排查整改落实', 'Track screening, correction, execution', ['body'], { texts: ['note'] }),
  command('HAND_OVER_MEDIATION', '移交其他机关', 'Hand over', ['body'], {
    texts: ['reason'],
    unitFields: ['unitId'],
    checks: [targetKnown],
  }),
  command('ACKNOWLEDGE_HAND_OVER', '签收移交', 'Sign for the hand-over', ['hand-over-receiver']),
];
