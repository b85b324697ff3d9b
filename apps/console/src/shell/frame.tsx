import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { formatDate, civilDate } from '../i18n/format.ts';
import { word } from '../i18n/glossary.ts';
import { colon } from '../i18n/say.ts';
import { useI18n } from '../i18n/staff.tsx';
import type { Me } from '../server-state/api-types.ts';
import { useLegalNow, useManualClock } from '../server-state/clock.ts';
import { PAGE_PATHS, pagesOf } from './access.ts';
import { useChanges } from './changes.tsx';
import { LoginForm } from './login-form.tsx';
import { Preferences } from './preferences.tsx';
import { useSession, useUser } from './session.tsx';

/** Rail, top bar, and the page. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useI18n();
  const user = useUser();
  const main = useFocusOnMove();
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t.shell.skip}
      </a>
      <nav className="rail" aria-label={t.shell.nav}>
        <p className="brand">{t.shell.product}</p>
        <ul className="plain">
          {pagesOf(user).map((page) => (
            <li key={page}>
              <Link to={PAGE_PATHS[page]} activeProps={{ 'aria-current': 'page' }}>
                {t.shell[page]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="column">
        <TopBar />
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <LoginOver />
    </div>
  );
}

/** A new page begins at its top for the keyboard and the ear too; what only changes the view (filters, tabs) moves nothing. */
function useFocusOnMove(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}

function TopBar(): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  const { logout } = useSession();
  const now = useLegalNow();
  const manual = useManualClock();
  return (
    <header className="top">
      <span className="today">{now === null ? '' : formatDate(civilDate(now), lang)}</span>
      {manual ? <span className="connection">{t.shell.testClock}</span> : null}
      <ConnectionBand />
      <span className="grow" />
      <span className="who">
        <span className="visually-hidden">{t.shell.signedInAs + colon(lang)}</span>
        {personOf(user)} · {user.roles.map((role) => word('role', role, lang)).join(' / ')}
      </span>
      <Preferences />
      <button type="button" className="link" onClick={() => void logout()}>
        {t.shell.logout}
      </button>
    </header>
  );
}

/** Unit and name; names of the demonstration hold their unit already. */
function personOf({ unit, displayName, username }: Me): string {
  const name = displayName || username;
  return unit === null || name.startsWith(unit.name) ? name : `${unit.name} ${name}`;
}

function ConnectionBand(): ReactNode {
  const { t } = useI18n();
  const { connection } = useChanges();
  const text = { live: t.shell.live, connecting: t.shell.connecting, stale: t.shell.stale }[connection];
  return (
    <span role="status" className={connection === 'stale' ? 'connection tone-soon' : 'connection quiet'}>
      {text}
    </span>
  );
}

/** A session that ended in mid-work: the login stands over the page, and the page keeps what was typed. */
function LoginOver(): ReactNode {
  const { t } = useI18n();
  const { expired } = useSession();
  const user = useUser();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (expired && !element.open) element.showModal();
    if (!expired && element.open) element.close();
  }, [expired]);
  return (
    <dialog
      ref={dialog}
      className="panel"
      aria-label={t.shell.loginTitle}
      onCancel={(event) => {
        event.preventDefault();
      }}
    >
      <p>{t.problems.unauthenticated}</p>
      {expired ? <LoginForm username={user.username} /> : null}
    </dialog>
  );
}
