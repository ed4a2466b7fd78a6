/** The review queue, the clerk's queue and what is overdue: the promised date first, overdue said in words. */
import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { QueueTable } from '../../parts/queue-table/queue-table.tsx';
import { board } from '../../words/board.ts';
import { en } from '../../words/en.ts';
import { LogNotice } from '../log/log-notice.tsx';

const words = en.desk;

export interface QueueRow {
  readonly id: string;
  readonly label: string;
  /** Absent for an office that can see the row and not act on it. */
  readonly href: string | undefined;
  readonly promised: string;
  /** That it is past the promised day, in words; absent while there is time. */
  readonly overdue?: string | undefined;
  readonly kind: keyof typeof words.kinds;
  readonly program: string;
  readonly status: string;
}

export function QueuePage(props: {
  readonly frame: Frame;
  readonly title: string;
  readonly intro: string;
  /** What is said in place of an empty table. */
  readonly none?: string | undefined;
  readonly rows: readonly QueueRow[];
  /** Exams that could not be scored, a line a program. */
  readonly held?: readonly string[] | undefined;
  /** Answers and actions of the board past their day, in a sentence. */
  readonly board?: string | undefined;
  /** What is wrong with the decision log, in a sentence. */
  readonly log?: string | undefined;
}): ReactElement {
  const late = props.rows.filter(({ overdue }) => overdue !== undefined).length;
  return (
    <PageFrame frame={props.frame} title={props.title} wide unlisted>
      <h1>{props.title}</h1>
      <p>{props.intro}</p>
      {props.held === undefined || props.held.length === 0 ? null : (
        <Notice title={words.overdue.held}>
          {props.held.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>{words.overdue.heldText}</p>
        </Notice>
      )}
      {props.board === undefined ? null : (
        <Notice title={board.overdueTitle}>
          <p>{props.board}</p>
        </Notice>
      )}
      {props.log === undefined ? null : <LogNotice text={props.log} />}
      {props.rows.length === 0 ? (
        <p>{props.none ?? words.nothing}</p>
      ) : (
        <QueueTable
          caption={words.waiting(props.rows.length, late)}
          columns={[{ label: words.kind }, { label: words.program }, { label: words.status }]}
          items={props.rows.map((row) => ({
            key: row.id,
            promised: row.promised,
            overdue: row.overdue,
            label: row.label,
            href: row.href,
            cells: [words.kinds[row.kind], row.program, row.status],
          }))}
        />
      )}
    </PageFrame>
  );
}
