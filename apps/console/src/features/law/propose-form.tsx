import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { nameOf, type LawSwitch, type LawVersion } from './law-types.ts';

interface Props {
  readonly versions: readonly LawVersion[];
  /** With the id of the switch that was previewed. */
  readonly onPreview: (id: string) => void;
}

/** Plans a switch and changes nothing: to a version that is there, or to a rule pack from a file. */
export function ProposeForm({ versions, onPreview }: Props): ReactNode {
  const { t, lang } = useI18n();
  const id = useId();
  const client = useQueryClient();
  const [unread, setUnread] = useState(false);
  const preview = useMutation({
    mutationFn: (body: unknown) => json<LawSwitch>('/api/admin/switches', { method: 'POST', body }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: keys.switches });
      onPreview(made.id);
    },
  });
  const submit = async (form: FormData): Promise<void> => {
    const running = form.get('running') !== null;
    const reason = textOf(form.get('reason'));
    const file = form.get('file');
    setUnread(false);
    if (file instanceof File && file.size > 0) {
      try {
        preview.mutate({ kind: 'new-rule-pack', rulePack: JSON.parse(await file.text()) as unknown, running, reason });
      } catch {
        setUnread(true);
      }
      return;
    }
    const wanted = versions.find((one) => `${one.kind} ${nameOf(one)}` === form.get('what'));
    if (wanted === undefined) return;
    const { kind, id: name, version } = wanted;
    preview.mutate(version === null ? { kind, id: name, running, reason } : { kind, id: name, version, running, reason });
  };
  return (
    <form
      className="panel stack"
      aria-label={t.law.propose}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <h2>{t.law.propose}</h2>
      <label htmlFor={`${id}w`}>{t.law.what}</label>
      <select id={`${id}w`} name="what" className="field">
        {versions.map((one) => (
          <option key={`${one.kind} ${nameOf(one)}`} value={`${one.kind} ${nameOf(one)}`}>
            {`${t.law.kinds[one.kind]} ${nameOf(one)} · ${one.inForce ? t.law.current : t.law.available}`}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}f`}>{t.law.upload}</label>
      <input id={`${id}f`} name="file" type="file" accept=".json,application/json" className="field" />
      {unread ? (
        <p role="alert" className="field-error">
          {t.law.notJson}
        </p>
      ) : null}
      <label className="check">
        <input type="checkbox" name="running" defaultChecked /> {t.law.running}
      </label>
      <div>
        <label htmlFor={`${id}r`}>{t.law.reason}</label>
        <input id={`${id}r`} name="reason" className="field" required maxLength={500} autoComplete="off" />
      </div>
      {preview.isError ? <ProblemNotice error={preview.error} m={t.problems} lang={lang} /> : null}
      <div className="wrap">
        <button type="submit" className="button primary" aria-busy={preview.isPending}>
          {t.law.preview}
        </button>
      </div>
    </form>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}
