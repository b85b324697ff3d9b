import { useEffect, useId, useState, type SubmitEvent, type ReactNode } from 'react';
import { codesOf, STATES, word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { useDivisions } from '../../server-state/directory.ts';
import { activeFilters, looksPersonal, readListSearch, type ListSearch } from './view-state.ts';

interface Props {
  readonly search: ListSearch;
  readonly onChange: (next: ListSearch) => void;
}

/**
 * Filters of a list; plain selects, which every reader and phone knows. They live in the URL, not here. On a phone they fold
 * behind one button that says how many are set.
 */
export function Filters({ search, onChange }: Props): ReactNode {
  const { t, lang } = useI18n();
  const id = useId();
  const divisions = useDivisions('430400');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(search.q ?? '');
  const [refused, setRefused] = useState(false);
  const set = activeFilters(search).length;
  // Back and forward change the address under a form that stays.
  useEffect(() => {
    setText(search.q ?? '');
  }, [search.q]);
  const { cursor: _cursor, dropped: _dropped, ...kept } = search;
  // An empty choice leaves the address: readListSearch drops what says nothing.
  const choose = (field: keyof ListSearch, value: string): void => {
    const { dropped: _none, ...next } = readListSearch({ ...kept, ...(value === '' ? { [field]: undefined } : { [field]: value }) });
    onChange(next);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const q = text.normalize('NFKC').trim();
    setRefused(looksPersonal(q));
    if (!looksPersonal(q)) choose('q', q);
  };
  return (
    <>
      <button
        type="button"
        className="button filters-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {t.work.filtersButton(set)}
      </button>
      <form id={id} className={open ? 'filters open' : 'filters'} role="search" aria-label={t.work.filters} onSubmit={submit}>
        <Choice
          label={t.work.filterState}
          value={search.state ?? ''}
          onChange={(value) => {
            choose('state', value);
          }}
          options={Object.entries(STATES).map(([code, one]) => [code, one[lang]])}
        />
        <Choice
          label={t.work.filterClass}
          value={search.class ?? ''}
          onChange={(value) => {
            choose('class', value);
          }}
          options={codesOf('class').map((code) => [code, word('class', code, lang)])}
        />
        <Choice
          label={t.work.filterDivision}
          value={search.division ?? ''}
          onChange={(value) => {
            choose('division', value);
          }}
          options={divisions.map((one) => [one.code, one.name])}
        />
        <div>
          <label htmlFor={`${id}o`}>{t.work.sort}</label>
          <select
            id={`${id}o`}
            className="field"
            value={search.sort ?? 'due'}
            onChange={(event) => {
              choose('sort', event.target.value === 'due' ? '' : event.target.value);
            }}
          >
            <option value="due">{t.work.sortDue}</option>
            <option value="-received">{t.work.sortReceived}</option>
          </select>
        </div>
        <div>
          <label htmlFor={`${id}q`}>{t.work.filterText}</label>
          <input
            id={`${id}q`}
            className="field"
            type="search"
            value={text}
            aria-invalid={refused}
            aria-describedby={refused ? `${id}e` : undefined}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          {refused ? (
            <p id={`${id}e`} role="alert" className="field-error">
              {t.work.personal}
            </p>
          ) : null}
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={search.overdue === 'true'}
            onChange={(event) => {
              choose('overdue', event.target.checked ? 'true' : '');
            }}
          />{' '}
          {t.work.filterOverdue}
        </label>
        <button type="submit" className="button">
          {t.work.apply}
        </button>
        {set === 0 ? null : (
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange({});
            }}
          >
            {t.work.clear}
          </button>
        )}
      </form>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [code: string, text: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  const { t } = useI18n();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        <option value="">{t.work.all}</option>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
