/** `/desk/panels`: the matters somebody was drawn for, by label, the nearest promise first. Nothing else exists for them. */
import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { type QueueItem, QueueTable } from '../../parts/queue-table/queue-table.tsx';
import { panels as words } from '../../words/panels.ts';

export interface PanelLine {
  readonly id: string;
  readonly label: string;
  readonly promised: string;
  readonly late: string | undefined;
  readonly panel: string;
  readonly about: string;
  readonly stage: string;
}

export interface PanelsPageProps {
  readonly frame: Frame;
  readonly lines: readonly PanelLine[];
  readonly news: string | undefined;
}

export function PanelsPage({ frame, lines, news }: PanelsPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {lines.length === 0 ? (
        <p className="lead">{words.none}</p>
      ) : (
        <>
          <p className="lead">{words.intro}</p>
          <QueueTable
            caption={words.caption}
            columns={[words.panel, words.about, words.stage].map((label) => ({ label }))}
            items={lines.map(itemOf)}
          />
        </>
      )}
      <p>
        <a href="/desk/panels/interests">{words.toInterests}</a>
      </p>
    </PageFrame>
  );
}

const itemOf = ({ id, label, promised, late, panel, about, stage }: PanelLine): QueueItem => ({
  ...{ key: id, label, promised, overdue: late },
  href: `/desk/panels/${id}`,
  cells: [panel, about, stage],
});
