import type { Actor, Unit } from '#libs/domain';
import type { Engine } from '#libs/engine';
import type { EngineCity } from '../../test/support/engine-city.ts';
import { done, intake } from '../../test/support/engine-city.ts';

/** How far a template is taken: what it then is, and the share of the stock that is like it. */
export const STAGES = [
  { stage: 'registered', share: 0.1 },
  { stage: 'routed', share: 0.35 },
  { stage: 'handling', share: 0.15 },
  { stage: 'guided', share: 0.4 },
] as const;
export type Stage = (typeof STAGES)[number]['stage'];

/** Categories of six subjects, with the function that owns each. */
const SUBJECTS = [
  { categoryCode: '010903', fn: 'housing-construction' },
  { categoryCode: '150603', fn: 'human-resources' },
  { categoryCode: '010200', fn: 'city-management' },
  { categoryCode: '010100', fn: 'emergency' },
  { categoryCode: '020000', fn: 'natural-resources' },
  { categoryCode: '150600', fn: 'human-resources' },
] as const;

export interface Template {
  readonly caseId: string;
  readonly stage: Stage;
}

/** Registers one case of every county, subject and stage through the engine: what clones are made of. */
export async function makeTemplates(engine: Engine, city: EngineCity, counties: readonly string[]): Promise<readonly Template[]> {
  // So long ago that what warns of the forwarding's end lies in the past: the next rung of its deadline is the passing itself.
  const receivedAt = new Date(Date.now() - 13 * 86_400_000).toISOString();
  const made: Promise<Template>[] = [];
  for (const county of counties) {
    for (const { categoryCode, fn } of SUBJECTS) {
      const lead = city.directory.unitOf(fn, county);
      if (lead === undefined) continue;
      for (const { stage } of STAGES) made.push(make(engine, city, { county, categoryCode, lead, stage, receivedAt }));
    }
  }
  return Promise.all(made);
}

interface Wanted {
  readonly county: string;
  readonly categoryCode: string;
  readonly lead: Unit;
  readonly stage: Stage;
  readonly receivedAt: string;
}

async function make(engine: Engine, city: EngineCity, { county, categoryCode, lead, stage, receivedAt }: Wanted): Promise<Template> {
  const plain = intake(city, { receivedAt });
  const { caseId } = done(
    await engine.register({
      ...plain,
      payload: {
        ...plain.payload,
        categoryCode,
        divisionCode: county,
        divisionPath: [county, ...(city.directory.division(county)?.ancestors ?? [])],
        routing: { leadUnitId: lead.id, assistUnitIds: [], excluded: [] },
      },
    }),
  );
  const handler: Actor = { ...city.handler, unitId: lead.id, division: lead.division };
  const send = async (actor: Actor, type: string, payload: Record<string, unknown>): Promise<void> => {
    done(await engine.execute({ caseId, actor, type, payload }));
  };
  if (stage === 'guided') await send(city.clerk, 'GUIDE', { route: 'LITIGATION', organ: '人民法院', reason: '属于诉讼事项。' });
  if (stage === 'routed' || stage === 'handling') await send(city.clerk, 'FORWARD', { unitId: lead.id });
  if (stage === 'handling') await send(handler, 'ACCEPT', {});
  return { caseId, stage };
}
