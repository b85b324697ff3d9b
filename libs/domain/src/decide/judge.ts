import { knowledge } from '../access/knowledge.ts';
import { isEntitled, whoMayText } from '../access/who.ts';
import type { Refusal } from '../case/decision.ts';
import type { ChartContext } from '../case/memo.ts';
import type { Actor } from '../case/snapshot.ts';
import { forbidden, refused } from '../case/refusal.ts';
import type { Step } from '../chart/rule.ts';
import { firstRefusal } from '../chart/rule.ts';
import type { Way } from '../chart/ways.ts';
import type { CommandSpec } from '../definitions/command-spec.ts';
import { entitledTo } from '../definitions/command-spec.ts';
import type { ProcedureDefinition } from '../definitions/definition.ts';
import { stateLabel } from '../definitions/state-labels.ts';

/** The transitions a command has in the step's state. */
export function waysHere(definition: ProcedureDefinition, step: Step): readonly Way[] {
  return definition.ways.get(step.state)?.get(step.type) ?? [];
}

/** By definition: what a command is told in a state never changes. */
const NOT_HERE = new WeakMap<ProcedureDefinition, Map<string, Refusal>>();

function notHere(definition: ProcedureDefinition, spec: CommandSpec, state: string): Refusal {
  let known = NOT_HERE.get(definition);
  if (known === undefined) NOT_HERE.set(definition, (known = new Map<string, Refusal>()));
  const key = `${spec.type} ${state}`;
  let refusal = known.get(key);
  if (refusal === undefined) known.set(key, (refusal = refusalElsewhere(definition, spec, state)));
  return refusal;
}

function refusalElsewhere(definition: ProcedureDefinition, spec: CommandSpec, state: string): Refusal {
  const states = definition.states.filter((one) => definition.ways.get(one)?.has(spec.type));
  const now = stateLabel(definition.id, state);
  if (states.length === 0) {
    return refused(
      {
        zh: `“${definition.title.zh}”程序没有“${spec.label.zh}”。`,
        en: `The procedure “${definition.title.en}” has no “${spec.label.en}”.`,
      },
      { basis: definition.basis.zh },
    );
  }
  const names = states.map((one) => stateLabel(definition.id, one));
  return refused(
    {
      zh: `本件现为“${now.zh}”，不能“${spec.label.zh}”；处于${names.map((one) => `“${one.zh}”`).join('、')}时可以。`,
      en: `The case is “${now.en}” now; “${spec.label.en}” is possible when it is ${names.map((one) => `“${one.en}”`).join(', ')}.`,
    },
    { basis: definition.basis.zh, whoMay: whoMayText(entitledTo(spec, definition.id)), from: states.join(', ') },
  );
}

/** Relation to the case: may this person ever do this, as he stands to it now? Recused persons are told apart (409). */
function personRefusal(
  definition: ProcedureDefinition,
  spec: CommandSpec,
  context: ChartContext,
  step: Step,
  knows: boolean,
): Refusal | null {
  const { by } = step.command;
  const ways = entitledTo(spec, definition.id);
  if (!knows || !isEntitled(ways, context, by)) {
    const who = whoMayText(ways);
    return forbidden(
      { zh: `“${spec.label.zh}”须由${who.zh}作出。`, en: `“${spec.label.en}” is for: ${who.en}.` },
      { basis: definition.basis.zh, whoMay: who },
    );
  }
  if (by.userId !== null && context.recusedUsers.includes(by.userId)) {
    return refused(
      { zh: '您已在本件中回避。', en: 'You are recused from this case.' },
      {
        code: 'case.person_recused',
        basis: '《信访工作条例》第28条第3款',
        whoMay: { zh: '同单位的其他人员', en: 'somebody else of the unit' },
      },
    );
  }
  return null;
}

/** Why none of the command's transitions can be taken: the first rule that says no on the branch that applies. */
export function wayRefusal(ways: readonly Way[], context: ChartContext, step: Step, payloadToo: boolean): Refusal | null {
  let first: Refusal | null = null;
  for (const way of ways) {
    if (way.branch !== null && !way.branch.holds(context, step)) continue;
    const no = firstRefusal(way.rules, context, step, payloadToo);
    if (no === null) return null;
    first ??= no;
  }
  return first ?? refused({ zh: '现在不能这样做。', en: 'This is not possible now.' });
}

/** The petitioner knows his own case; everybody else what his place lets him know. */
export function knowsAll(context: ChartContext, by: Actor): boolean {
  return by.role === 'petitioner' || knowledge(context, by) === 'full';
}

/**
 * Everything that is decided before the chart moves, in the contract's order: the payload (400), the person (403), the state
 * (409). Null when the chart may be asked. With `payloadToo: false` (what may this person send?) nothing of the payload counts,
 * and that he knows the case has been asked already.
 */
export function refusalBefore(
  definition: ProcedureDefinition,
  spec: CommandSpec,
  context: ChartContext,
  step: Step,
  payloadToo: boolean,
): Refusal | null {
  const ways = waysHere(definition, step);
  if (payloadToo) {
    const mistake = firstRefusal(spec.checks, context, step) ?? (ways.length > 0 ? firstRefusal(spec.checksHere, context, step) : null);
    if (mistake !== null) return mistake;
  }
  const no = personRefusal(definition, spec, context, step, !payloadToo || knowsAll(context, step.command.by));
  if (no !== null) return no;
  return ways.length === 0 ? notHere(definition, spec, step.state) : null;
}
