/**
 * `npm test`: installs what is missing, builds what changed, runs every suite and ends with `N passed, N failed`.
 *   npm test -- unit e2e      only these suites
 *   npm run test:fault        the fault suite; FAULT_SEED=… draws the same faults again
 *   … -- --apart              with every app a process of its own over PostgreSQL's queues too
 *   … -- --nightly            the long fault run, these included
 *   … simulation --nightly    100,000 worlds instead of 2,000
 */
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildChanged } from './build.mjs';
import { installMissing, run } from './install-missing.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * In this order: the quick and certain first, the one that kills processes last. `workers`: files at a time; `built`: runs what is in dist/;
 * `minutes`: after so many it is ended and counts as failed, several times what it takes on two quiet cores (a long run by night has no limit).
 */
const SUITES = [
  { name: 'unit', workers: null, built: false, minutes: 8, packages: [] },
  { name: 'integration', workers: 3, built: true, minutes: 20, packages: ['redis-server'] },
  { name: 'replay', workers: 1, built: true, minutes: 8, packages: [] },
  { name: 'judgement', workers: 1, built: false, minutes: 5, packages: [] },
  { name: 'simulation', workers: null, built: false, minutes: 10, packages: [] },
  { name: 'e2e', workers: 2, built: true, minutes: 12, packages: [] },
  { name: 'browser', workers: 1, built: true, minutes: 12, packages: ['chromium', 'fontconfig', 'fonts-noto-cjk'] },
  // Mostly waiting, each file for servers and processes of its own: all at once, the longest would begin last otherwise.
  { name: 'fault', workers: 6, built: true, minutes: 25, packages: ['redis-server'] },
];

/** After a suite has written its report. */
const ENDS_WITHIN_MS = 30_000;

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (options.some((option) => !['--nightly', '--apart'].includes(option)))
  fail(`not understood: ${options.join(' ')}; there are --nightly and --apart`);
if (options.length > 0) process.env.FAULT_APART = '1';
if (options.includes('--nightly')) process.env.SIMULATION_NIGHTLY = '1';
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) fail(`no such suite: ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}`);
const suites = SUITES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

try {
  await installMissing();
  await ensureSystemPackages([...new Set(suites.flatMap(({ packages }) => packages))]);
  if (suites.some(({ built }) => built)) await buildChanged();
} catch (error) {
  fail(error.message);
}

const reports = mkdtempSync(join(tmpdir(), 'jiefen-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  console.log(`\n── ${suite.name}`);
  if (suite.name === 'fault') seedFaults();
  const { passed, failed, skipped } = await runSuite(suite);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
rmSync(reports, { recursive: true, force: true });
if (total.skipped > 0) console.log(`\n${total.skipped} skipped: what they need is not on this machine (each says what)`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** One seed for all files of the run, inherited by them. */
function seedFaults() {
  process.env.FAULT_SEED ||= String(randomInt(1e9));
  if (options.includes('--nightly')) process.env.FAULT_NIGHTLY = '1';
  console.log(`FAULT_SEED=${process.env.FAULT_SEED}`);
}

async function runSuite({ name, workers, minutes }) {
  const report = join(reports, `${name}.json`);
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const jest = [
    `--selectProjects=${name}`,
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
    ...(workers === null ? [] : [`--maxWorkers=${workers}`]),
  ];
  // With --json, Jest writes the report to standard output too when there is no file; here progress goes to standard error.
  const { signal, left } = patience(report, minutes);
  await run(process.execPath, [...node, ...jest], { signal, killSignal: 'SIGKILL' }).catch(() => undefined);
  const leaks = left();
  if (!existsSync(report)) {
    console.error(`${name}: no report, or none within its ${minutes} minutes`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (leaks) console.error(`${name}: its tests left something open and had to be ended`);
  const result = JSON.parse(readFileSync(report, 'utf8'));
  // A file that could not even be loaded has no failed test in it, but is a failure.
  const failed =
    result.numFailedTests +
    result.numRuntimeErrorTestSuites +
    (result.success || result.numFailedTests + result.numRuntimeErrorTestSuites > 0 ? 0 : 1) +
    (leaks ? 1 : 0);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

/** Ends a suite that takes too long, or that has reported and doesn't end: a handle that a test left open would keep it for good. */
function patience(report, minutes) {
  const ending = new AbortController();
  let leaks = false;
  const tooLong = options.length > 0 ? undefined : setTimeout(() => ending.abort(), minutes * 60_000);
  let reportedAt = null;
  const watching = setInterval(() => {
    if (!existsSync(report)) return;
    reportedAt ??= Date.now();
    leaks = Date.now() - reportedAt > ENDS_WITHIN_MS;
    if (leaks) ending.abort();
  }, 1_000);
  return {
    signal: ending.signal,
    left: () => {
      clearTimeout(tooLong);
      clearInterval(watching);
      return leaks;
    },
  };
}

function fail(message) {
  console.error(`npm test: ${message}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
