import { proposeDuplicates } from './propose-duplicates.ts';
import { chinesePairs, likeness, saidIn, titleSaid } from './text-likeness.ts';
import type { DuplicateCandidate, DuplicateFeatures } from './types.ts';

const fresh: DuplicateFeatures = {
  title: '小区电梯长期停运',
  narrative: null,
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
const equally = (): number => 1;
const rulesOf = (candidate: DuplicateCandidate) => proposeDuplicates(fresh, [candidate], equally)[0]?.reasons.map(({ rule }) => rule);

it('proposes a neighbour with the same trouble', () => {
  const [proposal] = proposeDuplicates(fresh, [earlier()], equally);
  expect(proposal).toMatchObject({ id: 'a', caseNo: 'JF26-0000-0001', score: 0.95 });
  expect(proposal?.reasons.map(({ rule }) => rule)).toEqual(['title-said', 'same-place', 'same-category', 'near-in-time']);
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
    proposeDuplicates(
      fresh,
      [
        earlier({ title: '学校补课收费' }),
        earlier({ title: '道路积水', categoryCode: '010204', samePetitioner: true, divisionCode: '430421', countyCode: '430421' }),
      ],
      equally,
    ),
  ).toEqual([]);
});

it('puts the best first and stops at ten', () => {
  const candidates = Array.from({ length: 15 }, (_, n) => earlier({ id: String(n).padStart(2, '0'), samePetitioner: n === 14 }));
  const proposals = proposeDuplicates(fresh, candidates, equally);
  expect(proposals.map(({ id }) => id)).toEqual(['14', '00', '01', '02', '03', '04', '05', '06', '07', '08']);
  expect(proposals[0]?.score).toBe(1);
});

it('finds the same matter told in other words, by what the titles name', () => {
  const mine = { ...fresh, title: '丽发新城附近建搅拌站噪音扰民', narrative: '我是小区业主，请尽快关闭搅拌站。' };
  const [proposal] = proposeDuplicates(
    mine,
    [earlier({ title: '还丽发新城居民安静', narrative: '小区附近建搅拌站，扬尘满天，噪音扰民，求还居民安静。' })],
    equally,
  );
  expect(proposal?.reasons.map(({ rule }) => rule)).toContain('title-said');
  const elsewhere = earlier({ title: '天健城工地噪音扰民', narrative: '我是天健城业主，工地通宵施工。' });
  expect(proposeDuplicates(mine, [elsewhere], equally)).toEqual([]);
});

it('finds a narrative that was sent again under another title', () => {
  const narrative = '三号楼两部电梯停运已有两个月，老人出行困难，多次向物业反映没有结果。';
  expect(
    proposeDuplicates({ ...fresh, title: '出行难', narrative }, [earlier({ title: '求助', narrative })], equally)[0]?.reasons[0]?.rule,
  ).toBe('similar-narrative');
});

it('compares by pairs of Chinese characters, over no boundary, and without what a masked place leaves', () => {
  expect([...chinesePairs('A3区电梯，停运！')]).toEqual(['区电', '电梯', '停运']);
  expect([...chinesePairs('电')]).toEqual([]);
  expect(likeness(chinesePairs('电梯停运'), chinesePairs('电梯停运'))).toBe(1);
  expect(likeness(chinesePairs('电梯停运'), chinesePairs('学校补课'))).toBe(0);
  expect(likeness(chinesePairs(''), chinesePairs(''))).toBe(0);
});

it('lets rare pairs count more', () => {
  const [a, b] = [saidIn('滨河苑车位', null), saidIn('滨河苑电梯', null)];
  const rarity = (pair: string): number => (pair === '滨河' || pair === '河苑' ? 5 : 1);
  expect(titleSaid(a, b, rarity)).toBeGreaterThan(titleSaid(a, b, equally));
  expect(titleSaid(a, b, () => 0)).toBe(0);
});
