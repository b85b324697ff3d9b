import { MATTERS } from './matters.ts';
import type { DemoMatter } from './matters.ts';
import type { DemoAct } from './story.ts';
import { STORIES } from './story.ts';

/** One thing somebody does: `act` null is the registration. */
export interface AgendaItem {
  /** ISO 8601. */
  readonly at: string;
  readonly matter: DemoMatter;
  readonly act: DemoAct | null;
}

const DAY = 86_400_000;
const CHINA = 8 * 3_600_000;
/** Working time starts at 09:00. */
const OPENING = 9 * 3_600_000;
/** No two things happen at one instant. */
const APART = 35_000;

/** Everything that has happened until `now`, oldest first. What would lie in the future is left out: it is still to come. */
export function agenda(now: Date, matters: readonly DemoMatter[] = MATTERS): readonly AgendaItem[] {
  const today = Math.floor((now.getTime() + CHINA) / DAY) * DAY - CHINA;
  const longest = Math.max(...Object.values(STORIES).map((acts) => acts.length)) + 1;
  return matters
    .flatMap((matter, index): AgendaItem[] => {
      const acts: readonly (DemoAct | null)[] = [null, ...STORIES[matter.story]];
      return acts.map((act, order) => {
        const daysAgo = matter.daysAgo - (act?.day ?? 0);
        const sinceOpening = (index * longest + order) * APART;
        const moment = today - daysAgo * DAY + OPENING + sinceOpening;
        // Today's happened before now, whatever the hour.
        const before = now.getTime() - (matters.length * longest * APART - sinceOpening) / 100;
        return { at: new Date(daysAgo === 0 ? Math.min(moment, before) : moment).toISOString(), matter, act };
      });
    })
    .filter(({ at }) => at <= now.toISOString())
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
