import { isExcluded } from '../access/people.ts';
import type { Unit } from '../case/directory.ts';
import type { Refusal } from '../case/decision.ts';
import type { ChartContext } from '../case/memo.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { refused } from '../case/refusal.ts';
import type { SuggestionKind, SuggestionLetter } from '../case/suggestion-letter.ts';
import type { Done } from '../chart/chart.ts';

const NONE: SuggestionLetter = { kind: 'improve-work', by: '', reports: 0 };

/** What the letter says so far. */
export function letterOf({ memo }: Pick<ChartContext, 'memo'>): SuggestionLetter {
  return memo.suggestionLetter ?? NONE;
}

/** The letter with something changed, as a deed writes it. */
export function changedLetter(context: ChartContext, change: Partial<SuggestionLetter>): NonNullable<Done['memo']> {
  return { suggestionLetter: { ...letterOf(context), ...change } };
}

/** Organs with the authority to hold cadres and units to account (Art 40(3)). */
const ACCOUNT_ORGANS: ReadonlySet<string> = new Set(['discipline', 'organisation']);

/**
 * Why no letter of this kind may go to this unit because of this case; null where it may. Nothing leaves the house because of a sealed case
 * but by its own procedure (Art 30(3)).
 */
export function whyNoLetter(
  { procedure, context }: CaseSnapshot,
  kind: SuggestionKind,
  unit: Pick<Unit, 'function' | 'id'>,
): Refusal | null {
  if (context.sealed || procedure === 'suggestion-letter')
    return refused(
      { zh: '检举控告事项和建议书本身不另提建议。', en: 'Nothing is suggested because of an accusation, or of another letter.' },
      { basis: '《信访工作条例》第30条第3款' },
    );
  // Whoever is complained about doesn't learn of the case, so that nothing he can't read waits for his answer.
  if (isExcluded(context, unit.id))
    return refused(
      { zh: '该单位与案件有利害关系，不向其提出建议。', en: 'The unit is excluded from the case: no letter goes to it.' },
      { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
    );
  return kind !== 'hold-to-account' || ACCOUNT_ORGANS.has(unit.function)
    ? null
    : refused(
        {
          zh: '追究责任的建议向有管理权限的机关提出（纪检监察机关、组织部门）。',
          en: 'To hold somebody to account is suggested to the organ with authority over him: discipline inspection or the organisation department.',
        },
        { basis: '《信访工作条例》第40条第3款' },
      );
}
