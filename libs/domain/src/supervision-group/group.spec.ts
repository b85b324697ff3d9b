import { conditionsFor, RULE_PACKS } from '../rule-packs/index.ts';
import { feedbackDue, groupMistake } from './group.ts';

const TWO_AND_TWO = ['a', 'b'].flatMap((unitId) => [{ unitId, rank: 'leader' } as const, { unitId, rank: 'section-chief' } as const]);

it('a task force is two from each of two sides; other groups are as large as they are', () => {
  expect(groupMistake('task-force', TWO_AND_TWO)).toBeNull();
  expect(groupMistake('task-force', TWO_AND_TWO.slice(1))?.zh).toContain('2+2');
  expect(
    groupMistake(
      'task-force',
      TWO_AND_TWO.map((one) => ({ ...one, unitId: 'a' })),
    ),
  ).not.toBeNull();
  expect(
    groupMistake(
      'task-force',
      TWO_AND_TWO.map(({ unitId }) => ({ unitId, rank: 'leader' as const })),
    ),
  ).not.toBeNull();
  expect(groupMistake('region', TWO_AND_TWO.slice(0, 1))).toBeNull();
});

const weekly = conditionsFor(RULE_PACKS, '430400', '2026-02-26');

it('meets again within a week of the last meeting, or of the forming', () => {
  expect(feedbackDue('2026-02-26', null, weekly)).toBe('2026-03-05');
  expect(feedbackDue('2026-02-26', '2026-03-02', weekly)).toBe('2026-03-09');
  expect(feedbackDue('2026-02-26', null, {})).toBeNull();
});
