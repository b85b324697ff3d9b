import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { request } from '../../server-state/http.ts';
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
  const download = useMutation({
    mutationFn: async (format: (typeof FORMATS)[number]) => {
      const response = await request('/api/cases/export', { query: { ...filter, sort: filter.sort ?? 'due', unitId, format } });
      const address = URL.createObjectURL(await response.blob());
      const link = document.createElement('a');
      link.href = address;
      link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `cases.${format}`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <div className="wrap pager">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-busy={download.isPending && download.variables === format}
          disabled={download.isPending}
          onClick={() => {
            download.mutate(format);
          }}
        >
          {t.work.export(format.toUpperCase())}
        </button>
      ))}
      {download.isError ? <ProblemNotice error={download.error} m={t.problems} lang={lang} /> : null}
    </div>
  );
}
