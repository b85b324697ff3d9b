import { useId, useState, type ReactNode } from 'react';
import { codesOf, word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { keys } from '../../server-state/keys.ts';
import { useHelpers } from '../../server-state/registers.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { filledIn, useEntry } from './register-entry.ts';

const VILLAGE = 'village-mediator';

/** Village mediators, the villages' legal advisers, legal-aid organisations: who may be invited to help a mediation. */
export function HelperRegister({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.registers;
  const id = useId();
  const [register, setRegister] = useState(VILLAGE);
  const helpers = useHelpers(division);
  const entry = useEntry('/api/registers/helpers', keys.helpers(division));
  return (
    <section className="panel stack" aria-label={m.helpers}>
      <h2>{m.helpers}</h2>
      {helpers.length === 0 ? <p className="faint">{m.none}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{m.register}</th>
            <th scope="col">{m.name}</th>
            <th scope="col">{m.roles}</th>
            <th scope="col">{m.organisation}</th>
            <th scope="col">{m.place}</th>
            <th scope="col">{m.status}</th>
          </tr>
        </thead>
        <tbody>
          {helpers.map((one) => (
            <tr key={one.id}>
              <td>{word('helperRegister', one.register, lang)}</td>
              <td>{one.name}</td>
              <td>{one.roles.map((role) => word('villageRole', role, lang)).join(lang === 'zh' ? '、' : ', ')}</td>
              <td>{one.organisation ?? ''}</td>
              <td>{one.division}</td>
              <td>
                {one.active ? m.active : m.gone}{' '}
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    entry.mutate({ id: one.id, active: !one.active });
                  }}
                >
                  {one.active ? m.leave : m.comeBack}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entry.isError ? <ProblemNotice error={entry.error} m={t.problems} lang={lang} /> : null}
      {entry.isSuccess ? <p role="status">{m.saved}</p> : null}
      <form
        className="stack"
        aria-label={`${m.add} ${m.helpers}`}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const roles = form.getAll('roles');
          entry.mutate({ ...filledIn(form, 'register', 'name', 'organisation', 'division'), ...(roles.length === 0 ? {} : { roles }) });
        }}
      >
        <label htmlFor={`${id}k`}>{m.register}</label>
        <select
          id={`${id}k`}
          name="register"
          className="field"
          value={register}
          onChange={(event) => {
            setRegister(event.target.value);
          }}
        >
          {codesOf('helperRegister').map((one) => (
            <option key={one} value={one}>
              {word('helperRegister', one, lang)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}n`}>{m.name}</label>
        <input id={`${id}n`} name="name" className="field" required maxLength={100} autoComplete="off" />
        {register === VILLAGE ? (
          <fieldset>
            <legend>{m.roles}</legend>
            {codesOf('villageRole').map((role) => (
              <label key={role} className="check">
                <input type="checkbox" name="roles" value={role} defaultChecked={role === 'mediator'} /> {word('villageRole', role, lang)}
              </label>
            ))}
          </fieldset>
        ) : null}
        <label htmlFor={`${id}o`}>{m.organisation}</label>
        <input id={`${id}o`} name="organisation" className="field" maxLength={200} autoComplete="off" />
        <label htmlFor={`${id}d`}>{m.place}</label>
        <input id={`${id}d`} name="division" className="field" required pattern="\d{6}(\d{3}){0,2}" defaultValue={division} />
        <div>
          <button type="submit" className="button primary" aria-busy={entry.isPending}>
            {m.add}
          </button>
        </div>
      </form>
    </section>
  );
}
