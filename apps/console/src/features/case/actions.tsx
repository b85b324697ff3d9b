import { Button } from 'antd';
import type { ReactNode } from 'react';
import { commandWord } from '../../i18n/commands.ts';
import { formatInstant } from '../../i18n/format.ts';
import { STATES, stateWord } from '../../i18n/glossary.ts';
import { labelled, listed, say, type Lang } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { Shape } from '../../signature/shape.tsx';
import { CommandForm } from './command-form.tsx';
import { isCommand } from './command-forms.ts';

interface Props {
  readonly shown: CaseView;
  /** The command whose form is open. */
  readonly act: string | undefined;
  readonly onOpen: (type: string | undefined) => void;
  readonly onDone: (label: string) => void;
}

/** What may be done now, exactly as the API says; what may not, why, by which article, who may and from when. */
export function Actions({ shown, act, onOpen, onDone }: Props): ReactNode {
  const { t, lang } = useI18n();
  const labelOf = (type: string): string => say(shown.allowed.find((one) => one.type === type)?.label, lang) || commandWord(type, lang);
  return (
    <aside className="panel actions-panel">
      {isCommand(act) ? (
        <CommandForm
          key={act}
          shown={shown}
          type={act}
          label={labelOf(act)}
          onDone={() => {
            onDone(labelOf(act));
          }}
          onCancel={() => {
            onOpen(undefined);
          }}
          onChoose={onOpen}
        />
      ) : (
        <>
          <h2>{t.case.now}</h2>
          {shown.allowed.length === 0 ? <p>{t.case.nothingNow}</p> : null}
          <ul className="plain commands">
            {shown.allowed.map((one) => (
              <li key={one.type}>
                <Button
                  block
                  onClick={() => {
                    onOpen(one.type);
                  }}
                  data-command={one.type}
                >
                  {say(one.label, lang)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.blocked.length === 0 ? null : <Blocked blocked={shown.blocked} />}
    </aside>
  );
}

/** `from` is an instant, or the states in which the command becomes possible. */
function fromText(from: string, lang: Lang): string {
  const states = from.split(/,\s*/);
  if (states.every((state) => Object.hasOwn(STATES, state)))
    return listed(
      states.map((state) => stateWord(state, lang).text),
      lang,
    );
  return Number.isNaN(Date.parse(from)) ? from : formatInstant(from);
}

/** One line each; why, by which article, who may and from when open on demand, so that twenty refusals don't bury the page. */
function Blocked({ blocked }: { readonly blocked: CaseView['blocked'] }): ReactNode {
  const { t, lang } = useI18n();
  return (
    <details className="blocked">
      <summary>{t.case.blocked(blocked.length)}</summary>
      {blocked.map((one) => (
        <details key={one.type} data-blocked={one.type}>
          <summary>
            <Shape tone="sealed" /> {say(one.label, lang)}
          </summary>
          <p>
            {say(one.reason, lang)}
            {one.basis === null ? '' : ` · ${one.basis}`}
          </p>
          {one.whoMay === null ? null : <p>{labelled(t.problems.whoMay, say(one.whoMay, lang), lang)}</p>}
          {one.from === null ? null : <p>{labelled(t.problems.from, fromText(one.from, lang), lang)}</p>}
        </details>
      ))}
    </details>
  );
}
