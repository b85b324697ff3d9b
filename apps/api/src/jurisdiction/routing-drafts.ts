import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, decideRoutingDraft, listRoutingDrafts } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { rulingFindings } from '#libs/domain';
import type { RoutingRuling } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { isUuid } from '../cases/case-store.ts';
import { problemOf } from '../http/problem-error.ts';

interface RuledRow extends RoutingRuling {
  readonly ruledAt: Date;
}

const MOST = 200;

/** What every ruling offers, of disputes that ended and that nobody has decided on yet: codes of the case, nothing else. */
const OFFERED = `select d.id, m.category_code as "categoryCode", m.division_code as "divisionCode", u.function, d.closed_at as "ruledAt"
    from jiefen.cases d
    join jiefen.cases m on m.id = (d.context::jsonb->'memo'->'jurisdiction'->>'caseId')::uuid and not m.sealed
    join jiefen.units u on u.id = (d.context::jsonb->'memo'->'jurisdiction'->'ruling'->>'unitId')::uuid
   where d.class = 'RECORD' and d.procedure = 'jurisdiction' and d.closed_at is not null
     and not exists (select from jiefen.routing_rulings r where r.id = d.id)`;

/** Rulings on jurisdiction as drafts of rules: an administrator takes them up or not, by the analysis of gaps and overlaps. */
@Injectable()
export class RoutingDrafts {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly audit: AuditTrail,
  ) {}

  async list(): Promise<AnswerOf<typeof listRoutingDrafts>> {
    const { rows } = await this.pool.query<RuledRow>(`${OFFERED} order by d.closed_at, d.id limit ${String(MOST)}`);
    return { items: rows.map((row) => this.#view(row)) };
  }

  /** @throws 404 for what no ruling offers, or was decided on; 409 while something speaks against taking it up */
  async decide(
    viewer: Viewer,
    id: string,
    { accept, reason }: BodyOf<typeof decideRoutingDraft>,
  ): Promise<{ id: string; accepted: boolean }> {
    const { rows } = isUuid(id) ? await this.pool.query<RuledRow>(`${OFFERED} and d.id = $1`, [id]) : { rows: [] };
    const [draft] = rows;
    if (draft === undefined) throw problemOf('routing.draft_not_found');
    if (accept && this.#findings(draft).length > 0) throw problemOf('routing.draft_unsound');
    const { rowCount } = await this.pool.query(
      `insert into jiefen.routing_rulings(id, category_code, division_code, function, accepted, reason, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, jiefen.app_now()) on conflict do nothing`,
      [draft.id, draft.categoryCode, draft.divisionCode, draft.function, accept, reason, viewer.userId],
    );
    if (rowCount === 0) throw problemOf('routing.draft_not_found');
    await this.audit.record(viewer, accept ? 'routing.ruling-accepted' : 'routing.ruling-rejected', draft.id, {
      categoryCode: draft.categoryCode,
      divisionCode: draft.divisionCode,
      function: draft.function,
    });
    if (accept) await this.directory.reload();
    return { id: draft.id, accepted: accept };
  }

  #findings(draft: RoutingRuling): ReturnType<typeof rulingFindings> {
    return rulingFindings(draft, this.directory.rulings(), this.directory);
  }

  #view(row: RuledRow): AnswerOf<typeof listRoutingDrafts>['items'][number] {
    const { ruledAt, ...draft } = row;
    const category = this.directory.category(draft.categoryCode);
    const division = this.directory.division(draft.divisionCode);
    const path = [draft.divisionCode, ...(division?.ancestors ?? [])];
    return {
      ...draft,
      categoryPath: category?.path ?? '',
      divisionName: division?.name ?? '',
      presentFunction: this.directory.ruling(draft.categoryCode, path)?.function ?? category?.owner ?? '',
      ruledAt: ruledAt.toISOString(),
      findings: this.#findings(draft).map((one) => ({ ...one })),
    };
  }
}
