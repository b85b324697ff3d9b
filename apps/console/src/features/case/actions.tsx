import { Button } from 'antd';
import type { ReactNode } from 'react';
import { commandWord } from '../../i18n/commands.ts';
import { say } from '../../i18n/say.ts';
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
      {shown.blocked.length === 0 ? null : (
        <details className="blocked" open={!isCommand(act)}>
          <summary>{t.case.blocked(shown.blocked.length)}</summary>
          <ul className="plain">
            {shown.blocked.map((one) => (
              <li key={one.type}>
                <Shape tone="sealed" /> <strong>{say(one.label, lang)}</strong>
                <br />
                {say(one.reason, lang)}
                {one.basis === null ? '' : ` · ${one.basis}`}
                {one.whoMay === null ? null : (
                  <>
                    <br />
                    {t.problems.whoMay}: {say(one.whoMay, lang)}
                  </>
                )}
                {one.from === null ? null : (
                  <>
                    <br />
                    {t.problems.from}: {one.from}
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}
