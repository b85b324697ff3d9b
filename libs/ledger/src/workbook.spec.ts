import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { CellValue } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { checkInflatedSize, openLedger, WorkbookError } from './index.ts';
import type { LedgerRecord } from './index.ts';

const CITY = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'messages-city.csv');
const HEADER = ['id', 'title', 'receivedAt', 'narrative', 'phone'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiefen-workbook-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  dateSystem: '1900' | '1904' = '1900',
): Promise<string> {
  const path = join(folder, 'ledger.xlsx');
  const bytes = await writeXlsx({
    dateSystem,
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
  writeFileSync(path, bytes);
  return path;
}

async function recordsOf(path: string, sheet: string | null = null): Promise<readonly LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for await (const record of (await openLedger(path, null, sheet)).records) records.push(record);
  return records;
}

describe('a ledger in a workbook', () => {
  it.each(['1900', '1904'] as const)('is read as the CSV of it is, dates of the %s epoch as what they show', async (epoch) => {
    const received = new Date('2026-03-06T09:30:00Z');
    const path = await workbook(
      {
        台账: [
          HEADER,
          ['007', '路灯不亮', received, '三天了\r\n没人修', '13900004321'],
          ['8', '噪声', new Date('2026-03-07T00:00:00Z'), '夜间施工', null],
        ],
      },
      epoch,
    );
    expect(await recordsOf(path)).toMatchObject([
      { line: 2, broken: null, cells: { id: '007', receivedAt: '2026-03-06 09:30:00', narrative: '三天了\n没人修', phone: '13900004321' } },
      { line: 3, broken: null, cells: { id: '8', receivedAt: '2026-03-07' } },
    ]);
  });

  it('takes numbers as they were typed, and none that a spreadsheet has rounded', async () => {
    const path = await workbook({
      a: [HEADER, [12, '题', '2026-03-06', '文', 13900004321], [13, '题', '2026-03-06', '文', 430421199003074200]],
    });
    const [first, second] = await recordsOf(path);
    expect(first).toMatchObject({ broken: null, cells: { id: '12', phone: '13900004321' } });
    expect(second?.broken).toMatch(/format the column as text/);
  });

  it('reads the sheet that is named, leaves empty rows out and counts lines as the sheet does', async () => {
    const path = await workbook({ 说明: [['没有数据']], 数据: [HEADER, [], ['1', '题', '2026-03-06', '文']] });
    expect(await recordsOf(path, '数据')).toMatchObject([{ line: 3, broken: null, cells: { id: '1' } }]);
    await expect(recordsOf(path, '不存在')).rejects.toThrow(WorkbookError);
  });

  it('says of a row with too many cells what is wrong with it', async () => {
    const path = await workbook({ a: [HEADER, ['1', '题', '2026-03-06', '文', '1', '多余']] });
    expect((await recordsOf(path))[0]?.broken).toBe('6 cells where the header has 5');
  });

  it('is not opened where it is none, is damaged, or unpacks to too much', async () => {
    const path = join(folder, 'none.xlsx');
    writeFileSync(path, 'id,title');
    await expect(recordsOf(path)).rejects.toThrow(WorkbookError);
    const bomb = await workbook({
      a: [
        HEADER,
        ...Array.from({ length: 3_000 }, (_, i) => [String(i), '零'.repeat(200), '2026-03-06', `${'0'.repeat(600)}${String(i)}`]),
      ],
    });
    await expect(checkInflatedSize(bomb, 1_000_000)).rejects.toThrow(/unpacks to more than 1 MB/);
    await expect(checkInflatedSize(bomb)).resolves.toBeUndefined();
  });

  it('of 4,326 real messages gives what their CSV gives', async () => {
    if (!existsSync(CITY)) {
      process.stdout.write('workbook.spec: ../shared/data/messages-city.csv is not there; nothing to compare\n');
      return;
    }
    const rows: string[][] = [];
    for await (const row of createReadStream(CITY).pipe(parse({ bom: true, relax_quotes: true })) as AsyncIterable<string[]>)
      rows.push(row);
    const path = await workbook({ 留言: rows });
    const times: number[] = [];
    const read = async (file: string): Promise<readonly Pick<LedgerRecord, 'cells' | 'broken'>[]> => {
      const started = performance.now();
      const records = await recordsOf(file);
      times.push(performance.now() - started);
      return records.map(({ cells, broken }) => ({ cells, broken }));
    };
    const [csv, xlsx] = [await read(CITY), await read(path)];
    expect(xlsx.length).toBe(4_326);
    expect(xlsx).toEqual(csv);
    process.stdout.write(
      `workbook.spec: 4,326 rows read, CSV ${String(Math.round(times[0] ?? 0))} ms, XLSX ${String(Math.round(times[1] ?? 0))} ms\n`,
    );
  }, 60_000);
});
