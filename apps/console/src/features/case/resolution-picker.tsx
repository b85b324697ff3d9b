import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { Picked } from '../../forms/pickers.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useRelated } from '../meetings/queries.ts';

/** A resolution that a joint meeting made on the case which this record is about, as long as it is in force. */
export function ResolutionPicker({ shown, ...picked }: Picked & { readonly shown: CaseView }): ReactNode {
  const { t } = useI18n();
  const own = useRelated(shown.id);
  const main = useRelated(shown.mainCase?.id ?? own.data?.about[0]?.id ?? shown.id);
  const options = [...(main.data?.records ?? []), ...(own.data?.records ?? [])]
    .filter((one, i, all) => one.procedure === 'resolution' && one.closedAt === null && all.findIndex(({ id }) => id === one.id) === i)
    .map((one) => ({ value: one.id, label: `${one.caseNo} ${one.title}` }));
  return (
    <Select<string>
      {...(picked.id === undefined ? {} : { id: picked.id })}
      value={picked.value ?? null}
      onChange={(value) => picked.onChange?.(value)}
      options={options}
      placeholder={t.case.choose}
      notFoundContent={t.meetings.noResolution}
      loading={main.isFetching}
      virtual={false}
    />
  );
}
