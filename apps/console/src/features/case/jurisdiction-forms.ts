import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';

const reason: FieldSpec = { name: 'reason', kind: 'prose' };

/** What the commands of disputes on jurisdiction, and of the duty, ask for. */
export const JURISDICTION_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  STATE_POSITION: [{ name: 'unitId', kind: 'unit' }, reason],
  TAKE_UP_DISPUTE: [reason],
  RULE_JURISDICTION: [
    { name: 'unitId', kind: 'unit' },
    { name: 'basis', kind: 'prose' },
  ],
  TAKE_OVER: [{ name: 'note', kind: 'prose', optional: true }],
  ADOPT_RESOLUTION: [{ name: 'resolutionId', kind: 'resolution' }],
};
