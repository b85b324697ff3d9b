import { useId, type ReactNode } from 'react';
import type { Deadline, DerivationDay } from '../../server-state/api-types.ts';

const HEIGHT = 18;
/** More days than this are drawn as narrower cells; the pop-over shows them in weeks. */
const CELL = { wide: 9, narrow: 4 } as const;

/** Index of today's cell. The due day is the last one; `remaining.days` are the server's days from today to it. */
function todayIndex(deadline: Deadline, days: readonly DerivationDay[]): number | null {
  const due = days.findIndex((day) => day.date === deadline.dueDate);
  if (due < 0) return null;
  const index = due - deadline.remaining.days;
  return index >= 0 && index < days.length ? index : null;
}

/**
 * One cell a civil day, drawn from `derivation[]` alone: counted solid, rest days hatched, a make-up workday solid with a
 * bar, paused days empty with two bars, extension outlined, rolled days as an arrow; ▲ is today, the flag is the due day.
 */
export function Strip({ deadline }: { readonly deadline: Deadline }): ReactNode {
  const id = useId();
  const days = deadline.derivation;
  if (days.length === 0) return null;
  const cell = days.length > 45 ? CELL.narrow : CELL.wide;
  const today = todayIndex(deadline, days);
  const width = days.length * cell + 10;
  return (
    <svg
      className="strip"
      viewBox={`0 0 ${String(width)} ${String(HEIGHT + 8)}`}
      width={width}
      height={HEIGHT + 8}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern id={id} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="3" stroke="currentColor" strokeWidth="1" />
        </pattern>
      </defs>
      {days.map((day, index) => (
        <Cell key={`${day.date}-${day.kind}`} day={day} x={index * cell} width={cell - 1} hatch={`url(#${id})`} />
      ))}
      {today === null ? null : <path d={`M${String(today * cell + cell / 2)} ${String(HEIGHT - 2)} l4 7 h-8 z`} fill="currentColor" />}
      <path
        d={`M${String(days.length * cell + 1)} 1 v${String(HEIGHT - 4)} M${String(days.length * cell + 1)} 1 l7 3 l-7 3`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}

interface CellProps {
  readonly day: DerivationDay;
  readonly x: number;
  readonly width: number;
  readonly hatch: string;
}

function Cell({ day, x, width, hatch }: CellProps): ReactNode {
  const box = { x, y: 2, width, height: HEIGHT - 6 };
  switch (day.kind) {
    case 'counted':
      return <rect {...box} fill="currentColor" opacity="0.75" />;
    case 'make-up-workday':
      return (
        <>
          <rect {...box} fill="currentColor" opacity="0.75" />
          <rect x={x} y={0} width={width} height={1.5} fill="currentColor" />
        </>
      );
    case 'weekend':
    case 'holiday':
      return <rect {...box} fill={hatch} />;
    case 'paused':
      return <path d={`M${String(x + width * 0.3)} 4 v9 M${String(x + width * 0.75)} 4 v9`} stroke="currentColor" strokeWidth="1.2" />;
    case 'extended':
      return <rect {...box} x={x + 0.5} width={Math.max(1, width - 1)} fill="none" stroke="currentColor" />;
    case 'rolled':
      return <path d={`M${String(x)} 8 h${String(width)} m-2 -2 l2 2 l-2 2`} fill="none" stroke="currentColor" strokeWidth="1.2" />;
    case 'fixed':
    case 'start':
      return <circle cx={x + width / 2} cy={8} r={Math.min(3, width / 2)} fill="none" stroke="currentColor" />;
  }
}
