/** Values on which two published pages disagree: both stand here, for staff, until the owner settles it. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { desk } from '../../words/desk.ts';

const words = desk.sources;

export interface ConflictLine {
  readonly key: string;
  readonly program: string;
  readonly value: string;
  readonly shown: string;
  readonly shownSource: string;
  readonly other: string;
  readonly otherSource: string;
}

export function SourcesPage(props: {
  readonly frame: Frame;
  readonly rows: readonly ConflictLine[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <DataTable
        caption={words.title}
        captionHidden
        columns={[
          { label: desk.program },
          { label: words.value },
          { label: words.shown },
          { label: words.other },
        ]}
        rows={props.rows.map((row) => ({
          key: row.key,
          cells: [
            row.program,
            row.value,
            `${row.shown} (${words.source}: ${row.shownSource})`,
            `${row.other} (${words.source}: ${row.otherSource})`,
          ],
        }))}
      />
    </PageFrame>
  );
}
