import type { ReactNode } from 'react';
import { useI18n } from '../i18n/staff.tsx';
import { LoginForm } from './login-form.tsx';
import { usePageTitle } from './page-title.ts';
import { Preferences } from './preferences.tsx';

/** Shown to strangers at every address; after the login the address they asked for opens. */
export function LoginPage(): ReactNode {
  const { t } = useI18n();
  usePageTitle(t.shell.loginTitle);
  return (
    <main className="login" id="main">
      <div className="panel">
        <p className="brand">{t.shell.product}</p>
        <h1>{t.shell.loginTitle}</h1>
        <LoginForm />
        <p className="faint">
          {t.shell.loginHint} <a href="/p">{t.shell.publicSide}</a>
        </p>
        <Preferences />
      </div>
    </main>
  );
}
