/**
 * A table of facts. On a phone its rows stack, each cell under its own label, or, where columns must be compared,
 * it scrolls sideways inside a frame that the keyboard can reach.
 */
// biome-ignore-all lint/a11y/noRedundantRoles: some browsers drop a table's own roles once the style stacks its rows.
import type { ReactElement, ReactNode } from 'react';

export interface Column {
  readonly label: string;
  /** Numbers: set to the right, all digits equally wide. */
  readonly figures?: boolean | undefined;
}

export interface Row {
  readonly key: string;
  /** As many as there are columns; the first names the row. */
  readonly cells: readonly ReactNode[];
}

export interface DataTableProps {
  readonly caption: string;
  /** The caption repeats the heading right above: only heard, not seen. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly onPhone?: 'stack' | 'scroll' | undefined;
}

export function DataTable(props: DataTableProps): ReactElement {
  const scrolls = props.onPhone === 'scroll';
  const table = (
    <table className={scrolls ? 'data-table' : 'data-table data-table-stacks'} role="table">
      <caption className={props.captionHidden === true ? 'only-heard' : undefined}>
        {props.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              role="columnheader"
              className={column.figures === true ? 'figures' : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <TableRow key={row.key} row={row} columns={props.columns} />
        ))}
      </tbody>
    </table>
  );
  return scrolls ? <ScrollingFrame caption={props.caption}>{table}</ScrollingFrame> : table;
}

function TableRow(props: { readonly row: Row; readonly columns: readonly Column[] }): ReactElement {
  return (
    <tr role="row">
      {props.columns.map((column, place) => {
        const cell = props.row.cells[place];
        const className = column.figures === true ? 'figures' : undefined;
        return place === 0 ? (
          <th key={column.label} scope="row" role="rowheader" className={className}>
            {cell}
          </th>
        ) : (
          <td key={column.label} role="cell" className={className} data-label={column.label}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

function ScrollingFrame(props: {
  readonly caption: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className="table-frame" aria-label={props.caption} tabIndex={0}>
      {props.children}
    </section>
  );
}
