import { proposeDuplicates } from './propose-duplicates.ts';
import { signature, signatureSimilarity } from './signature.ts';
import { bigrams, titleSimilarity } from './similarity.ts';
import type { DuplicateCandidate, DuplicateFeatures } from './types.ts';

const fresh: DuplicateFeatures = {
  title: '小区电梯长期停运',
  categoryCode: '010903',
  divisionCode: '430407',
  countyCode: '430407',
  receivedAt: '2026-01-05T01:00:00.000Z',
};
const earlier = (patch: Partial<DuplicateCandidate> = {}): DuplicateCandidate => ({
  ...fresh,
  id: 'a',
  caseNo: 'JF26-0000-0001',
  samePetitioner: false,
  standing: 'closed',
  receivedAt: '2025-12-20T01:00:00.000Z',
  ...patch,
});
const rulesOf = (candidate: DuplicateCandidate) => proposeDuplicates(fresh, [candidate])[0]?.reasons.map(({ rule }) => rule);

it('proposes a neighbour with the same trouble', () => {
  const [proposal] = proposeDuplicates(fresh, [earlier()]);
  expect(proposal).toMatchObject({ id: 'a', caseNo: 'JF26-0000-0001', score: 0.7 });
  expect(proposal?.reasons.map(({ rule }) => rule)).toEqual(['similar-title', 'same-place', 'same-category', 'near-in-time']);
});

it('names Art 19(3) for an open case of the same petitioner, and Art 36(3) after the re-review', () => {
  expect(rulesOf(earlier({ samePetitioner: true, standing: 'open' }))).toContain('still-open');
  expect(rulesOf(earlier({ samePetitioner: true, standing: 'final' }))).toContain('after-recheck');
  expect(rulesOf(earlier({ samePetitioner: false, standing: 'final' }))).not.toContain('after-recheck');
});

it('finds the same petitioner in the same matter under another title', () => {
  expect(rulesOf(earlier({ title: '三号楼无法上下楼', samePetitioner: true }))).toEqual([
    'same-petitioner',
    'same-place',
    'same-category',
    'near-in-time',
  ]);
});

it('leaves out what is not alike', () => {
  expect(
    proposeDuplicates(fresh, [
      earlier({ title: '学校补课收费' }),
      earlier({ title: '道路积水', categoryCode: '010204', samePetitioner: true, divisionCode: '430421', countyCode: '430421' }),
    ]),
  ).toEqual([]);
});

it('puts the best first and stops at ten', () => {
  const candidates = Array.from({ length: 15 }, (_, n) => earlier({ id: String(n).padStart(2, '0'), samePetitioner: n === 14 }));
  const proposals = proposeDuplicates(fresh, candidates);
  expect(proposals.map(({ id }) => id)).toEqual(['14', '00', '01', '02', '03', '04', '05', '06', '07', '08']);
  expect(proposals[0]?.score).toBe(1);
});

it('compares narratives by signatures alone', () => {
  const text = '我们小区三号楼两部电梯停运已有两个月，老人出行困难，多次向物业反映没有结果，请求督促维修。';
  const again = '小区三号楼的两部电梯停运已有两个月了，老人出行困难，多次向物业反映没有结果，请求尽快维修。';
  const other = '学校强制学生周末补课并收取费用，家长意见很大，希望教育部门查处。';
  expect(signature(text)).toMatch(/^[0-9a-f]{128}$/);
  expect(signature(text)).toBe(signature(text));
  expect(signature(text)).not.toContain('电梯');
  expect(signatureSimilarity(signature(text), signature(text))).toBe(1);
  expect(signatureSimilarity(signature(text), signature(again))).toBeGreaterThan(0.5);
  expect(signatureSimilarity(signature(text), signature(other))).toBeLessThan(0.2);
  expect(signatureSimilarity(signature(text, 'k1'), signature(text, 'k2'))).toBeLessThan(0.2);
  expect(signatureSimilarity(signature('……'), signature('！'))).toBe(0);
  expect(rulesOf(earlier({ signature: signature(again) }))).not.toContain('similar-narrative');
  const [proposal] = proposeDuplicates({ ...fresh, signature: signature(text) }, [
    earlier({ title: '出行难', signature: signature(again) }),
  ]);
  expect(proposal?.reasons.map(({ rule }) => rule)).toContain('similar-narrative');
});

it('compares titles by their bigrams, without punctuation and boilerplate', () => {
  expect([...bigrams('电梯，停运')]).toEqual(['电梯', '梯停', '停运']);
  expect(titleSimilarity('关于电梯停运的问题', '电梯停运！')).toBe(1);
  expect(titleSimilarity('电梯停运', '学校补课')).toBe(0);
  expect(titleSimilarity('', '电梯')).toBe(0);
  expect(titleSimilarity('建议', '建议')).toBe(1);
});
