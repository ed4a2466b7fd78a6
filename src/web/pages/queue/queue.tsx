/** The review queue and the clerk's queue: the promised date first, overdue said in words. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { QueueTable } from '../../parts/queue-table/queue-table.tsx';
import { desk } from '../../words/desk.ts';

export interface QueueRow {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly promised: string;
  readonly daysLate: number;
  readonly kind: keyof typeof desk.kinds;
  readonly program: string;
  readonly status: string;
}

export function QueuePage(props: {
  readonly frame: Frame;
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly QueueRow[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={props.title} wide unlisted>
      <h1>{props.title}</h1>
      <p>{props.intro}</p>
      {props.rows.length === 0 ? (
        <p>{desk.nothing}</p>
      ) : (
        <QueueTable
          caption={props.title}
          columns={[{ label: desk.kind }, { label: desk.program }, { label: desk.status }]}
          items={props.rows.map((row) => ({
            key: row.id,
            promised: row.promised,
            overdue: row.daysLate > 0 ? desk.late(row.daysLate) : undefined,
            label: row.label,
            href: row.href,
            cells: [desk.kinds[row.kind], row.program, row.status],
          }))}
        />
      )}
    </PageFrame>
  );
}
