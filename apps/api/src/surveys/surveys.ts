import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { answerSurvey, AnswerOf, BodyOf, listSurveys, openSurvey, QueryOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, unknownReference } from '../http/problem-error.ts';
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
const digestOf = (code: string): Buffer => createHash('sha256').update(code.trim().toUpperCase()).digest();

/** 群众满意度测评: each who is asked has a code of his own, used once; who answered what nobody can tell. Silence is counted apart. */
@Injectable()
export class Surveys {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly cursors: Cursors,
    private readonly throttle: PublicThrottle,
  ) {}

  /** The codes are told here and never again. @throws 400, 403 */
  async open(
    viewer: Viewer,
    { title, division, opensOn, closesOn, invitations }: BodyOf<typeof openSurvey>,
  ): Promise<AnswerOf<typeof openSurvey>> {
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    permitForPlace(viewer, division);
    const id = randomUUID();
    const codes = Array.from({ length: invitations }, () => randomBytes(10).toString('hex').toUpperCase());
    await this.pool.query(
      `with survey as (insert into jiefen.surveys (id, title, division, opens_on, closes_on, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7) returning id)
       insert into jiefen.survey_invitations (survey_id, code_digest) select survey.id, d from survey, unnest($8::bytea[]) d`,
      [id, title, division, opensOn, closesOn, viewer.userId, await this.time.now(), codes.map(digestOf)],
    );
    await this.audit.record(viewer, 'survey.opened', id, { division, invitations });
    return {
      survey: viewOf({
        id,
        title,
        division,
        opens_on: opensOn,
        closes_on: closesOn,
        invited: invitations,
        satisfied: 0,
        basically: 0,
        dissatisfied: 0,
      }),
      codes,
    };
  }

  async page({ limit = DEFAULT_LIMIT, cursor }: QueryOf<typeof listSurveys>): Promise<AnswerOf<typeof listSurveys>> {
    const list = JSON.stringify(['surveys']);
    const after = this.cursors.read(list, cursor);
    const { rows } = await this.pool.query<SurveyRow>(
      `select ${FIGURES} from jiefen.surveys s join jiefen.survey_invitations i on i.survey_id = s.id
        where $1::date is null or (s.opens_on, s.id) < ($1::date, $2::uuid) group by s.id order by s.opens_on desc, s.id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.opens_on, last.id]));
    return { ...page, items: page.items.map(viewOf) };
  }

  /** A code that is wrong, used, or of a survey that isn't open is a miss like any other. @throws 404, 429 */
  async answer({ code, value }: BodyOf<typeof answerSurvey>, address: string): Promise<AnswerOf<typeof answerSurvey>> {
    const today = civilDateOf(await this.time.now());
    return this.throttle.attempt(code, address, async () => {
      const { rowCount } = await this.pool.query(
        `update jiefen.survey_invitations i set answer = $2 from jiefen.surveys s
          where i.code_digest = $1 and i.answer is null and s.id = i.survey_id and $3::date between s.opens_on and s.closes_on`,
        [digestOf(code), value, today],
      );
      return rowCount === 1 ? { ok: true as const } : null;
    });
  }
}

const share = (part: number, of: number): number | null => (of === 0 ? null : Math.round((part / of) * 10_000) / 10_000);

function viewOf({
  id,
  title,
  division,
  opens_on: opensOn,
  closes_on: closesOn,
  invited,
  satisfied,
  basically,
  dissatisfied,
}: SurveyRow): Survey {
  const answered = satisfied + basically + dissatisfied;
  const figures = { invited, answered, silent: invited - answered, satisfied, basically, dissatisfied };
  return {
    id,
    title,
    division,
    opensOn,
    closesOn,
    ...figures,
    participation: share(answered, invited),
    satisfaction: share(satisfied + basically, answered),
  };
}
