/** `/desk/opinions`: questions that wait, the promised day first and lateness by word; then what was answered. No name. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { QueueTable } from '../../parts/queue-table/queue-table.tsx';
import { opinions } from '../../words/opinions.ts';

const words = opinions.desk;

export interface QuestionLine {
  readonly id: string;
  readonly label: string;
  readonly program: string;
  /** Of the draft; undefined before there is one. */
  readonly title: string | undefined;
  readonly standing: keyof typeof words.standings;
  readonly promised: string;
  readonly overdue: string | undefined;
}

export interface QuestionsPageProps {
  readonly frame: Frame;
  readonly open: readonly QuestionLine[];
  readonly closed: readonly QuestionLine[];
}

export function QuestionsPage({ frame, open, closed }: QuestionsPageProps): ReactElement {
  const late = open.filter(({ overdue }) => overdue !== undefined).length;
  const { columns } = words;
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {open.length === 0 ? (
        <p>{words.openNone}</p>
      ) : (
        <QueueTable
          caption={words.open(open.length, late)}
          columns={[
            { label: columns.program },
            { label: columns.title },
            { label: columns.stands },
          ]}
          items={open.map((line) => ({
            key: line.id,
            promised: line.promised,
            overdue: line.overdue,
            label: line.label,
            href: `/desk/opinions/${line.id}`,
            cells: [line.program, line.title ?? words.notDrafted, words.standings[line.standing]],
          }))}
        />
      )}
      <h2>{words.closed}</h2>
      {closed.length === 0 ? (
        <p>{words.closedNone}</p>
      ) : (
        <DataTable
          caption={words.closed}
          captionHidden
          columns={[
            { label: columns.label },
            { label: columns.program },
            { label: columns.title },
            { label: columns.stands },
          ]}
          rows={closed.map((line) => ({
            key: line.id,
            cells: [
              <a key="label" className="case-label" href={`/desk/opinions/${line.id}`}>
                {line.label}
              </a>,
              line.program,
              line.title ?? words.notDrafted,
              words.standings[line.standing],
            ],
          }))}
        />
      )}
    </PageFrame>
  );
}
