import { jest } from '@jest/globals';
import { completeConfig, readSettings } from '#libs/config';
import { DirectoryService } from '#libs/directory';
import { civilDateOf } from '#libs/domain';
import { DomainEnvironment, LegalClock, PostgresClock } from '#libs/engine';
import { createLog } from '#libs/observability';
import { CaseStore } from '../../../apps/api/src/cases/case-store.ts';
import { RepeatedOpinions } from '../../../apps/api/src/cases/repeated-opinions.ts';
import { RulesInForce } from '../../../apps/api/src/deadlines/rules-in-force.ts';
import { done, engineCity, intake, openEngine, petitionLife, TEST_MASTER_KEY } from '../../support/engine-city.ts';
import type { OpenEngine } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

jest.setTimeout(60_000);
const city = engineCity();
const server = ownServer();
let database: TestDatabase;
let open: OpenEngine;
let opinions: RepeatedOpinions;

beforeEach(async () => {
  database = await server.database();
  await database.owner.query("update jiefen.app_clock set now_at = '2026-01-05T01:00:00Z'");
  open = await openEngine(database.url, city);
  const config = completeConfig(readSettings({ NODE_ENV: 'test' }), { databaseUrl: database.url, masterKey: TEST_MASTER_KEY });
  const rules = new RulesInForce(
    config,
    new DomainEnvironment(open.readPool, new DirectoryService(open.readPool), createLog({ app: 'test', level: 'silent' })),
  );
  opinions = new RepeatedOpinions(new CaseStore(open.readPool), open.identity, rules, new LegalClock(new PostgresClock(open.readPool)));
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

const OPINION = {
  outcome: 'REJECT',
  request: '请求支付拖欠工资',
  facts: '经查，双方没有劳动关系。',
  opinion: '不予支持。',
  basis: '《保障农民工工资支付条例》',
};

/** A petition of a place, revoked by the review and back with the unit that gave the opinion. */
async function revokedIn(divisionCode: string): Promise<string> {
  const request = intake(city);
  const { caseId, at } = done(await open.engine.register({ ...request, payload: { ...request.payload, divisionCode } }));
  for (const step of petitionLife(city, civilDateOf(at))) {
    const payload =
      step.type === 'ISSUE_OPINION'
        ? OPINION
        : step.type === 'DECIDE_REVIEW'
          ? { decision: 'REVOKE', opinion: '事实不清，撤销。' }
          : step.payload;
    done(await open.engine.execute({ caseId, ...step, payload }));
  }
  return caseId;
}

const issued = async (caseId: string, payload: object): Promise<string> => {
  const compared = await opinions.compared(caseId, { ...payload });
  const outcome = await open.engine.execute({ caseId, actor: city.handler, type: 'ISSUE_OPINION', payload: compared });
  return outcome.kind === 'refused' ? (outcome.refusal.basis ?? '') : outcome.kind;
};

it('in Shandong a revoked opinion is not given again in the same words; in others it is', async () => {
  const caseId = await revokedIn('370102');
  expect(await issued(caseId, { ...OPINION, facts: '经查： 双方没有劳动关系', basis: '别的依据' })).toBe('《山东省信访条例》第45条');
  expect(await issued(caseId, { ...OPINION, facts: '经补充调查，双方存在事实劳动关系。', opinion: '予以支持。' })).toBe('done');
});

it('elsewhere nothing is compared: the payload stays what it was', async () => {
  const caseId = await revokedIn('430421');
  const payload = { ...OPINION };
  expect(await opinions.compared(caseId, payload)).toBe(payload);
  expect(await issued(caseId, OPINION)).toBe('done');
});
