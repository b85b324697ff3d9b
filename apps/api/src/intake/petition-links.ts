import { Injectable } from '@nestjs/common';
import type { IntakeBody } from '#libs/contracts';
import { knowledge, whyNotOutOf } from '#libs/domain';
import type { Actor } from '#libs/domain';
import { snapshotOf } from '../cases/case-row.ts';
import { CaseStore } from '../cases/case-store.ts';
import { invalid, ProblemError, refusalProblem, unknownReference } from '../http/problem-error.ts';

/** The petition that a mediation comes out of (访调对接), looked up before the mediation is registered as a case of its own. */
@Injectable()
export class PetitionLinks {
  constructor(private readonly store: CaseStore) {}

  /**
   * Who handles the petition that the body names; null where it names none.
   *
   * @throws 400 for a case that doesn't exist or that this person may not know of, alike; 409 for one that isn't for mediation
   */
  async holderOf(actor: Actor, { mediation }: IntakeBody): Promise<string | null> {
    const caseId = mediation?.petitionCaseId;
    if (caseId === undefined) return null;
    const row = await this.store.find(caseId);
    if (row === null || knowledge(row.context, actor) !== 'full') throw invalid(unknownReference('mediation.petitionCaseId'));
    const refusal = whyNotOutOf(snapshotOf(row));
    if (refusal !== null) throw new ProblemError(refusalProblem(refusal, [], row.version));
    return row.holder_unit_id;
  }
}
