import { Injectable } from '@nestjs/common';
import { LegalClock } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import { CaseStore } from './case-store.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Spaces and punctuation don't make another opinion. */
const essence = (text: unknown): string => (typeof text === 'string' ? text.normalize('NFKC').replace(/[\s\p{P}]/gu, '') : '');

/**
 * Opinions are sealed before they are decided on, so whether one merely repeats the last is compared here, where the region
 * forbids it (Shandong Art 45); the engine judges what follows from it.
 */
@Injectable()
export class RepeatedOpinions {
  constructor(
    private readonly store: CaseStore,
    private readonly identity: IdentityService,
    private readonly rules: RulesInForce,
    private readonly time: LegalClock,
  ) {}

  /** The payload of ISSUE_OPINION, marked `identical` where facts and opinion are those of the last one. */
  async compared(caseId: string, payload: Payload): Promise<Payload> {
    const row = await this.store.find(caseId);
    if (row === null) return payload;
    const { noIdenticalOpinion } = this.rules.conditions(row.context.divisionCode, await this.time.now());
    if (noIdenticalOpinion === undefined) return payload;
    const documents = await this.identity.documents(caseId);
    // Only an opinion brings facts; a review's decision brings an opinion of its own.
    const last = documents.findLast((one) => one.field === 'facts');
    const same = ['facts', 'opinion'].every((field) => {
      const before = documents.find((one) => one.seq === last?.seq && one.field === field)?.text;
      return before !== undefined && before !== null && essence(before) === essence(payload[field]);
    });
    return same ? { ...payload, identical: true } : payload;
  }
}
