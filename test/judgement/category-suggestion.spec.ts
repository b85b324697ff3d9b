import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  crossValidate,
  fitSharpness,
  FOLDS,
  LEVEL_ONE_OF_LABEL,
  readLabelled,
  reliability,
  SEED,
  sharesOf,
  trainFile,
} from '#libs/category-model';
import { readSeedData } from '#libs/demo-city';
import { categorySuggester } from '#libs/domain';

const ROOT = join(import.meta.dirname, '../..');
const LABELLED = join(ROOT, '../shared/data/messages-labelled.csv');
const MODEL = join(ROOT, 'libs/category-model/src/trained/categories.model.json');
const LEAST_ACCURACY = 0.85;

/** The labelled messages are not in the repository. */
const there = existsSync(LABELLED);
if (!there) process.stdout.write('category suggestion: skipped, ../shared/data/messages-labelled.csv is not there\n');

const levelOneOf = (code: string): string => `${code.slice(0, 2)}0000`;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

describe('the category that is suggested', () => {
  it(
    there ? 'is right at level 1 in 85 % of messages that the model was not trained on' : 'has no messages to be tried on (skipped)',
    () => {
      if (!there) return;
      const { categories } = readSeedData();
      const suggest = categorySuggester(categories);
      const { texts } = readLabelled(LABELLED, SEED);
      const judged = crossValidate(texts, FOLDS, SEED);
      // The sharpness of a fold is fitted on the other folds, as its model was trained on them.
      const sharpness = Array.from({ length: FOLDS }, (_, fold) =>
        fitSharpness(
          judged.filter((one) => one.fold !== fold).map((one) => ({ margins: one.margins, right: one.codes.indexOf(one.text.code) })),
        ),
      );
      const results = judged.map(({ text, codes, margins, fold }) => {
        const shares = sharesOf(margins, sharpness[fold] ?? 1);
        const reading = { shares: new Map(codes.map((code, at) => [code, shares[at] ?? 0])), terms: 100, wordsFor: () => [] };
        const [first] = suggest(text, reading);
        const read = codes[shares.indexOf(Math.max(...shares))] ?? '';
        return { code: text.code, suggested: levelOneOf(first?.categoryCode ?? '990000'), confidence: first?.confidence ?? 0, read };
      });

      const accuracy = results.filter(({ code, suggested }) => code === suggested).length / results.length;
      const ofModel = results.filter(({ code, read }) => code === read).length / results.length;
      const { steps, error } = reliability(results.map(({ code, suggested, confidence }) => ({ confidence, right: code === suggested })));
      process.stdout.write(
        [
          `seed ${String(SEED)}: ${percent(accuracy)} of ${String(results.length)} right (the model alone ${percent(ofModel)}), macro-F1 ${macroF1(results).toFixed(3)}, calibration error ${error.toFixed(3)}`,
          ...confusion(results),
          ...steps.map(
            (one) =>
              `confidence ${one.from.toFixed(1)}–${one.to.toFixed(1)}: ${String(one.count)} suggested at ${percent(one.meanConfidence)}, ${percent(one.right)} right`,
          ),
          '',
        ].join('\n'),
      );
      expect(results).toHaveLength(texts.length);
      expect(accuracy).toBeGreaterThanOrEqual(LEAST_ACCURACY);
      expect(error).toBeLessThan(0.1);
    },
  );

  it(there ? 'comes from the model that these messages give, to the byte' : 'has no messages to be trained on (skipped)', () => {
    if (!there) return;
    expect(trainFile(LABELLED) === readFileSync(MODEL, 'utf8')).toBe(true);
  });
});

interface Result {
  readonly code: string;
  readonly suggested: string;
}

function macroF1(results: readonly Result[]): number {
  const codes = Object.values(LEVEL_ONE_OF_LABEL);
  const scores = codes.map((code) => {
    const hit = results.filter((one) => one.code === code && one.suggested === code).length;
    const [meant, said] = [results.filter((one) => one.code === code).length, results.filter((one) => one.suggested === code).length];
    return (2 * hit) / (meant + said);
  });
  return scores.reduce((sum, score) => sum + score, 0) / codes.length;
}

/** One line a label: how many of its messages were suggested as each. */
function confusion(results: readonly Result[]): readonly string[] {
  const suggested = [...new Set(results.map((one) => one.suggested))].sort();
  return [
    `| labelled \\ suggested | ${suggested.join(' | ')} |`,
    ...Object.entries(LEVEL_ONE_OF_LABEL).map(
      ([label, code]) =>
        `| ${label} | ${suggested.map((other) => String(results.filter((one) => one.code === code && one.suggested === other).length)).join(' | ')} |`,
    ),
  ];
}
