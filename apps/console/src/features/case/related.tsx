import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { DisputeForm } from '../jurisdiction/dispute-form.tsx';
import { useRelated } from '../meetings/queries.ts';
import { RecordList } from '../meetings/record-list.tsx';
import { RaiseForm } from '../urgent/raise-form.tsx';
import { UrgentParticulars } from '../urgent/urgent-particulars.tsx';
import { isRecord } from './record.ts';
import { ResolveForm } from '../meetings/resolve-form.tsx';

/** What stands beside a case: meetings and resolutions about it; of a record, what it says and the cases it is about. */
export function RelatedPanel({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t } = useI18n();
  const { data } = useRelated(shown.id);
  if (data === undefined) return null;
  const mayResolve = shown.meeting !== null && shown.state === 'held' && shown.allowed.some((one) => one.type === 'CLOSE_MEETING');
  const mayRaise = !isRecord(shown) && !shown.sealed && shown.closedAt === null && shown.allowed.length > 0;
  if (!mayRaise && data.records.length + data.about.length === 0 && shown.class !== 'RECORD') return null;
  return (
    <section className="panel stack" aria-label={t.meetings.related}>
      <Particulars shown={shown} />
      {data.about.length === 0 ? null : (
        <>
          <h2>{t.meetings.about}</h2>
          <RecordList rows={data.about} />
        </>
      )}
      {data.records.length === 0 ? null : (
        <>
          <h2>{t.meetings.related}</h2>
          <RecordList rows={data.records} />
        </>
      )}
      {mayRaise ? (
        <div className="wrap">
          <RaiseForm shown={shown} />
          <DisputeForm shown={shown} />
        </div>
      ) : null}
      {mayResolve ? <ResolveForm meeting={shown} agenda={data.about} /> : null}
    </section>
  );
}

function Particulars({ shown: { meeting, resolution, urgentMatter } }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  if (meeting !== null)
    return (
      <dl className="facts">
        <div>
          <dt>{t.meetings.members}</dt>
          <dd>{listed(meeting.members.map(unitName), lang)}</dd>
        </div>
        {meeting.on === null ? null : (
          <div>
            <dt>{t.meetings.on}</dt>
            <dd>{formatDate(meeting.on, lang)}</dd>
          </div>
        )}
        {meeting.present.length === 0 ? null : (
          <div>
            <dt>{t.meetings.present}</dt>
            <dd>{listed(meeting.present.map(unitName), lang)}</dd>
          </div>
        )}
      </dl>
    );
  if (urgentMatter !== null) return <UrgentParticulars urgent={urgentMatter} />;
  if (resolution === null) return null;
  return (
    <dl className="facts">
      <div>
        <dt>{t.meetings.kind}</dt>
        <dd>{word('resolutionKind', resolution.kind, lang)}</dd>
      </div>
      <div>
        <dt>{t.meetings.office}</dt>
        <dd>{unitName(resolution.office)}</dd>
      </div>
      <div>
        <dt>{t.meetings.dueDate}</dt>
        <dd>{formatDate(resolution.dueDate, lang)}</dd>
      </div>
    </dl>
  );
}
