import { jest } from '@jest/globals';
import { PLANTED_BUGS } from './planted-bugs.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { simulatedCity } from './simulated-city.ts';
import type { WorldReport } from './world.ts';
import { runWorld } from './world.ts';

jest.setTimeout(600_000);
const city = simulatedCity();
const WITHIN = 1_000;

/** What must be seen of each: a world that merely breaks off would hide the mistake. */
const SEEN_AS: Readonly<Record<PlantedBug, RegExp>> = {
  'key-not-checked': /^key\.outcome/,
  'key-left-behind': /^key\.outcome/,
  'head-not-compared': /^seq\.gap/,
  'memory-not-compared': /^fold\./,
  'worker-clock-decides': /is written for|deadline\.early/,
  'rung-taken-before-climbed': /^deadline\.late/,
  'answered-before-commit': /^client\.lost/,
  'attempt-not-closed': /^(?:doubled|key\.outcome|command\.twice)/,
  'done-before-delivered': /^notice\.count/,
};

it.each(Object.entries(PLANTED_BUGS) as [PlantedBug, string][])('finds %s: %s', async (bug) => {
  const found = await firstFinding(bug);
  process.stdout.write(`${bug}: seed ${found.seed}: ${found.findings[0] ?? ''}\n`);
  expect(found.findings.filter((finding) => SEEN_AS[bug].test(finding))).not.toEqual([]);
  // The same world without the bug keeps its promises: it is the bug that was found.
  expect((await runWorld(found.seed, city)).findings).toEqual([]);
});

async function firstFinding(bug: PlantedBug): Promise<WorldReport> {
  for (let seed = 1; seed <= WITHIN; seed++) {
    const report = await runWorld(seed, city, { bug });
    if (report.findings.some((finding) => SEEN_AS[bug].test(finding))) return report;
  }
  throw new Error(`${bug} was not found within ${WITHIN} seeds`);
}
