import { Injectable } from '@nestjs/common';
import type { receptionView as schema } from '#libs/contracts';
import { chartContext } from '#libs/domain';
import type { CaseContext } from '#libs/domain';
import type { z } from 'zod';
import { UnitNames } from '../cases/unit-names.ts';
import { Leaders } from '../registers/leaders.ts';

export type ReceptionAnswer = z.output<typeof schema>;

/** Days of reception as clients see them. */
@Injectable()
export class ReceptionViews {
  constructor(
    private readonly units: UnitNames,
    private readonly leaders: Leaders,
  ) {}

  /** Null for every other case. */
  async of(context: CaseContext): Promise<ReceptionAnswer | null> {
    const [shown] = await this.all([context]);
    return shown ?? null;
  }

  /** Each of them, names looked up once; null for what is none. */
  async all(contexts: readonly CaseContext[]): Promise<readonly (ReceptionAnswer | null)[]> {
    const records = contexts.map((context) => chartContext(context).memo.reception);
    const ids = records.flatMap((one) => (one === undefined ? [] : [one.leader.leaderId]));
    const names = ids.length === 0 ? new Map<string, string>() : await this.leaders.names(ids);
    return records.map((record) => {
      if (record === undefined) return null;
      const { leader, day, booked, held, opened } = record;
      const { leaderId, rank, level, division } = leader;
      return {
        leader: { leaderId, name: names.get(leaderId) ?? '', rank, level, division },
        day: day === undefined ? null : { on: day.on, seats: day.seats, free: day.seats - booked.length, unit: this.units.of(day.unitId) },
        held,
        opened: opened.length,
      };
    });
  }
}
