import { Select } from 'antd';
import type { ReactNode } from 'react';
import { word } from '../i18n/glossary.ts';
import { useI18n } from '../i18n/staff.tsx';
import { useHelpers, useLeaders, usePeople } from '../server-state/registers.ts';
import type { Picked } from './pickers.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

function FromList({
  options,
  placeholder,
  ...picked
}: Picked & { readonly options: readonly Option[]; readonly placeholder: string }): ReactNode {
  return (
    <Select<string>
      {...(picked.id === undefined ? {} : { id: picked.id })}
      value={picked.value ?? null}
      onChange={(value) => picked.onChange?.(value)}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options]}
      placeholder={placeholder}
      allowClear
      virtual={false}
    />
  );
}

/** A leader of the register, of this place or of those around it; `byAccount` names him by his account, and those without one are left out. */
export function LeaderPicker({
  division,
  byAccount = false,
  ...picked
}: Picked & { readonly division: string; readonly byAccount?: boolean }): ReactNode {
  const { t, lang } = useI18n();
  const options = useLeaders(division)
    .filter((one) => one.active && (!byAccount || one.userId !== null))
    .map((one) => ({
      value: byAccount ? (one.userId ?? one.id) : one.id,
      label: `${one.name} · ${one.title} · ${word('leaderRank', one.rank, lang)} · ${word('level', one.level, lang)}`,
    }));
  return <FromList {...picked} options={options} placeholder={t.registers.chooseLeader} />;
}

/** Somebody who works on cases for one of these units, by name. */
export function PersonPicker({ unitIds, ...picked }: Picked & { readonly unitIds: readonly string[] }): ReactNode {
  const { t, lang } = useI18n();
  const options = usePeople(unitIds)
    .filter((one) => one.roles.some((role) => role !== 'leader'))
    .map((one) => ({
      value: one.id,
      label: `${one.name} · ${one.roles.map((role) => word('role', role, lang)).join(lang === 'zh' ? '、' : ', ')}`,
    }));
  return <FromList {...picked} options={options} placeholder={t.registers.choosePerson} />;
}

/** An entry of a register of helpers, for this place. */
export function HelperPicker({ division, ...picked }: Picked & { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const options = useHelpers(division)
    .filter((one) => one.active)
    .map((one) => ({
      value: one.id,
      label: [word('helperRegister', one.register, lang), one.name, one.organisation ?? ''].filter((part) => part !== '').join(' · '),
    }));
  return <FromList {...picked} options={options} placeholder={t.registers.chooseHelper} />;
}
