import { ROUTING_TABLE } from './table.ts';

it('gives every row a reason in both languages and its article', () => {
  for (const row of ROUTING_TABLE) {
    expect(row.text).toMatch(/《.+》/);
    expect(row.textEn).toMatch(/Art \d+/);
  }
});
