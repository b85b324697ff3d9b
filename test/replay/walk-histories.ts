import { RUNG_EDITION } from '../../libs/domain/src/decide/clocks.ts';
import { ENV } from '../../libs/domain/src/decide/case.fixture.ts';
import { FIRST, START } from '../../libs/domain/src/definitions/first-cases.fixture.ts';
import { commandsAt, keyOf } from '../../libs/domain/src/definitions/walk.fixture.ts';
import type { Place } from '../../libs/domain/src/definitions/walk.fixture.ts';
import type { CaseCommand, CaseSnapshot, DomainEnv, ProcedureDefinition } from '#libs/domain';
import { decide } from '#libs/domain';
import { chartContext } from '../../libs/domain/src/case/memo.ts';
import { dueRung } from '../../libs/domain/src/deadlines/index.ts';
import { mintId } from '../../libs/domain/src/decide/case.fixture.ts';

interface Walked extends Place {
  readonly commands: readonly CaseCommand[];
}

const PLACES = 4_000;
/** So often each state is walked on from. */
const OFTEN = 60;
/** Of all ladders of a case together, more than lead to a supervision. */
const RUNGS = 16;
const ENGINE = { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null } as const;

/** `from –command→ to`; the passing of a window by the name that its chart knows it by. */
export function edgeOf(before: CaseSnapshot, command: CaseCommand, after: CaseSnapshot): string {
  const passing = before.open.find(({ id }) => id === command.payload['deadlineId']);
  const name = command.type === 'DEADLINE_STEP' ? `${passing?.rule ?? ''}.passed` : command.type;
  return `${before.state} –${name}→ ${after.state}`;
}

function placeKey(place: Walked): string {
  const clocks = place.snapshot.open.map(({ rule, state, nextStep }) => `${rule}:${state}:${String(nextStep)}`).sort();
  return `${keyOf(place)} ${clocks.join()}`;
}

/** The rung that is climbed next, at its instant. */
function nextRung(snapshot: CaseSnapshot, now: string): CaseCommand | null {
  const due = dueRung(snapshot.open, '9999-01-01T00:00:00.000Z');
  if (due === undefined) return null;
  const at = due.nextAt > now ? due.nextAt : now;
  const payload = { deadlineId: due.deadline.id, step: due.claim.step, version: due.claim.version, edition: RUNG_EDITION };
  const units = Object.fromEntries(
    [snapshot.context.holderUnitId, snapshot.context.centreUnitId].flatMap((id) => {
      const unit = ENV.directory.unit(id);
      return unit === undefined ? [] : [[id, unit] as const];
    }),
  );
  return { type: 'DEADLINE_STEP', commandId: mintId(), at, by: ENGINE, payload, documents: [], units, cases: {} };
}

/** Time passes in the place until somebody is supervised and replies; null where that is known already or doesn't happen. */
function supervisionReply(
  place: Walked,
  definition: ProcedureDefinition,
  covered: Set<string>,
  env: DomainEnv,
): readonly CaseCommand[] | null {
  const { state } = place.snapshot;
  const edge = `${state} –REPLY_SUPERVISION→ ${state}`;
  if (covered.has(edge) || definition.ways.get(state)?.has('REPLY_SUPERVISION') !== true) return null;
  let waiting = place;
  for (let climbed = 0; climbed < RUNGS; climbed++) {
    const rung = nextRung(waiting.snapshot, waiting.now);
    const passed = rung === null ? null : decide(waiting.snapshot, rung, env);
    if (rung === null || passed?.ok !== true || passed.next.state !== state) return null;
    waiting = { snapshot: passed.next, now: rung.at, commands: [...waiting.commands, rung] };
    const { supervisions } = chartContext(waiting.snapshot.context).memo;
    for (const { deadlineId } of supervisions ?? []) {
      for (const asked of commandsAt(waiting, definition).filter(({ type }) => type === 'REPLY_SUPERVISION')) {
        const reply: CaseCommand = { ...asked, payload: { ...asked.payload, deadlineId } };
        if (!decide(waiting.snapshot, reply, env).ok) continue;
        covered.add(edge);
        return [...waiting.commands, reply];
      }
    }
  }
  return null;
}

/**
 * Walks a procedure's table from the cases as they begin, letting time pass too, and keeps a way to every row of it.
 *
 * @returns histories as commands, none the beginning of another
 */
export function walkHistories(definition: ProcedureDefinition, env: DomainEnv): readonly (readonly CaseCommand[])[] {
  const covered = new Set<string>();
  const kept: (readonly CaseCommand[])[] = [];
  for (const desk of FIRST[definition.id]) {
    const seen = new Set<string>();
    const often = new Map<string, number>();
    const waiting: Walked[] = [{ snapshot: desk.snapshot, now: START, commands: desk.commands }];
    const next = (): Walked | undefined => (seen.size % 2 === 0 ? waiting.shift() : waiting.pop());
    for (let place = next(); place !== undefined && seen.size < PLACES; place = next()) {
      const key = placeKey(place);
      const visits = often.get(place.snapshot.state) ?? 0;
      if (seen.has(key) || visits >= OFTEN) continue;
      seen.add(key);
      often.set(place.snapshot.state, visits + 1);
      // What changes no state is gathered in one history of the place.
      let aside: Walked = place;
      const rung = nextRung(place.snapshot, place.now);
      const done = new Set<string>();
      for (const command of [
        ...commandsAt(place, definition).filter(({ type }) => type !== 'DEADLINE_STEP'),
        ...(rung === null ? [] : [rung]),
      ]) {
        const decision = decide(place.snapshot, command, env);
        if (!decision.ok) continue;
        const edge = edgeOf(place.snapshot, command, decision.next);
        const fresh = !covered.has(edge);
        covered.add(edge);
        const after: Walked = { snapshot: decision.next, now: command.at, commands: [...place.commands, command] };
        if (fresh && decision.next.procedure !== definition.id) kept.push(after.commands);
        else if (fresh && decision.next.state === place.snapshot.state && command.type !== 'DEADLINE_STEP') {
          const beside = decide(aside.snapshot, command, env);
          if (beside.ok && beside.next.state === aside.snapshot.state)
            aside = { snapshot: beside.next, now: command.at, commands: [...aside.commands, command] };
          else kept.push(after.commands);
        } else if (fresh) kept.push(after.commands);
        const { payload, by } = command;
        const once = JSON.stringify([edge, payload['decision'], payload['unitId'], payload['partyId'], by.role === 'petitioner']);
        if (done.has(once) || decision.next.procedure !== definition.id) continue;
        done.add(once);
        waiting.push(after);
      }
      if (aside !== place) kept.push(aside.commands);
      const replied = supervisionReply(place, definition, covered, env);
      if (replied !== null) kept.push(replied);
    }
  }
  const idsOf = (commands: readonly CaseCommand[]): string => commands.map(({ commandId }) => commandId).join();
  const all = kept.map(idsOf);
  return kept.filter((_, i) => !all.some((other, j) => j !== i && other.startsWith(all[i] ?? '') && (other !== all[i] || j < i)));
}
