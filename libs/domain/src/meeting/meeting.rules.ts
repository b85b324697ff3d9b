import { isExcluded } from '../access/people.ts';
import { listOf, numberOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import { RECORD_CLASS } from '../case/vocabulary.ts';
import type { Rule } from '../chart/rule.ts';
import { meetingOf } from './meeting.deeds.ts';

const MEETINGS = '《信访工作条例》第11条至第13条';
const SEALED = '《信访工作条例》第30条第3款';

/** One unit alone needs no joint meeting. */
const FEWEST = 2;

export const memberIsNew: Rule = {
  name: 'member-is-new',
  basis: MEETINGS,
  text: { zh: '不是召集单位，也未列为成员；未被排除', en: 'neither the office nor a member already, and not excluded' },
  payload: true,
  check: (context, { command }) => {
    const unitId = textOf(command, 'unitId');
    const known = unitId === context.holderUnitId || meetingOf(context).members.some((one) => one === unitId);
    if (known) return refused({ zh: '该单位已参加会议。', en: 'The unit takes part already.' }, { basis: MEETINGS });
    return isExcluded(context, unitId)
      ? refused(
          { zh: '该单位与议程中的案件有利害关系，不得参加。', en: 'The unit is excluded from a case on the agenda.' },
          { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
        )
      : null;
  },
};

export const agendaCaseKnown: Rule = {
  name: 'agenda-case-known',
  basis: MEETINGS,
  text: { zh: '所列案件存在且为本人可知', en: 'the case exists and is known to whoever names it' },
  payload: true,
  check: (_context, { command }) => {
    const caseId = textOf(command, 'caseId');
    return caseId !== null && command.cases[caseId] !== undefined
      ? null
      : invalid('caseId', 'unknown_reference', { zh: '没有这个案件。', en: 'There is no such case.' });
  },
};

/** What is sealed stays with its holder: no meeting hears of it (Art 30(3)). */
export const agendaCaseFits: Rule = {
  name: 'agenda-case-fits',
  basis: SEALED,
  text: { zh: '不是密封的检举控告件，不是附属记录，未列入过', en: 'not sealed, no record, and not on the agenda already' },
  payload: true,
  check: (context, { command }) => {
    const caseId = textOf(command, 'caseId') ?? '';
    const named = command.cases[caseId]?.snapshot.context;
    if (named?.sealed === true)
      return refused({ zh: '检举控告材料不得提交会议。', en: 'A sealed case comes before no meeting.' }, { basis: SEALED });
    if (named?.class === RECORD_CLASS)
      return refused({ zh: '只有案件可以列入议程。', en: 'Only a case is put on the agenda.' }, { basis: MEETINGS });
    return meetingOf(context).agenda.some((one) => one.caseId === caseId)
      ? refused({ zh: '该案件已在议程中。', en: 'The case is on the agenda already.' }, { basis: MEETINGS })
      : null;
  },
};

export const agendaSet: Rule = {
  name: 'agenda-set',
  basis: MEETINGS,
  text: { zh: '议程中至少有一件案件', en: 'a case is on the agenda' },
  payload: false,
  check: (context) =>
    meetingOf(context).agenda.length > 0
      ? null
      : refused({ zh: '议程还没有案件。', en: 'There is no case on the agenda yet.' }, { basis: MEETINGS }),
};

export const membersEnough: Rule = {
  name: 'members-enough',
  basis: MEETINGS,
  text: { zh: '至少有两个成员单位', en: 'at least two members' },
  payload: false,
  check: (context) =>
    meetingOf(context).members.length >= FEWEST
      ? null
      : refused({ zh: '联席会议至少有两个成员单位。', en: 'A joint meeting has two members at least.' }, { basis: MEETINGS }),
};

export const meetingAhead: Rule = {
  name: 'meeting-ahead',
  basis: MEETINGS,
  text: { zh: '会期不早于今天', en: 'the day of the meeting is not past' },
  payload: true,
  check: (_context, { command, today }) => {
    const date = textOf(command, 'date');
    return date === null || date >= today
      ? null
      : invalid('date', 'date.past', { zh: '会期不能早于今天。', en: 'The meeting can’t be in the past.' });
  },
};

export const meetingHeldUntilToday: Rule = {
  name: 'meeting-held-until-today',
  basis: MEETINGS,
  text: { zh: '召开日期不晚于今天', en: 'the day it was held is not to come' },
  payload: true,
  check: (_context, { command, today }) => {
    const date = textOf(command, 'date');
    return date === null || date <= today
      ? null
      : invalid('date', 'date.future', { zh: '召开日期不能晚于今天。', en: 'It can’t have been held in the future.' });
  },
};

export const presentAreMembers: Rule = {
  name: 'present-are-members',
  basis: MEETINGS,
  text: { zh: '到会单位都是成员单位', en: 'whoever was present is a member' },
  payload: true,
  check: (context, { command }) => {
    const { members } = meetingOf(context);
    return listOf(command, 'present').every((unitId) => members.includes(unitId))
      ? null
      : invalid('present', 'unknown_reference', { zh: '到会单位须为成员单位。', en: 'Only members are present.' });
  },
};

/** Agreed items are followed to their end (Art 13): how many are not, the caller counts when he sends it. */
export const resolutionsCarriedOut: Rule = {
  name: 'resolutions-carried-out',
  basis: '《信访工作条例》第13条',
  text: { zh: '议定事项均已落实', en: 'every resolution of the meeting was carried out' },
  payload: true,
  check: (_context, { command }) => {
    const open = numberOf(command, 'openResolutions') ?? 0;
    return open === 0
      ? null
      : refused(
          { zh: `还有${String(open)}项议定事项未落实。`, en: `Resolutions not carried out yet: ${String(open)}.` },
          { basis: '《信访工作条例》第13条' },
        );
  },
};
