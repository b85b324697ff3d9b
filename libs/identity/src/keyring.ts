import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from './aead.ts';

/** What keys of the installation's root are for. Their values survive a rotation of the master key. */
export type KeyPurpose = 'query-code' | 'receipt-secret' | 'blind-phone' | 'blind-id-number' | 'case-number' | 'throttle' | SealedPurpose;

/** What is kept sealed outside any case, under a key of the installation. */
export type SealedPurpose = 'staff-contact' | 'webhook-secret' | 'register-prose';

/** The master key isn't the one this database was written with. */
export class WrongMasterKey extends Error {
  constructor() {
    super(
      'the master key is not the one this database was written with: give the right one (JIEFEN_MASTER_KEY or JIEFEN_MASTER_KEY_FILE), names and texts cannot be read without it',
    );
    this.name = 'WrongMasterKey';
  }
}

const derive = (key: Buffer, info: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `jiefen/${info}/1`, 32));

/**
 * The master key wraps two things: the data key of every case, and the installation's root secret. Query codes, blind indexes and
 * case numbers derive from the root, because they must stay what they are when the master key is rotated.
 */
export class Keyring {
  readonly #caseKeys: Buffer;
  readonly #root: Buffer;
  readonly #derived = new Map<string, Buffer>();

  private constructor(caseKeys: Buffer, root: Buffer) {
    this.#caseKeys = caseKeys;
    this.#root = root;
  }

  /** A new root secret, wrapped, for a fresh installation. */
  static newRoot(masterKey: Buffer): string {
    return seal(derive(masterKey, 'root'), 'root', randomBytes(32)).toString('base64');
  }

  /** @throws WrongMasterKey when the root doesn't open. */
  static open(masterKey: Buffer, wrappedRoot: string): Keyring {
    return new Keyring(derive(masterKey, 'case-keys'), Keyring.#unwrapRoot(masterKey, wrappedRoot));
  }

  /** The same root under another master key. */
  static rewrapRoot(from: Buffer, to: Buffer, wrappedRoot: string): string {
    return seal(derive(to, 'root'), 'root', Keyring.#unwrapRoot(from, wrappedRoot)).toString('base64');
  }

  /** 32 bytes for one purpose. */
  keyFor(purpose: KeyPurpose): Buffer {
    let key = this.#derived.get(purpose);
    if (key === undefined) {
      key = derive(this.#root, purpose);
      this.#derived.set(purpose, key);
    }
    return key;
  }

  mac(purpose: KeyPurpose, value: string): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(value).digest();
  }

  /** @param boundTo the row it belongs to; moved to another it doesn't open */
  sealStored(purpose: SealedPurpose, boundTo: string, text: string): Buffer {
    return seal(this.keyFor(purpose), `${purpose}:${boundTo}`, text);
  }

  /** @throws Error when purpose, row or bytes are not those it was sealed with */
  openStored(purpose: SealedPurpose, boundTo: string, sealed: Buffer): string {
    return unseal(this.keyFor(purpose), `${purpose}:${boundTo}`, sealed).toString('utf8');
  }

  wrapCaseKey(caseId: string, key: Buffer): Buffer {
    return seal(this.#caseKeys, `case-key:${caseId}`, key);
  }

  unwrapCaseKey(caseId: string, wrapped: Buffer): Buffer {
    return unseal(this.#caseKeys, `case-key:${caseId}`, wrapped);
  }

  static #unwrapRoot(masterKey: Buffer, wrappedRoot: string): Buffer {
    try {
      return unseal(derive(masterKey, 'root'), 'root', Buffer.from(wrappedRoot, 'base64'));
    } catch {
      throw new WrongMasterKey();
    }
  }
}
