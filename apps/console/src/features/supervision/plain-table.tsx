import type { ReactNode } from 'react';

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells in the order of the columns; the first one names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Said where there is no row. */
  readonly none: string;
}

/** A register as a table: a caption, a row's name in its first cell. */
export function PlainTable({ caption, columns, rows, none }: Props): ReactNode {
  return (
    <div className="panel flush" role="region" aria-label={caption} tabIndex={0}>
      <table className="cases">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {rest.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="faint">{none}</p> : null}
    </div>
  );
}
