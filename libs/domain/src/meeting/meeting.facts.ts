import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const MEETING_FACTS = {
  'meeting.called-for': { text: { zh: '已提请联席会议', en: 'A joint meeting is asked for' }, data: ['level', 'members'] },
  'meeting.member-added': { text: { zh: '已增加成员单位', en: 'A member was added' }, data: ['unitId'] },
  'meeting.agenda-added': { text: { zh: '案件已列入议程', en: 'A case was put on the agenda' }, data: ['agendaReason', 'caseId'] },
  'meeting.convened': { text: { zh: '联席会议已召集', en: 'Joint meeting convened' }, data: ['date', 'members'] },
  'meeting.held': { text: { zh: '联席会议已召开', en: 'Joint meeting held' }, data: ['date', 'present'] },
  'meeting.cancelled': { text: { zh: '联席会议已取消', en: 'Joint meeting cancelled' }, data: [] },
  'meeting.concluded': {
    text: { zh: '联席会议议定事项全部落实', en: 'Every resolution of the meeting was carried out' },
    data: ['resolutions'],
  },
  'resolution.made': {
    text: { zh: '联席会议已作出决议', en: 'The joint meeting resolved' },
    data: ['resolutionKind', 'meetingId', 'caseId', 'unitId', 'dueDate'],
  },
  'resolution.reported': { text: { zh: '已报告落实情况', en: 'Execution of the resolution reported' }, data: ['by', 'progress'] },
  'resolution.returned': {
    text: { zh: '落实情况未通过，限期再办', en: 'Report not accepted: to be done by a new date' },
    data: ['dueDate'],
  },
  'resolution.carried-out': { text: { zh: '决议已落实，予以销号', en: 'The resolution was carried out' }, data: ['by'] },
} as const satisfies Record<string, FactSpec>;

export const minuted = factsOf(MEETING_FACTS);
