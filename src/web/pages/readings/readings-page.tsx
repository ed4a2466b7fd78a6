/** `/desk/readings`: who opened which confidential page of concerns and complaints, and when. People stand there by codes. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Pagination, type PaginationProps } from '../../parts/pagination/pagination.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { readings as words } from '../../words/readings.ts';

export interface ReadingShown {
  readonly key: string;
  readonly at: string;
  readonly reader: string;
  readonly what: string;
  readonly label: string | undefined;
}

export interface ReadingsPageProps {
  readonly frame: Frame;
  readonly search: string;
  readonly readings: readonly ReadingShown[];
  /** Who asked for what is another program’s than theirs. */
  readonly turnedAway: readonly ReadingShown[];
  readonly pages: PaginationProps | undefined;
}

export function ReadingsPage(props: ReadingsPageProps): ReactElement {
  const { frame, search, readings, pages, turnedAway } = props;
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <search>
        <form method="get" action="/desk/readings" className="audit-search">
          <TextField
            name="matter"
            label={words.search}
            value={search}
            type="search"
            width="medium"
          />
          <Button label={words.find} look="secondary" />
        </form>
      </search>
      {readings.length === 0 ? (
        <p>{search === '' ? words.none : words.noMatter}</p>
      ) : (
        <Readings caption={words.caption} columns={words.columns} rows={readings} />
      )}
      {pages === undefined ? null : <Pagination {...pages} />}
      {turnedAway.length === 0 ? null : (
        <>
          <h2>{words.turnedAway.title}</h2>
          <p>{words.turnedAway.intro}</p>
          <Readings
            caption={words.turnedAway.caption}
            columns={words.turnedAway.columns}
            rows={turnedAway}
          />
        </>
      )}
    </PageFrame>
  );
}

interface ReadingsTable {
  readonly caption: string;
  readonly columns: Readonly<Record<'at' | 'reader' | 'what' | 'label', string>>;
  readonly rows: readonly ReadingShown[];
}

function Readings({ caption, columns, rows }: ReadingsTable): ReactElement {
  const { at, reader, what, label } = columns;
  return (
    <DataTable
      caption={caption}
      columns={[at, reader, what, label].map((heading) => ({ label: heading }))}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          row.at,
          <code key="reader">{row.reader}</code>,
          row.what,
          row.label === undefined ? (
            <span key="label" className="soft">
              {words.noLabel}
            </span>
          ) : (
            <span key="label" className="audit-label">
              {row.label}
            </span>
          ),
        ],
      }))}
    />
  );
}
