import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Vocabulary } from '../i18n/glossary.ts';
import { useI18n } from '../i18n/staff.tsx';
import { CIVIL_DATE } from './civil-date.ts';
import { DateField } from './date-field.tsx';
import { DivisionPicker, UnitPicker, WordPicker } from './pickers.tsx';

/** A field of a register's form: its name in the request, what it is called, how it is asked for. */
export type EntryField = {
  readonly name: string;
  readonly label: string;
  readonly optional?: true;
  /** What the control alone doesn't say. */
  readonly hint?: string;
} & (
  | { readonly kind: 'line'; readonly pattern?: RegExp; readonly wrong?: string }
  | { readonly kind: 'prose' | 'secret' | 'date' | 'division' | 'unit' | 'flag' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'word'; readonly vocabulary: Vocabulary }
  /** One, or several, of a list that the screen knows. */
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly { readonly value: string; readonly label: string }[] }
);

/** One field with its label above; optional is marked, the control fits the kind. */
export function EntryItem({ field }: { readonly field: EntryField }): ReactNode {
  const { t } = useI18n();
  if (field.kind === 'flag') {
    return (
      <Form.Item name={field.name} valuePropName="checked">
        <Checkbox>{field.label}</Checkbox>
      </Form.Item>
    );
  }
  const required = field.optional !== true;
  const written = field.kind === 'line' || field.kind === 'prose';
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      required={required}
      {...(field.hint === undefined ? {} : { extra: field.hint })}
      rules={[
        ...(required ? [{ required: true, message: t.intake.required, ...(written ? { whitespace: true } : {}) }] : []),
        ...(field.kind === 'date' ? [{ pattern: CIVIL_DATE, message: t.shell.dateWrong }] : []),
        ...(field.kind === 'line' && field.pattern !== undefined
          ? [{ pattern: field.pattern, message: field.wrong ?? t.intake.required }]
          : []),
      ]}
    >
      <Control field={field} />
    </Form.Item>
  );
}

/** antd passes id, value and onChange to its child: each control takes them. */
function Control({
  field,
  ...handed
}: {
  readonly field: EntryField;
  readonly id?: string;
  readonly value?: never;
  readonly onChange?: never;
}): ReactNode {
  const { t } = useI18n();
  switch (field.kind) {
    case 'line':
      return <Input {...handed} dir="auto" autoComplete="off" />;
    case 'secret':
      return <Input.Password {...handed} autoComplete="new-password" visibilityToggle={false} />;
    case 'prose':
      return <Input.TextArea {...handed} rows={4} dir="auto" />;
    case 'date':
      return <DateField {...handed} />;
    case 'number':
      return <InputNumber {...handed} min={field.min} max={field.max} precision={0} />;
    case 'division':
      return <DivisionPicker {...handed} />;
    case 'unit':
      return <UnitPicker {...handed} />;
    case 'word':
      return <WordPicker {...handed} vocabulary={field.vocabulary} placeholder={t.case.choose} />;
    case 'choice':
    case 'choices':
      return (
        <Select
          {...handed}
          {...(field.kind === 'choices' ? { mode: 'multiple' } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...field.options]}
          placeholder={t.case.choose}
          virtual={false}
        />
      );
    case 'flag':
      return null;
  }
}
