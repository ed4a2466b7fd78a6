/** What waits for somebody: a table with the promised date first. What is overdue says so by a word. */
import type { ReactElement, ReactNode } from 'react';
import { en } from '../../words/en.ts';
import { type Column, DataTable } from '../data-table/data-table.tsx';
import { StatusTag } from '../status-tag/status-tag.tsx';

export interface QueueItem {
  readonly key: string;
  readonly promised: string;
  /** "12 days overdue"; absent while there is time. */
  readonly overdue?: string | undefined;
  /** The case label, never a name. */
  readonly label: string;
  readonly href?: string | undefined;
  /** As many as `columns`. */
  readonly cells?: readonly ReactNode[] | undefined;
}

export interface QueueTableProps {
  readonly caption: string;
  /** Columns after the promised date and the case. */
  readonly columns?: readonly Column[] | undefined;
  readonly items: readonly QueueItem[];
}

export function QueueTable({ caption, columns = [], items }: QueueTableProps): ReactElement {
  if (items.length === 0) {
    return <p>{en.findings.nothingWaits}</p>;
  }
  return (
    <DataTable
      caption={caption}
      columns={[{ label: en.findings.promised }, { label: en.findings.matter }, ...columns]}
      rows={items.map((item) => ({
        key: item.key,
        cells: [<Promised key="promised" item={item} />, caseOf(item), ...(item.cells ?? [])],
      }))}
    />
  );
}

const caseOf = (item: QueueItem): ReactNode =>
  item.href === undefined ? (
    <span className="case-label">{item.label}</span>
  ) : (
    <a className="case-label" href={item.href}>
      {item.label}
    </a>
  );

function Promised({ item }: { readonly item: QueueItem }): ReactElement {
  return (
    <>
      {item.promised}
      {item.overdue === undefined ? null : (
        <>
          {' '}
          <StatusTag tone="late" label={item.overdue} />
        </>
      )}
    </>
  );
}
