import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { DeadlineBar } from '../../signature/deadline-bar/deadline-bar.tsx';
import { Shape } from '../../signature/shape.tsx';

interface Props {
  readonly shown: CaseView;
  /** Opens the form of the reply, for whoever may send one. */
  readonly onReply: () => void;
}

/** 督办 of what is overdue: which unit, since when, who supervises now, and the clock of its reply explained day by day. */
export function Supervisions({ shown, onReply }: Props): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  const { supervisions } = shown;
  if (supervisions.length === 0) return null;
  const mayReply = shown.allowed.some((one) => one.type === 'REPLY_SUPERVISION');
  return (
    <section className="panel" aria-label={t.case.supervisions}>
      <h2>{t.case.supervisions}</h2>
      {supervisions.map((one) => (
        <div key={one.deadlineId} className="supervision" data-supervised={one.rule} data-level={one.level}>
          <p>
            <Shape tone={one.repliedAt === null ? 'overdue' : 'done'} />{' '}
            <strong>{t.case.supervisedUnit(unitName(one.unit), say(one.title, lang))}</strong>
          </p>
          <p className="faint">
            {t.case.supervisedBy[one.by.role](unitName(one.by), formatInstant(one.openedAt))}
            {one.level === 0 ? '' : ` · ${t.case.supervisionLevel(one.level)}`}
          </p>
          {one.repliedAt === null ? null : <p>{t.case.supervisionReplied(formatInstant(one.repliedAt))}</p>}
          {one.reply === null ? (
            one.repliedAt === null ? (
              <p>{t.case.supervisionAtLeader}</p>
            ) : null
          ) : (
            <DeadlineBar deadline={one.reply} size="card" m={t.deadline} lang={lang} />
          )}
        </div>
      ))}
      {mayReply ? (
        <Button type="primary" onClick={onReply}>
          {t.case.replySupervision}
        </Button>
      ) : null}
    </section>
  );
}
