import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { UrgentMatter } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { Chip } from '../../signature/shape.tsx';

/** An urgent matter in facts: since when it is known, to whom it was reported when, which service has it. */
export function UrgentParticulars({ urgent }: { readonly urgent: UrgentMatter }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  const receipt = (receivedAt: string | null): string =>
    receivedAt === null ? t.urgent.noReceipt : t.urgent.received(formatInstant(receivedAt));
  return (
    <dl className="facts">
      <div>
        <dt>{t.urgent.kind}</dt>
        <dd>{word('urgentKind', urgent.kind, lang)}</dd>
      </div>
      <div>
        <dt>{t.urgent.learnedAt}</dt>
        <dd>{formatInstant(urgent.learnedAt)}</dd>
      </div>
      {urgent.coHandlers.length === 0 ? null : (
        <div>
          <dt>{t.urgent.coHandlers}</dt>
          <dd>{listed(urgent.coHandlers.map(unitName), lang)}</dd>
        </div>
      )}
      {urgent.reports.map((report) => (
        <div key={report.to}>
          <dt>{word('reportTo', report.to, lang)}</dt>
          <dd>
            {formatInstant(report.at)} {report.unit === null ? '' : unitName(report.unit)} · {receipt(report.receivedAt)}{' '}
            {report.late ? <Chip tone="overdue">{t.urgent.late}</Chip> : null}
          </dd>
        </div>
      ))}
      {urgent.calls.map((call) => (
        <div key={`${call.platform} ${call.at}`}>
          <dt>{word('emergency', call.platform, lang)}</dt>
          <dd>
            {formatInstant(call.at)} · {receipt(call.receivedAt)}
          </dd>
        </div>
      ))}
      {urgent.plan === null ? null : (
        <div>
          <dt>{t.urgent.plan}</dt>
          <dd>{urgent.plan}</dd>
        </div>
      )}
      {urgent.protection ? (
        <div>
          <dt>{t.urgent.protection}</dt>
          <dd>{t.urgent.referred}</dd>
        </div>
      ) : null}
    </dl>
  );
}
