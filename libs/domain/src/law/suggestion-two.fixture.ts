import { machineOf, stay, to } from '../chart/chart.ts';
import { chartContext } from '../case/memo.ts';
import { closable, redoable } from '../closing/closing.ways.ts';
import { currentDefinition, defineProcedure } from '../definitions/procedures.ts';
import type { ProcedureDefinition } from '../definitions/definition.ts';
import { interruptible, mergerUndoable, withdrawalUndoable } from '../interruption/interruption.ways.ts';
import { receivedDirectly } from '../petition/intake.rules.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { accept, reply, serve } from '../suggestion/suggestion.deeds.ts';
import { holderNotExcluded } from '../transfer/transfer.rules.ts';
import { assigned, inOpenStates, passable } from '../transfer/transfer.ways.ts';

const before = ['registered', 'routed', 'handling', 'answered'];
const open = { ...inOpenStates, ...interruptible, RECLASSIFY: stay(reclassify) };

/** A second version of a real procedure, as a release would bring it: nobody objects to a suggestion any more. */
const machine = machineOf({
  id: 'suggestion@2',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: { on: { ...open, ...passable, ACCEPT: to('handling', accept, receivedDirectly, holderNotExcluded) } },
    routed: { on: { ...open, ...assigned, ...passable, ACCEPT: to('handling', accept, holderNotExcluded) } },
    handling: { on: { ...open, ...assigned, REPLY: to('answered', reply) } },
    answered: { on: { ...inOpenStates, ...assigned, ...interruptible, RECORD_SERVICE: to('served', serve) } },
    served: { on: { ...closable, ...redoable, ...assigned } },
    withdrawn: { on: { ...closable, ...redoable, ...withdrawalUndoable(before) } },
    merged: { on: { ...closable, ...redoable, ...mergerUndoable(before) } },
    archived: {},
  },
});

const first = currentDefinition('suggestion');

export const SUGGESTION_TWO: ProcedureDefinition = {
  ...defineProcedure('suggestion', 2, machine, first.title, first.basis, first.deadlines),
  migration: {
    from: 1,
    states: {
      registered: 'registered',
      routed: 'routed',
      // Who had objected holds it as if he had not: the new version leaves him no other way than to accept or pass it on.
      objected: 'routed',
      handling: 'handling',
      answered: 'answered',
      served: 'served',
      withdrawn: 'withdrawn',
      merged: { zh: '已并案的件随主案办结，不再迁移。', en: 'What was merged ends with the case it went into.' },
      archived: 'archived',
    },
    upcast: (context) => ({ ...chartContext(context), memo: { ...context.memo, round: context.memo.round ?? 0 } }),
  },
};
