import { timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { ALL_LETTER_FIELDS } from '#libs/domain';
import { CaseVault, documentDigest } from './case-vault.ts';
import { Keyring } from './keyring.ts';
import type { KeyPurpose } from './keyring.ts';
import type { DisclosedParty, DisclosureRequest, MaskedParty, StoredDocument, StoredFile } from './party.ts';
import { normaliseIdNumber, normalisePhone } from './identifiers.ts';
import { crockford, grouped, hashCode, normaliseCode } from './query-code.ts';
import { RecentlyUsed } from './recently-used.ts';

const QUERY_CODE_LENGTH = 20;
const RECEIPT_SECRET_LENGTH = 6;
const VAULTS_IN_MEMORY = 20_000;
/** Row of jiefen.installation that holds the wrapped root; that it opens is the check of the master key. */
export const ROOT_ROW = 'identity.root';

interface FoundParty {
  readonly caseId: string;
  readonly partyId: string;
}

/** The only door to petitioners' names and to free text. Nothing it returns belongs into a log, a job or an event. */
export class IdentityService {
  readonly #vaults = new RecentlyUsed<CaseVault>(VAULTS_IN_MEMORY);

  private constructor(
    private readonly pool: Pool,
    readonly keyring: Keyring,
  ) {}

  /**
   * @param masterKey 32 bytes
   * @throws WrongMasterKey when this database was written with another one
   */
  static async open(pool: Pool, masterKey: Buffer): Promise<IdentityService> {
    const read = async (): Promise<string | undefined> =>
      (await pool.query<{ value: string }>('select value from jiefen.installation where name = $1', [ROOT_ROW])).rows[0]?.value;
    let root = await read();
    if (root === undefined) {
      await pool.query('insert into jiefen.installation (name, value) values ($1, $2) on conflict do nothing', [
        ROOT_ROW,
        Keyring.newRoot(masterKey),
      ]);
      root = await read();
    }
    return new IdentityService(pool, Keyring.open(masterKey, root ?? ''));
  }

  /** 20 characters of Crockford base32 in groups of four; the same for the same case, always, and stored nowhere. */
  queryCode(caseId: string): string {
    return grouped(this.#plainCode(caseId));
  }

  /** What `cases.query_hash` holds for a case. */
  queryHash(caseId: string): Buffer {
    return hashCode(this.#plainCode(caseId));
  }

  /** The hash to look a typed code up by; null for what can't be one. */
  hashQueryCode(typed: string): Buffer | null {
    const code = normaliseCode(typed);
    return code?.length === QUERY_CODE_LENGTH ? hashCode(code) : null;
  }

  /** What a petitioner without a phone types instead of its last four digits; printed on the receipt. */
  receiptSecret(caseId: string): string {
    return crockford(this.keyring.mac('receipt-secret', caseId), RECEIPT_SECRET_LENGTH);
  }

  /** Keyed digest in hex, for tables that must name nobody (throttles). */
  keyedDigest(purpose: KeyPurpose, value: string): string {
    return this.keyring.mac(purpose, value).toString('hex');
  }

  /** The last four digits of any phone given for the petitioner's side, or the receipt's secret if none was. */
  async verifyLast4(caseId: string, given: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ phone4_mac: Buffer }>('select phone4_mac from identity.last4_macs($1)', [caseId]);
    if (rows.length === 0) return same(Buffer.from(normaliseCode(given) ?? ''), Buffer.from(this.receiptSecret(caseId)));
    const vault = await this.vault(caseId);
    if (vault === null) return false;
    const mac = vault.last4Mac(normalisePhone(given));
    return rows.map((row) => same(row.phone4_mac, mac)).includes(true);
  }

  async maskedParties(caseIds: readonly string[]): Promise<readonly MaskedParty[]> {
    const { rows } = await this.pool.query<MaskedParty>(
      'select id, case_id as "caseId", role, kind, unit_id as "unitId", name_mask as "nameMask", has_phone as "hasPhone" from identity.masked($1)',
      [caseIds],
    );
    return rows;
  }

  /** Audited: who asked, for which fields and what purpose, is written in the same transaction. Whether he may is decided before. */
  async disclose(request: DisclosureRequest): Promise<readonly DisclosedParty[]> {
    const { caseId, partyIds, fields, userId, unitId, purpose } = request;
    const { rows } = await this.pool.query<{ id: string; name: Buffer | null; phone: Buffer | null; id_number: Buffer | null }>(
      'select id, name, phone, id_number from identity.disclose($1, $2, $3, $4, $5, $6)',
      [caseId, partyIds ?? null, fields, userId, unitId, purpose],
    );
    const vault = await this.vault(caseId);
    return rows.map((row) => {
      const clear = (field: string, cipher: Buffer | null): string | null =>
        cipher === null || vault === null ? null : vault.openField(row.id, field, cipher);
      return { id: row.id, name: clear('name', row.name), phone: clear('phone', row.phone), idNumber: clear('idNumber', row.id_number) };
    });
  }

  /** The case's free texts, oldest first; `text` is null once the case's key has been destroyed, and of letters, which are files. */
  async documents(caseId: string): Promise<readonly StoredDocument[]> {
    const { rows } = await this.pool.query<{ id: string; seq: number; field: string; cipher: Buffer | null }>(
      `select id, seq, field, case when field = any($2) then null else cipher end as cipher
         from jiefen.documents where case_id = $1 order by seq, id`,
      [caseId, ALL_LETTER_FIELDS],
    );
    const vault = rows.length === 0 ? null : await this.vault(caseId);
    return rows.map(({ id, seq, field, cipher }) => ({
      id,
      seq,
      field,
      text: cipher === null ? null : (vault?.openDocument(id, field, cipher) ?? null),
    }));
  }

  /** A letter's file; null where there is none, or the case's key has been destroyed. */
  async letterFile(caseId: string, documentId: string): Promise<StoredFile | null> {
    const { rows } = await this.pool.query<{ field: string; cipher: Buffer }>(
      'select field, cipher from jiefen.documents where case_id = $1 and id = $2 and field = any($3)',
      [caseId, documentId, ALL_LETTER_FIELDS],
    );
    const [row] = rows;
    const vault = row === undefined ? null : await this.vault(caseId);
    if (row === undefined || vault === null) return null;
    const bytes = Buffer.from(vault.openDocument(documentId, row.field, row.cipher), 'base64');
    return { field: row.field, bytes, digest: documentDigest(row.cipher) };
  }

  /**
   * One free text of many cases, by case, as it was at registration; without those whose key has been destroyed. For comparing, not
   * for showing: whoever asks has selected cases that the person may know of.
   */
  async textsOf(caseIds: readonly string[], field: string): Promise<ReadonlyMap<string, string>> {
    const [documents, keys] = await Promise.all([
      this.pool.query<{ case_id: string; id: string; cipher: Buffer }>(
        'select case_id, id, cipher from jiefen.documents where case_id = any($1) and field = $2 and seq = 1',
        [caseIds, field],
      ),
      this.pool.query<{ case_id: string; wrapped: Buffer }>('select case_id, wrapped from identity.keys_of($1)', [caseIds]),
    ]);
    // Not remembered: a search must not push out the vaults of the cases that are being worked on.
    const vaults = new Map(
      keys.rows.map(({ case_id, wrapped }) => [case_id, new CaseVault(case_id, this.keyring.unwrapCaseKey(case_id, wrapped))]),
    );
    const texts = documents.rows.map(({ case_id, id, cipher }) => [case_id, vaults.get(case_id)?.openDocument(id, field, cipher)] as const);
    return new Map(texts.filter((one): one is readonly [string, string] => one[1] !== undefined));
  }

  async findByPhone(phone: string): Promise<readonly FoundParty[]> {
    return this.#find(
      'select case_id as "caseId", party_id as "partyId" from identity.find_by_phone($1)',
      this.keyring.mac('blind-phone', normalisePhone(phone)),
    );
  }

  async findByIdNumber(idNumber: string): Promise<readonly FoundParty[]> {
    return this.#find(
      'select case_id as "caseId", party_id as "partyId" from identity.find_by_id_number($1)',
      this.keyring.mac('blind-id-number', normaliseIdNumber(idNumber)),
    );
  }

  /** Null: the case has no key, or no longer. */
  async vault(caseId: string): Promise<CaseVault | null> {
    const known = this.#vaults.get(caseId);
    if (known !== undefined) return known;
    const { rows } = await this.pool.query<{ wrapped: Buffer }>('select wrapped from identity.keys_of($1)', [[caseId]]);
    const wrapped = rows[0]?.wrapped;
    return wrapped === undefined ? null : this.openVault(caseId, wrapped);
  }

  /** A vault that is in memory already. */
  knownVault(caseId: string): CaseVault | undefined {
    return this.#vaults.get(caseId);
  }

  /** After a registration that wasn't committed: its key was thrown away. */
  forgetVault(caseId: string): void {
    this.#vaults.delete(caseId);
  }

  openVault(caseId: string, wrapped: Buffer): CaseVault {
    return this.#remember(new CaseVault(caseId, this.keyring.unwrapCaseKey(caseId, wrapped)));
  }

  /** For a case about to be registered: its vault and its wrapped key, to be stored in the same transaction. */
  newVault(caseId: string): { readonly vault: CaseVault; readonly wrapped: Buffer } {
    const key = CaseVault.newKey();
    return { vault: this.#remember(new CaseVault(caseId, key)), wrapped: this.keyring.wrapCaseKey(caseId, key) };
  }

  #remember(vault: CaseVault): CaseVault {
    this.#vaults.set(vault.caseId, vault);
    return vault;
  }

  #plainCode(caseId: string): string {
    return crockford(this.keyring.mac('query-code', caseId), QUERY_CODE_LENGTH);
  }

  async #find(text: string, index: Buffer): Promise<readonly FoundParty[]> {
    return (await this.pool.query<FoundParty>(text, [index])).rows;
  }
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
