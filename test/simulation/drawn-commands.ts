import type { Instant } from '#libs/domain';
import type { ExecuteRequest, RegisterRequest } from '#libs/engine';
import type { EngineCity } from '../support/engine-city.ts';
import { guidedLife, intake, petitionLife } from '../support/engine-city.ts';
import type { SeededRandom } from '../support/seeded-random.ts';

/** A case that somebody was told is registered. */
export interface KnownCase {
  readonly id: string;
  readonly guided: boolean;
  /** How far along its way it is, as far as anybody knows. */
  step: number;
  version: number;
}

export type DrawnCommand = Omit<ExecuteRequest, 'idempotency' | 'caseId'> & { readonly of: KnownCase };

/** What people ask for, drawn: mostly what comes next, often what doesn't fit. */
export class DrawnCommands {
  constructor(
    private readonly city: EngineCity,
    private readonly random: SeededRandom,
    private readonly legalNow: () => Instant,
  ) {}

  intake(): { readonly guided: boolean; readonly request: RegisterRequest } {
    const guided = this.random.chance(0.3);
    const accusation = !guided && this.random.chance(0.15);
    const request = intake(this.city, {
      receivedAt: this.legalNow(),
      ...(guided ? { route: 'LITIGATION' } : {}),
      ...(accusation ? { class: 'ACCUSATION' } : {}),
    });
    return { guided, request };
  }

  on(of: KnownCase, cases: readonly KnownCase[]): DrawnCommand {
    const { random, city } = this;
    const next = this.next(of);
    const expected = random.chance(0.3) ? { expectedVersion: of.version - (random.chance(0.2) ? 1 : 0) } : {};
    if (next !== undefined && random.chance(0.55)) return { ...next, ...expected, of };
    const drawn: readonly Omit<DrawnCommand, 'of'>[] = [
      { actor: city.clerk, type: 'ADD_MATERIAL', payload: { text: `补充材料 ${random.between(1, 1e6)}` } },
      { actor: city.head, type: 'EXTEND', payload: { days: random.between(1, 30), reason: '情况复杂，需要现场勘验。' } },
      { actor: city.clerk, type: 'RECLASSIFY', payload: { categoryCode: random.pick(['150603', '150000']), reason: '核实后更正' } },
      { actor: city.clerk, type: 'RECLASSIFY', payload: { class: random.pick(['ACCUSATION', 'CLAIM', 'SUGGESTION']), reason: '重新认定' } },
      { actor: city.clerk, type: 'MERGE', payload: { intoCaseId: random.pick(cases).id } },
      { actor: city.clerk, type: 'UNMERGE', payload: {} },
      { actor: city.handler, type: 'OBJECT', payload: { reason: '不属于本单位职权范围。' } },
      { actor: city.handler, type: 'ACCEPT', payload: {} },
    ];
    return { ...random.pick(drawn), ...expected, of };
  }

  /** The next step of the case's way, as far as anybody knows. */
  next({ guided, step }: KnownCase): Omit<ExecuteRequest, 'caseId'> | undefined {
    return guided ? guidedLife(this.city)[step] : petitionLife(this.city, shanghaiDate(this.legalNow()))[step];
  }
}

function shanghaiDate(instant: Instant): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
