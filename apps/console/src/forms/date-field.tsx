import { Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { civilDate, weekdayWord } from '../i18n/format.ts';
import { useI18n } from '../i18n/staff.tsx';
import { useLegalNow } from '../server-state/clock.ts';
import { readCivil } from './civil-date.ts';
import { MonthGrid } from './month-grid.tsx';

interface Props {
  /** What antd's Form.Item hands to its control besides. */
  readonly id?: string;
  /** As `CIVIL_DATE` or `CIVIL_TIME`, or whatever was typed instead, so that the form can say what is wrong with it. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: () => void;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true';
  readonly 'aria-required'?: boolean | 'true';
  readonly withTime?: boolean;
  /** The last civil date that may be chosen. */
  readonly max?: string;
}

const shownOf = (value: string): string => value.replace('T', ' ');

/**
 * A date, or a date with a time, written alike in either language: the browser's own field follows the browser's. It is
 * typed, with its weekday read back beside it, or chosen from a month.
 */
export function DateField({ value = '', onChange, onBlur, withTime = false, max, ...handed }: Props): ReactNode {
  const { t, lang } = useI18n();
  const now = useLegalNow();
  const [typed, setTyped] = useState(shownOf(value));
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Set from outside, such as an emptied form; what is being typed stays as it is typed.
    setTyped((before) => ((readCivil(before, withTime) ?? before) === value ? before : shownOf(value)));
  }, [value, withTime]);
  const read = readCivil(typed, withTime);
  const today = now === null ? null : civilDate(now);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <div className="date-field">
      <Input
        {...handed}
        value={typed}
        autoComplete="off"
        inputMode={withTime ? 'text' : 'numeric'}
        placeholder={withTime ? t.shell.dateTimePattern : t.shell.datePattern}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange?.(readCivil(event.target.value, withTime) ?? event.target.value);
        }}
        onBlur={() => {
          if (read !== null) setTyped(shownOf(read));
          onBlur?.();
        }}
        suffix={
          <>
            <span className="faint">{read === null ? '' : weekdayWord(read.slice(0, 10), lang)}</span>
            <button
              ref={button}
              type="button"
              className="link calendar"
              aria-label={t.shell.chooseDate}
              aria-expanded={open}
              onClick={() => {
                setOpen(!open);
              }}
            >
              <CalendarSign />
            </button>
          </>
        }
      />
      {open ? (
        <MonthGrid
          value={read?.slice(0, 10) ?? today ?? '2026-01-01'}
          today={today}
          max={max}
          onClose={close}
          onPick={(date) => {
            const next = withTime ? `${date}${read?.slice(10) ?? 'T09:00'}` : date;
            setTyped(shownOf(next));
            onChange?.(next);
            close();
            button.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

function CalendarSign(): ReactNode {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    >
      <rect x="2" y="3" width="12" height="11" rx="1.5" />
      <path d="M2 6.5h12M5.5 1.5v3M10.5 1.5v3" />
    </svg>
  );
}
