import { Controller, StreamableFile } from '@nestjs/common';
import {
  exportSupervisions,
  issueLetter,
  listPublishedResults,
  listRectifications,
  listSuggestionLetters,
  listSupervisions,
  openRectification,
  openSupervision,
  readSupervisionBoard,
} from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { LedgerFile } from './ledger-file.ts';
import { LetterList } from './letter-list.ts';
import { Rectifications } from './rectifications.ts';
import { RecordOpenings } from './record-openings.ts';
import { SupervisionLedger } from './supervision-ledger.ts';

/** Supervision and suggestions (Art 39, 40): opened beside a case; their own steps are commands like any other's. */
@Controller()
export class RecordsController {
  constructor(
    private readonly openings: RecordOpenings,
    private readonly ledger: SupervisionLedger,
    private readonly letters: LetterList,
    private readonly files: LedgerFile,
    private readonly rectifications: Rectifications,
  ) {}

  @Endpoint(openSupervision)
  supervise(@Input() { viewer, params, body, idempotencyKey }: Call<typeof openSupervision>): Promise<AnswerOf<typeof openSupervision>> {
    return this.openings.supervise(viewer, params.id, body, idempotencyKey);
  }

  @Endpoint(issueLetter)
  suggest(@Input() { viewer, params, body, idempotencyKey }: Call<typeof issueLetter>): Promise<AnswerOf<typeof issueLetter>> {
    return this.openings.suggest(viewer, params.id, body, idempotencyKey);
  }

  @Endpoint(listSupervisions)
  page(@Input() { viewer, query }: Call<typeof listSupervisions>): Promise<AnswerOf<typeof listSupervisions>> {
    return this.ledger.page(viewer, query);
  }

  @Endpoint(readSupervisionBoard)
  board(@Input() { viewer, query }: Call<typeof readSupervisionBoard>): Promise<AnswerOf<typeof readSupervisionBoard>> {
    return this.ledger.board(viewer, query);
  }

  @Endpoint(exportSupervisions)
  async file(@Input() { viewer, query, reply }: Call<typeof exportSupervisions>): Promise<StreamableFile> {
    permit(viewer, 'supervisor', 'leader', 'auditor');
    const content = await this.files.csv(viewer, query);
    reply.header('cache-control', 'no-store');
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="supervisions.csv"' });
  }

  @Endpoint(listSuggestionLetters)
  list(@Input() { viewer, query }: Call<typeof listSuggestionLetters>): Promise<AnswerOf<typeof listSuggestionLetters>> {
    return this.letters.page(viewer, query);
  }
  @Endpoint(openRectification)
  rectify(@Input() { viewer, params, body, idempotencyKey }: Call<typeof openRectification>): Promise<AnswerOf<typeof openRectification>> {
    return this.openings.rectify(viewer, params.id, body, idempotencyKey);
  }

  @Endpoint(listRectifications)
  rectified(@Input() { viewer, query }: Call<typeof listRectifications>): Promise<AnswerOf<typeof listRectifications>> {
    return this.rectifications.page(viewer, query);
  }

  @Endpoint(listPublishedResults)
  published(@Input() { query }: Call<typeof listPublishedResults>): Promise<AnswerOf<typeof listPublishedResults>> {
    return this.rectifications.published(query);
  }
}
