import type pg from 'pg';

/** One outbox row in a hundred is poison for whoever handles it. */
export type Poison = 'throw' | 'hang' | 'exit' | 'huge';

export const POISONS: readonly Poison[] = ['throw', 'hang', 'exit', 'huge'];

/**
 * Remainders of the row's id, from (included) to (excluded), of so many: together ten in a thousand. The one that takes its process down
 * does so eight times, and every other fault has to wait meanwhile.
 */
const REMAINDERS: Readonly<Record<Poison, readonly [of: number, from: number, to: number]>> = {
  hang: [1000, 20, 22],
  exit: [2000, 30, 32],
  throw: [1000, 100, 105],
  huge: [1000, 200, 203],
};

/** For `poison-exit.mjs`. */
export const POISON_EXIT = REMAINDERS.exit.join(',');
export const POISON_EXIT_SAID = 'poison: exit';

function is(poison: Poison, id: string): string {
  const [of, from, to] = REMAINDERS[poison];
  return `${id} % ${String(of)} >= ${String(from)} and ${id} % ${String(of)} < ${String(to)}`;
}

const MAKE = `
  create function public.poison_outbox() returns trigger language plpgsql as $$ begin
    if ${is('huge', 'new.id')} then new.payload := new.payload || jsonb_build_object('ballast', repeat('x', 10 * 1024 * 1024)); end if;
    return new;
  end $$;
  create function public.poison_notices() returns trigger language plpgsql as $$ begin
    if ${is('throw', 'new.outbox_id')} then raise exception 'poison'; end if;
    if ${is('hang', 'new.outbox_id')} then perform pg_sleep(3600); end if;
    return new;
  end $$;
  create trigger poison before insert on jiefen.outbox for each row execute function public.poison_outbox();
  create trigger poison before insert on jiefen.notices for each row execute function public.poison_notices()`;

const LIFT = `
  drop trigger poison on jiefen.outbox;
  drop trigger poison on jiefen.notices;
  drop function public.poison_outbox();
  drop function public.poison_notices()`;

/** From now on one row in a hundred is poison. `pool`: the owner's. */
export async function poisonRows(pool: pg.Pool): Promise<void> {
  await pool.query(MAKE);
}

/** No row is poison any more, but for what a process preloaded with `poison-exit.mjs` makes of it. */
export async function liftPoison(pool: pg.Pool): Promise<void> {
  await pool.query(LIFT);
}

export interface Poisoned {
  /** Rows of this kind that there are. */
  readonly rows: number;
  /** Of these, how many became dead letters. */
  readonly buried: number;
  readonly reasons: readonly string[];
}

/** What became of the poison. */
export async function poisonFound(pool: pg.Pool, poison: Poison): Promise<Poisoned> {
  const { rows } = await pool.query<Poisoned>(
    `select count(*)::int as rows, count(d.id)::int as buried, coalesce(array_agg(distinct d.reason) filter (where d.id is not null), '{}') as reasons
     from jiefen.outbox o left join jiefen.dead_letters d on d.source = 'outbox' and d.message_id = o.id::text
     where ${is(poison, 'o.id')}`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('unreachable: an aggregate has a row');
  return found;
}

/** Dead letters of rows that were no poison: nobody but the culprits may be given up. @returns their reasons */
export async function innocentsBuried(pool: pg.Pool): Promise<readonly string[]> {
  const poison = (['throw', 'hang', 'exit'] as const).map((kind) => `(${is(kind, 'd.message_id::bigint')})`).join(' or ');
  const { rows } = await pool.query<{ reason: string }>(
    `select d.reason from jiefen.dead_letters d where d.source <> 'outbox' or not (${poison})`,
  );
  return rows.map(({ reason }) => reason);
}
