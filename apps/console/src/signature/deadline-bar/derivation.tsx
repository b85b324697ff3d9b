import { useState, type ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import type { DeadlineMessages } from '../../i18n/messages/deadline.ts';
import { labelled, say, type Lang } from '../../i18n/say.ts';
import type { Deadline, DerivationDay } from '../../server-state/api-types.ts';
import { basisOf } from './sentence.ts';

interface Run {
  readonly kind: DerivationDay['kind'];
  readonly first: DerivationDay;
  readonly last: DerivationDay;
  readonly count: number;
}

/** Their notes number the days, so that a run says from which to which. */
const NUMBERED: ReadonlySet<DerivationDay['kind']> = new Set(['counted', 'extended']);

/** Neighbouring days of one kind and note as one line: sixty lines would hide the three that matter. */
function runs(days: readonly DerivationDay[]): readonly Run[] {
  const out: Run[] = [];
  for (const day of days) {
    const last = out.at(-1);
    if (last !== undefined && last.kind === day.kind && (NUMBERED.has(day.kind) || last.last.note === day.note)) {
      out[out.length - 1] = { ...last, last: day, count: last.count + 1 };
    } else out.push({ kind: day.kind, first: day, last: day, count: 1 });
  }
  return out;
}

/** Why these days count or don't: the kind, and what the note adds to it. */
function textOf({ kind, first, last }: Run, m: DeadlineMessages, lang: Lang): string {
  const of = (day: DerivationDay): string => (lang === 'en' ? day.noteEn : day.note);
  const word = m.kinds[kind];
  const note = of(first) === of(last) ? of(first) : `${of(first)} – ${of(last)}`;
  if (note === '') return word;
  // The note of the first day says all the word does, and so does one that begins with it.
  return kind === 'start' || note.startsWith(word) ? note : `${word} · ${note}`;
}

interface Props {
  readonly deadline: Deadline;
  readonly m: DeadlineMessages;
  readonly lang: Lang;
}

/** Every day of a deadline explained: start → days in runs → due day; copyable as text for a letter. */
export function Derivation({ deadline, m, lang }: Props): ReactNode {
  const [copied, setCopied] = useState(false);
  const year = deadline.dueDate;
  const lines = runs(deadline.derivation).map((run) => {
    const first = formatDate(run.first.date, lang, year);
    const last = formatDate(run.last.date, lang, year);
    return {
      key: run.first.date + run.kind,
      date: run.count === 1 ? first : `${first} – ${last}`,
      count: run.count,
      text: textOf(run, m, lang),
    };
  });
  const due = formatDate(deadline.dueDate, lang);
  const asText = [
    ...lines.map((line) => `${line.date}  ${line.text}  ×${String(line.count)}`),
    labelled(m.dueDay, `${due} 24:00`, lang),
  ].join('\n');
  return (
    <div className="derivation">
      {lines.length === 0 ? (
        <p>{m.noDerivation}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{m.column.date}</th>
              <th scope="col">{m.column.why}</th>
              <th scope="col" className="num">
                {m.column.days}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <td>{line.date}</td>
                <td>{line.text}</td>
                <td className="num">{line.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <strong>{labelled(m.dueDay, `${due} 24:00`, lang)}</strong> · {basisOf(deadline, lang)}
      </p>
      {deadline.rulePackStatus === undefined ? null : <p className="ink-soon">{say(deadline.rulePackStatus.text, lang)}</p>}
      <p className="faint">
        {m.rule} {deadline.rule} · {m.rulePack} {deadline.rulePack} · {m.calendar} {deadline.calendarVersion}
      </p>
      <button
        type="button"
        className="link"
        onClick={() => {
          void navigator.clipboard.writeText(asText).then(() => {
            setCopied(true);
          });
        }}
      >
        {m.copy}
      </button>{' '}
      <span role="status">{copied ? m.copied : ''}</span>
    </div>
  );
}
