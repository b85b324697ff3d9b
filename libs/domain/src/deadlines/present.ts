import type { CivilDate, Deadline, DeadlineOwner, DeadlineState, Instant, Pause } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import { derive } from './derive.ts';
import type { DerivationEntry } from './derive.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { remaining } from './remaining.ts';
import type { Remaining } from './remaining.ts';
import { inputOf, isOverdue } from './stored-deadline.ts';

/** A deadline as clients see it, with what it rests on. */
export interface PresentedDeadline {
  readonly id: string;
  readonly rule: string;
  readonly title: BilingualText;
  /** The article, Chinese; `basisEn` English. */
  readonly basis: string;
  readonly basisEn: string;
  readonly owner: DeadlineOwner;
  readonly state: DeadlineState;
  readonly overdue: boolean;
  readonly triggerAt: Instant;
  readonly dueDate: CivilDate;
  readonly dueAt: Instant;
  readonly firedAt?: Instant;
  readonly doneAt?: Instant;
  readonly remaining: Remaining;
  readonly extensionDays: number;
  readonly pauses: readonly Pause[];
  readonly rulePack: string;
  readonly calendarVersion: string;
  readonly provisional: boolean;
  /** True where no national text sets the figure. */
  readonly localDefault: boolean;
  readonly derivation: readonly DerivationEntry[];
}

/** @throws RangeError when its rule pack or calendar version is gone: those in use are never removed. */
export function presentDeadline(deadline: Deadline, now: Instant, env: DeadlineEnv): PresentedDeadline {
  const input = inputOf(deadline, env);
  const { rule, calendar } = input;
  const { derivation, provisional } = derive(input);
  return {
    id: deadline.id,
    rule: rule.id,
    title: rule.title,
    basis: rule.basis.zh,
    basisEn: rule.basis.en,
    owner: deadline.owner,
    state: deadline.state,
    overdue: isOverdue(deadline),
    triggerAt: deadline.triggerAt,
    dueDate: deadline.dueDate,
    dueAt: deadline.dueAt,
    ...(deadline.firedAt === null ? {} : { firedAt: deadline.firedAt }),
    ...(deadline.doneAt === null ? {} : { doneAt: deadline.doneAt }),
    remaining: remaining(deadline, now, calendar),
    extensionDays: deadline.extensionDays,
    pauses: deadline.pauses,
    rulePack: deadline.rulePack,
    calendarVersion: deadline.calendarVersion,
    provisional,
    localDefault: rule.localDefault,
    derivation,
  };
}
