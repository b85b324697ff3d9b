import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const LEADER_CASE_FACTS = {
  'leader-case.opened': {
    text: { zh: '已明确包案领导和经办人', en: 'A leader and a handler were named' },
    data: ['dueDate', 'grade', 'handlerId', 'kind', 'leaderId', 'mainCaseId', 'rank', 'unitId'],
  },
  'leader.named-again': {
    text: { zh: '重新包案', en: 'A leader was named again' },
    data: ['dueDate', 'grade', 'leaderId', 'rank'],
  },
  'leader.in-charge': { text: { zh: '包案领导已到位', en: 'The leader took charge' }, data: ['leaderId', 'onBehalf'] },
  'leader.changed': { text: { zh: '包案领导已更换', en: 'The leader was changed' }, data: ['from', 'rank', 'to'] },
  'case-handler.changed': { text: { zh: '包案经办人已更换', en: 'The handler was changed' }, data: ['from', 'to', 'unitId'] },
  'grade.changed': { text: { zh: '案件分级已调整', en: 'The grade was changed' }, data: ['from', 'leaderId', 'rank', 'to'] },
  'team-lead.seated': {
    text: { zh: '积案专班已明确一级组长', en: 'A lead of the backlog team was named' },
    data: ['from', 'leaderId', 'level'],
  },
  'duty.recorded': { text: { zh: '已履行一项包案职责', en: 'A duty of the leader was done' }, data: ['duty', 'onBehalf'] },
  'progress.reported': { text: { zh: '已报告包案进展', en: 'Progress was reported' }, data: ['report'] },
  'leader-case.concluded': { text: { zh: '包案办结', en: 'The led case is concluded' }, data: ['duties', 'reports', 'result'] },
  'leader-case.released': { text: { zh: '已解除包案', en: 'The leader was released from it' }, data: ['leaderId'] },
} as const satisfies Record<string, FactSpec>;

export const led = factsOf(LEADER_CASE_FACTS);
