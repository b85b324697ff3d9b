import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { codesOf, word, type Vocabulary } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, Unit } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { keys } from '../../server-state/keys.ts';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { isRecord } from './record.ts';

interface Opened {
  readonly caseNo: string;
}
interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Organs that a letter may go to besides the case's own units: those with authority over cadres (Art 40(3)). */
const ORGANS = ['discipline', 'organisation'] as const;

/** For supervisors and leaders: to supervise a unit in this case (Art 40(1)), or to suggest something because of it (Art 40). */
export function OpenRecord({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t } = useI18n();
  const user = useUser();
  if (isRecord(shown) || shown.sealed || !user.roles.some((role) => role === 'supervisor' || role === 'leader')) return null;
  return (
    <section className="panel stack" aria-label={t.supervision.title}>
      <details>
        <summary>{t.supervision.openCard}</summary>
        <RecordForm
          shown={shown}
          kind="ground"
          vocabulary="supervisionGround"
          path="supervisions"
          texts={['demand']}
          choices={unitsOf(shown)}
        />
      </details>
      <details>
        <summary>{t.supervision.openLetter}</summary>
        <LetterForm shown={shown} division={user.unit?.division ?? ''} />
      </details>
    </section>
  );
}

function unitsOf(shown: CaseView): readonly Choice[] {
  const units = [shown.holder, ...(shown.lead === null ? [] : [shown.lead]), ...shown.assisting];
  return [...new Map(units.map(({ unitId: id, name }) => [id, { id, name }])).values()];
}

function LetterForm({ shown, division }: { readonly shown: CaseView; readonly division: string }): ReactNode {
  const organs = useQuery({
    queryKey: keys.units(`organs ${division}`),
    queryFn: async ({ signal }) => {
      const pages = ORGANS.map((fn) =>
        json<{ readonly items: readonly Unit[] }>('/api/directory/units', { query: { function: fn, division }, signal }),
      );
      return (await Promise.all(pages)).flatMap((page) => page.items);
    },
  });
  const choices = [...unitsOf(shown), ...(organs.data ?? []).map(({ id, name }) => ({ id, name }))];
  return (
    <RecordForm
      shown={shown}
      kind="kind"
      vocabulary="letterKind"
      path="suggestion-letters"
      texts={['facts', 'suggestion']}
      choices={choices}
    />
  );
}

interface FormProps {
  readonly shown: CaseView;
  readonly kind: 'ground' | 'kind';
  readonly vocabulary: Vocabulary;
  readonly path: string;
  readonly texts: readonly ('demand' | 'facts' | 'suggestion')[];
  readonly choices: readonly Choice[];
}

function RecordForm({ shown, kind, vocabulary, path, texts, choices }: FormProps): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const unitName = useUnitName();
  const id = useId();
  const [done, setDone] = useState('');
  const send = useMutation({
    mutationFn: (body: unknown) => json<Opened>(`/api/cases/${shown.id}/${path}`, { method: 'POST', body }),
    onSuccess: ({ caseNo }) => {
      setDone(m.opened(caseNo));
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        setDone('');
        const form = new FormData(event.currentTarget);
        send.mutate(Object.fromEntries([kind, 'unitId', ...texts].map((name) => [name, form.get(name)])));
      }}
    >
      <label htmlFor={`${id}k`}>{m[kind]}</label>
      <select id={`${id}k`} name={kind} className="field">
        {codesOf(vocabulary).map((code) => (
          <option key={code} value={code}>
            {word(vocabulary, code, lang)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}u`}>{m.to}</label>
      <select id={`${id}u`} name="unitId" className="field">
        {choices.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unitName({ unitId: unit.id, name: unit.name })}
          </option>
        ))}
      </select>
      {texts.map((name) => (
        <div key={name}>
          <label htmlFor={`${id}${name}`}>{m[name]}</label>
          <textarea id={`${id}${name}`} name={name} className="field" rows={3} required maxLength={20_000} />
        </div>
      ))}
      {send.isError ? <ProblemNotice error={send.error} m={t.problems} lang={lang} /> : null}
      {done === '' ? null : <p role="status">{done}</p>}
      <div className="wrap">
        <button type="submit" className="button primary" aria-busy={send.isPending}>
          {m.send}
        </button>
      </div>
    </form>
  );
}
