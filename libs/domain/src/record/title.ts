import { SUGGESTION_KINDS } from '../case/suggestion-letter.ts';
import { SUPERVISION_GROUNDS } from '../case/supervision-card.ts';
import { SUGGESTION_LABELS } from '../suggestion-letter/labels.ts';
import { GROUND_LABELS } from '../supervision-card/labels.ts';

/** What a record is listed as: by its kind alone, never with a word of its case. */
export function recordTitle({ record }: Readonly<Record<string, unknown>>): string {
  const said = (typeof record === 'object' && record !== null ? record : {}) as Readonly<Record<string, unknown>>;
  if (said['procedure'] === 'rectification') return '回访整改';
  const kind = SUGGESTION_KINDS.find((one) => one === said['kind']);
  if (kind !== undefined) return SUGGESTION_LABELS[kind].zh;
  const ground = SUPERVISION_GROUNDS.find((one) => one === said['ground']) ?? 'other';
  return `督办单：${GROUND_LABELS[ground].zh}`;
}
