/**
 * `/desk/complaints/:matter`: one complaint as whoever handles it works with it. The nearest promise and what can be done
 * now come first; then everything on record, each part with an address of its own.
 */
import type { ReactElement, ReactNode } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { complaints as list, complaint as words } from '../../words/complaints.ts';
import { RecordsAsked } from '../panels/records-asked.tsx';
import { PromisedDate } from '../queue/promised-date.tsx';
import type { ActOffered, ComplaintPageProps, ComplaintView } from './complaint-view.ts';
import { Handlers, LeaveForTie } from './handlers-part.tsx';
import { Disclosed, Evidence, Letters, Said } from './record-part.tsx';
import { Allegations, Panels, Parties, Promises, Stages } from './standing-part.tsx';

export function ComplaintPage(props: ComplaintPageProps): ReactElement {
  const { frame, complaint, news, mistakes } = props;
  const title = words.title(complaint.label);
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/complaints', label: list.title }] }}
      wide
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <Nearest complaint={complaint} />
      {complaint.holds.length === 0 ? null : (
        <Notice>
          {complaint.holds.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <WhatNow complaint={complaint} />
      <Stages stages={complaint.stages} />
      <Contents />
      <Section id="facts" columns>
        <DescriptionList items={complaint.facts.map(({ term, value }) => ({ term, value }))} />
      </Section>
      <Section id="promises">
        <Promises promises={complaint.promises} />
      </Section>
      <Section id="alleged">
        <Allegations alleged={complaint.alleged} />
      </Section>
      <Section id="people">
        <Parties complaint={complaint} />
      </Section>
      <Section id="said">
        <Said said={complaint.said} />
      </Section>
      <Section id="evidence">
        <Evidence complaint={complaint} />
        <RecordsAsked requests={complaint.requests} />
      </Section>
      <Section id="disclosure">
        <Disclosed disclosed={complaint.disclosed} />
      </Section>
      <Section id="panels">
        <Panels panels={complaint.panels} />
      </Section>
      {complaint.decision.length === 0 ? null : (
        <Section id="decision" columns>
          <DescriptionList items={complaint.decision.map(({ term, value }) => ({ term, value }))} />
        </Section>
      )}
      <Section id="letters">
        <Letters complaint={complaint} />
      </Section>
      <Section id="happened">
        <Happened complaint={complaint} />
      </Section>
      <Section id="handlers">
        <Handlers {...props} />
        <LeaveForTie {...props} />
      </Section>
    </PageFrame>
  );
}

const TITLES = {
  facts: words.factsTitle,
  promises: words.promises,
  alleged: words.alleged,
  people: words.people,
  said: words.said,
  evidence: words.evidence,
  disclosure: words.disclosure,
  panels: words.panels,
  decision: words.decision,
  letters: words.letters,
  happened: words.happened,
  handlers: words.handlers,
} as const;
type Part = keyof typeof TITLES;
const LISTED: readonly Part[] = [
  'promises',
  'alleged',
  'people',
  'said',
  'evidence',
  'disclosure',
  'panels',
  'letters',
  'happened',
  'handlers',
];

function Section(props: {
  readonly id: Part;
  /** Short facts stand side by side where there is room. */
  readonly columns?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section
      aria-labelledby={props.id}
      className={props.columns === true ? 'complaint-part complaint-facts' : 'complaint-part'}
    >
      <h2 id={props.id}>{TITLES[props.id]}</h2>
      {props.children}
    </section>
  );
}

function Contents(): ReactElement {
  return (
    <nav aria-label={words.contents} className="complaint-contents">
      <ul>
        {LISTED.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{TITLES[part]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nearest({ complaint }: { readonly complaint: ComplaintView }): ReactElement {
  const { nearest } = complaint;
  return (
    <p className="lead complaint-nearest">
      {nearest === undefined ? (
        list.noPromise
      ) : (
        <>
          <strong>
            {`${list.columns.promised} `}
            <PromisedDate promised={nearest.by} daysLate={nearest.daysLate} />
          </strong>
          <span>{nearest.what}</span>
        </>
      )}
    </p>
  );
}

function WhatNow({ complaint }: { readonly complaint: ComplaintView }): ReactElement {
  const { acts, waiting, aside } = complaint;
  return (
    <section aria-labelledby="now" className="complaint-now">
      <h2 id="now">{words.now}</h2>
      {acts.length + waiting.length === 0 ? <p>{words.nothingNow}</p> : null}
      <Acts complaint={complaint} acts={acts} />
      {waiting.map(({ name, because }) => (
        <p key={name} className="soft">
          {`${words.notYet}: ${name}. ${because}`}
        </p>
      ))}
      {aside.length === 0 ? null : (
        <details>
          <summary>{words.aside}</summary>
          <Acts complaint={complaint} acts={aside} />
        </details>
      )}
    </section>
  );
}

function Acts(props: {
  readonly complaint: ComplaintView;
  readonly acts: readonly ActOffered[];
}): ReactElement | null {
  return props.acts.length === 0 ? null : (
    <ul className="complaint-acts">
      {props.acts.map(({ act, name }) => (
        <li key={act}>
          <a href={`/desk/complaints/${props.complaint.id}/${act}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function Happened({ complaint }: { readonly complaint: ComplaintView }): ReactElement {
  return (
    <Timeline
      events={complaint.happened.map(({ key, when, what, by, details }) => ({
        key,
        when,
        what: by === undefined ? what : `${what}, ${by}`,
        detail:
          details.length === 0
            ? undefined
            : details.map((line) => (
                <p key={line} dir="auto">
                  {line}
                </p>
              )),
      }))}
    />
  );
}
