import type { LetterTemplate } from '#libs/letters';
import { templatesOf } from '#libs/letters';
import type { Step } from './case-record.ts';

/** A letter that an event gives rise to. */
export interface PossibleLetter {
  readonly template: LetterTemplate;
  readonly step: Step;
  /** The type of the fact told. */
  readonly told: string;
  /** In whose name. */
  readonly unitId: string;
}

function issuerOf({ issuer }: LetterTemplate, step: Step, data: Readonly<Record<string, unknown>>): string | null {
  if (issuer === 'actor') return step.actorUnitId;
  if (issuer === 'holder') return step.context.holderUnitId;
  const unitId = data[issuer];
  return typeof unitId === 'string' ? unitId : null;
}

/** Pure: every letter that what is recorded gives rise to, in the order of the events. */
export function possibleLetters(steps: readonly Step[]): readonly PossibleLetter[] {
  return steps.flatMap((step) =>
    step.facts.flatMap((fact) =>
      templatesOf(fact.type).flatMap((template): readonly PossibleLetter[] => {
        const unitId = issuerOf(template, step, fact.data ?? {});
        return unitId === null ? [] : [{ template, step, told: fact.type, unitId }];
      }),
    ),
  );
}
