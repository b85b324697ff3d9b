import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { Viewer } from '#libs/access';
import type { AnswerOf, exportSupervisions, listSupervisions, QueryOf } from '#libs/contracts';
import { MEASURE_LABELS } from '#libs/domain';
import { AuditTrail } from '../administration/audit-trail.ts';
import { SupervisionLedger } from './supervision-ledger.ts';

type Item = AnswerOf<typeof listSupervisions>['items'][number];

const COLUMNS: readonly (readonly [header: string, of: (item: Item) => string])[] = [
  ['督办单号', ({ caseNo }) => caseNo],
  ['原事项编号', ({ mainCase }) => mainCase?.caseNo ?? ''],
  ['督办事由', ({ card }) => card.groundLabel.zh],
  ['责任单位', ({ holder }) => holder.name],
  ['包案领导', ({ leader }) => leader ?? ''],
  ['状态', ({ stateLabel }) => stateLabel.zh],
  ['启动日期', ({ registeredAt }) => registeredAt.slice(0, 10)],
  ['回复日期', ({ repliedOn }) => repliedOn ?? ''],
  ['事项数', ({ card }) => String(card.items.length)],
  ['已销号事项', ({ card }) => String(card.items.filter((one) => one.signedOff === true).length)],
  ['采取措施', ({ card }) => card.measures.map(({ measure, resolution }) => `${MEASURE_LABELS[measure].zh}（${resolution}）`).join('；')],
  ['挂牌日期', ({ card }) => card.listed?.on ?? ''],
  ['摘牌日期', ({ card }) => card.delistedOn ?? ''],
  ['整改期限', ({ card }) => card.measures.findLast((one) => one.dueDate !== undefined)?.dueDate ?? ''],
];

const PAGE = 200;

/** 整改台账 as a file: units, leaders and what was asked, never a petitioner. Whoever takes one is audited. */
@Injectable()
export class LedgerFile {
  constructor(
    private readonly ledger: SupervisionLedger,
    private readonly audit: AuditTrail,
  ) {}

  async csv(viewer: Viewer, filter: QueryOf<typeof exportSupervisions>): Promise<Readable> {
    await this.audit.record(viewer, 'supervisions.exported', 'csv', { filters: Object.keys(filter).sort() });
    const csv = stringify({ bom: true, header: true, columns: COLUMNS.map(([header]) => header), escape_formulas: true });
    return Readable.from(this.#rows(viewer, filter)).pipe(csv);
  }

  async *#rows(viewer: Viewer, filter: QueryOf<typeof exportSupervisions>): AsyncGenerator<string[]> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: AnswerOf<typeof listSupervisions> = await this.ledger.page(viewer, {
        ...filter,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      yield* page.items.map((item) => COLUMNS.map(([, of]) => of(item)));
      cursor = page.nextCursor;
    }
  }
}
