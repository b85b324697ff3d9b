import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { UnitPicker, WordPicker } from '../../forms/pickers.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import { useDivisions } from '../../server-state/directory.ts';
import { useLeaders, usePeople } from '../../server-state/registers.ts';
import { useUser } from '../../shell/session.tsx';
import { useEntrySender } from './register-queries.ts';

/** Forms a group: bound to counties, paired with units, or two from each of two sides. */
export function FormGroup({ path }: { readonly path: string }): ReactNode {
  const { t } = useI18n();
  const m = t.supervision;
  const { unit } = useUser();
  const place = unit?.division ?? '';
  const counties = useDivisions(place);
  const own = usePeople(unit === null ? [] : [unit.id]).filter((one) => one.roles.includes('leader'));
  const registered = useLeaders(place).flatMap(({ active, userId, name, title }) =>
    active && userId !== null ? [{ value: userId, label: `${name} · ${title}` }] : [],
  );
  const leaders = [
    ...new Map([...own.map(({ id, name }) => ({ value: id, label: name })), ...registered].map((one) => [one.value, one])).values(),
  ];
  const send = useEntrySender();
  const required = [{ required: true, message: t.intake.required }];
  return (
    <EntryForm
      act={m.form}
      hint={leaders.length === 0 ? m.noLeader : m.formHint}
      initial={{ members: [{}] }}
      fields={[
        { name: 'name', label: m.groupName, kind: 'line' },
        { name: 'kind', label: m.kind, kind: 'word', vocabulary: 'groupKind' },
        {
          name: 'leaderId',
          label: m.groupLeader,
          kind: 'choice',
          options: leaders,
        },
        { name: 'counties', label: m.counties, kind: 'choices', options: counties.map((one) => ({ value: one.code, label: one.name })) },
      ]}
      onSend={(body) => send(path, body)}
    >
      <Form.List name="members">
        {(members, { add, remove }) => (
          <fieldset className="members">
            <legend>{m.members}</legend>
            {members.map(({ key, name }) => (
              <div key={key} className="grid-3">
                <Form.Item name={[name, 'unitId']} label={m.unit} rules={required}>
                  <UnitPicker />
                </Form.Item>
                <Form.Item name={[name, 'rank']} label={m.memberRank} rules={required}>
                  <WordPicker vocabulary="groupRank" placeholder={t.case.choose} />
                </Form.Item>
                {members.length > 1 ? (
                  <Form.Item label=" " colon={false}>
                    <Button
                      onClick={() => {
                        remove(name);
                      }}
                    >
                      {t.intake.remove}
                    </Button>
                  </Form.Item>
                ) : null}
              </div>
            ))}
            <Button
              onClick={() => {
                add({});
              }}
            >
              {m.addMember}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </EntryForm>
  );
}
