import { CASE_CLASSES } from '../case/vocabulary.ts';
import { ROUTING_TABLE, TARGETS, rowsFor } from './table.ts';

const combinations = CASE_CLASSES.flatMap((caseClass) =>
  TARGETS.flatMap((target) => [true, false].map((mediation) => ({ class: caseClass, target, mediation }))),
);

it.each(combinations)('exactly one row fits $class, $target, mediation $mediation (no gap, no overlap)', (facts) => {
  expect(rowsFor(facts)).toHaveLength(1);
});

it('has no row that can never be reached', () => {
  const reached = new Set(combinations.flatMap((facts) => rowsFor(facts)));
  expect(ROUTING_TABLE.filter((row) => !reached.has(row))).toEqual([]);
});

it('gives every row a reason in both languages and its article', () => {
  for (const row of ROUTING_TABLE) {
    expect(row.text).toMatch(/《.+》/);
    expect(row.textEn).toMatch(/Art \d+/);
  }
});
