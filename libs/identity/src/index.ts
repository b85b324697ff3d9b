import type { DisclosedParty, DisclosureRequest, MaskedParty } from './party.ts';

export type * from './party.ts';

export interface StoredDocument {
  readonly id: string;
  readonly seq: number;
  readonly field: string;
  /** Null: the case's key was destroyed. */
  readonly text: string | null;
}

export declare class IdentityService {
  /** 20 characters of Crockford base32 in groups of four: `7K2M-…`. The same for the same case, always. */
  queryCode(caseId: string): string;
  /** SHA-256 of the normalised code, as `cases.query_hash` holds it; null for what can't be a code. */
  hashQueryCode(code: string): Buffer | null;
  /** What a petitioner without a phone types instead of its last four digits; printed on the receipt. */
  receiptSecret(caseId: string): string;
  /** Compares with the last four digits of any petitioner's phone, or with the receipt's secret if no phone was given. */
  verifyLast4(caseId: string, given: string): Promise<boolean>;
  maskedParties(caseIds: readonly string[]): Promise<readonly MaskedParty[]>;
  disclose(request: DisclosureRequest): Promise<readonly DisclosedParty[]>;
  documents(caseId: string): Promise<readonly StoredDocument[]>;
  findByPhone(phone: string): Promise<readonly { readonly caseId: string; readonly partyId: string }[]>;
  findByIdNumber(idNumber: string): Promise<readonly { readonly caseId: string; readonly partyId: string }[]>;
}

export declare class IdentityModule {}
