import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { categoryModel, rarityOfPair } from '#libs/category-model';
import { readSeedData } from '#libs/demo-city';
import { categorySuggester, proposeDuplicates, WORTH_A_LOOK } from '#libs/domain';
import type { DuplicateCandidate } from '#libs/domain';
import { JUDGED_PAIRS, PAIRS_IN_STEP } from './judged-pairs.ts';
import type { JudgedPair } from './judged-pairs.ts';

const MESSAGES = join(import.meta.dirname, '../../../shared/data/messages-city.csv');
const LEAST_PRECISION = 0.9;
const LEAST_RECALL = 0.75;

interface Message {
  readonly id: string;
  readonly title: string;
  readonly narrative: string;
  readonly divisionCode: string;
  readonly receivedAt: string;
}

/** The messages are not in the repository. */
const there = existsSync(MESSAGES);
if (!there) process.stdout.write('duplicates: skipped, ../shared/data/messages-city.csv is not there\n');

it(there ? 'proposes what a person would call the same matter, and little else' : 'has no messages to compare (skipped)', () => {
  if (!there) return;
  const rows: readonly Message[] = parse(readFileSync(MESSAGES), { bom: true, columns: true });
  const messages = new Map(rows.map((one) => [one.id, one]));
  const suggest = categorySuggester(readSeedData().categories);
  const candidate = (id: string): DuplicateCandidate => {
    const one = messages.get(id);
    if (one === undefined) throw new Error(`no message ${id}`);
    const [first] = suggest(one, categoryModel().read(one));
    const { title, narrative, divisionCode, receivedAt } = one;
    return {
      id,
      caseNo: id,
      title,
      narrative,
      divisionCode,
      countyCode: divisionCode.endsWith('00') ? null : divisionCode,
      receivedAt: new Date(receivedAt).toISOString(),
      categoryCode: first?.categoryCode ?? '990000',
      // A public message doesn't say who the petitioner is.
      samePetitioner: false,
      standing: 'open',
    };
  };
  const judged = JUDGED_PAIRS.map((pair) => ({
    ...pair,
    proposed: proposeDuplicates(candidate(pair.later), [candidate(pair.earlier)], rarityOfPair).length > 0,
  }));

  const sample = figures(judged, () => 1);
  const drawn = (step: number): number => judged.filter((pair) => pair.step === step).length;
  const all = figures(judged, ({ step }) => (PAIRS_IN_STEP.get(step) ?? 0) / drawn(step));
  process.stdout.write(
    `duplicates: of ${String(judged.length)} judged pairs precision ${sample.precision.toFixed(3)}, recall ${sample.recall.toFixed(3)}; ` +
      `weighted to all pairs precision ${all.precision.toFixed(3)}, recall ${all.recall.toFixed(3)} (at a score of ${String(WORTH_A_LOOK)})\n`,
  );
  for (const pair of judged)
    if (pair.same !== pair.proposed)
      process.stdout.write(`  ${pair.same ? 'missed' : 'wrong'}: ${pair.later}, ${pair.earlier}: ${pair.why}\n`);
  expect(judged).toHaveLength(100);
  expect(sample.precision).toBeGreaterThanOrEqual(LEAST_PRECISION);
  expect(sample.recall).toBeGreaterThanOrEqual(LEAST_RECALL);
});

type Verdict = JudgedPair & { readonly proposed: boolean };

function figures(pairs: readonly Verdict[], weight: (pair: Verdict) => number): { readonly precision: number; readonly recall: number } {
  const total = (wanted: (pair: Verdict) => boolean): number => pairs.filter(wanted).reduce((sum, pair) => sum + weight(pair), 0);
  const right = total(({ same, proposed }) => same && proposed);
  return { precision: right / total(({ proposed }) => proposed), recall: right / total(({ same }) => same) };
}
