import type { ReactNode } from 'react';

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells in the order of the columns; the first one names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Said where there is no row: how one comes to be. */
  readonly none: string;
}

/** A register as a table, on a phone as cards: its heading, a row's name in its first cell. */
export function RegisterTable({ caption, columns, rows, none }: Props): ReactNode {
  if (rows.length === 0) return <p className="faint">{none}</p>;
  return (
    <div className="flush" role="region" aria-label={caption} tabIndex={0}>
      <table className="cases cards">
        <caption className="visually-hidden">{caption}</caption>
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
                <td key={columns[at + 1]} data-label={columns[at + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
