import { hash } from 'node:crypto';
import type { EngineIdentity } from '#libs/engine';
import type { StoredDocument } from '#libs/identity';
import { CaseVault, Keyring } from '#libs/identity';
import type { SimulatedStore } from './simulated-store.ts';

/** A root secret of nobody's, so that every run derives the same case numbers and query codes. */
const ROOT = 'AQdCqFII++jMFRZkaZLQMzFkjSNpp1Q0YFOmE5jD/1Yc5zImHVIZQi9Vehx8Gp0JXVIB5iNPBTgQMt/iaQ==';
const KEYRING = Keyring.open(Buffer.alloc(32, 0x5a), ROOT);

/** Texts in clear: a nonce of real encryption would make every run another one. That they are encrypted is proved elsewhere. */
class OpenVault extends CaseVault {
  override sealDocument(id: string, field: string, text: string): Buffer {
    return Buffer.from(JSON.stringify([this.caseId, id, field, text]));
  }

  override openDocument(_id: string, _field: string, cipher: Buffer): string {
    const [, , , text] = JSON.parse(cipher.toString('utf8')) as readonly [string, string, string, string];
    return text;
  }
}

/** One process's keys of cases, in its memory; the wrapped ones are in the database. */
export class SimulatedIdentity implements EngineIdentity {
  readonly keyring = KEYRING;
  readonly #vaults = new Map<string, OpenVault>();

  constructor(private readonly store: SimulatedStore) {}

  queryHash(caseId: string): Buffer {
    return hash('sha256', `query ${caseId}`, 'buffer');
  }

  newVault(caseId: string): { readonly vault: CaseVault; readonly wrapped: Buffer } {
    const wrapped = hash('sha256', `key ${caseId}`, 'buffer');
    return { vault: this.openVault(caseId, wrapped), wrapped };
  }

  openVault(caseId: string, wrapped: Buffer): CaseVault {
    const vault = new OpenVault(caseId, wrapped);
    this.#vaults.set(caseId, vault);
    return vault;
  }

  knownVault(caseId: string): CaseVault | undefined {
    return this.#vaults.get(caseId);
  }

  forgetVault(caseId: string): void {
    this.#vaults.delete(caseId);
  }

  documents(caseId: string): Promise<readonly StoredDocument[]> {
    const { tables } = this.store.database.store;
    return this.store.ask('documents', () => {
      const wrapped = tables.caseKeys.get(caseId);
      const vault = wrapped === undefined ? undefined : new OpenVault(caseId, wrapped);
      return [...tables.documents.values()]
        .filter(({ case_id }) => case_id === caseId)
        .map(({ id, seq, field, cipher }) => ({
          id: id ?? '',
          seq: seq ?? 0,
          field: field ?? '',
          text: Buffer.isBuffer(cipher) ? (vault?.openDocument(id ?? '', field ?? '', cipher) ?? null) : null,
        }));
    });
  }
}
