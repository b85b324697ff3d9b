import type { CivilDate, Deadline, DeadlineOwner, DeadlineState, Instant, Pause } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import { derive } from './derive.ts';
import type { DerivationEntry } from './derive.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { remaining } from './remaining.ts';
import type { Remaining } from './remaining.ts';
import { isKeptElsewhere } from '../rule-packs/external-rules.ts';
import { packOf, ruleOf } from '../rule-packs/find-rule.ts';
import type { PackStatus, RulePack } from '../rule-packs/rule.ts';
import { calendarOf, inputOf, isOverdue } from './stored-deadline.ts';

/** What a list says of a deadline: everything but how it was counted. */
export interface PresentedClock {
  readonly rule: string;
  readonly title: BilingualText;
  /** The article, Chinese; `basisEn` English. */
  readonly basis: string;
  readonly basisEn: string;
  readonly owner: DeadlineOwner;
  /** True where an organ outside keeps the clock; `owner` only follows it. */
  readonly keptElsewhere?: true;
  readonly state: DeadlineState;
  readonly overdue: boolean;
  readonly dueDate: CivilDate;
  readonly dueAt: Instant;
  readonly remaining: Remaining;
}

/** A deadline as clients see it, with what it rests on. */
export interface PresentedDeadline extends PresentedClock {
  readonly id: string;
  readonly triggerAt: Instant;
  readonly firedAt?: Instant;
  readonly doneAt?: Instant;
  readonly extensionDays: number;
  readonly pauses: readonly Pause[];
  readonly rulePack: string;
  readonly calendarVersion: string;
  readonly provisional: boolean;
  /** What people should know of its rule pack before they rely on it. */
  readonly rulePackStatus?: PackStatus;
  /** How many days may be added at most; 0 where nothing extends it. */
  readonly longestExtension: number;
  /** True where no national text sets the figure. */
  readonly localDefault: boolean;
  readonly derivation: readonly DerivationEntry[];
}

/**
 * Derives nothing, so that a list of many is cheap.
 *
 * @throws RangeError when its rule pack or calendar version is gone: those in use are never removed.
 */
export function presentClock(deadline: Deadline, now: Instant, env: DeadlineEnv): PresentedClock {
  const rule = ruleOf(env.rulePacks, deadline.rulePack, deadline.rule);
  return {
    rule: rule.id,
    title: rule.title,
    basis: rule.basis.zh,
    basisEn: rule.basis.en,
    owner: deadline.owner,
    ...(isKeptElsewhere(rule) ? { keptElsewhere: true } : {}),
    state: deadline.state,
    overdue: isOverdue(deadline) && !isKeptElsewhere(rule),
    dueDate: deadline.dueDate,
    dueAt: deadline.dueAt,
    remaining: remaining(deadline, now, calendarOf(deadline, env)),
  };
}

/** A pack's status as answers carry it: not at all where there is nothing to know. */
export function statusOf({ status }: RulePack): { readonly rulePackStatus?: PackStatus } {
  return status === undefined ? {} : { rulePackStatus: status };
}

/** @throws RangeError when its rule pack or calendar version is gone: those in use are never removed. */
export function presentDeadline(deadline: Deadline, now: Instant, env: DeadlineEnv): PresentedDeadline {
  const input = inputOf(deadline, env);
  const { derivation, provisional } = derive(input);
  return {
    id: deadline.id,
    ...presentClock(deadline, now, env),
    triggerAt: deadline.triggerAt,
    ...(deadline.firedAt === null ? {} : { firedAt: deadline.firedAt }),
    ...(deadline.doneAt === null ? {} : { doneAt: deadline.doneAt }),
    extensionDays: deadline.extensionDays,
    pauses: deadline.pauses,
    rulePack: deadline.rulePack,
    calendarVersion: deadline.calendarVersion,
    provisional,
    ...statusOf(packOf(env.rulePacks, deadline.rulePack)),
    longestExtension: input.rule.extension?.max ?? 0,
    localDefault: input.rule.localDefault,
    derivation,
  };
}
