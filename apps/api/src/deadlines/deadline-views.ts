import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { clock as clockSchema, deadline as schema } from '#libs/contracts';
import { clockToMind, presentClock, presentDeadline } from '#libs/domain';
import type { Deadline, DeadlineState, Instant, OpenDeadline, Pause, PresentedDeadline, Role } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import type { z } from 'zod';
import { RulesInForce } from './rules-in-force.ts';

export type DeadlineAnswer = z.output<typeof schema>;
export type ClockAnswer = z.output<typeof clockSchema>;

interface DeadlineRow {
  readonly id: string;
  readonly case_id: string;
  readonly rule: string;
  readonly state: DeadlineState;
  readonly trigger_at: Date;
  readonly rule_pack: string;
  readonly calendar_version: string;
  readonly extension_days: number;
  readonly pauses: readonly Pause[];
  readonly fixed_date: string | null;
  readonly due_date: string;
  readonly due_at: Date;
  readonly digest: string;
  readonly owner_role: Role;
  readonly owner_unit_id: string | null;
  readonly version: number;
  readonly next_step: number | null;
  readonly next_at: Date | null;
  readonly ladder_from: Date | null;
  readonly fired_at: Date | null;
  readonly done_at: Date | null;
}

const BY_CASE = `select id, case_id, rule, state, trigger_at, rule_pack, calendar_version, extension_days, pauses, fixed_date::text, due_date::text, due_at, digest,
  owner_role, owner_unit_id, version, next_step, next_at, ladder_from, fired_at, done_at from jiefen.deadlines where case_id = $1 order by armed_seq, id`;

/** Deadlines with the derivation computed on reading, by the code that armed them. */
@Injectable()
export class DeadlineViews {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly rules: RulesInForce,
  ) {}

  /** All of a case, ended ones too, in the order in which they were armed. */
  async ofCase(caseId: string, now: Instant): Promise<DeadlineAnswer[]> {
    const { rows } = await this.pool.query<DeadlineRow>({ name: 'deadlines-of-case', text: BY_CASE, values: [caseId] });
    return rows.map((row) => this.view(deadlineOf(row), now));
  }

  /** Pure: no reading, so that it can be part of a recorded answer. */
  view(deadline: Deadline, now: Instant): DeadlineAnswer {
    return answerOf(presentDeadline(deadline, now, this.rules.env()));
  }

  /** The one to mind, from the case row's own copy: a list reads no deadline and derives nothing. */
  toMind(open: readonly OpenDeadline[], now: Instant): ClockAnswer | null {
    const deadline = clockToMind(open);
    return deadline === null ? null : presentClock(deadline, now, this.rules.env());
  }
}

/** A presented deadline as the contract's answer. */
export function answerOf({ derivation, pauses, ...presented }: PresentedDeadline): DeadlineAnswer {
  // The domain's own array, which nobody changes: by it the answer's writer knows that it has written these days before.
  return { ...presented, doneAt: presented.doneAt ?? null, pauses: [...pauses], derivation: derivation as DeadlineAnswer['derivation'] };
}

const iso = (date: Date | null): Instant | null => date?.toISOString() ?? null;

function deadlineOf(row: DeadlineRow): Deadline {
  return {
    id: row.id,
    rule: row.rule,
    state: row.state,
    triggerAt: row.trigger_at.toISOString(),
    rulePack: row.rule_pack,
    calendarVersion: row.calendar_version,
    extensionDays: row.extension_days,
    pauses: row.pauses,
    fixedDate: row.fixed_date,
    dueDate: row.due_date,
    dueAt: row.due_at.toISOString(),
    digest: row.digest,
    owner: { role: row.owner_role, unitId: row.owner_unit_id },
    version: row.version,
    nextStep: row.next_step,
    nextAt: iso(row.next_at),
    ladderFrom: iso(row.ladder_from),
    firedAt: iso(row.fired_at),
    doneAt: iso(row.done_at),
  };
}
