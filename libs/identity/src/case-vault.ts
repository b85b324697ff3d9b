import { createHmac, hash, randomBytes } from 'node:crypto';
import { seal, unseal } from './aead.ts';
import type { PartyInput } from './party.ts';
import type { Keyring } from './keyring.ts';
import { maskName } from './name-mask.ts';
import { normaliseIdNumber, normalisePhone } from './identifiers.ts';

/** A row of identity.parties for the commit function. */
export interface SealedParty {
  readonly id: string;
  readonly case_id: string;
  readonly role: string;
  readonly kind: string;
  readonly unit_id: string | null;
  readonly name: Buffer | null;
  readonly id_number: Buffer | null;
  readonly phone: Buffer | null;
  readonly name_mask: string | null;
  readonly id_index: Buffer | null;
  readonly phone_index: Buffer | null;
  readonly phone4_mac: Buffer | null;
}

/**
 * What the event says of an encrypted text. Of the ciphertext, so that anybody can check the row without a key, and so that once the
 * case's key is gone no guess can be tried against it.
 */
export function documentDigest(cipher: Buffer): string {
  return hash('sha256', cipher, 'base64url');
}

/** Everything of one case that is encrypted, under that case's own key; destroying the key erases it all. */
export class CaseVault {
  readonly #encryption: Buffer;

  constructor(
    readonly caseId: string,
    private readonly caseKey: Buffer,
  ) {
    this.#encryption = this.#derive('encryption');
  }

  static newKey(): Buffer {
    return randomBytes(32);
  }

  sealDocument(id: string, field: string, text: string): Buffer {
    return seal(this.#encryption, `document:${this.caseId}:${id}:${field}`, text);
  }

  openDocument(id: string, field: string, cipher: Buffer): string {
    return unseal(this.#encryption, `document:${this.caseId}:${id}:${field}`, cipher).toString('utf8');
  }

  sealParty(id: string, party: PartyInput, keyring: Keyring): SealedParty {
    const text = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());
    const name = text(party.name);
    const phone = text(party.phone);
    const idNumber = text(party.idNumber);
    const last4 = phone === null ? '' : normalisePhone(phone).slice(-4);
    return {
      id,
      case_id: this.caseId,
      role: party.role,
      kind: party.kind,
      unit_id: party.unitId ?? null,
      name: name === null ? null : this.#sealField(id, 'name', name),
      id_number: idNumber === null ? null : this.#sealField(id, 'idNumber', idNumber),
      phone: phone === null ? null : this.#sealField(id, 'phone', phone),
      name_mask: name === null ? null : maskName(name, party.kind),
      id_index: idNumber === null ? null : keyring.mac('blind-id-number', normaliseIdNumber(idNumber)),
      phone_index: phone === null ? null : keyring.mac('blind-phone', normalisePhone(phone)),
      phone4_mac: last4.length < 4 ? null : this.last4Mac(last4),
    };
  }

  openField(partyId: string, field: string, cipher: Buffer): string {
    return unseal(this.#encryption, `party:${this.caseId}:${partyId}:${field}`, cipher).toString('utf8');
  }

  last4Mac(last4: string): Buffer {
    return this.#mac('last4', last4);
  }

  #sealField(partyId: string, field: string, value: string): Buffer {
    return seal(this.#encryption, `party:${this.caseId}:${partyId}:${field}`, value);
  }

  #mac(about: string, value: string): Buffer {
    return createHmac('sha256', this.#derive('digest')).update(`${about}\n${value}`).digest();
  }

  #derive(purpose: 'encryption' | 'digest'): Buffer {
    return createHmac('sha256', this.caseKey).update(purpose).digest();
  }
}
