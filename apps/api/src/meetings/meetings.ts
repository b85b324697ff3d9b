import { Injectable } from '@nestjs/common';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { BodyOf, FieldError, makeResolution, openMeeting } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { isPetitionOffice, knowledge, whyNotResolve } from '#libs/domain';
import type { CaseContext, ResolutionKind } from '#libs/domain';
import { CaseStore } from '../cases/case-store.ts';
import { invalid, ProblemError, problemOf, refusalProblem, unknownReference } from '../http/problem-error.ts';
import { OfficeRecords } from './office-records.ts';
import type { OfficeRecordAnswer } from './office-records.ts';

/** In lists: what was resolved is in the paper. */
const TITLES: Readonly<Record<ResolutionKind, string>> = {
  interview: '联席会议决议：约谈',
  circular: '联席会议决议：通报',
  'listed-supervision': '联席会议决议：挂牌督办',
  'ordered-rectification': '联席会议决议：责令限期整改',
  jurisdiction: '联席会议决议：管辖裁定',
  'co-handling': '联席会议决议：联合办理',
  other: '联席会议决议',
};

/** Joint meetings (联席会议, Art 11–13) and what they resolve. */
@Injectable()
export class Meetings {
  constructor(
    private readonly directory: DirectoryService,
    private readonly store: CaseStore,
    private readonly records: OfficeRecords,
  ) {}

  /** The office of the joint meeting is the petition office or the centre of its level. @throws 403 for people of other units */
  async open(viewer: Viewer, body: BodyOf<typeof openMeeting>, key: string | undefined): Promise<OfficeRecordAnswer> {
    this.#known(body.members.map((unitId, i) => [`members.${String(i)}`, unitId]));
    const office = viewer.unit === null ? undefined : this.directory.unit(viewer.unit.id);
    if (office === undefined || !isPetitionOffice(office.function)) throw problemOf('access.forbidden');
    const { title, members } = body;
    return this.records.open(
      viewer,
      {
        procedure: 'joint-meeting',
        payload: { unitId: office.id, level: office.level, members },
        texts: { title },
        divisionCode: office.division,
        about: [],
      },
      { key, scope: `${viewer.userId} POST /api/meetings`, body },
    );
  }

  /** @throws 404 for a meeting or case that this person may not know of; 403 for anybody but its office; 409 before it was held */
  async resolve(
    viewer: Viewer,
    meetingId: string,
    body: BodyOf<typeof makeResolution>,
    key: string | undefined,
  ): Promise<OfficeRecordAnswer> {
    const keyed = { key, scope: `${viewer.userId} POST /api/meetings/${meetingId.toLowerCase()}/resolutions`, body };
    const before = await this.records.recorded(viewer, keyed);
    if (before !== null) return before;
    this.#known([['unitId', body.unitId]]);
    const { row, snapshot } = await this.store.open(viewer, meetingId);
    const { kind, caseId, unitId, dueDate, text } = body;
    const refusal = whyNotResolve(snapshot, actorOf(viewer), caseId);
    if (refusal !== null) throw new ProblemError(refusalProblem(refusal, [], row.version));
    const matter = caseId === undefined ? null : await this.#matter(viewer, caseId);
    return this.records.open(
      viewer,
      {
        procedure: 'resolution',
        payload: {
          resolutionKind: kind,
          meetingId: row.id,
          officeUnitId: row.holder_unit_id,
          unitId,
          dueDate,
          ...(matter === null ? {} : { caseId: matter.caseId }),
        },
        texts: { title: TITLES[kind], resolution: text },
        divisionCode: (matter ?? snapshot.context).divisionCode,
        about: [snapshot.context, ...(matter === null ? [] : [matter])],
      },
      keyed,
    );
  }

  async #matter(viewer: Viewer, caseId: string): Promise<CaseContext> {
    const row = await this.store.find(caseId);
    if (row === null || knowledge(row.context, actorOf(viewer)) !== 'full') throw invalid(unknownReference('caseId'));
    if (row.sealed) throw problemOf('case.sealed_alone');
    return row.context;
  }

  /** @throws 400 with the fields that name no unit */
  #known(units: readonly (readonly [field: string, unitId: string])[]): void {
    const missing: readonly FieldError[] = units
      .filter(([, unitId]) => this.directory.unit(unitId) === undefined)
      .map(([field]) => unknownReference(field));
    if (missing.length > 0) throw invalid(...missing);
  }
}
