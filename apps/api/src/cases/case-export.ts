import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Viewer } from '#libs/access';
import type { exportCases, QueryOf } from '#libs/contracts';
import { civilDateOf, stateLabel } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { AuditTrail } from '../administration/audit-trail.ts';
import { problemOf } from '../http/problem-error.ts';
import { CaseList } from './case-list.ts';
import type { CaseRow } from './case-row.ts';
import { UnitNames } from './unit-names.ts';

/** More is no list that anybody reads, and a whole city's register leaves the house by other ways. */
export const MOST_ROWS = 50_000;

interface Column {
  /** Where the import knows the same thing, by the name that it knows it by. */
  readonly header: string;
  readonly of: (row: CaseRow) => string;
}

const civilTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const timeOf = (date: Date | null): string => (date === null ? '' : civilTime.format(date));
/** The last day of a limit: its instant is the first one after it. */
const lastDayOf = (dueAt: Date | null): string => (dueAt === null ? '' : civilDateOf(new Date(dueAt.getTime() - 1).toISOString()));

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
}

/** The list of cases as a file: fields of the list only, never a party's data, never a sealed case. */
@Injectable()
export class CaseExport {
  readonly #columns: readonly Column[];

  constructor(
    private readonly list: CaseList,
    private readonly audit: AuditTrail,
    units: UnitNames,
    directory: DirectoryService,
  ) {
    this.#columns = [
      { header: '编号', of: (row) => row.case_no },
      { header: '标题', of: (row) => row.title },
      { header: '状态', of: (row) => stateLabel(row.procedure, row.state).zh },
      { header: '类别', of: (row) => row.class },
      { header: '途径', of: (row) => row.route ?? '' },
      { header: '信访日期', of: (row) => timeOf(row.received_at) },
      { header: '登记时间', of: (row) => timeOf(row.registered_at) },
      { header: '问题属地', of: (row) => row.division_code },
      { header: '内容分类', of: (row) => row.category_code },
      { header: '分类名称', of: (row) => directory.category(row.category_code)?.path ?? '' },
      { header: '信访形式', of: (row) => row.channel },
      { header: '信访人数', of: (row) => String(row.headcount) },
      { header: '承办单位', of: (row) => units.of(row.holder_unit_id).name },
      { header: '紧急', of: (row) => (row.urgent ? '是' : '') },
      { header: '下一期限', of: (row) => lastDayOf(row.next_due_at) },
      { header: '逾期', of: (row) => (row.overdue ? '是' : '') },
      { header: '办结时间', of: (row) => timeOf(row.closed_at) },
    ];
  }

  /** @throws 413 when the filters leave more rows than a file takes */
  async file(viewer: Viewer, { format, ...filter }: QueryOf<typeof exportCases>): Promise<ExportFile> {
    const rows = await this.list.countUnsealed(viewer, filter, MOST_ROWS);
    if (rows > MOST_ROWS) throw problemOf('export.too_large');
    // Which filters, not what was searched for: that may be somebody's name.
    await this.audit.record(viewer, 'cases.exported', format, { rows, filters: Object.keys(filter).sort() });
    const texts = this.#texts(viewer, filter);
    const name = `cases-${new Date().toISOString().slice(0, 10)}.${format}`;
    return format === 'csv'
      ? { name, type: 'text/csv; charset=utf-8', content: this.#csv(texts) }
      : { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: this.#workbook(texts) };
  }

  async *#texts(viewer: Viewer, filter: Omit<QueryOf<typeof exportCases>, 'format'>): AsyncGenerator<string[]> {
    for await (const row of this.list.unsealed(viewer, filter, MOST_ROWS)) yield this.#columns.map(({ of }) => of(row));
  }

  /** Titles come from outside and the file is opened in a spreadsheet: formulas are written as text. */
  #csv(texts: AsyncIterable<string[]>): Readable {
    const csv = stringify({ bom: true, header: true, columns: this.#columns.map(({ header }) => header), escape_formulas: true });
    return Readable.from(texts).pipe(csv);
  }

  /** Every cell is a string: a spreadsheet evaluates none of them. */
  #workbook(texts: AsyncIterable<string[]>): Readable {
    const columns = this.#columns.map(({ header }) => ({ header }));
    return Readable.fromWeb(
      writeXlsxStream(texts, { name: '案件', columns, freezePane: { rows: 1 } }) as Parameters<typeof Readable.fromWeb>[0],
    );
  }
}
