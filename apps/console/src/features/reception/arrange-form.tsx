import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { useLeaders } from '../../server-state/registers.ts';
import { useUser } from '../../shell/session.tsx';
import { useSentReception } from './reception-queries.ts';

/** A leader of the register owes days of reception from now on. */
export function ArrangeForm(): ReactNode {
  const { t, lang } = useI18n();
  const m = t.reception;
  const leaders = useLeaders(useUser().unit?.division ?? '').filter((one) => one.active);
  const send = useSentReception();
  if (leaders.length === 0) return null;
  const options = leaders.map(({ id, name, title, level }) => ({ value: id, label: `${name} · ${title} · ${word('level', level, lang)}` }));
  return (
    <EntryForm
      act={m.arrange}
      fields={[{ name: 'leaderId', label: m.leader, kind: 'choice', options }]}
      onSend={(body, idempotencyKey) => send.mutateAsync({ path: '/api/receptions', body, idempotencyKey })}
    />
  );
}
