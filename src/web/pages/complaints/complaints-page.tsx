/** `/desk/complaints`: those whose list the reader is on, the nearest promise first. It names nobody. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Pagination, type PaginationProps } from '../../parts/pagination/pagination.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { complaints as words } from '../../words/complaints.ts';
import { PromisedDate } from '../queue/promised-date.tsx';
import { DeskSearch, type FoundPages, PagesOfSearch } from './desk-search.tsx';

export interface ComplaintLineShown {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly program: string;
  readonly step: string;
  readonly received: string;
  /** Absent where nothing is promised now. */
  readonly promised:
    | { readonly by: string; readonly daysLate: number; readonly to: string }
    | undefined;
  readonly holds: 'rests' | 'withdrawn' | undefined;
}

export interface ComplaintsPageProps {
  readonly frame: Frame;
  readonly search: string;
  /** Those of this page of the list. */
  readonly complaints: readonly ComplaintLineShown[];
  /** In the whole list: how many there are, how many promises run, and how many of them are late. */
  readonly found: number;
  readonly promised: number;
  readonly late: number;
  readonly pages?: PaginationProps | undefined;
  /** Where something was searched for. */
  readonly foundPages?: FoundPages | undefined;
  readonly news: string | undefined;
}

export function ComplaintsPage(props: ComplaintsPageProps): ReactElement {
  const { frame, complaints, news, pages, search } = props;
  const promised = complaints.filter((one) => one.promised !== undefined);
  const rest = complaints.filter((one) => one.promised === undefined);
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p>{words.intro}</p>
      <DeskSearch
        frame={frame}
        path="/desk/complaints"
        label={words.searchList}
        hint={words.searchListHint}
        search={search}
        found={props.found}
      />
      {complaints.length === 0 && search === '' ? <p>{words.none}</p> : null}
      <Lines
        lines={promised}
        title={words.openTitle}
        caption={words.caption(String(props.promised), String(props.late))}
      />
      <Lines lines={rest} title={words.restTitle} caption={words.captionRest} captionHidden />
      {pages === undefined ? null : <Pagination {...pages} />}
      {props.foundPages === undefined ? null : (
        <PagesOfSearch frame={frame} path="/desk/complaints" pages={props.foundPages} />
      )}
      <p>
        {`${words.fromConcern} `}
        <a href="/desk/concerns">{words.toConcerns}</a>.
      </p>
      <p>
        <a href="/desk/complaints/open">{words.openNew}</a>
      </p>
    </PageFrame>
  );
}

function Lines(props: {
  readonly lines: readonly ComplaintLineShown[];
  readonly title: string;
  readonly caption: string;
  readonly captionHidden?: boolean;
}): ReactElement | null {
  const { columns } = words;
  return props.lines.length === 0 ? null : (
    <>
      <h2>{props.title}</h2>
      <DataTable
        caption={props.caption}
        captionHidden={props.captionHidden}
        columns={[
          columns.promised,
          columns.label,
          columns.step,
          columns.about,
          columns.program,
          columns.received,
        ].map((label) => ({ label }))}
        rows={props.lines.map((line) => ({
          key: line.id,
          cells: [
            <Promised key="promised" line={line} />,
            <a key="label" className="case-label" href={`/desk/complaints/${line.id}`}>
              {line.label}
            </a>,
            <Step key="step" line={line} />,
            line.about,
            line.program,
            line.received,
          ],
        }))}
      />
    </>
  );
}

function Promised({ line }: { readonly line: ComplaintLineShown }): ReactElement {
  return line.promised === undefined ? (
    <span className="soft">{words.noPromise}</span>
  ) : (
    <>
      <PromisedDate promised={line.promised.by} daysLate={line.promised.daysLate} />
      <span className="pool-facts">{line.promised.to}</span>
    </>
  );
}

function Step({ line }: { readonly line: ComplaintLineShown }): ReactElement {
  return (
    <>
      {line.step}
      {line.holds === undefined ? null : (
        <>
          {' '}
          <StatusTag
            tone={line.holds === 'rests' ? 'stopped' : 'waiting'}
            label={words[line.holds]}
          />
        </>
      )}
    </>
  );
}
