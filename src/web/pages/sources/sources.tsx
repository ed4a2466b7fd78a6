/** Values on which two published pages disagree: both stand here, for staff, until the owner settles it. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';

const desk = en.desk;
const words = desk.sources;

export interface ConflictLine {
  readonly key: string;
  readonly program: string;
  readonly value: string;
  readonly shown: string;
  readonly shownSources: readonly string[];
  readonly other: string;
  readonly otherSources: readonly string[];
}

export function SourcesPage(props: {
  readonly frame: Frame;
  readonly rows: readonly ConflictLine[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {props.rows.length === 0 ? <p>{words.none}</p> : <Conflicts rows={props.rows} />}
    </PageFrame>
  );
}

function Conflicts({ rows }: { readonly rows: readonly ConflictLine[] }): ReactElement {
  return (
    <DataTable
      caption={words.title}
      captionHidden
      columns={[
        { label: desk.program },
        { label: words.value },
        { label: words.shown },
        { label: words.other },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          row.program,
          row.value,
          <Published key="shown" value={row.shown} addresses={row.shownSources} />,
          <Published key="other" value={row.other} addresses={row.otherSources} />,
        ],
      }))}
    />
  );
}

/** A value and the pages that say so. */
function Published(props: {
  readonly value: string;
  readonly addresses: readonly string[];
}): ReactElement {
  return (
    <div>
      <strong>{props.value}</strong>
      {props.addresses.map((address) => (
        <span key={address} className="source-address">
          {words.source}:{' '}
          {address.startsWith('https://') ? (
            <a href={address}>{address.replace(/^https:\/\/(?:www\.)?/, '')}</a>
          ) : (
            address
          )}
        </span>
      ))}
    </div>
  );
}
