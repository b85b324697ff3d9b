import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import { FEWEST_ANSWERS } from '#libs/contracts';
import type { answerSurvey, AnswerOf, BodyOf, listSurveys, openSurvey, QueryOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf } from '#libs/domain';
import { derivedCaseId, LegalClock } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { inTransaction, READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { Cursors } from '../http/cursor.ts';
import { keyedId } from '../http/keyed-id.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { PublicThrottle } from '../public/public-throttle.ts';
import { permitForPlace } from '../registers/place-of-office.ts';

interface SurveyRow {
  readonly id: string;
  readonly title: string;
  readonly division: string;
  readonly opens_on: string;
  readonly closes_on: string;
  readonly invited: number;
  readonly satisfied: number;
  readonly basically: number;
  readonly dissatisfied: number;
}
type Survey = AnswerOf<typeof listSurveys>['items'][number];

const counted = (value: string): string => `(count(i.code_digest) filter (where i.answer = '${value}'))::int as ${value}`;
const FIGURES = `s.id, s.title, s.division, s.opens_on::text, s.closes_on::text, count(i.code_digest)::int as invited,
  ${counted('satisfied')}, ${counted('basically')}, ${counted('dissatisfied')}`;
const ANSWERABLE = 'jiefen.surveys s join jiefen.survey_invitations i on i.survey_id = s.id';

/**
 * 群众满意度测评: each who is asked has a code of his own, used once; who answered what nobody can tell, which is why nothing of the answers
 * is shown while they come in, nor ever of a few. Silence is counted apart.
 */
@Injectable()
export class Surveys {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly cursors: Cursors,
    private readonly throttle: PublicThrottle,
    private readonly identity: IdentityService,
  ) {}

  /** The codes are told here and never again, but to the same request sent again. @throws 400, 403, 409 for another request's key */
  async open(viewer: Viewer, body: BodyOf<typeof openSurvey>, key: string | undefined): Promise<AnswerOf<typeof openSurvey>> {
    const { title, division, opensOn, closesOn, invitations } = body;
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    permitForPlace(viewer, division);
    const id = keyedId('POST /api/surveys', viewer, key);
    const now = await this.time.now();
    const asked = Array.from({ length: invitations }, (_, n) => derivedCaseId('survey-invitation', id, String(n)));
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        'insert into jiefen.surveys (id, title, division, opens_on, closes_on, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing',
        [id, title, division, opensOn, closesOn, viewer.userId, now],
      );
      if (rowCount === 0) return;
      await client.query('insert into jiefen.survey_invitations (survey_id, code_digest) select $1, d from unnest($2::bytea[]) d', [
        id,
        asked.map((one) => this.identity.queryHash(one)),
      ]);
      await this.audit.record(viewer, 'survey.opened', id, { division, invitations }, client);
    });
    const { rows } = await this.pool.query<SurveyRow>(`select ${FIGURES} from ${ANSWERABLE} where s.id = $1 group by s.id`, [id]);
    const [row] = rows;
    const same = [row?.title, row?.division, row?.opens_on, row?.closes_on, row?.invited];
    if (row === undefined || [title, division, opensOn, closesOn, invitations].some((one, i) => one !== same[i]))
      throw problemOf('idempotency.key_reused');
    return { survey: viewOf(row, civilDateOf(now)), codes: asked.map((one) => this.identity.queryCode(one)) };
  }

  async page({ limit = DEFAULT_LIMIT, cursor }: QueryOf<typeof listSurveys>): Promise<AnswerOf<typeof listSurveys>> {
    const today = civilDateOf(await this.time.now());
    const list = JSON.stringify(['surveys']);
    const after = this.cursors.read(list, cursor);
    const { rows } = await this.pool.query<SurveyRow>(
      `select ${FIGURES} from ${ANSWERABLE}
        where $1::date is null or (s.opens_on, s.id) < ($1::date, $2::uuid) group by s.id order by s.opens_on desc, s.id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.opens_on, last.id]));
    return { ...page, items: page.items.map((row) => viewOf(row, today)) };
  }

  /** A code that is wrong, used, or of a survey that isn't open is a miss like any other. @throws 404, 429 */
  async answer({ code, value }: BodyOf<typeof answerSurvey>, address: string): Promise<AnswerOf<typeof answerSurvey>> {
    const today = civilDateOf(await this.time.now());
    const digest = this.identity.hashQueryCode(code);
    return this.throttle.attempt(code, address, async () => {
      const { rowCount } = await this.pool.query(
        `update jiefen.survey_invitations i set answer = $2 from jiefen.surveys s
          where i.code_digest = $1 and i.answer is null and s.id = i.survey_id and $3::date between s.opens_on and s.closes_on`,
        [digest, value, today],
      );
      return rowCount === 1 ? { ok: true as const } : null;
    });
  }
}

const share = (part: number, of: number): number | null => (of === 0 ? null : Math.round((part / of) * 10_000) / 10_000);

/** Told when it is over, and enough have answered that nobody can be told by it. */
function viewOf(
  { id, title, division, opens_on: opensOn, closes_on: closesOn, invited, satisfied, basically, dissatisfied }: SurveyRow,
  today: string,
): Survey {
  const answered = satisfied + basically + dissatisfied;
  const told = today > closesOn && answered >= FEWEST_ANSWERS;
  return {
    id,
    title,
    division,
    opensOn,
    closesOn,
    invited,
    answered,
    silent: invited - answered,
    participation: share(answered, invited),
    result: told ? { satisfied, basically, dissatisfied, satisfaction: share(satisfied + basically, answered) } : null,
  };
}
