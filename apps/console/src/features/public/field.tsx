import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'tel' | 'numeric';
  readonly autoComplete?: string;
  readonly autoCapitalize?: string;
}

/** Label above, hint below it, the error beside its field and said aloud with it. */
export function Field({ name, label, hint, error, rows, ...rest }: FieldProps): ReactNode {
  const id = useId();
  const described = [...(hint === undefined ? [] : [`${id}h`]), ...(error === undefined ? [] : [`${id}e`])].join(' ');
  const shared = {
    id,
    name,
    className: 'field',
    dir: 'auto',
    'aria-invalid': error !== undefined,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    autoComplete: 'off',
    ...rest,
  } as const;
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}h`} className="hint">
          {hint}
        </p>
      )}
      {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
      {error === undefined ? null : (
        <p id={`${id}e`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

interface RadiosProps {
  readonly name: string;
  readonly legend: string;
  readonly options: Readonly<Record<string, string>>;
}

export function Radios({ name, legend, options }: RadiosProps): ReactNode {
  return (
    <fieldset className="ask">
      <legend>{legend}</legend>
      {Object.entries(options).map(([value, text], index) => (
        <label key={value} className="choice">
          <input type="radio" name={name} value={value} required defaultChecked={index === 0} /> {text}
        </label>
      ))}
    </fieldset>
  );
}
