/** `/desk/pool`: who can be drawn for panels, until when, and why somebody cannot; each with a way to change it. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { pool as words } from '../../words/complaints.ts';

export interface PoolLine {
  readonly person: string;
  readonly name: string;
  /** Absent where they are not in the pool. */
  readonly kept:
    | {
        readonly isPublic: boolean;
        readonly trained: string;
        readonly term: string;
        readonly stands: string;
        readonly can: boolean;
      }
    | undefined;
}

export interface PoolPageProps {
  readonly frame: Frame;
  readonly lines: readonly PoolLine[];
  readonly news: string | undefined;
}

export function PoolPage({ frame, lines, news }: PoolPageProps): ReactElement {
  const kept = lines.flatMap((line) => line.kept ?? []);
  const ready = kept.filter(({ can }) => can);
  const { columns } = words;
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p>{words.intro}</p>
      <p>
        {`${words.countdown(
          String(kept.length),
          String(ready.length),
          String(ready.filter(({ isPublic }) => isPublic).length),
        )} ${words.enough}`}
      </p>
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          columns={[
            columns.name,
            columns.stands,
            columns.kind,
            columns.trained,
            columns.term,
            columns.change,
          ].map((label) => ({ label }))}
          rows={lines.map(({ person, name, kept: place }) => ({
            key: person,
            cells: [
              <bdi key="name">{name}</bdi>,
              place === undefined ? (
                <span key="stands" className="soft">
                  {words.notIn}
                </span>
              ) : (
                <StatusTag
                  key="stands"
                  tone={place.can ? 'done' : 'stopped'}
                  label={place.stands}
                />
              ),
              place === undefined ? '' : place.isPublic ? words.public : words.credentialed,
              place?.trained ?? '',
              place?.term ?? '',
              <a key="change" href={`/desk/pool/${person}`}>
                {place === undefined ? words.add : words.change}
                <span className="only-heard">{` ${name}`}</span>
              </a>,
            ],
          }))}
        />
      )}
    </PageFrame>
  );
}
