import { useId, type ReactNode, type SubmitEvent } from 'react';
import { useI18n } from '../../i18n/staff.tsx';

/** Asks an operator why before he does something that is kept in the audit trail. */
export function ReasonForm({
  label,
  act,
  busy,
  onGiven,
  onCancel,
}: {
  readonly label: string;
  readonly act: string;
  readonly busy: boolean;
  readonly onGiven: (reason: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    if (typeof reason === 'string' && reason.trim() !== '') onGiven(reason.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="stack letter-reason">
        <label htmlFor={id}>{label}</label>
        <input id={id} className="field" name="reason" required maxLength={500} autoComplete="off" autoFocus />
      </div>
      <div className="wrap">
        <button type="submit" className="button primary" aria-busy={busy}>
          {act}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t.operations.cancel}
        </button>
      </div>
    </form>
  );
}
