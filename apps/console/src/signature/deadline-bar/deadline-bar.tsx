import { useId, useState, type ReactNode } from 'react';
import type { DeadlineMessages } from '../../i18n/messages/deadline.ts';
import type { Lang } from '../../i18n/say.ts';
import type { Deadline } from '../../server-state/api-types.ts';
import { Shape } from '../shape.tsx';
import { Derivation } from './derivation.tsx';
import { deadlineSentence, deadlineTone, titleOf } from './sentence.ts';
import { Strip } from './strip.tsx';

interface Props {
  readonly deadline: Deadline;
  readonly size: 'row' | 'card';
  /** Who runs the clock, where the reader doesn't know it already. */
  readonly ownerName?: string;
  readonly m: DeadlineMessages;
  readonly lang: Lang;
}

/** A clock: its matter, its sentence, its days drawn, and on demand every day explained. */
export function DeadlineBar({ deadline, size, ownerName, m, lang }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const region = useId();
  const tone = deadlineTone(deadline);
  const title = titleOf(deadline, lang);
  const sentence = deadlineSentence(deadline, m, lang, ownerName);
  if (size === 'row') {
    return (
      <span className={`deadline-row ink-${tone}`}>
        <Shape tone={tone} /> <strong>{title}</strong> · {sentence}
      </span>
    );
  }
  return (
    <div className={`deadline-card ink-${tone}`} data-rule={deadline.rule} data-state={deadline.state}>
      <div className="deadline-head">
        <Shape tone={tone} />
        <strong>{title}</strong>
        <span>{sentence}</span>
      </div>
      {deadline.state === 'armed' || deadline.state === 'paused' || deadline.state === 'fired' ? (
        <div className="strip-box">
          <Strip deadline={deadline} />
        </div>
      ) : null}
      <button
        type="button"
        className="link"
        aria-expanded={open}
        aria-controls={region}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {m.how}
      </button>
      <div id={region} hidden={!open}>
        {open ? <Derivation deadline={deadline} m={m} lang={lang} /> : null}
      </div>
    </div>
  );
}
