import type { CivilDate, DomainEnv } from '#libs/domain';
import { rederive } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import type { LegalClock } from './clock.ts';
import type { EngineStore } from './engine-store.ts';
import type { ExecuteRequest, Outcome } from './requests.ts';
import { ENGINE_ACTOR } from './sweep.ts';

export interface RederivedDeadline {
  readonly caseId: string;
  readonly deadlineId: string;
  readonly rule: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const PAGE = 500;

/** A new calendar version: the open deadlines it governs are derived again, each case by a fact of its own. Ended ones never. */
export class Rederivation {
  constructor(
    private readonly store: Pick<EngineStore, 'casesOfOtherCalendars'>,
    private readonly clock: LegalClock,
    private readonly env: () => DomainEnv,
    private readonly execute: (request: ExecuteRequest) => Promise<Outcome>,
  ) {}

  /**
   * @param dryRun only says what would move
   * @returns what moved, by case
   * @throws RangeError for an unknown calendar version
   */
  async run(calendarVersion: string, dryRun: boolean): Promise<readonly RederivedDeadline[]> {
    const env = this.env();
    const calendar = env.calendars.version(calendarVersion);
    if (calendar === undefined) throw new RangeError(`unknown calendar version ${calendarVersion}`);
    const at = await this.clock.now();
    const moved: RederivedDeadline[] = [];
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const cases = await this.store.casesOfOtherCalendars(calendarVersion, last, PAGE);
      if (cases.length === 0) return moved;
      last = cases.at(-1)?.id ?? last;
      // A region with a calendar of its own keeps it.
      const governed = cases.filter(({ division }) => env.calendars.current(division).version === calendarVersion);
      for (const { id, open } of governed) for (const one of rederive(open, calendar, at, env).moved) moved.push({ caseId: id, ...one });
      if (!dryRun) {
        await Promise.all(
          governed.map(({ id }) => this.execute({ caseId: id, actor: ENGINE_ACTOR, type: 'REDERIVE', payload: { calendarVersion } })),
        );
        reachFaultPoint('engine.between-rederived');
      }
    }
  }
}
