import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { CasePicker } from '../../forms/case-picker.tsx';
import { CIVIL_DATE, CIVIL_TIME } from '../../forms/civil-date.ts';
import { DateField } from '../../forms/date-field.tsx';
import { HelperPicker, LeaderPicker, PersonPicker } from '../../forms/register-pickers.tsx';
import { CategoryPicker, UnitPicker, WordPicker } from '../../forms/pickers.tsx';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { demandsOf } from './demands.ts';
import { isAskedFor, type FieldSpec } from './field-spec.ts';
import { ResolutionPicker } from './resolution-picker.tsx';

interface Props {
  readonly spec: FieldSpec;
  readonly type: string;
  readonly shown: CaseView;
}

/** One field of a command: label above, optional is marked, the control fits the kind. */
export function CommandField({ spec, type, shown }: Props): ReactNode {
  const { t } = useI18n();
  const other = Form.useWatch<unknown>(spec.onlyIf?.field ?? spec.name);
  if (!isAskedFor(spec, other)) return null;
  const label = t.fields[`${type}.${spec.name}`] ?? t.fields[spec.name] ?? spec.name;
  if (spec.kind === 'flag') {
    return (
      <Form.Item name={spec.name} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  }
  const required = spec.optional !== true && spec.kind !== 'parties';
  return (
    <Form.Item
      name={spec.name}
      label={label}
      required={required}
      rules={[
        ...(required
          ? [{ required: true, message: t.intake.required, ...(spec.kind === 'prose' || spec.kind === 'line' ? { whitespace: true } : {}) }]
          : []),
        ...(spec.kind === 'date' ? [{ pattern: CIVIL_DATE, message: t.shell.dateWrong }] : []),
        ...(spec.kind === 'instant' ? [{ pattern: CIVIL_TIME, message: t.shell.dateTimeWrong }] : []),
      ]}
      {...(spec.kind === 'parties' ? { extra: t.case.consentsHint } : {})}
    >
      <Control spec={spec} shown={shown} />
    </Form.Item>
  );
}

/** antd passes id, value and onChange to its child: each control takes them. */
function Control({
  spec,
  shown,
  ...handed
}: {
  readonly spec: FieldSpec;
  readonly shown: CaseView;
  readonly id?: string;
  readonly value?: never;
  readonly onChange?: never;
}): ReactNode {
  const { t } = useI18n();
  switch (spec.kind) {
    case 'line':
      return <Input {...handed} dir="auto" autoComplete="off" />;
    case 'prose':
      return <Input.TextArea {...handed} rows={4} dir="auto" />;
    case 'date':
      return <DateField {...handed} />;
    case 'instant':
      return <DateField {...handed} withTime />;
    case 'number':
      return <InputNumber {...handed} min={spec.min} max={maximumOf(spec, shown)} precision={0} />;
    case 'word':
      return (
        <WordPicker
          {...handed}
          vocabulary={spec.vocabulary}
          clearable={spec.optional ?? false}
          placeholder={t.case.choose}
          {...(spec.without === undefined ? {} : { without: spec.without })}
        />
      );
    case 'unit':
      return <UnitPicker {...handed} known={knownUnits(shown)} />;
    case 'case':
      return <CasePicker {...handed} except={shown.id} />;
    case 'resolution':
      return <ResolutionPicker {...handed} shown={shown} />;
    case 'category':
      return <CategoryPicker {...handed} />;
    case 'party':
      return <PartyPicker {...handed} shown={shown} petitionersOnly={spec.petitionersOnly ?? false} optional={spec.optional ?? false} />;
    case 'parties':
      return <PartyChecks {...handed} shown={shown} />;
    case 'members':
      return <MemberChecks {...handed} shown={shown} />;
    case 'item':
      return <ItemPicker {...handed} shown={shown} />;
    case 'leader-account':
      return <LeaderPicker {...handed} division={placeOf(shown)} byAccount />;
    case 'leader':
      return <LeaderPicker {...handed} division={placeOf(shown)} />;
    case 'helper':
      return <HelperPicker {...handed} division={placeOf(shown)} />;
    case 'person':
      return <PersonPicker {...handed} unitIds={workingUnits(shown)} />;
    case 'flag':
      return null;
  }
}

/** The units whose people work on the case: its holder, those assisting, of a mediation those of its team. */
function workingUnits(shown: CaseView): readonly string[] {
  const team = shown.mediation?.team.map((one) => one.unitId) ?? [];
  return [...new Set([shown.holder.unitId, ...shown.assisting.map((one) => one.unitId), ...team])];
}

/** Where the matter lies: whose registers are asked. */
const placeOf = (shown: CaseView): string => shown.divisionCode;

/** How many days the law of the case's clock lets one add; the form's own figure where none runs. */
function maximumOf({ extends: rule, max }: Extract<FieldSpec, { kind: 'number' }>, shown: CaseView): number {
  return (rule === undefined ? undefined : shown.deadlines.findLast((one) => one.rule === rule)?.longestExtension) ?? max;
}

/** Units the case itself names come first in a picker: its lead, those assisting, its holder. */
function knownUnits(shown: CaseView): { id: string; name: string }[] {
  const units = [...(shown.lead === null ? [] : [shown.lead]), ...shown.assisting, shown.holder];
  return units.map((unit) => ({ id: unit.unitId, name: unit.name }));
}

function usePartyOptions(shown: CaseView, petitionersOnly: boolean): { value: string; label: string }[] {
  const { t, lang } = useI18n();
  return shown.parties
    .filter((party) => !petitionersOnly || party.role !== 'respondent')
    .map((party) => ({ value: party.id, label: `${word('partyRole', party.role, lang)} ${party.name ?? t.case.masked}` }));
}

interface PartyProps {
  readonly shown: CaseView;
  readonly petitionersOnly: boolean;
  readonly optional: boolean;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

function PartyPicker({ shown, petitionersOnly, optional, id, value, onChange }: PartyProps): ReactNode {
  const { t } = useI18n();
  const options = usePartyOptions(shown, petitionersOnly);
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
      options={options}
      allowClear={optional}
      placeholder={t.case.choose}
      virtual={false}
    />
  );
}

interface ChecksProps {
  readonly shown: CaseView;
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

function PartyChecks({ shown, id, value, onChange }: ChecksProps): ReactNode {
  const options = usePartyOptions(shown, false);
  return (
    <div {...(id === undefined ? {} : { id })} role="group">
      <Checkbox.Group value={value ?? []} options={options} onChange={(next) => onChange?.(next)} />
    </div>
  );
}

function MemberChecks({ shown, id, value, onChange }: ChecksProps): ReactNode {
  const unitName = useUnitName();
  const options = (shown.meeting?.members ?? []).map((unit) => ({ value: unit.unitId, label: unitName(unit) }));
  return (
    <div {...(id === undefined ? {} : { id })} role="group">
      <Checkbox.Group value={value ?? []} options={options} onChange={(next) => onChange?.(next)} />
    </div>
  );
}

function ItemPicker({
  shown,
  id,
  value,
  onChange,
}: {
  readonly shown: CaseView;
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (value: number) => void;
}): ReactNode {
  const { t } = useI18n();
  const options = demandsOf(shown)
    .filter(({ item }) => item.signedOff !== true)
    .map(({ item, demand }) => ({ value: item.no, label: `${t.supervision.item(item.no)} ${demand}` }));
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
      options={options}
      placeholder={t.case.choose}
      virtual={false}
    />
  );
}
