import { send } from '../support/api-client.ts';
import type { Counter } from './counter.ts';
import type { People } from './people.ts';
import type { Steps } from './steps.ts';

/** An account of the demonstration city, and whoever keeps the register of its place. */
export const LEADER = 'leader';
export const SUPERVISOR = 'supervisor';

const DIVISION = '430400';

/** Enters the city's leader into the register, before anything is broken. */
export async function enterLeader(app: Counter, people: People): Promise<void> {
  const body = { name: '测试领导', title: '副市长', rank: 'principal', division: DIVISION, userId: await people.userId(LEADER) };
  const token = await people.token(SUPERVISOR);
  const answer = await send(app.url, { method: 'POST', path: '/api/registers/leaders', token, body });
  // 409: the city has him already.
  if (answer.status !== 200 && answer.status !== 409) throw new Error(`the leader can't be entered: ${JSON.stringify(answer)}`);
}

/** His id in the register; null where nobody answered. */
export async function leaderId(steps: Steps): Promise<string | null> {
  const page = await steps.read(SUPERVISOR, `/api/registers/leaders?division=${DIVISION}&limit=200`);
  if (page === null) return null;
  const account = await steps.people.userId(LEADER);
  const { items } = page as { readonly items: readonly { readonly id: string; readonly userId: string | null }[] };
  return items.find(({ userId }) => userId === account)?.id ?? null;
}
