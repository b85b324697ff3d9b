/**
 * `npm run mechanisms`: runs the end-to-end tests that are named after a row of docs/mechanisms.md (`M015 …`) and prints a line for each row that is
 * done: whether its tests passed. Fails when one failed, or when the page names a test that there isn't.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildChanged } from './build.mjs';
import { installMissing, ROOT, run } from './install-missing.mjs';

/** Number, what it means, state, and the beginning of the test's name, where the page gives one. */
const ROW = /^\| (\d+) +\| (.*?) +\| (done|thin) +\|.*\| `(?:(M\d{3}.*?) …|[^`]*)` +\|$/gm;

const page = readFileSync(join(ROOT, 'docs', 'mechanisms.md'), 'utf8');
const rows = [...page.matchAll(ROW)].map(([, number, meaning, state, test]) => ({ number: Number(number), meaning, state, test }));

await installMissing();
await buildChanged();
const folder = mkdtempSync(join(tmpdir(), 'jiefen-mechanisms-'));
const report = join(folder, 'report.json');
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const chosen = ['--selectProjects=e2e', '--testNamePattern=^M\\d{3} ', '--maxWorkers=2', '--json', `--outputFile=${report}`];
await run(process.execPath, [...jest, ...chosen]).catch(() => undefined);
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true, force: true });
const ran = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => ['passed', 'failed'].includes(status));

let wrong = 0;
for (const { number, meaning, state, test } of rows) {
  const mine = ran.filter(({ title }) => title.startsWith(`M${String(number).padStart(3, '0')} `));
  const named = test === undefined || mine.some(({ title }) => title.startsWith(test));
  const failed = mine.filter(({ status }) => status === 'failed').length;
  if (failed > 0 || !named) wrong += 1;
  const outcome = !named
    ? 'NO SUCH TEST'
    : failed > 0
      ? `${failed} FAILED`
      : mine.length === 0
        ? 'by another test'
        : `${mine.length} passed`;
  console.log(`${String(number).padStart(2)} ${state.padEnd(4)} ${outcome.padEnd(16)} ${meaning}`);
}
console.log(`${rows.length} of 84 rows, ${ran.length} tests, ${wrong} wrong`);
process.exit(wrong === 0 && rows.length > 0 ? 0 : 1);
