import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { toString as qrSvg } from 'qrcode';
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';
import { formatInstant, groupCode } from '../../i18n/format.ts';
import { colon, labelled, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { Registered } from '../../server-state/api-types.ts';
import { useUnitNames } from '../../server-state/directory.ts';
import { deadlineSentence, titleOf } from '../../signature/deadline-bar/sentence.ts';

/** The QR leads to the page only: a code never stands in an address. */
function useTrackQr(): string {
  const [source, setSource] = useState('');
  useEffect(() => {
    let live = true;
    void qrSvg(`${location.origin}/p/track`, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }).then((svg) => {
      if (live) setSource(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    });
    return () => {
      live = false;
    };
  }, []);
  return source;
}

/** An address breaks after a slash, never within a word: it is typed from paper. */
function BreakableAddress({ address }: { readonly address: string }): ReactNode {
  const parts = address.split(/(?<=\/)(?!\/)/);
  return (
    <span className="address">
      {parts.map((part, n) => (
        <Fragment key={String(n)}>
          {n === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

/** The receipt, on screen and on A4: what, where it went, dates, rights, and the code that is the petitioner's alone. */
export function ReceiptPage({ done, onNext }: { readonly done: Registered; readonly onNext: () => void }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitNames([done.routing.lead]);
  const qr = useTrackQr();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { receipt, routing } = done;
  return (
    <section className="page receipt-page">
      <p role="status" className="notice tone-done no-print">
        {t.intake.registeredDone(done.caseNo)}
      </p>
      <article className="panel receipt" aria-label={t.intake.receiptTitle}>
        <h1 ref={heading} tabIndex={-1}>
          {t.intake.receiptTitle}
        </h1>
        <p className="centre">{receipt.unit.name}</p>
        <dl className="facts">
          <dt>{t.intake.caseNo}</dt>
          <dd data-testid="case-no">{done.caseNo}</dd>
          <dt>{t.intake.subject}</dt>
          <dd dir="auto">{receipt.title}</dd>
          <dt>{t.intake.receivedOn}</dt>
          <dd>{formatInstant(receipt.receivedAt)}</dd>
          <dt>{t.intake.where}</dt>
          <dd>{unitName(routing.lead.unitId)}</dd>
          <dt>{t.intake.when}</dt>
          <dd>
            <ul className="plain">
              {done.deadlines.map((deadline) => (
                <li key={deadline.id}>{labelled(titleOf(deadline, lang), deadlineSentence(deadline, t.deadline, lang), lang)}</li>
              ))}
            </ul>
          </dd>
        </dl>
        <div className="code-row">
          <div>
            <h2>{t.intake.queryCode}</h2>
            <p className="code" data-testid="query-code">
              {groupCode(done.queryCode)}
            </p>
            {receipt.secret === null ? null : (
              <p>
                {t.intake.secret}
                {colon(lang)}
                <strong data-testid="secret">{receipt.secret}</strong>
                <br />
                {t.intake.secretHint}
              </p>
            )}
            <p>{t.intake.codeHint}</p>
          </div>
          <figure>
            {qr === '' ? null : <img src={qr} width={120} height={120} alt={t.intake.trackQr} />}
            <figcaption className="small">
              <BreakableAddress address={`${location.origin}/p/track`} />
            </figcaption>
          </figure>
        </div>
        <h2>{t.intake.rights}</h2>
        <p>{t.intake.rightsText}</p>
        <p>{say(receipt.text, lang)}</p>
      </article>
      <div className="wrap no-print actions">
        <Button
          type="primary"
          onClick={() => {
            print();
          }}
        >
          {t.intake.print}
        </Button>
        <Button onClick={onNext}>{t.intake.next}</Button>
        <Link to="/cases/$id" params={{ id: done.id }} className="button">
          {t.intake.open}
        </Link>
      </div>
    </section>
  );
}
