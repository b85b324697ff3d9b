import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { UnitPicker, WordPicker } from '../../forms/pickers.tsx';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { MAX_REPRESENTATIVES, type PartyValues } from './values.ts';

const ROLES: readonly PartyValues['role'][] = ['petitioner', 'representative', 'agent', 'respondent'];

/** Who comes, who speaks for them, and against whom. The limit of five representatives is said at the fourth. */
export function Parties(): ReactNode {
  const { t, lang } = useI18n();
  const parties = (Form.useWatch<PartyValues[] | undefined>('parties') ?? []) as readonly (PartyValues | undefined)[];
  const representatives = parties.filter((party) => party?.role === 'representative').length;
  const petitioners = parties.filter((party) => party?.role === 'petitioner').length;
  const label: Readonly<Record<PartyValues['role'], string>> = {
    petitioner: t.intake.addPetitioner,
    representative: t.intake.addRepresentative,
    agent: t.intake.addAgent,
    respondent: t.intake.addRespondent,
  };
  return (
    <fieldset className="group">
      <legend>{t.intake.parties}</legend>
      <Form.List name="parties">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => {
              const role = parties[field.name]?.role ?? 'petitioner';
              const nth = parties.slice(0, field.name + 1).filter((party) => party?.role === role).length;
              const title = t.intake.partyOf(word('partyRole', role, lang), nth);
              return (
                <div key={field.key} className="party" role="group" aria-label={title}>
                  <div className="party-head">
                    <strong>{title}</strong>
                    <Button
                      size="small"
                      onClick={() => {
                        remove(field.name);
                      }}
                      aria-label={`${t.intake.remove} ${title}`}
                    >
                      {t.intake.remove}
                    </Button>
                  </div>
                  <PartyFields name={field.name} role={role} />
                </div>
              );
            })}
            <div className="wrap">
              {ROLES.map((role) => (
                <Button
                  key={role}
                  size="small"
                  disabled={role === 'representative' && representatives >= MAX_REPRESENTATIVES}
                  onClick={() => {
                    add({ role, kind: role === 'respondent' ? 'organisation' : 'person' } satisfies PartyValues);
                  }}
                >
                  {label[role]}
                </Button>
              ))}
            </div>
            <p role="status" className="faint">
              {representatives >= MAX_REPRESENTATIVES
                ? t.intake.representativeFull
                : representatives === MAX_REPRESENTATIVES - 1
                  ? t.intake.representativeLimit
                  : ''}
              {petitioners === 0 ? t.intake.anonymous : ''}
            </p>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function PartyFields({ name, role }: { readonly name: number; readonly role: PartyValues['role'] }): ReactNode {
  const { t } = useI18n();
  const respondent = role === 'respondent';
  return (
    <div className="grid-3">
      <Form.Item name={[name, 'role']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'kind']} label={t.intake.kind}>
        <WordPicker vocabulary="partyKind" />
      </Form.Item>
      <Form.Item
        name={[name, 'name']}
        label={t.intake.name}
        rules={[{ required: !respondent, whitespace: true, message: t.intake.required }]}
      >
        <Input autoComplete="off" dir="auto" />
      </Form.Item>
      {respondent ? (
        <Form.Item name={[name, 'unitId']} label={t.intake.unit}>
          <UnitPicker />
        </Form.Item>
      ) : (
        <>
          <Form.Item name={[name, 'phone']} label={t.intake.phone} extra={role === 'petitioner' ? t.intake.phoneHint : undefined}>
            <Input autoComplete="off" inputMode="tel" />
          </Form.Item>
          <Form.Item name={[name, 'idNumber']} label={t.intake.idNumber}>
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
    </div>
  );
}
