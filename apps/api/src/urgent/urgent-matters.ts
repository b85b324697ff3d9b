import { Injectable } from '@nestjs/common';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { BodyOf, raiseUrgent } from '#libs/contracts';
import { knowledge, RECORD_CLASS } from '#libs/domain';
import { Duty } from '../duty/duty.ts';
import { CaseStore } from '../cases/case-store.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { OfficeRecords } from '../meetings/office-records.ts';
import type { OfficeRecordAnswer } from '../meetings/office-records.ts';

/** Raises urgent and major matters (Art 25) beside their cases. */
@Injectable()
export class UrgentMatters {
  constructor(
    private readonly store: CaseStore,
    private readonly duty: Duty,
    private readonly records: OfficeRecords,
  ) {}

  /** @throws 400 for a case that this person may not know of, alike one that isn't there; 409 for one under seal */
  async raise(viewer: Viewer, body: BodyOf<typeof raiseUrgent>, key: string | undefined): Promise<OfficeRecordAnswer> {
    const { kind, caseId, learnedAt, situation } = body;
    const actor = actorOf(viewer);
    const row = await this.store.find(caseId);
    if (row === null || knowledge(row.context, actor) !== 'full' || row.context.class === RECORD_CLASS)
      throw invalid(unknownReference('caseId'));
    // What is sealed stays with whoever holds it, danger included: he hands it to 110 himself (Art 30(3)).
    if (row.sealed) throw problemOf('case.sealed_alone');
    const duty = await this.duty.now();
    // Whoever is excluded from the case is alerted of nothing: then it is the centre's.
    const excluded = row.context.excluded.map((one) => one.unitId);
    const unitId = excluded.includes(duty.unitId) ? row.context.centreUnitId : duty.unitId;
    return this.records.open(
      viewer,
      {
        procedure: 'urgent-matter',
        payload: { unitId, onCall: duty.onCall.filter((one) => !excluded.includes(one)), urgentKind: kind, learnedAt, caseId: row.id },
        texts: { title: '重大紧急事项', situation },
        divisionCode: row.context.divisionCode,
        about: [row.context],
      },
      { key, scope: `${viewer.userId} POST /api/urgent-matters`, body },
    );
  }
}
