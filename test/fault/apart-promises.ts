import { DEATH_NOTE } from '#libs/fault-points';
import { checkGatewayLog } from '#libs/invariants';
import type { End } from '../support/supervised-app.ts';
import type { ApartRun } from './apart-run.ts';
import { APPS } from './installation-apart.ts';
import { contradictions } from './log-against-database.ts';
import { POISON_EXIT_SAID } from './poison.ts';

/** A worker that was misled or killed ends by these alone. */
const EXPECTED_LAST_WORDS = [POISON_EXIT_SAID, DEATH_NOTE, "can't be reached", 'database', 'ECONN', 'Connection terminated', 'timeout'];

/** What is promised whatever was broken; the last of these stops the apps. */
export function itKeepsItsPromises(run: () => ApartRun): void {
  it('carried out every fault', () => {
    const { scenario, repeats } = run();
    expect(scenario.tally.missing()).toEqual([]);
    expect(repeats.repeated).toBeGreaterThan(0);
    expect(repeats.reordered).toBeGreaterThan(0);
    expect(repeats.wakeups).toBeGreaterThan(0);
    // A fault that cuts no request off proves nothing.
    expect(scenario.log.operations.flatMap(({ statuses }) => statuses).filter((status) => status === null).length).toBeGreaterThan(0);
  });

  it('moved again within 45 s of a kill and 15 s of the return of PostgreSQL', () => {
    expect(run().scenario.movement.tooSlow).toEqual([]);
  });

  it('kept working: most of what was asked was done', () => {
    const { log } = run().scenario;
    expect(log.count('acknowledged') / log.operations.length).toBeGreaterThan(0.5);
  });

  it('told nobody anything but acknowledgements, refusals and "try again later", and answered everybody', () => {
    const { log } = run().scenario;
    expect(log.surprises).toEqual([]);
    expect(log.hangs).toEqual([]);
  });

  it('stored what it acknowledged exactly once, and nothing that it refused', async () => {
    const { installation, scenario } = run();
    expect(await contradictions(installation.owner, scenario.log.operations)).toEqual([]);
  });

  it('keeps every invariant: numbering, chain, folding, deadlines, notices, keys, records', async () => {
    expect(await run().findings()).toEqual([]);
  }, 120_000);

  it('fired every deadline that passed, once each and none early', async () => {
    const { lateness } = run();
    expect(await run().number("select count(*)::int as n from jiefen.deadlines where state = 'armed' and due_at <= jiefen.app_now()")).toBe(
      0,
    );
    expect(lateness.fired).toBeGreaterThan(0);
    expect(lateness.early).toEqual([]);
    expect(lateness.twice).toEqual([]);
  });

  it('opened one card about each deadline that came under supervision', async () => {
    // Where nobody stands above the unit, the rung is climbed and nobody supervises.
    const supervised = `select count(distinct f #>> '{data,deadlineId}')::int as n
      from jiefen.events e join jiefen.cases k on k.id = e.case_id, jsonb_array_elements(e.body::jsonb -> 'facts') f
      where f ->> 'type' = 'supervision.opened' and f -> 'data' ? 'by' and k.procedure not in ('supervision', 'suggestion-letter')`;
    const cards = `select count(*)::int as n from jiefen.cases where procedure = 'supervision' and context::jsonb #> '{memo,card,overdue}' is not null`;
    expect(await run().number(supervised)).toBeGreaterThan(0);
    expect(await run().number(cards)).toBe(await run().number(supervised));
  });

  it('handed over each case once for every ruling on its jurisdiction', async () => {
    const times = `select count(*)::int as n from (
      select f #>> '{data,disputeId}' from jiefen.events e, jsonb_array_elements(e.body::jsonb -> 'facts') f
      where f ->> 'type' = 'jurisdiction.settled' group by 1`;
    expect(await run().number(`${times}) settled`)).toBeGreaterThan(0);
    expect(await run().number(`${times} having count(*) > 1) settled`)).toBe(0);
    // What was ruled is carried out, or the case has ended meanwhile.
    const left = `select count(*)::int as n from jiefen.outbox where topic = 'record' and done_at is null`;
    expect(await run().number(left)).toBe(0);
  });

  it('sent every message once, whatever the gateway did, and none about a sealed case', async () => {
    const { installation } = run();
    expect(await checkGatewayLog(installation.owner, installation.gateway.log)).toEqual([]);
    expect(await run().number("select count(*)::int as n from jiefen.deliveries where state = 'accepted'")).toBeGreaterThan(0);
    expect(await run().number('select count(*)::int as n from jiefen.cases where sealed')).toBeGreaterThan(0);
  });

  it('gave nothing up in the end', async () => {
    expect(await run().number('select count(*)::int as n from jiefen.dead_letters where redriven_at is null')).toBe(0);
  });

  it('never ended by itself without a word that says why', () => {
    const unexpected = (end: End): boolean =>
      !end.asked && !EXPECTED_LAST_WORDS.some((words) => end.lastWords.includes(words)) && (end.code ?? 1) !== 0;
    const { apps } = run().installation;
    expect(APPS.flatMap((app) => apps[app].ends.filter(unexpected).map(({ lastWords }) => `${app}: ${lastWords}`))).toEqual([]);
  });

  it('stops in order in the end', async () => {
    expect(await run().installation.stopApps()).toEqual({ api: 0, relay: 0, escalation: 0, notification: 0 });
  }, 60_000);
}
