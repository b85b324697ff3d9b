import type { ReactNode } from 'react';
import type { Tone } from '../theme/tokens.ts';

const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const SHAPES: Readonly<Record<Tone, ReactNode>> = {
  neutral: <circle cx="8" cy="8" r="5" {...STROKE} />,
  running: (
    <>
      <circle cx="8" cy="8" r="5.2" {...STROKE} />
      <path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="6" fill="currentColor" />
      <path d="M5 8.2l2.1 2.2L11 6" fill="none" stroke="var(--surface)" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  soon: <path d="M8 2.5l6 11H2z" {...STROKE} />,
  overdue: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1.5" fill="currentColor" />
      <path d="M8 4.6v4.2M8 11.2v.4" stroke="var(--surface)" strokeWidth="1.9" strokeLinecap="round" fill="none" />
    </>
  ),
  sealed: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.6" rx="1" fill="currentColor" />
      <path d="M5.2 7V5.2a2.8 2.8 0 0 1 5.6 0V7" {...STROKE} />
    </>
  ),
  stopped: <path d="M5.6 3v10M10.4 3v10" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />,
  petitioner: (
    <path
      d="M5 8.4V4.2a1 1 0 0 1 2 0v-.8a1 1 0 0 1 2 0v.8a1 1 0 0 1 2 0v5.4A3.9 3.9 0 0 1 7.2 13.6 4 4 0 0 1 4 11.4L2.9 9.2a1 1 0 0 1 1.7-.9z"
      {...STROKE}
    />
  ),
};

/** The shape of a status, so that greyscale and paper say the same as colour. Its word stands beside it. */
export function Shape({ tone }: { readonly tone: Tone }): ReactNode {
  return (
    <svg className="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      {SHAPES[tone]}
    </svg>
  );
}

/** Word, then shape, then colour. */
export function Chip({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <span className={`chip tone-${tone}`}>
      <Shape tone={tone} />
      <span>{children}</span>
    </span>
  );
}
