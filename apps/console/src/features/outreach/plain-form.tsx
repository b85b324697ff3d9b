import { useId, type ReactNode } from 'react';

export interface PlainField {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'date' | 'number' | 'lines';
  readonly initial?: string;
}

interface Props {
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly fields: readonly PlainField[];
  readonly onSend: (values: Readonly<Record<string, string>>) => void;
}

/** A form of plain fields, all required; what is typed stays until it was taken. */
export function PlainForm({ label, submit, busy, fields, onSend }: Props): ReactNode {
  const id = useId();
  return (
    <form
      className="stack"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onSend(
          Object.fromEntries(
            fields.map(({ name }) => {
              const value = form.get(name);
              return [name, typeof value === 'string' ? value.trim() : ''];
            }),
          ),
        );
      }}
    >
      {fields.map(({ name, label: text, type = 'text', initial }) => (
        <div key={name}>
          <label htmlFor={`${id}${name}`}>{text}</label>
          {type === 'lines' ? (
            <textarea id={`${id}${name}`} name={name} className="field" rows={4} required />
          ) : (
            <input id={`${id}${name}`} name={name} type={type} className="field" required defaultValue={initial} autoComplete="off" />
          )}
        </div>
      ))}
      <div>
        <button type="submit" className="button primary" aria-busy={busy}>
          {submit}
        </button>
      </div>
    </form>
  );
}
