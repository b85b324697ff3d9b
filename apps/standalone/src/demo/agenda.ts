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
/** 09:00 in China, and from there a few minutes apart, so that no two things happen at one instant. */
const OPENING = 3_600_000;
const APART = 7 * 60_000;

/** Everything that has happened until `now`, oldest first. What would lie in the future is left out: it is still to come. */
export function agenda(now: Date, matters: readonly DemoMatter[] = MATTERS): readonly AgendaItem[] {
  const today = Math.floor((now.getTime() + 8 * 3_600_000) / DAY) * DAY;
  return matters
    .flatMap((matter, index): AgendaItem[] => {
      const acts: readonly (DemoAct | null)[] = [null, ...STORIES[matter.story]];
      return acts.map((act, order) => {
        const moment = today - (matter.daysAgo - (act?.day ?? 0)) * DAY + OPENING + (index * 12 + order) * (APART / 12);
        // What happened today happened before now, whatever the hour.
        return { at: new Date(moment >= today && moment > now.getTime() && matter.daysAgo === (act?.day ?? 0) ? now.getTime() - (matters.length - index) * 1_000 : moment).toISOString(), matter, act };
      });
    })
    .filter(({ at }) => at <= now.toISOString())
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
