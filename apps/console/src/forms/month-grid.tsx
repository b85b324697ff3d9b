import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatDate, formatMonth, weekdayWord } from '../i18n/format.ts';
import { useI18n } from '../i18n/staff.tsx';
import { daysLater, monthsLater, weeksOf } from './civil-date.ts';

interface Props {
  /** The chosen day, or the one to begin at. */
  readonly value: string;
  readonly today: string | null;
  /** The last day that may be chosen. */
  readonly max: string | undefined;
  readonly onPick: (date: string) => void;
  readonly onClose: () => void;
}

const STEPS: Readonly<Record<string, (date: string) => string>> = {
  ArrowLeft: (date) => daysLater(date, -1),
  ArrowRight: (date) => daysLater(date, 1),
  ArrowUp: (date) => daysLater(date, -7),
  ArrowDown: (date) => daysLater(date, 7),
  PageUp: (date) => monthsLater(date, -1),
  PageDown: (date) => monthsLater(date, 1),
};

/** A month to choose a day from, in the console's language; arrows move by days and weeks, Page keys by months, Esc closes. */
export function MonthGrid({ value, today, max, onPick, onClose }: Props): ReactNode {
  const { t, lang } = useI18n();
  const [at, setAt] = useState(value);
  const box = useRef<HTMLDivElement>(null);
  // Keys move the focus with the day; the month's arrows keep it.
  const follow = useRef(true);
  useEffect(() => {
    if (follow.current) box.current?.querySelector<HTMLButtonElement>('[data-at]')?.focus();
  }, [at]);
  const allowed = (date: string): boolean => max === undefined || date <= max;
  const move = (to: string, withFocus: boolean): void => {
    follow.current = withFocus;
    setAt(max !== undefined && to > max ? max : to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    const step = STEPS[event.key];
    if (step !== undefined) move(step(at), true);
    if (event.key !== 'Escape' && step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const weeks = weeksOf(at);
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={t.shell.chooseDate}
      className="month panel"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <div className="month-head">
        <Turn
          label={t.shell.monthBefore}
          sign="‹"
          onClick={() => {
            move(monthsLater(at, -1), false);
          }}
        />
        <strong aria-live="polite">{formatMonth(at, lang)}</strong>
        <Turn
          label={t.shell.monthAfter}
          sign="›"
          onClick={() => {
            move(monthsLater(at, 1), false);
          }}
        />
      </div>
      <table>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((date) => (
              <th key={date} scope="col">
                {weekdayWord(date, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    className={date.slice(0, 7) === at.slice(0, 7) ? 'day' : 'day other'}
                    aria-label={formatDate(date, lang)}
                    aria-pressed={date === value}
                    aria-current={date === today ? 'date' : undefined}
                    disabled={!allowed(date)}
                    tabIndex={date === at ? 0 : -1}
                    data-at={date === at ? '' : undefined}
                    onClick={() => {
                      onPick(date);
                    }}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Turn({ label, sign, onClick }: { readonly label: string; readonly sign: string; readonly onClick: () => void }): ReactNode {
  return (
    <button type="button" className="link turn" aria-label={label} onClick={onClick}>
      {sign}
    </button>
  );
}
