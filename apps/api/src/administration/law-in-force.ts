import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { AnswerOf, readLawInForce } from '#libs/contracts';
import { firstEdition, isInForce, OFFICIAL_CALENDARS, RULE_PACKS } from '#libs/domain';
import { READ_POOL, readLaw } from '#libs/persistence';

const SHIPPED_CALENDARS = new Set(OFFICIAL_CALENDARS.map(({ version }) => version));
const SHIPPED_PACKS = new Set(RULE_PACKS.map(({ id }) => id));

/** Versions in force beside those that could be brought into force. */
@Injectable()
export class LawInForceView {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  async read(): Promise<AnswerOf<typeof readLawInForce>> {
    const { material, editions } = await readLaw(this.pool);
    const edition = editions.at(-1) ?? firstEdition(material);
    return {
      edition: edition.number,
      calendars: material.calendars.map(({ version: id, region }) => ({
        id,
        region,
        inForce: isInForce(edition, { kind: 'calendar', id }),
        shipped: SHIPPED_CALENDARS.has(id),
      })),
      rulePacks: material.rulePacks.map(({ id, title, region, effectiveFrom, effectiveTo, runningClocks = 'keep', rules }) => ({
        id,
        title,
        region,
        effectiveFrom,
        effectiveTo,
        runningClocks,
        rules: rules.length,
        inForce: isInForce(edition, { kind: 'rule-pack', id }),
        shipped: SHIPPED_PACKS.has(id),
      })),
      procedures: material.procedures.map(({ id, version, title }) => ({
        id,
        version,
        title,
        inForce: isInForce(edition, { kind: 'procedure', id, version }),
        shipped: true,
      })),
    };
  }
}
