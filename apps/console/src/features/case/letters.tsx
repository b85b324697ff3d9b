import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, Letter } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useLetterFile, useLetters, useMakeLetter } from './letter-queries.ts';

const keyOf = ({ kind, of }: Letter): string => `${kind}-${String(of)}`;

/** Official letters: each that what is recorded gives rise to, with its number and files once it is made. */
export function Letters({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  const found = useLetters(shown.id, shown.version);
  const make = useMakeLetter(shown.id);
  const file = useLetterFile(shown.id);
  if (found.isError) return <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Pending />;
  const letters = found.data.items;
  if (letters.length === 0) return <p>{t.case.lettersNone}</p>;
  const failed = make.error ?? file.error;
  return (
    <>
      {failed === null ? null : <ProblemNotice error={failed} m={t.problems} lang={lang} />}
      <ul className="plain rows">
        {letters.map((one) => (
          <li key={keyOf(one)} data-letter={one.kind} className="wrap">
            <span>
              <strong>{say(one.title, lang)}</strong> {one.letterNo}
              <br />
              <span className="faint">
                {unitName(one.unit)} · {formatInstant(one.at)} · #{one.of}
              </span>
            </span>
            {one.mayMake ? (
              <Button
                loading={make.isPending && keyOf(make.variables) === keyOf(one)}
                disabled={make.isPending}
                onClick={() => {
                  make.mutate(one);
                }}
              >
                {t.case.makeLetter}
              </Button>
            ) : null}
            {one.files.map((each) => (
              <Button
                key={each.documentId}
                disabled={file.isPending}
                onClick={() => {
                  file.mutate(each);
                }}
              >
                {t.case.letterFile(each.format.toUpperCase())}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
