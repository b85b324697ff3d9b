import type { FactSpec } from '../chart/effect.ts';

/** `by` supervises, `unitId` is supervised; `replyBy` is the last day of the reply clock `replyRule`. */
export const SUPERVISION_FACTS = {
  'supervision.opened': {
    text: { zh: '已启动督办', en: 'Supervision opened' },
    data: ['deadlineId', 'dueDate', 'by', 'unitId', 'replyBy', 'replyRule', 'rungAt'],
  },
  'supervision.escalated': {
    text: { zh: '督办升级', en: 'Supervision escalated' },
    data: ['deadlineId', 'dueDate', 'by', 'byRole', 'level', 'unitId', 'replyBy', 'replyRule', 'rungAt'],
  },
  'supervision.replied': {
    text: { zh: '已回复督办', en: 'Supervision replied to' },
    data: ['deadlineId', 'unitId', 'to', 'level', 'replyBy', 'late'],
  },
} as const satisfies Record<string, FactSpec>;
