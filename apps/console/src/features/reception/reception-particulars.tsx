import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { Reception } from '../../server-state/api-types.ts';

/** Days of reception in facts: who, when, where, and what has been done. */
export function ReceptionParticulars({ reception }: { readonly reception: Reception }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.reception;
  const { leader, day, held, opened } = reception;
  const facts: readonly (readonly [string, string])[] = [
    [m.leader, `${leader.name} · ${word('leaderRank', leader.rank, lang)}`],
    [m.day, day === null ? m.noDay : formatDate(day.on, lang)],
    ...(day === null
      ? []
      : ([
          [m.where, day.unit.name],
          [m.places, m.free(day.free, day.seats)],
        ] as const)),
    [m.held, m.times(held)],
    [m.cases, m.items(opened)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
