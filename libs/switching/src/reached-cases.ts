import type { ClientBase } from 'pg';
import type { LawSubject } from '#libs/domain';
import type { ReachedCase } from './case-plan.ts';

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
const COLUMNS = `id, division_code as division, sealed, procedure, procedure_version as version, state, open_deadlines::json as open`;

/** Cases with running clocks. */
const CLOCKED = `select ${COLUMNS} from jiefen.cases where id > $1 and open_deadlines <> '[]' order by id limit ${String(PAGE)}`;
/** Cases of a procedure that somebody may still act on, on an earlier version of it. */
const ON_EARLIER = `select ${COLUMNS}, context::json as context from jiefen.cases
  where id > $1 and procedure = $2 and procedure_version < $3 and state <> 'archived' order by id limit ${String(PAGE)}`;

/** The cases that a subject may reach, in the order of their ids, page by page. */
export async function* reachedCases(client: ClientBase, subject: LawSubject): AsyncGenerator<ReachedCase> {
  for (let last = FIRST; ;) {
    const [text, values] = subject.kind === 'procedure' ? [ON_EARLIER, [last, subject.id, subject.version]] : [CLOCKED, [last]];
    const { rows } = await client.query<ReachedCase>(text, values);
    yield* rows;
    const next = rows.at(-1)?.id;
    if (next === undefined) return;
    last = next;
  }
}
