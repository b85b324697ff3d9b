import { useId, type ReactNode } from 'react';
import { codesOf, word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { keys } from '../../server-state/keys.ts';
import { useLeaders } from '../../server-state/registers.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { filledIn, useEntry } from './register-entry.ts';

/** Leaders who take on cases and receive people. */
export function LeaderRegister({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.registers;
  const id = useId();
  const leaders = useLeaders(division);
  const entry = useEntry('/api/registers/leaders', keys.leaders(division));
  return (
    <section className="panel stack" aria-label={m.leaders}>
      <h2>{m.leaders}</h2>
      {leaders.length === 0 ? <p className="faint">{m.none}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{m.name}</th>
            <th scope="col">{m.post}</th>
            <th scope="col">{m.rank}</th>
            <th scope="col">{m.level}</th>
            <th scope="col">{m.status}</th>
          </tr>
        </thead>
        <tbody>
          {leaders.map((one) => (
            <tr key={one.id}>
              <td>{one.name}</td>
              <td>{one.title}</td>
              <td>{word('leaderRank', one.rank, lang)}</td>
              <td>
                {word('level', one.level, lang)} {one.division}
              </td>
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
        aria-label={`${m.add} ${m.leaders}`}
        onSubmit={(event) => {
          event.preventDefault();
          entry.mutate(filledIn(new FormData(event.currentTarget), 'name', 'title', 'rank', 'division'));
        }}
      >
        <label htmlFor={`${id}n`}>{m.name}</label>
        <input id={`${id}n`} name="name" className="field" required maxLength={100} autoComplete="off" />
        <label htmlFor={`${id}t`}>{m.post}</label>
        <input id={`${id}t`} name="title" className="field" required maxLength={100} autoComplete="off" />
        <label htmlFor={`${id}r`}>{m.rank}</label>
        <select id={`${id}r`} name="rank" className="field">
          {codesOf('leaderRank').map((rank) => (
            <option key={rank} value={rank}>
              {word('leaderRank', rank, lang)}
            </option>
          ))}
        </select>
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
