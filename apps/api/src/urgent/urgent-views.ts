import { Injectable } from '@nestjs/common';
import type { urgentView as schema } from '#libs/contracts';
import { chartContext } from '#libs/domain';
import type { CaseContext } from '#libs/domain';
import type { z } from 'zod';
import { UnitNames } from '../cases/unit-names.ts';

export type UrgentAnswer = z.output<typeof schema>;

/** An urgent matter as clients see it. */
@Injectable()
export class UrgentViews {
  constructor(private readonly units: UnitNames) {}

  /** Null for every other case. */
  of(context: CaseContext): UrgentAnswer | null {
    const { urgent } = chartContext(context).memo;
    if (urgent === undefined) return null;
    const { kind, learnedAt, coHandlers, reports, calls, plan, protection } = urgent;
    return {
      kind,
      learnedAt,
      coHandlers: coHandlers.map((unitId) => this.units.of(unitId)),
      reports: reports.map(({ to, unitId, at, late, receivedAt }) => ({
        to,
        unit: unitId === null ? null : this.units.of(unitId),
        at,
        late,
        receivedAt: receivedAt ?? null,
      })),
      calls: calls.map(({ platform, at, receivedAt }) => ({ platform, at, receivedAt: receivedAt ?? null })),
      plan: plan ?? null,
      protection: protection === true,
    };
  }
}
