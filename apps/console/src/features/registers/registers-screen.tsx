import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useUser } from '../../shell/session.tsx';
import { HelperRegister } from './invitable-register.tsx';
import { LeaderRegister } from './leader-register.tsx';

/** The registers of the viewer's own place: read by all, kept by its supervisor. */
export function RegistersScreen(): ReactNode {
  const { t } = useI18n();
  const division = useUser().unit?.division ?? '';
  usePageTitle(t.registers.title);
  return (
    <section className="page stack">
      <h1>{t.registers.title}</h1>
      <LeaderRegister division={division} />
      <HelperRegister division={division} />
    </section>
  );
}
