/** `/desk/ideas`: ideas that wait for an answer, the promised day first; what is adopted and not yet done; all others. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { QueueTable } from '../../parts/queue-table/queue-table.tsx';
import { ideas } from '../../words/ideas.ts';

const words = ideas.desk;

export interface IdeaLine {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly program: string;
  readonly stands: string;
  readonly promised: string;
  readonly overdue: string | undefined;
}

export interface DeskIdeasPageProps {
  readonly frame: Frame;
  readonly isBoard: boolean;
  readonly owed: readonly IdeaLine[];
  readonly toCarryOut: readonly IdeaLine[];
  readonly others: readonly IdeaLine[];
}

export function DeskIdeasPage(props: DeskIdeasPageProps): ReactElement {
  const { frame, owed, toCarryOut, others, isBoard } = props;
  const late = owed.filter(({ overdue }) => overdue !== undefined).length;
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{isBoard ? words.leadBoard : words.leadDirector}</p>
      {owed.length === 0 ? (
        <p>{words.owedNone}</p>
      ) : (
        <QueueTable
          caption={words.owed(owed.length, late)}
          columns={[
            { label: words.columns.about },
            { label: words.columns.program },
            { label: words.columns.stands },
          ]}
          items={owed.map((line) => ({
            key: line.id,
            promised: line.promised,
            overdue: line.overdue,
            label: line.label,
            href: `/desk/ideas/${line.id}`,
            cells: [line.about, line.program, line.stands],
          }))}
        />
      )}
      {toCarryOut.length === 0 ? null : <Lines title={words.toCarryOut} lines={toCarryOut} />}
      {others.length === 0 ? null : <Lines title={words.others} lines={others} />}
    </PageFrame>
  );
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly IdeaLine[];
}): ReactElement {
  const { columns } = words;
  return (
    <>
      <h2>{props.title}</h2>
      <DataTable
        caption={props.title}
        captionHidden
        columns={[
          { label: columns.label },
          { label: columns.about },
          { label: columns.program },
          { label: columns.stands },
        ]}
        rows={props.lines.map((line) => ({
          key: line.id,
          cells: [
            <a key="label" className="case-label" href={`/desk/ideas/${line.id}`}>
              {line.label}
            </a>,
            line.about,
            line.program,
            line.stands,
          ],
        }))}
      />
    </>
  );
}
