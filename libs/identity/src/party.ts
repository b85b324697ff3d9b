import type { PartyKind, PartyRole } from '#libs/domain';

/** A party as it arrives at the counter; only the engine and this lib ever hold it in clear. */
export interface PartyInput {
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
  /** An organisation that is one of the city's units. */
  readonly unitId?: string | undefined;
}

/** What may be shown to whoever may read the case. */
export interface MaskedParty {
  readonly id: string;
  readonly caseId: string;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly unitId: string | null;
  /** `王**`; null where no name was given. */
  readonly nameMask: string | null;
  readonly hasPhone: boolean;
}

export type IdentityField = 'name' | 'phone' | 'idNumber';

/** Why identity is read; it stands in the audit row. `contact` purposes alone disclose phone and ID number. */
export type DisclosurePurpose = 'case-work' | 'registration' | 'service' | 'visit' | 'reclassification' | 'export' | 'message' | 'letter';

export interface DisclosureRequest {
  readonly caseId: string;
  /** All parties of the case when left out. */
  readonly partyIds?: readonly string[] | undefined;
  readonly fields: readonly IdentityField[];
  readonly userId: string | null;
  readonly unitId: string | null;
  readonly purpose: DisclosurePurpose;
}

export interface DisclosedParty {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly idNumber: string | null;
}

export interface StoredDocument {
  readonly id: string;
  readonly seq: number;
  /** The payload field it came from. */
  readonly field: string;
  /** Null: the case's key was destroyed, or it is a letter's file. */
  readonly text: string | null;
}

/** A letter's file in clear, and what the event says of it as it is stored. */
export interface StoredFile {
  readonly field: string;
  readonly bytes: Buffer;
  readonly digest: string;
}
