/** `/desk/concerns`: those on whose list the reader is, and nothing of what happened in them. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Pagination, type PaginationProps } from '../../parts/pagination/pagination.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';
import { DeskSearch, type FoundPages, PagesOfSearch } from '../complaints/desk-search.tsx';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = en.concernDesk;

export interface ConcernLineShown {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly received: string;
  readonly state: keyof (typeof words)['states'];
  /** Absent where nobody here owes an answer. */
  readonly answerBy: { readonly day: string; readonly daysLate: number } | undefined;
  readonly isSpanish: boolean;
  readonly twins: number;
}

export interface ConcernsPageProps {
  readonly frame: Frame;
  readonly search: string;
  /** How many there are in the whole list. */
  readonly found: number;
  /** Those of this page of the list. */
  readonly concerns: readonly ConcernLineShown[];
  readonly pages?: PaginationProps | undefined;
  /** Where something was searched for. */
  readonly foundPages?: FoundPages | undefined;
  readonly news: string | undefined;
}

export function ConcernsPage(props: ConcernsPageProps): ReactElement {
  const { frame, concerns, news, pages, search, found } = props;
  const open = concerns.filter(({ state }) => state === 'waiting');
  const rest = concerns.filter(({ state }) => state !== 'waiting');
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <DeskSearch
        frame={frame}
        path="/desk/concerns"
        label={words.search}
        hint={words.searchHint}
        search={search}
        found={found}
      />
      {concerns.length === 0 && search === '' ? <p>{words.none}</p> : null}
      {open.length === 0 ? null : <h2>{words.open}</h2>}
      <Lines concerns={open} caption={words.caption.open} />
      {rest.length === 0 ? null : <h2>{words.rest}</h2>}
      <Lines concerns={rest} caption={words.caption.rest} />
      {pages === undefined ? null : <Pagination {...pages} />}
      {props.foundPages === undefined ? null : (
        <PagesOfSearch frame={frame} path="/desk/concerns" pages={props.foundPages} />
      )}
    </PageFrame>
  );
}

const TONES: Readonly<Record<ConcernLineShown['state'], StatusTone>> = {
  waiting: 'waiting',
  answered: 'done',
  asked: 'working',
  withdrawn: 'stopped',
};

function Lines(props: {
  readonly concerns: readonly ConcernLineShown[];
  readonly caption: string;
}): ReactElement | null {
  const { columns } = words;
  return props.concerns.length === 0 ? null : (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={[
        columns.answerBy,
        columns.label,
        columns.about,
        columns.received,
        columns.state,
      ].map((label) => ({ label }))}
      rows={props.concerns.map((concern) => ({
        key: concern.id,
        cells: [
          concern.answerBy === undefined ? (
            words.noPromise
          ) : (
            <PromisedDate
              key="by"
              promised={concern.answerBy.day}
              daysLate={concern.answerBy.daysLate}
            />
          ),
          <a key="label" className="case-label" href={`/desk/concerns/${concern.id}`}>
            {concern.label}
          </a>,
          aboutOf(concern),
          concern.received,
          <StatusTag key="state" tone={TONES[concern.state]} label={words.states[concern.state]} />,
        ],
      }))}
    />
  );
}

const aboutOf = ({ about, isSpanish, twins }: ConcernLineShown): string =>
  [about, ...(isSpanish ? [words.spanish] : []), ...(twins > 0 ? [words.twins(twins)] : [])].join(
    '; ',
  );
