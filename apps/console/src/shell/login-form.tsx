import { useId, useState, type SubmitEvent, type ReactNode } from 'react';
import { useI18n } from '../i18n/staff.tsx';
import { formText } from '../forms/form-text.ts';
import { problemOf } from '../server-state/problem.ts';
import { problemText } from '../signature/problem-text.ts';
import { useSession } from './session.tsx';

/** As it was typed: blanks count in a password. */
function passwordOf(data: FormData): string {
  const value = data.get('password');
  return typeof value === 'string' ? value : '';
}

/** User name and password; the password lives in this form only. */
export function LoginForm({ username = '' }: { readonly username?: string }): ReactNode {
  const { t, lang } = useI18n();
  const { login } = useSession();
  const id = useId();
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setFailure('');
    login(formText(data, 'username').normalize('NFKC'), passwordOf(data)).catch((error: unknown) => {
      const problem = problemOf(error);
      setFailure(problem.status === 401 ? t.problems.badLogin : problemText(problem, t.problems, lang));
      setBusy(false);
    });
  };

  return (
    <form className="login-form" onSubmit={submit}>
      {failure === '' ? null : (
        <p role="alert" className="notice tone-overdue">
          {failure}
        </p>
      )}
      <label htmlFor={`${id}u`}>{t.shell.username}</label>
      <input
        id={`${id}u`}
        className="field"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={username}
      />
      <label htmlFor={`${id}p`}>{t.shell.password}</label>
      <input id={`${id}p`} className="field" name="password" type="password" autoComplete="current-password" required />
      <button type="submit" className="button primary" aria-busy={busy} disabled={busy}>
        {t.shell.login}
      </button>
    </form>
  );
}
