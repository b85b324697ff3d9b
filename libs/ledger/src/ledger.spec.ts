import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryFrom } from '#libs/domain';
import { EngineOverloaded } from '#libs/engine';
import { ErrorFile, importLedger, ledgerCaseId, MappingError, openLedger } from './index.ts';
import type { ImportReport, LedgerRow } from './index.ts';

const directory = directoryFrom({
  divisions: [
    { code: '430000', name: '湖南省', parent: null },
    { code: '430400', name: '衡阳市', parent: '430000' },
  ],
  units: [],
  categories: [{ code: '010000', path: '城乡建设', owner: 'housing-construction', lowestLevel: 'county' }],
});
const HEADER = '"id","title","receivedAt","divisionCode","narrative","category","repliedAt"';

describe('an old ledger', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiefen-ledger-'));
    file = join(folder, 'ledger.csv');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(
    lines: readonly string[],
    had: ReadonlySet<string> = new Set(),
    map: string | null = null,
    turnedAway = 0,
  ): Promise<ImportReport & { rows: LedgerRow[]; ids: string[]; errors: string }> {
    writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
    const ledger = await openLedger(file, map);
    const errors = new ErrorFile(`${file}.errors.csv`, ledger.header);
    const rows: LedgerRow[] = [];
    const ids: string[] = [];
    const report = await importLedger(ledger, {
      directory,
      city: '430400',
      now: '2026-11-22T00:00:00.000Z',
      errors,
      existing: (asked) => Promise.resolve(new Set(asked.filter((id) => had.has(id)))),
      register: (row, caseId) => {
        if (turnedAway-- > 0) return Promise.reject(new EngineOverloaded(0));
        rows.push(row);
        ids.push(caseId);
        return Promise.resolve({ kind: 'done' } as Awaited<ReturnType<NonNullable<Parameters<typeof importLedger>[1]['register']>>>);
      },
      progress: () => undefined,
    });
    await errors.close();
    return { ...report, rows, ids, errors: report.wrong === 0 ? '' : readFileSync(`${file}.errors.csv`, 'utf8') };
  }

  it('is read with line breaks inside quotes, civil times of the place, and categories by their path', async () => {
    const { rows, registered, wrong } = await run([HEADER, '"7","路灯不亮","2019/3/5 8:05","430400","第一行', '第二行","城乡建设",""']);
    expect([registered, wrong]).toEqual([1, 0]);
    expect(rows[0]).toMatchObject({
      id: '7',
      narrative: '第一行\n第二行',
      receivedAt: '2019-03-05T00:05:00.000Z',
      categoryCode: '010000',
      repliedAt: null,
    });
  });

  it('gives every broken row its line and reasons, and takes the others', async () => {
    const { registered, wrong, errors } = await run([
      HEADER,
      '"1","好","2019-01-02T10:00:00+08:00","430400","事情","",""',
      '"2","","2019-02-30 10:00","999999","事情","没有这类","2018-01-01 00:00"',
      '"3","少一格"',
      '"1","重复","2019-01-02T10:00:00+08:00","430400","事情","",""',
      '"4","=cmd()","2099-01-02T10:00:00+08:00","430400","事情","",""',
      '"5","好","2019-01-03T10:00:00+08:00","430400","事情","",""',
    ]);
    expect([registered, wrong]).toEqual([2, 4]);
    for (const told of [
      '"3","row.time; row.text; row.division; row.category"',
      '"4","row.cells"',
      '"5","row.twice"',
      '"6","row.future"',
      '"\'=cmd()"',
    ])
      expect(errors).toContain(told);
  });

  it('reports a quote that is never closed and keeps what came before', async () => {
    const { registered, wrong, errors } = await run([
      HEADER,
      '"1","好","2019-01-02T10:00:00+08:00","430400","事情","",""',
      '"2","没有结尾',
    ]);
    expect([registered, wrong]).toEqual([1, 1]);
    expect(errors).toContain('"3","row.cells"');
  });

  it('changes nothing the second time: a row is known by ledger and id', async () => {
    const lines = [HEADER, '"1","好","2019-01-02T10:00:00+08:00","430400","事情","",""'];
    const first = await run(lines);
    const second = await run(lines, new Set(first.ids));
    expect([second.registered, second.known]).toEqual([0, 1]);
    expect(first.ids).toEqual([ledgerCaseId('ledger', '1')]);
    expect(first.ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{10}00$/);
  });

  it('asks a busy engine again', async () => {
    const lines = [HEADER, '"1","好","2019-01-02T10:00:00+08:00","430400","事情","",""'];
    expect(await run(lines, new Set(), null, 3)).toMatchObject({ registered: 1, wrong: 0 });
  });

  it('takes columns, values and defaults from a mapping', async () => {
    const map = JSON.stringify({
      ledger: 'old',
      columns: { id: '编号', title: '概况', narrative: '内容', receivedAt: '日期' },
      values: { channel: { 来信: 'letter' } },
      defaults: { channel: '来信', divisionCode: '430400' },
    });
    const { rows, ids } = await run(['编号,概况,内容,日期', 'A1,甲,乙,2020-01-01'], new Set(), map);
    expect(rows[0]).toMatchObject({
      id: 'A1',
      title: '甲',
      narrative: '乙',
      divisionCode: '430400',
      receivedAt: '2019-12-31T16:00:00.000Z',
    });
    expect(ids).toEqual([ledgerCaseId('old', 'A1')]);
  });

  it('refuses a ledger or mapping that cannot be one, in one line', async () => {
    await expect(run(['a,b', '1,2'])).rejects.toThrow(
      new MappingError('no column for id, title, narrative, receivedAt; name it in a mapping file (--map)'),
    );
    await expect(run([HEADER], new Set(), '{')).rejects.toThrow('the mapping file is not JSON');
    await expect(run([HEADER], new Set(), '{"columns":{"title":"nowhere"}}')).rejects.toThrow(
      'names a column that the ledger lacks: nowhere',
    );
    await expect(run([HEADER], new Set(), '{"colums":{}}')).rejects.toThrow('the mapping file:');
  });
});
