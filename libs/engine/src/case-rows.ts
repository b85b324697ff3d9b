import type { CaseSnapshot, Deadline } from '#libs/domain';
import type { RowOf } from './binary-rows.ts';
import type { CASE, DEADLINE, MOVE, SHAPE } from './row-types.ts';
import type { CaseWrite } from './verdict.ts';
import { writtenOnce } from './written-once.ts';

/** Most open deadlines are the same objects as before the step. */
const jsonOf = writtenOnce<Deadline>((deadline) => JSON.stringify(deadline));

/** What every step may change of a case's row. */
function movedFields({ pending, after, projected }: CaseWrite) {
  const { snapshot } = after;
  return {
    id: pending.caseId,
    state: snapshot.state,
    version: after.version,
    seq: after.seq,
    head_hash: after.headHash,
    last_at: after.lastAt,
    context: JSON.stringify(snapshot.context),
    open_deadlines: `[${snapshot.open.map(jsonOf).join()}]`,
    holder_unit_id: projected.holderUnitId,
    viewer_unit_ids: projected.viewerUnitIds,
    keeper_user_id: projected.keeperUserId,
    closed_at: after.closedAt,
    next_due_at: projected.nextDueAt,
    overdue: projected.overdue,
  };
}

/** `head` is the hash that the decision was taken on. */
export function movedRow(n: number, write: CaseWrite, head: string): RowOf<typeof MOVE> {
  return { n, head, ...movedFields(write) };
}

/** What only reclassifying and its like change. */
export function shapedRow(n: number, { pending, after, projected, title }: CaseWrite): RowOf<typeof SHAPE> {
  const { procedure, procedureVersion, context } = after.snapshot;
  return {
    n,
    id: pending.caseId,
    procedure,
    procedure_version: procedureVersion,
    class: projected.class,
    route: projected.route,
    sealed: projected.sealed,
    title,
    category_code: projected.categoryCode,
    division_code: projected.divisionCode,
    county_code: projected.countyCode,
    city_code: projected.cityCode,
    province_code: projected.provinceCode,
    lead_unit_id: projected.leadUnitId,
    urgent: context.urgent,
    confidential: context.confidential,
  };
}

/** Whether `shapedRow` is needed. */
export function reshaped(before: CaseSnapshot, after: CaseSnapshot): boolean {
  const [a, b] = [before.context, after.context];
  return (
    before.procedure !== after.procedure ||
    before.procedureVersion !== after.procedureVersion ||
    a.class !== b.class ||
    a.route !== b.route ||
    a.sealed !== b.sealed ||
    a.categoryCode !== b.categoryCode ||
    a.divisionCode !== b.divisionCode ||
    a.leadUnitId !== b.leadUnitId ||
    a.urgent !== b.urgent ||
    a.confidential !== b.confidential
  );
}

/** Written out: spreading the two rows above took longer than all the rest of a registration's rows. */
export function createdRow(n: number, write: CaseWrite): RowOf<typeof CASE> {
  const { after, command, identity, recordedAt } = write;
  const { context } = after.snapshot;
  const { channel, headcount } = command.payload;
  const moved = movedFields(write);
  const shaped = shapedRow(n, write);
  return {
    n,
    id: moved.id,
    case_no: after.caseNo,
    query_hash: identity?.queryHash,
    procedure: shaped.procedure,
    procedure_version: shaped.procedure_version,
    state: moved.state,
    version: moved.version,
    seq: moved.seq,
    head_hash: moved.head_hash,
    last_at: moved.last_at,
    context: moved.context,
    open_deadlines: moved.open_deadlines,
    class: shaped.class,
    route: shaped.route,
    sealed: shaped.sealed,
    title: shaped.title,
    category_code: shaped.category_code,
    division_code: shaped.division_code,
    county_code: shaped.county_code,
    city_code: shaped.city_code,
    province_code: shaped.province_code,
    holder_unit_id: moved.holder_unit_id,
    lead_unit_id: shaped.lead_unit_id,
    viewer_unit_ids: moved.viewer_unit_ids,
    keeper_user_id: moved.keeper_user_id,
    channel: typeof channel === 'string' ? channel : null,
    headcount: typeof headcount === 'number' ? headcount : 1,
    urgent: shaped.urgent,
    confidential: shaped.confidential,
    received_at: context.receivedAt,
    registered_at: context.registeredAt,
    closed_at: moved.closed_at,
    next_due_at: moved.next_due_at,
    overdue: moved.overdue,
    recorded_at: recordedAt,
  };
}

export function deadlineRow(n: number, row: Deadline, { pending, after, recordedAt }: CaseWrite): RowOf<typeof DEADLINE> {
  return {
    n,
    id: row.id,
    case_id: pending.caseId,
    rule: row.rule,
    state: row.state,
    trigger_at: row.triggerAt,
    rule_pack: row.rulePack,
    calendar_version: row.calendarVersion,
    extension_days: row.extensionDays,
    pauses: row.pauses.length === 0 ? '[]' : JSON.stringify(row.pauses),
    fixed_date: row.fixedDate,
    due_date: row.dueDate,
    due_at: row.dueAt,
    digest: row.digest,
    owner_role: row.owner.role,
    owner_unit_id: row.owner.unitId,
    version: row.version,
    next_step: row.nextStep,
    next_at: row.nextAt,
    ladder_from: row.ladderFrom,
    fired_at: row.firedAt,
    done_at: row.doneAt,
    seq: after.seq,
    changed_at: recordedAt,
  };
}
