import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { download } from '../../server-state/download.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import type { ListSearch } from './view-state.ts';

const FORMATS = ['xlsx', 'csv'] as const;

interface Props {
  readonly search: ListSearch;
  readonly unitId: string | undefined;
}

/** The list as it is filtered, as a file; the server writes down that it was taken. */
export function ExportLinks({ search, unitId }: Props): ReactNode {
  const { t, lang } = useI18n();
  const { dropped: _told, cursor: _place, ...filter } = search;
  const taken = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      download('/api/cases/export', `cases.${format}`, { query: { ...filter, sort: filter.sort ?? 'due', unitId, format } }),
  });
  return (
    <div className="wrap pager">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-busy={taken.isPending && taken.variables === format}
          disabled={taken.isPending}
          onClick={() => {
            taken.mutate(format);
          }}
        >
          {t.work.export(format.toUpperCase())}
        </button>
      ))}
      {taken.isError ? <ProblemNotice error={taken.error} m={t.problems} lang={lang} /> : null}
    </div>
  );
}
