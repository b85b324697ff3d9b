import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/access';
import { isRecordProcedure, knowledge, PROCEDURE_DEFINITIONS } from '#libs/domain';
import type { CaseContext } from '#libs/domain';
import { actorOf } from '#libs/access';
import { CaseStore } from '../cases/case-store.ts';

type Payload = Readonly<Record<string, unknown>>;
export interface MainCase {
  readonly id: string;
  readonly caseNo: string;
  readonly title: string;
}

/** Commands that only records have. */
const OF_RECORDS: ReadonlySet<string> = (() => {
  const [records, matters] = [true, false].map((isRecord) =>
    PROCEDURE_DEFINITIONS.filter(({ id }) => isRecordProcedure(id) === isRecord).flatMap(({ commands }) => commands),
  );
  return new Set(records?.filter((type) => matters?.includes(type) !== true));
})();

/** Between a record and the case that it is about. */
@Injectable()
export class RecordLinks {
  constructor(private readonly store: CaseStore) {}

  /**
   * The payload with what a record's command asks of its main case: whether the petitioner is satisfied stands there.
   *
   * @throws 404 for a record whose case has been sealed since, as for one that doesn't exist
   */
  async completed(viewer: Viewer, caseId: string, type: string, payload: Payload): Promise<Payload> {
    if (!OF_RECORDS.has(type)) return payload;
    const { snapshot } = await this.store.open(viewer, caseId);
    if (type === 'APPLY_MEASURE') return this.#cited(viewer, payload);
    const { mainCaseId } = snapshot.context;
    return type === 'DELIST' && mainCaseId !== undefined ? { ...payload, caseId: mainCaseId } : payload;
  }

  /** A measure with the number of its resolution, as it is cited; whether it is one, and fits, the engine says. */
  async #cited(viewer: Viewer, payload: Payload): Promise<Payload> {
    const { resolutionCaseId } = payload;
    const row = typeof resolutionCaseId === 'string' ? await this.store.find(resolutionCaseId) : null;
    const known = row !== null && (await this.store.knowledgeOf(viewer, row)) === 'full';
    if (known) return { ...payload, resolutionNo: row.case_no };
    const { resolutionCaseId: _, ...rest } = payload;
    return rest;
  }

  /** The case that a record is about; null for matters, and for whoever may not know that case. */
  async mainOf(viewer: Viewer, { mainCaseId }: Pick<CaseContext, 'mainCaseId'>): Promise<MainCase | null> {
    if (mainCaseId === undefined) return null;
    const row = await this.store.find(mainCaseId);
    if (row === null || knowledge(row.context, actorOf(viewer)) !== 'full') return null;
    return { id: row.id, caseNo: row.case_no, title: row.title };
  }
}
