import type { CaseContext, CaseSnapshot, ContextClass, Channel, OpenDeadline, ProcedureId, Route } from '#libs/domain';

/** A row of `jiefen.cases` as the reading side needs it. */
export interface CaseRow {
  readonly id: string;
  readonly case_no: string;
  readonly procedure: ProcedureId;
  readonly procedure_version: number;
  readonly state: string;
  readonly version: number;
  readonly seq: number;
  readonly head_hash: string;
  readonly context: CaseContext;
  readonly open_deadlines: readonly OpenDeadline[];
  readonly class: ContextClass;
  readonly route: Route | null;
  readonly sealed: boolean;
  readonly title: string;
  readonly category_code: string;
  readonly division_code: string;
  readonly holder_unit_id: string;
  readonly channel: Channel;
  readonly headcount: number;
  readonly urgent: boolean;
  readonly confidential: boolean;
  readonly received_at: Date;
  readonly registered_at: Date;
  readonly closed_at: Date | null;
  readonly next_due_at: Date | null;
  readonly overdue: boolean;
}

export const CASE_COLUMNS = `c.id, c.case_no, c.procedure, c.procedure_version, c.state, c.version, c.seq, c.head_hash, c.context::json as context, c.open_deadlines::json as open_deadlines, c.class, c.route,
  c.sealed, c.title, c.category_code, c.division_code, c.holder_unit_id, c.channel, c.headcount, c.urgent, c.confidential, c.received_at, c.registered_at,
  c.closed_at, c.next_due_at, c.overdue`;

export function snapshotOf(row: CaseRow): CaseSnapshot {
  return {
    procedure: row.procedure,
    procedureVersion: row.procedure_version,
    state: row.state,
    context: row.context,
    open: row.open_deadlines,
  };
}
