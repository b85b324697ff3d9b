import type { RowType } from './binary-rows.ts';

/**
 * The rows of `jiefen.engine_commit`: the database's types `commit_*`, their columns in the same order (a test compares both).
 * `n`, from 1, tells which command of the group a row belongs to.
 */
export const LOCK = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['head', 'text'],
] as const satisfies RowType;

export const RUNG = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['version', 'int4'],
] as const satisfies RowType;

export const KEY = [
  ['n', 'int4'],
  ['scope', 'text'],
  ['key', 'text'],
  ['body_hash', 'text'],
  ['command_id', 'uuid'],
  ['case_id', 'uuid'],
  ['status', 'int4'],
  ['answer', 'json'],
  ['at', 'timestamptz'],
] as const satisfies RowType;

export const EVENT = [
  ['n', 'int4'],
  ['case_id', 'uuid'],
  ['seq', 'int4'],
  ['type', 'text'],
  ['at', 'timestamptz'],
  ['recorded_at', 'timestamptz'],
  ['command_id', 'uuid'],
  ['body', 'text'],
  ['hash', 'text'],
  ['prev_hash', 'text'],
] as const satisfies RowType;

/** The folded case: what every step writes. */
const FOLDED = [
  ['state', 'text'],
  ['version', 'int4'],
  ['seq', 'int4'],
  ['head_hash', 'text'],
  ['last_at', 'timestamptz'],
  ['context', 'text'],
  ['open_deadlines', 'text'],
] as const satisfies RowType;

/** What it is and where it lies: what reclassifying writes. */
const PLACED = [
  ['class', 'text'],
  ['route', 'text'],
  ['sealed', 'bool'],
  ['title', 'text'],
  ['category_code', 'text'],
  ['division_code', 'text'],
  ['county_code', 'text'],
  ['city_code', 'text'],
  ['province_code', 'text'],
] as const satisfies RowType;

export const CASE = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['case_no', 'text'],
  ['query_hash', 'bytea'],
  ['procedure', 'text'],
  ['procedure_version', 'int4'],
  ...FOLDED,
  ...PLACED,
  ['holder_unit_id', 'uuid'],
  ['lead_unit_id', 'uuid'],
  ['viewer_unit_ids', 'uuid[]'],
  ['keeper_user_id', 'uuid'],
  ['channel', 'text'],
  ['headcount', 'int4'],
  ['urgent', 'bool'],
  ['confidential', 'bool'],
  ['received_at', 'timestamptz'],
  ['registered_at', 'timestamptz'],
  ['closed_at', 'timestamptz'],
  ['next_due_at', 'timestamptz'],
  ['overdue', 'bool'],
  ['recorded_at', 'timestamptz'],
] as const satisfies RowType;

export const MOVE = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['head', 'text'],
  ...FOLDED,
  ['holder_unit_id', 'uuid'],
  ['viewer_unit_ids', 'uuid[]'],
  ['keeper_user_id', 'uuid'],
  ['closed_at', 'timestamptz'],
  ['next_due_at', 'timestamptz'],
  ['overdue', 'bool'],
] as const satisfies RowType;

export const SHAPE = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['procedure', 'text'],
  ['procedure_version', 'int4'],
  ...PLACED,
  ['lead_unit_id', 'uuid'],
  ['urgent', 'bool'],
  ['confidential', 'bool'],
] as const satisfies RowType;

export const DEADLINE = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['rule', 'text'],
  ['state', 'text'],
  ['trigger_at', 'timestamptz'],
  ['rule_pack', 'text'],
  ['calendar_version', 'text'],
  ['extension_days', 'int4'],
  ['pauses', 'jsonb'],
  ['fixed_date', 'date'],
  ['due_date', 'date'],
  ['due_at', 'timestamptz'],
  ['digest', 'text'],
  ['owner_role', 'text'],
  ['owner_unit_id', 'uuid'],
  ['version', 'int4'],
  ['next_step', 'int4'],
  ['next_at', 'timestamptz'],
  ['ladder_from', 'timestamptz'],
  ['fired_at', 'timestamptz'],
  ['done_at', 'timestamptz'],
  ['seq', 'int4'],
  ['changed_at', 'timestamptz'],
] as const satisfies RowType;

/** The same columns, written beside the others: rows that stand already. */
export const TURNED_DEADLINE = [...DEADLINE] as const;

export const DOCUMENT = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['seq', 'int4'],
  ['field', 'text'],
  ['cipher', 'bytea'],
  ['digest', 'text'],
  ['created_at', 'timestamptz'],
] as const satisfies RowType;

export const OUTBOX = [
  ['n', 'int4'],
  ['topic', 'text'],
  ['case_id', 'uuid'],
  ['seq', 'int4'],
  ['payload', 'jsonb'],
  ['created_at', 'timestamptz'],
] as const satisfies RowType;

export const VAULT = [
  ['n', 'int4'],
  ['case_id', 'uuid'],
  ['wrapped', 'bytea'],
] as const satisfies RowType;

export const PARTY = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['role', 'text'],
  ['kind', 'text'],
  ['unit_id', 'uuid'],
  ['name', 'bytea'],
  ['id_number', 'bytea'],
  ['phone', 'bytea'],
  ['name_mask', 'text'],
  ['id_index', 'bytea'],
  ['phone_index', 'bytea'],
  ['phone4_mac', 'bytea'],
] as const satisfies RowType;
