import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/staff.tsx';
import type { CasePage } from '../server-state/api-types.ts';
import { json } from '../server-state/http.ts';
import type { Picked } from './pickers.tsx';
import { useDebounced } from './use-debounced.ts';

/** Another case, by its number or words of its title; only cases this user may know of come. */
export function CasePicker(props: Picked & { readonly except: string }): ReactNode {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.normalize('NFKC').trim(), 300);
  const found = useQuery({
    queryKey: ['case-search', q],
    queryFn: ({ signal }) => json<CasePage>('/api/cases', { query: { q, limit: 20 }, signal }),
    enabled: q !== '',
  });
  const options = (found.data?.items ?? [])
    .filter((one) => one.id !== props.except)
    .map((one) => ({ value: one.id, label: `${one.caseNo} ${one.title}` }));
  return (
    <Select<string>
      {...(props.id === undefined ? {} : { id: props.id })}
      value={props.value ?? null}
      onChange={(value) => props.onChange?.(value)}
      showSearch={{ onSearch: setTyped, filterOption: false }}
      loading={found.isFetching}
      options={options}
      placeholder={t.case.caseSearch}
      virtual={false}
    />
  );
}
