import { CHANNELS, validateText } from '#libs/domain';
import type { Channel, Directory, Instant } from '#libs/domain';
import type { LedgerRecord } from './read-ledger.ts';
import type { LedgerField } from './mapping.ts';

/** A row that can be registered. */
export interface LedgerRow {
  readonly line: number;
  readonly id: string;
  readonly title: string;
  readonly narrative: string;
  readonly receivedAt: Instant;
  readonly divisionCode: string;
  readonly channel: Channel;
  /** Null: the ledger doesn't say; the counter's own suggestion is taken. */
  readonly categoryCode: string | null;
  readonly petitioner: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly headcount: number;
  /** Set: the old ledger had answered it; nothing is armed for it. */
  readonly repliedAt: Instant | null;
  readonly reply: string | null;
}

export interface RowProblem {
  readonly field: LedgerField | null;
  readonly code: string;
  readonly message: string;
}

const problem = (field: LedgerField | null, code: string, message: string): RowProblem => ({ field, code, message });

/** The row, or everything that is wrong with it at once. */
export function readRow(record: LedgerRecord, directory: Directory, city: string, now: Instant): LedgerRow | readonly RowProblem[] {
  if (record.broken !== null) return [problem(null, 'row.cells', record.broken)];
  const { cells } = record;
  const problems: RowProblem[] = [];
  const receivedAt = instantOf(cells.receivedAt, 'receivedAt', problems);
  const repliedAt = cells.repliedAt === undefined ? null : instantOf(cells.repliedAt, 'repliedAt', problems);
  if (receivedAt !== null && receivedAt > now) problems.push(problem('receivedAt', 'row.future', 'received in the future'));
  if (receivedAt !== null && repliedAt !== null && repliedAt < receivedAt)
    problems.push(problem('repliedAt', 'row.order', 'answered before it was received'));
  if (cells.id === undefined) problems.push(problem('id', 'row.missing', 'has no id'));
  for (const [field, max] of [
    ['title', 200],
    ['narrative', 20_000],
  ] as const) {
    const fault = validateText(cells[field] ?? '', max);
    if (fault !== null) problems.push(problem(field, 'row.text', fault.en));
  }
  const divisionCode = cells.divisionCode ?? city;
  if (directory.division(divisionCode) === undefined)
    problems.push(problem('divisionCode', 'row.division', `no such place: ${divisionCode}`));
  const channel = CHANNELS.find((each) => each === (cells.channel ?? 'online'));
  if (channel === undefined) problems.push(problem('channel', 'row.channel', `no such channel: ${cells.channel ?? ''}`));
  const categoryCode = categoryOf(cells.category, directory);
  if (categoryCode === undefined) problems.push(problem('category', 'row.category', `no such category: ${cells.category ?? ''}`));
  const headcount = Number(cells.headcount ?? '1');
  if (!Number.isInteger(headcount) || headcount < 1) problems.push(problem('headcount', 'row.headcount', 'not a number of people'));
  if (problems.length > 0 || receivedAt === null || channel === undefined || categoryCode === undefined) return problems;
  return {
    line: record.line,
    id: cells.id ?? '',
    title: cells.title ?? '',
    narrative: cells.narrative ?? '',
    receivedAt,
    divisionCode,
    channel,
    categoryCode,
    petitioner: cells.petitioner ?? null,
    phone: cells.phone ?? null,
    address: cells.address ?? null,
    headcount,
    repliedAt,
    reply: cells.reply ?? null,
  };
}

/** A code, or a path of the classification (`城乡建设/安全生产`); undefined when it is neither. */
function categoryOf(cell: string | undefined, directory: Directory): string | null | undefined {
  if (cell === undefined) return null;
  if (/^\d{6}$/.test(cell)) return directory.category(cell)?.code;
  return directory.categories().find((category) => category.path === cell)?.code;
}

/** ISO 8601 with an offset, or a bare civil date and time as ledgers write them (Asia/Shanghai then). */
function instantOf(cell: string | undefined, field: LedgerField, problems: RowProblem[]): Instant | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    cell ?? '',
  );
  if (match === null) {
    problems.push(problem(field, 'row.time', `not a time: ${cell ?? '(empty)'}`));
    return null;
  }
  const [, year, month, day, hour = '0', minute = '00', second = '00', offset = '+08:00'] = match;
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const civil = `${year ?? ''}-${two(month)}-${two(day)}`;
  const at = new Date(`${civil}T${two(hour)}:${minute}:${second}${offset}`);
  // Date rolls 30 February over into March; a ledger that says so is wrong.
  if (Number.isNaN(at.getTime()) || new Date(`${civil}T00:00:00Z`).toISOString().slice(0, 10) !== civil) {
    problems.push(problem(field, 'row.time', `no such day or time: ${cell ?? ''}`));
    return null;
  }
  return at.toISOString();
}
