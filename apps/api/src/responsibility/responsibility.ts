import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf, hasRole } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, readResponsibility } from '#libs/contracts';
import { commandLabel, ruleOf, traceResponsibility } from '#libs/domain';
import type { Act, CaseCommand, DueDuty, HeldSpan } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import type { KnownCase } from '../cases/case-store.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { RulesInForce } from '../deadlines/rules-in-force.ts';

type Answer = AnswerOf<typeof readResponsibility>;
type Names = ReadonlyMap<string, string>;

/** 责任倒查 of one case, for whoever may read it. Units and roles stand for everybody; persons for those who supervise or audit its place. */
@Injectable()
export class Responsibility {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly rules: RulesInForce,
    private readonly units: UnitNames,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
  ) {}

  async of(viewer: Viewer, known: KnownCase): Promise<Answer> {
    const { row, content } = known;
    const { rows } = await this.pool.query<{ body: string }>('select body from jiefen.events where case_id = $1 order by seq', [row.id]);
    const commands = rows.map(({ body }) => (JSON.parse(body) as { readonly command: CaseCommand }).command);
    const trace = traceResponsibility(commands, await this.time.now(), this.rules.env());
    const namesPersons = content && !row.sealed && this.#mayName(viewer, known);
    const names = namesPersons ? await this.#names(viewer, known, trace.spans) : null;
    return {
      caseId: row.id,
      caseNo: row.case_no,
      receivedAt: trace.receivedAt,
      registeredAt: trace.registeredAt,
      closedAt: trace.closedAt,
      namesPersons,
      spans: trace.spans.map(({ unitId, from, to, minutes, workingDays, acts, duties }) => ({
        unit: this.units.of(unitId),
        from,
        to,
        minutes,
        workingDays,
        // Of a sealed case its auditor learns who had it and what was late, never what was done about it.
        acts: content ? acts.map((one) => this.#act(one, names)) : [],
        duties: duties.map((one) => this.#duty(one)),
      })),
    };
  }

  /** Whoever answers for the place: a person is named to nobody else, colleagues included. */
  #mayName(viewer: Viewer, { snapshot }: KnownCase): boolean {
    const { division } = actorOf(viewer);
    return hasRole(viewer, 'supervisor', 'leader', 'auditor') && division !== null && snapshot.context.divisionPath.includes(division);
  }

  /** Kept in the audit trail: who looked up which persons' acts. */
  async #names(viewer: Viewer, { row }: KnownCase, spans: readonly HeldSpan[]): Promise<Names> {
    const ids = [...new Set(spans.flatMap(({ acts }) => acts.flatMap(({ userId }) => userId ?? [])))];
    await this.audit.record(viewer, 'responsibility.read', row.id, { persons: ids.length });
    const { rows } = await this.pool.query<{ id: string; display_name: string }>(
      'select id, display_name from jiefen.users where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((one) => [one.id, one.display_name]));
  }

  #act({ seq, at, command, role, unitId, userId }: Act, names: Names | null): Answer['spans'][number]['acts'][number] {
    return {
      seq,
      at,
      command,
      label: commandLabel(command),
      role,
      unit: unitId === null ? null : this.units.of(unitId),
      person: names === null || userId === null ? null : { userId, name: names.get(userId) ?? userId },
    };
  }

  #duty(duty: DueDuty): Answer['spans'][number]['duties'][number] {
    const { unitId, rulePack, ...rest } = duty;
    const { title, basis } = ruleOf(this.rules.env().rulePacks, rulePack, duty.rule);
    return { ...rest, title, basis, unit: unitId === null ? null : this.units.of(unitId) };
  }
}
