/** `/desk/second-looks`: what a member of the board is asked to look at again, the promised day first. */
import type { ReactElement } from 'react';
import type { Against } from '../../../casework/opening/second-look.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { QueueTable } from '../../parts/queue-table/queue-table.tsx';
import { secondLook } from '../../words/second-look.ts';

const words = secondLook.desk;

export interface SecondLookLine {
  readonly nomination: string;
  readonly label: string;
  readonly title: string;
  readonly against: Against;
  readonly promised: string;
  readonly overdue: string | undefined;
  readonly upheld: boolean | undefined;
}

export function SecondLooksPage(props: {
  readonly frame: Frame;
  readonly lines: readonly SecondLookLine[];
  readonly news: string | undefined;
}): ReactElement {
  const waiting = props.lines.filter(({ upheld }) => upheld === undefined);
  const answered = props.lines.filter(({ upheld }) => upheld !== undefined);
  const late = waiting.filter(({ overdue }) => overdue !== undefined).length;
  const href = (line: SecondLookLine): string =>
    `/desk/second-looks/${line.nomination}/${line.against}`;
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {props.news === undefined ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      {waiting.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <QueueTable
          caption={words.waiting(waiting.length, late)}
          columns={[{ label: words.columns.for }, { label: words.columns.against }]}
          items={waiting.map((line) => ({
            key: `${line.nomination}-${line.against}`,
            promised: line.promised,
            overdue: line.overdue,
            label: line.label,
            href: href(line),
            cells: [line.title, words.against[line.against]],
          }))}
        />
      )}
      {answered.length === 0 ? null : (
        <DataTable
          caption={words.answered}
          columns={[
            { label: words.columns.for },
            { label: words.columns.against },
            { label: words.columns.outcome },
          ]}
          rows={answered.map((line) => ({
            key: `${line.nomination}-${line.against}`,
            cells: [
              <a key="for" href={href(line)}>{`${line.label}: ${line.title}`}</a>,
              words.against[line.against],
              line.upheld === true ? words.upheld : words.notUpheld,
            ],
          }))}
        />
      )}
    </PageFrame>
  );
}
