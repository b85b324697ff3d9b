import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { seal, unseal } from './aead.ts';
import { CaseVault, documentDigest } from './case-vault.ts';
import { normaliseIdNumber, normalisePhone } from './identifiers.ts';
import { Keyring, WrongMasterKey } from './keyring.ts';
import { maskName } from './name-mask.ts';
import { crockford, grouped, normaliseCode } from './query-code.ts';

const CASE = '01900000-0000-7000-8000-000000000000';

it('opens what it sealed, only with the same key, row and bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
      const key = randomBytes(32);
      const sealed = seal(key, 'row', text);
      expect(unseal(key, 'row', sealed).toString('utf8')).toBe(Buffer.from(text).toString('utf8'));
      const broken = Buffer.from(sealed);
      const place = at % broken.length;
      broken[place] = (broken[place] ?? 0) ^ 1;
      expect(() => unseal(key, 'row', broken)).toThrow();
      expect(() => unseal(key, 'other row', sealed)).toThrow();
      expect(() => unseal(randomBytes(32), 'row', sealed)).toThrow();
    }),
    { numRuns: 50 },
  );
});

it('still opens what was sealed with AES-256-GCM', () => {
  const key = Buffer.alloc(32, 3);
  const before = Buffer.from('AbUVJTJXp8T2abeGQxh/h/7to26NQQyP+Og9bAOvaZwygi3NgF48ylwcBUpiA4Lfn5o=', 'base64');
  expect(unseal(key, 'row', before).toString('utf8')).toBe('旧的文本 old text');
  expect(() => unseal(key, 'other row', before)).toThrow();
  expect(() => unseal(key, 'row', before.subarray(0, 20))).toThrow('unknown format');
  const broken = Buffer.from(before);
  broken.writeUInt8(broken.readUInt8(20) ^ 1, 20);
  expect(() => unseal(key, 'row', broken)).toThrow();
});

it('never uses a nonce twice', () => {
  const key = randomBytes(32);
  const nonces = Array.from({ length: 1_000 }, () => seal(key, 'row', '').subarray(1, 25).toString('hex'));
  expect(new Set(nonces).size).toBe(1_000);
});

describe('the keyring', () => {
  const master = randomBytes(32);
  const root = Keyring.newRoot(master);

  it('derives a key of its own for each purpose', () => {
    const keyring = Keyring.open(master, root);
    const keys = (['query-code', 'receipt-secret', 'blind-phone', 'blind-id-number', 'case-number', 'throttle'] as const).map((purpose) =>
      keyring.keyFor(purpose).toString('hex'),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps derived keys through a rotation and changes the wrapping', () => {
    const next = randomBytes(32);
    const rotated = Keyring.open(next, Keyring.rewrapRoot(master, next, root));
    expect(rotated.keyFor('query-code')).toEqual(Keyring.open(master, root).keyFor('query-code'));
    const wrapped = Keyring.open(master, root).wrapCaseKey(CASE, randomBytes(32));
    expect(() => rotated.unwrapCaseKey(CASE, wrapped)).toThrow();
    expect(() => Keyring.open(master, Keyring.rewrapRoot(master, next, root))).toThrow(WrongMasterKey);
  });
});

it('digests the ciphertext: the same text sealed twice looks different, and a changed byte shows', () => {
  const vault = new CaseVault(CASE, randomBytes(32));
  const [one, other] = [vault.sealDocument('d', 'reason', '理由'), vault.sealDocument('d', 'reason', '理由')];
  expect(documentDigest(one)).toBe(createHash('sha256').update(one).digest('base64url'));
  expect(documentDigest(one)).not.toBe(documentDigest(other));
  const changed = Buffer.from(one);
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect(documentDigest(changed)).not.toBe(documentDigest(one));
});

it.each([
  ['王小明', 'person', '王**'],
  ['王明', 'person', '王**'],
  ['欧阳修远', 'person', '欧阳**'],
  ['𠮷野㐂', 'person', '𠮷**'],
  ['王', 'person', '*'],
  ['湘江物业有限公司', 'organisation', '湘江**'],
  ['某厂', 'organisation', '**'],
] as const)('masks %s (%s) as %s', (name, kind, mask) => {
  expect(maskName(name, kind)).toBe(mask);
});

it('reads numbers however they are written', () => {
  for (const typed of ['13812345678', '138 1234 5678', '+86 138-1234-5678', '１３８１２３４５６７８'])
    expect(normalisePhone(typed)).toBe('13812345678');
  expect(normaliseIdNumber(' 43042119900307421x ')).toBe('43042119900307421X');
});

describe('query codes', () => {
  it('are Crockford base32', () => {
    expect(crockford(Buffer.from([0xff, 0x00, 0xff, 0x00]), 6)).toBe('ZW0FY0');
    expect(grouped('7K2M4P')).toBe('7K2M-4P');
  });

  it('survive being read out and copied by hand', () => {
    expect(normaliseCode(' 7k2m–4pio-l000 ')).toBe('7K2M4P101000');
    for (const wrong of ['', 'U', '7K2M!', '七']) expect(normaliseCode(wrong)).toBeNull();
  });
});
