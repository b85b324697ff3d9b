import { Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { codesOf, word, type Vocabulary } from '../i18n/glossary.ts';
import { useI18n } from '../i18n/staff.tsx';
import { useCategories, useDivisions, useUnitName, useUnitSearch } from '../server-state/directory.ts';
import { useDebounced } from './use-debounced.ts';

/** What a Form.Item hands to its control. */
export interface Picked {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (value: string | undefined) => void;
}

/** antd hands its own id, value and change on; undefined ones must be absent under exact optional types. */
function control(props: Picked): { id?: string; onChange: (value: string | undefined) => void; value: string | null } {
  return {
    ...(props.id === undefined ? {} : { id: props.id }),
    value: props.value === undefined || props.value === '' ? null : props.value,
    onChange: (value) => props.onChange?.(value),
  };
}

/** One of a closed vocabulary. */
export function WordPicker(
  props: Picked & {
    readonly vocabulary: Vocabulary;
    readonly clearable?: boolean;
    readonly without?: readonly string[];
    readonly placeholder?: string;
  },
): ReactNode {
  const { lang } = useI18n();
  const { vocabulary, without } = props;
  const options = useMemo(
    () =>
      codesOf(vocabulary)
        .filter((code) => without?.includes(code) !== true)
        .map((code) => ({ value: code, label: word(vocabulary, code, lang) })),
    [vocabulary, without, lang],
  );
  return (
    <Select<string>
      {...control(props)}
      options={options}
      allowClear={props.clearable ?? false}
      placeholder={props.placeholder}
      virtual={false}
    />
  );
}

/** A unit by name. */
export function UnitPicker(props: Picked & { readonly known?: readonly { readonly id: string; readonly name: string }[] }): ReactNode {
  const { t } = useI18n();
  const unitName = useUnitName();
  const [typed, setTyped] = useState('');
  const { units, busy } = useUnitSearch(useDebounced(typed.trim(), 250));
  const known = props.known;
  const options = useMemo(() => {
    const byId = new Map((known ?? []).map(({ id, name }) => [id, unitName({ unitId: id, name })]));
    for (const { id, name } of units) byId.set(id, unitName({ unitId: id, name }));
    return [...byId].map(([value, label]) => ({ value, label }));
  }, [known, units, unitName]);
  return (
    <Select<string>
      {...control(props)}
      showSearch={{ onSearch: setTyped, filterOption: typed === '', optionFilterProp: 'label' }}
      allowClear
      loading={busy}
      options={options}
      placeholder={t.case.unitSearch}
      virtual={false}
    />
  );
}

/** A category by code or words of its path. */
export function CategoryPicker(props: Picked): ReactNode {
  const { t } = useI18n();
  const categories = useCategories();
  const options = useMemo(() => categories.map((one) => ({ value: one.code, label: `${one.code} ${one.path}` })), [categories]);
  return (
    <Select<string>
      {...control(props)}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      options={options}
      placeholder={t.intake.categoryHint}
    />
  );
}

/** City of the demonstration and of every county below it; the code's prefix says the ancestors. */
const CITY = '430400';

interface DivisionProps extends Picked {
  readonly labelledBy?: string;
}

/** County, then township, then village: three plain fields, each optional below the first. */
export function DivisionPicker(props: DivisionProps): ReactNode {
  const { t } = useI18n();
  const value = props.value ?? '';
  const county = value.slice(0, 6);
  const township = value.length >= 9 ? value.slice(0, 9) : '';
  const belowCity = county === '' || county === CITY ? undefined : county;
  const city = useDivisions(CITY);
  const counties = useMemo(() => [{ code: CITY, name: t.intake.cityItself }, ...city], [city, t]);
  const below = useDivisions(belowCity);
  // A village may stand directly under its county (zones): those are offered as villages.
  const townships = below.filter((one) => one.code.length === 9);
  const direct = below.filter((one) => one.code.length === 12);
  const underTownship = useDivisions(township === '' ? undefined : township);
  const villages = township === '' ? direct : underTownship;
  const village = value.length === 12 ? value : '';
  const choose = (next: string | undefined, above: string): void => {
    props.onChange?.(next ?? (above === '' ? undefined : above));
  };
  const options = (items: readonly { readonly code: string; readonly name: string }[]): { value: string; label: string }[] =>
    items.map((one) => ({ value: one.code, label: one.name }));
  const searching = { optionFilterProp: 'label' };
  return (
    <div className="triple">
      <Select<string>
        {...(props.id === undefined ? {} : { id: props.id })}
        aria-label={t.intake.county}
        placeholder={t.intake.county}
        showSearch={searching}
        value={county === '' ? null : county}
        options={options(counties)}
        onChange={(next) => {
          choose(next, '');
        }}
        virtual={false}
      />
      <Select<string>
        aria-label={t.intake.township}
        placeholder={t.intake.township}
        showSearch={searching}
        allowClear
        disabled={belowCity === undefined}
        value={township === '' ? null : township}
        options={options(townships)}
        onChange={(next?: string) => {
          choose(next, county);
        }}
        virtual={false}
      />
      <Select<string>
        aria-label={t.intake.village}
        placeholder={t.intake.village}
        showSearch={searching}
        allowClear
        disabled={villages.length === 0}
        value={village === '' ? null : village}
        options={options(villages)}
        onChange={(next?: string) => {
          choose(next, township === '' ? county : township);
        }}
        virtual={false}
      />
    </div>
  );
}
