/** `/desk/concerns/...`: one concern as those on its list read it. */
import type { ReactElement, ReactNode } from 'react';
import {
  type Description,
  DescriptionList,
} from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { en } from '../../words/en.ts';
import { fileLine } from '../concern/concern-view.ts';
import { PromisedDate } from '../queue/promised-date.tsx';
import { ConcernActions } from './concern-actions.tsx';
import type { ConcernOnDesk, ConcernOnDeskPageProps, FileOnDesk } from './concern-props.ts';

const words = en.concernDesk;

export function ConcernOnDeskPage(props: ConcernOnDeskPageProps): ReactElement {
  const { frame, concern, mistakes, news } = props;
  const title = words.one(concern.label);
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/concerns', label: words.backTo }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {concern.withdrawn === undefined ? null : (
        <Notice title={`${words.withdrawn} ${concern.withdrawn}`}>
          <p>{words.withdrawnText}</p>
        </Notice>
      )}
      <DescriptionList items={[...dates(concern), ...told(concern), ...teller(concern)]} />
      <Files concern={concern} files={concern.files} heading />
      <Twins concern={concern} />
      <Replies concern={concern} />
      <Matter {...props} />
      <ConcernActions {...props} />
    </PageFrame>
  );
}

const dates = (concern: ConcernOnDesk): readonly Description[] => [
  ...(concern.answerBy === undefined
    ? []
    : [
        {
          term: words.answerBy,
          value: (
            <PromisedDate promised={concern.answerBy.day} daysLate={concern.answerBy.daysLate} />
          ),
        },
      ]),
  { term: words.received, value: concern.received },
  { term: words.language, value: words.languages[concern.language] },
  { term: words.about, value: concern.about },
];

const told = (concern: ConcernOnDesk): readonly Description[] => [
  { term: words.account, value: <Typed language={concern.language}>{concern.account}</Typed> },
  { term: words.happened, value: concern.happened ?? words.notSaid },
  { term: words.who, value: typedOr(concern.who, concern.language) },
  { term: words.toWhom, value: concern.toWhom.join(', ') || words.notSaid },
  { term: words.grounds, value: concern.grounds.join(', ') || words.notSaid },
  { term: words.setting, value: concern.setting ?? words.notSaid },
  { term: words.program, value: concern.program ?? words.notSaid },
  { term: words.hope, value: typedOr(concern.hope, concern.language) },
];

const teller = (concern: ConcernOnDesk): readonly Description[] => [
  { term: words.relation, value: concern.relation ?? words.notSaid },
  { term: words.visibility, value: words.visibilities[concern.visibility] },
  ...(concern.isAnonymous ? [{ term: words.limit, value: words.limitText }] : []),
  ...(concern.visibility === 'anonymous'
    ? []
    : [
        {
          term: words.name,
          value: concern.fullName === undefined ? words.noNameGiven : <bdi>{concern.fullName}</bdi>,
        },
      ]),
  { term: words.contact, value: concern.contact ?? words.noContact },
];

function Typed(props: {
  readonly children: ReactNode;
  readonly language: 'en' | 'es';
}): ReactElement {
  return (
    <div className="typed-text" dir="auto" lang={props.language}>
      {props.children}
    </div>
  );
}

const typedOr = (text: string | undefined, language: 'en' | 'es'): ReactNode =>
  text === undefined ? words.notSaid : <Typed language={language}>{text}</Typed>;

function Files(props: {
  readonly concern: ConcernOnDesk;
  readonly files: readonly FileOnDesk[];
  readonly heading?: boolean;
}): ReactElement | null {
  return props.files.length === 0 ? null : (
    <>
      {props.heading === true ? (
        <>
          <h2>{words.files}</h2>
          <p>{words.fileHint}</p>
        </>
      ) : null}
      <ul>
        {props.files.map((file) => (
          <li key={file.id}>
            <a href={`/desk/concerns/${props.concern.id}/files/${file.id}`}>
              {`${words.openFile} ${fileLine('en', file)}`}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Twins({ concern }: { readonly concern: ConcernOnDesk }): ReactElement | null {
  return concern.twins.length === 0 ? null : (
    <>
      <h2>{words.twinsTitle}</h2>
      <p>{words.twinsText}</p>
      <ul>
        {concern.twins.map((twin) => (
          <li key={twin.id}>
            <a className="case-label" href={`/desk/concerns/${twin.id}`}>
              {twin.label}
            </a>
            {`: ${words.twinReasons[twin.reason]}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Replies({ concern }: { readonly concern: ConcernOnDesk }): ReactElement | null {
  return concern.replies.length === 0 ? null : (
    <>
      <h2>{words.said}</h2>
      <Timeline
        events={concern.replies.map((reply) => ({
          key: reply.id,
          when: reply.on,
          what: words[reply.by],
          detail: (
            <>
              <Typed language={concern.language}>{reply.words}</Typed>
              <Files concern={concern} files={reply.files} />
            </>
          ),
        }))}
      />
    </>
  );
}

function Matter({ concern, matter }: ConcernOnDeskPageProps): ReactElement | null {
  if (matter === undefined) {
    return null;
  }
  return (
    <>
      <h2>{words.matter}</h2>
      <p>
        {matter.id === undefined ? (
          <a href={`/desk/complaints/open?concern=${concern.id}`}>{words.openMatter}</a>
        ) : (
          <a href={`/desk/complaints/${matter.id}`}>{words.toMatter}</a>
        )}
      </p>
    </>
  );
}
