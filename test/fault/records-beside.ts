import { handOver, urgent } from './duty.ts';
import { LEADER, leaderId, SUPERVISOR } from './principal-leader.ts';
import type { Matter, OpenedCase, Steps } from './steps.ts';
import { handlerOf, inOrder } from './steps.ts';

/** Days: what is insisted on while a server is away must not have come to lie in the past. */
const AHEAD = 120;

/** A petition in handling, about which something may be asked for. */
interface Handled extends OpenedCase {
  readonly handler: string;
  readonly unitId: string;
}

async function handled(steps: Steps, clerk: string): Promise<Handled | null> {
  const opened = await steps.register(clerk, { class: 'CLAIM', route: 'PETITION' });
  if (opened === null) return null;
  const { unitId } = opened.routing.lead;
  const handler = handlerOf(opened);
  const accepted = await inOrder(steps, opened.id, [
    [clerk, 'FORWARD', { unitId }],
    [handler, 'ACCEPT'],
  ]);
  return accepted ? { ...opened, handler, unitId } : null;
}

/** What a unit is asked for, item by item, until it is signed off. */
const supervision: Matter = async (steps, clerk) => {
  const main = await handled(steps, clerk);
  if (main === null) return;
  const id = await steps.raise(SUPERVISOR, `/api/cases/${main.id}/supervisions`, { ground: 'delay', demand: '查明拖延原因并限期修复。' });
  if (id === null || steps.leaves()) return;
  await inOrder(steps, id, [
    [main.handler, 'ANSWER_SUPERVISION', { reply: '物业更换，正在维修。' }],
    [main.handler, 'GIVE_EVIDENCE', { item: 1, evidence: '带门牌的照片。' }],
    [SUPERVISOR, 'SIGN_OFF_ITEM', { item: 1 }],
    [SUPERVISOR, 'SIGN_OFF'],
  ]);
};

/** What is suggested to a unit, received, answered, and followed until it is done. */
const suggestionLetter: Matter = async (steps, clerk) => {
  const main = await handled(steps, clerk);
  if (main === null) return;
  const said = { kind: 'improve-work', unitId: main.unitId, facts: '同类问题三个月内出现七件。', suggestion: '建立电梯巡检制度。' };
  const id = await steps.raise(SUPERVISOR, `/api/cases/${main.id}/suggestion-letters`, said);
  if (id === null || steps.leaves()) return;
  await inOrder(steps, id, [
    [main.handler, 'CONFIRM_LETTER'],
    [main.handler, 'ANSWER_LETTER', { adopted: 'full', reply: '已建立制度。' }],
    [main.handler, 'REPORT_ADOPTION', { report: '全部街道已巡检。', done: true }],
    [SUPERVISOR, 'CONCLUDE_LETTER'],
  ]);
};

/** A joint meeting about a case, up to its minutes. @returns its id; null where it isn't known to be held */
async function heldMeeting(steps: Steps, clerk: string, main: Handled, agendaReason: string): Promise<string | null> {
  const members = [main.unitId, await otherUnit(steps, main)];
  const id = await steps.raise(clerk, '/api/meetings', { title: '物业联席会', members });
  if (id === null || steps.leaves()) return null;
  const prepared = await inOrder(steps, id, [
    [clerk, 'PUT_ON_AGENDA', { caseId: main.id, agendaReason, matter: '一家难以独立解决。' }],
    [clerk, 'CONVENE', { date: steps.dayIn(AHEAD), convenor: '副市长', place: '三楼会议室' }],
  ]);
  const date = prepared ? await steps.today(clerk) : null;
  const minutes = { date, present: members, minutes: '议定由承办单位牵头。' };
  return date !== null && (await steps.command(id, clerk, 'RECORD_MEETING', minutes)) ? id : null;
}

/** What it resolved, which is owed by a unit. */
async function resolved(steps: Steps, clerk: string, meetingId: string, what: Readonly<Record<string, unknown>>): Promise<string | null> {
  return steps.raise(clerk, `/api/meetings/${meetingId}/resolutions`, {
    ...what,
    dueDate: steps.dayIn(AHEAD),
    text: '限期修复并公示。',
  });
}

