import { z } from 'zod';

const LEDGER_FIELDS = [
  'id',
  'title',
  'narrative',
  'receivedAt',
  'divisionCode',
  'petitioner',
  'phone',
  'address',
  'channel',
  'category',
  'headcount',
  'repliedAt',
  'reply',
] as const;
/** What a row of an old ledger may tell us; `id`, `title`, `narrative` and `receivedAt` it must. */
export type LedgerField = (typeof LEDGER_FIELDS)[number];

const mappingSchema = z.strictObject({
  /** Name of the ledger: rows are known by ledger and id, so that a second run, or a corrected file, changes nothing. */
  ledger: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[\w.-]+$/, 'letters, digits, dot, dash'),
  /** Our field → the file's column. */
  columns: z.partialRecord(z.enum(LEDGER_FIELDS), z.string().min(1)),
  /** Values for fields that have no column, or where the cell is empty. */
  defaults: z.strictObject({ divisionCode: z.string(), channel: z.string(), category: z.string(), petitioner: z.string() }).partial(),
  /** The file's words → our codes, by field: `{"channel": {"网上": "online"}}`. */
  values: z.partialRecord(z.enum(LEDGER_FIELDS), z.record(z.string(), z.string())),
});
export type LedgerMapping = z.infer<typeof mappingSchema>;

/** The mapping file is not one; the message is one line for the person at the keyboard. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

const REQUIRED = ['id', 'title', 'narrative', 'receivedAt'] as const;
/** Columns taken by their own name when nothing is mapped; other names that ledgers use for the same. */
const USUAL_NAMES: Readonly<Record<LedgerField, readonly string[]>> = {
  id: ['id', '信访件编号', 'xfjbh', '编号'],
  title: ['title', '标题', '概况'],
  narrative: ['narrative', '投诉内容', '内容', '留言详情'],
  receivedAt: ['receivedAt', '信访日期', 'xfrq', '留言时间'],
  divisionCode: ['divisionCode', '问题属地', 'wtsddm'],
  petitioner: ['sender', 'petitioner', '信访人', '留言用户'],
  phone: ['phone', '电话'],
  address: ['address', '地址'],
  channel: ['channel', '信访形式', 'xfxs'],
  category: ['category', 'category1', 'categoryCode', '内容分类', '一级标签'],
  headcount: ['headcount', '信访人数', 'xfrs'],
  repliedAt: ['repliedAt', '答复时间'],
  reply: ['reply', '答复意见'],
};

/**
 * The mapping for a file: what `--map` says, and for fields it leaves out the column with a usual name.
 * @throws MappingError when the file's text is no mapping, names a column the ledger lacks, or a required field has none
 */
export function mappingFor(header: readonly string[], mapFile: string | null): LedgerMapping {
  const told = mapFile === null ? {} : parseMapFile(mapFile);
  const columns: Partial<Record<LedgerField, string>> = {};
  for (const field of LEDGER_FIELDS) {
    const named = told.columns?.[field];
    if (named !== undefined && !header.includes(named))
      throw new MappingError(`the mapping names a column that the ledger lacks: ${named}`);
    const column = named ?? USUAL_NAMES[field].find((name) => header.includes(name));
    if (column !== undefined) columns[field] = column;
  }
  const missing = REQUIRED.filter((field) => columns[field] === undefined);
  if (missing.length > 0) throw new MappingError(`no column for ${missing.join(', ')}; name it in a mapping file (--map)`);
  return { ledger: told.ledger ?? 'ledger', columns, defaults: told.defaults ?? {}, values: told.values ?? {} };
}

function parseMapFile(text: string): Partial<LedgerMapping> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new MappingError('the mapping file is not JSON');
  }
  const parsed = mappingSchema.partial().safeParse(json);
  if (parsed.success) return parsed.data as Partial<LedgerMapping>;
  const first = parsed.error.issues[0];
  throw new MappingError(`the mapping file: ${first?.path.join('.') ?? ''} ${first?.message ?? 'is wrong'}`.trim());
}
