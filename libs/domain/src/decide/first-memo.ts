import type { CaseCommand } from '../case/command.ts';
import type { CaseMemo } from '../case/memo.ts';
import { flagOf, oneOf, textOf } from '../case/payload.ts';
import type { Channel, ProcedureId } from '../case/vocabulary.ts';
import { newMediation } from '../mediation/record.ts';
import { SIMPLIFIED_GROUNDS } from '../simplified/eligibility.ts';

/** 110转办: what the police line passed on. */
const FROM_110: Channel = 'transfer-110';

/** What a procedure remembers of the command that began it. Who asks for the simplified one without a ground says that the facts are clear. */
export function memoOf(procedure: ProcedureId, command: CaseCommand): CaseMemo {
  if (procedure === 'mediation') return { mediation: newMediation(command.payload['mediation']) };
  if (procedure === 'hotline') return textOf(command, 'channel') === FROM_110 ? { inbound: { platform: '110' } } : {};
  if (procedure !== 'simplified') return {};
  const ground = oneOf(command, 'simplifiedGround', SIMPLIFIED_GROUNDS) ?? 'clear-facts';
  return { simplified: { ground, ...(flagOf(command, 'repeated') ? { repeated: true as const } : {}) } };
}