async function otherUnit({ people }: Steps, { routing: { lead } }: OpenedCase): Promise<string> {
  return people.unitId(`education.${lead.division}.handler`);
}

/** Called for, held, resolved, and over once its resolution is carried out. */
const meeting: Matter = async (steps, clerk) => {
  const main = await handled(steps, clerk);
  const meetingId = main === null ? null : await heldMeeting(steps, clerk, main, 'unsolved');
  if (main === null || meetingId === null || steps.leaves()) return;
  const id = await resolved(steps, clerk, meetingId, { kind: 'co-handling', caseId: main.id, unitId: main.unitId });
  if (id === null || steps.leaves()) return;
  const carriedOut = await inOrder(steps, id, [
    [main.handler, 'REPORT_RESOLUTION', { progress: 'done', report: '已修复并公示。' }],
    [clerk, 'ACCEPT_REPORT', { evidence: '公示照片。' }],
  ]);
  if (carriedOut) await steps.command(meetingId, clerk, 'CLOSE_MEETING');
};

/** Two organs dispute; they agree, or the joint meeting rules, for one or the other: then the case goes there. */
const jurisdiction: Matter = async (steps, clerk) => {
  const main = await handled(steps, clerk);
  if (main === null) return;
  const other = `education.${main.routing.lead.division}.handler`;
  const otherId = await otherUnit(steps, main);
  const unitId = steps.random.pick([main.unitId, otherId]);
  const body = { organs: [otherId], reason: '认为属对方职责。' };
  const id = await steps.raise(main.handler, `/api/cases/${main.id}/jurisdiction`, body);
  if (id === null || steps.leaves()) return;
  if (steps.random.chance(0.5)) {
    const position = { unitId, reason: '按三定方案。' };
    await inOrder(steps, id, [
      [main.handler, 'STATE_POSITION', position],
      [other, 'STATE_POSITION', position],
    ]);
    return;
  }
  if (!(await steps.command(id, main.handler, 'TAKE_UP_DISPUTE', { reason: '协商不成。' })) || steps.leaves()) return;
  const meetingId = await heldMeeting(steps, clerk, main, 'jurisdiction');
  if (meetingId === null || steps.leaves()) return;
  const resolutionId = await resolved(steps, clerk, meetingId, { kind: 'jurisdiction', caseId: main.id, unitId });
  if (resolutionId !== null && !steps.leaves()) await steps.command(id, clerk, 'ADOPT_RESOLUTION', { resolutionId });
};

/** A leader has the case until its duties are done. */
const leaderCase: Matter = async (steps, clerk) => {
  const main = await handled(steps, clerk);
  const leader = main === null ? null : await leaderId(steps);
  if (main === null || leader === null) return;
  const id = await steps.raise(SUPERVISOR, `/api/cases/${main.id}/linked`, {
    procedure: 'leader-case',
    kind: 'single',
    grade: 'major',
    leaderId: leader,
    handlerId: await steps.people.userId(main.handler),
    dueDate: steps.dayIn(AHEAD),
    reason: '群众反映集中，明确领导包案。',
  });
  if (id === null || steps.leaves()) return;
  const note = '已完成，详见记录。';
  await inOrder(steps, id, [
    [LEADER, 'TAKE_CHARGE'],
    [main.handler, 'REPORT_PROGRESS', { report: '已约谈物业公司。' }],
    ...(['know-facts', 'act-lawfully', 'solve', 'reply'] as const).map((duty) => [main.handler, 'RECORD_DUTY', { duty, note }] as const),
    [LEADER, 'RECORD_DUTY', { duty: 'return-visit', note }],
    [LEADER, 'CONCLUDE_LEADER_CASE', { result: 'solved', summary: '已修复，住户已确认。' }],
  ]);
};

/** Petitions with a record beside them, and the duty; a new kind of record is one more row. */
export const RECORDS: readonly Matter[] = [supervision, suggestionLetter, meeting, jurisdiction, leaderCase, urgent, handOver];
