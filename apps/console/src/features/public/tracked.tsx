import { useEffect, useRef, useState, type ReactNode } from 'react';
import { civilDate, formatDate } from '../../i18n/format.ts';
import { STATES } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/public.tsx';
import type { PublicMessages } from '../../i18n/messages/public.ts';
import { say, type Lang } from '../../i18n/say.ts';
import type { Track } from '../../server-state/api-types.ts';
import { Chip } from '../../signature/shape.tsx';
import { ReceptionDays } from './reception-days.tsx';
import { ActionForm } from './action-form.tsx';
import type { Credentials } from './requests.ts';

interface Props {
  readonly found: Track;
  readonly credentials: Credentials;
  readonly onChange: (next: Track) => void;
  readonly onLeave: () => void;
}

/** State in plain words, the clock, why it stands still, who holds it, the next remedy with its last day, and what one may do. */
export function Tracked({ found, credentials, onChange, onLeave }: Props): ReactNode {
  const { t, lang } = useI18n();
  const [act, setAct] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const action = found.allowed.find((one) => one.type === act);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {found.caseNo}
      </h1>
      <div role="status">{done === '' ? null : <p className="notice tone-done">{done}</p>}</div>
      <section className="panel answer">
        <p className="state-line">
          <Chip tone={STATES[found.state]?.tone ?? 'neutral'}>{say(found.stateText, lang)}</Chip>
        </p>
        <dl className="facts">
          <dt>{t.holder}</dt>
          <dd data-testid="holder">{found.holder.name}</dd>
          <dt>{t.when}</dt>
          <dd data-testid="clock">
            <ClockText clock={found.clock} still={found.standsStill !== null} />
          </dd>
          {found.standsStill === null ? null : (
            <>
              <dt>{t.still}</dt>
              <dd>{say(found.standsStill, lang)}</dd>
            </>
          )}
          {found.ownNotes.length === 0 ? null : (
            <>
              <dt>{t.ownNotes}</dt>
              {found.ownNotes.map(({ text }, n) => (
                <dd key={n} dir="auto" className="own-note">
                  {text}
                </dd>
              ))}
            </>
          )}
          {found.remedy === null ? null : (
            <>
              <dt>{t.next}</dt>
              <dd>
                {say(found.remedy.text, lang)}
                <br />
                {t.until(formatDate(found.remedy.until.slice(0, 10), lang))}
              </dd>
            </>
          )}
          <dt>{t.received}</dt>
          <dd>{formatDate(civilDate(found.receivedAt), lang)}</dd>
        </dl>
      </section>
      <section className="panel" aria-label={t.youMay}>
        {action === undefined ? (
          <>
            <h2>{t.youMay}</h2>
            {found.allowed.length === 0 ? <p>{t.nothing}</p> : null}
            <div className="buttons">
              {found.allowed.map((one) => (
                <button
                  key={one.type}
                  type="button"
                  className="button"
                  data-command={one.type}
                  onClick={() => {
                    setAct(one.type);
                    setDone('');
                  }}
                >
                  {say(one.label, lang)}
                </button>
              ))}
            </div>
          </>
        ) : (
          <ActionForm
            key={action.type}
            type={action.type}
            label={say(action.label, lang)}
            credentials={credentials}
            onDone={(next) => {
              onChange(next);
              setAct(null);
              setDone(t.done(say(action.label, lang)));
            }}
            onCancel={() => {
              setAct(null);
            }}
          />
        )}
      </section>
      <ReceptionDays credentials={credentials} />
      <button type="button" className="button" onClick={onLeave}>
        {t.again}
      </button>
    </>
  );
}

interface ClockProps {
  readonly clock: Track['clock'];
  readonly still: boolean;
}

/** The clock as a sentence a person understands, with the article it rests on; never a bare number. */
function ClockText({ clock, still }: ClockProps): ReactNode {
  const { t, lang } = useI18n();
  if (clock === null) return t.noClock;
  return (
    <>
      {clockSentence(clock, still, t, lang)}
      <span className="basis">{lang === 'en' ? clock.basisEn : clock.basis}</span>
    </>
  );
}

/** A due day ends at 24:00; a clock that stands still has no day. */
function clockSentence(clock: NonNullable<Track['clock']>, still: boolean, t: PublicMessages, lang: Lang): string {
  const what = say(clock.title, lang);
  const date = formatDate(clock.dueDate, lang);
  if (still) return t.stopped(what, clock.remaining.workingDays);
  if (clock.overdue) return t.late(what, date);
  if (clock.remaining.days === 0) return t.lastDay(what, date);
  return t.answerBy(what, date, clock.remaining.workingDays);
}
