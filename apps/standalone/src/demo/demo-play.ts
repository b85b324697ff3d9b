import type { Engine } from '#libs/engine';
import type { Log } from '#libs/observability';
import type { AgendaItem } from './agenda.ts';
import type { DemoPeople } from './demo-people.ts';
import type { DemoMatter } from './matters.ts';
import type { DemoActor } from './story.ts';

interface PlayedCase {
  readonly id: string;
  readonly leadUnitId: string;
  readonly petitionerId: string | null;
  holder: string;
}

interface UnitName {
  readonly unitId: string;
  readonly function: string;
  readonly division: string;
}

/** Plays an agenda: moves legal time on, firing what falls due on the way, and lets people do what stands there. */
export class DemoPlay {
  private readonly cases = new Map<DemoMatter, PlayedCase>();

  constructor(
    private readonly engine: Pick<Engine, 'fireDue' | 'nextRungAt' | 'setManualClock'>,
    private readonly people: Pick<DemoPeople, 'get' | 'post'>,
    private readonly log: Log,
  ) {}

  /** @returns how many things were done, and how many were refused (none, unless a procedure has changed) */
  async play(items: readonly AgendaItem[], until: string): Promise<{ done: number; refused: number }> {
    let refused = 0;
    for (const item of items) {
      await this.moveTo(item.at);
      const done = item.act === null ? await this.register(item) : await this.act(item);
      if (!done) refused += 1;
    }
    await this.moveTo(until);
    return { done: items.length - refused, refused };
  }

  /** From rung to rung, each at its own instant, as it would have happened. */
  private async moveTo(target: string): Promise<void> {
    for (let next = await this.engine.nextRungAt(); next !== null && next <= target;) {
      await this.engine.setManualClock(next);
      const { climbed } = await this.engine.fireDue({ limit: 500 });
      const following = await this.engine.nextRungAt();
      if (climbed === 0 && following === next) break;
      next = following;
    }
    await this.engine.setManualClock(target);
  }

  private async register({ at, matter }: AgendaItem): Promise<boolean> {
    const answer = await this.people.post('clerk', '/api/cases', {
      channel: matter.channel,
      class: matter.class ?? 'CLAIM',
      ...(matter.class === undefined ? { route: matter.route ?? 'PETITION' } : {}),
      title: matter.title,
      narrative: matter.narrative,
      categoryCode: matter.category,
      divisionCode: matter.division,
      receivedAt: at,
      headcount: matter.headcount ?? 1,
      urgent: matter.urgent ?? false,
      parties: [{ role: 'petitioner', kind: 'person', name: matter.person, phone: '13800001234' }],
    });
    if (answer.status !== 201) return this.refusal(matter, 'REGISTER', answer.body);
    const { lead } = answer.body['routing'] as { lead: UnitName };
    const id = answer.body['id'] as string;
    const { parties } = (await this.people.get('clerk', `/api/cases/${id}`)).body as { parties: readonly { id: string; role: string }[] };
    this.cases.set(matter, {
      id,
      leadUnitId: lead.unitId,
      petitionerId: parties.find(({ role }) => role === 'petitioner')?.id ?? null,
      holder: codeOf(answer.body['holder'] as UnitName),
    });
    return true;
  }

  private async act({ at, matter, act }: AgendaItem): Promise<boolean> {
    const played = this.cases.get(matter);
    if (played === undefined || act === null) return false;
    const payload = act.payload({ ...played, today: civilDateOf(at) });
    const answer = await this.people.post(usernameOf(act.by, played), `/api/cases/${played.id}/commands`, { type: act.type, payload });
    if (answer.status !== 200) return this.refusal(matter, act.type, answer.body);
    played.holder = codeOf(answer.body['holder'] as UnitName);
    return true;
  }

  private refusal({ story }: DemoMatter, command: string, { code }: Record<string, unknown>): false {
    this.log.warn('demo.refused', { story, command, code });
    return false;
  }
}

const codeOf = (unit: UnitName): string => `${unit.function}.${unit.division}`;

function usernameOf(actor: DemoActor, { holder }: PlayedCase): string {
  return actor === 'handler' || actor === 'head' ? `${holder}.${actor}` : actor;
}

/** The day in China of an instant. */
function civilDateOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
