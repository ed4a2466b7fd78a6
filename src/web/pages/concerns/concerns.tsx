/** The inbox of concerns: what happened, in the words of whoever raised it, and what staff answered. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { en } from '../../words/en.ts';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = en.desk.concerns;

export interface ConcernEntry {
  readonly id: string;
  readonly label: string;
  readonly received: string;
  readonly answerBy: string;
  readonly daysLate: number;
  readonly about: string;
  readonly account: string;
  readonly contact: string | undefined;
  /** The id that the next answer gets, so that a second press of the button answers once. */
  readonly nextReply: string;
  /** What followed, oldest first. */
  readonly replies: readonly {
    readonly on: string;
    readonly byStaff: boolean;
    readonly words: string;
  }[];
}

interface ConcernsPageProps {
  readonly frame: Frame;
  readonly concerns: readonly ConcernEntry[];
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

/** Whoever raised it has the last word until staff answer. */
export const isOpen = (concern: {
  readonly replies: readonly { readonly byStaff: boolean }[];
}): boolean => concern.replies.at(-1)?.byStaff !== true;

export function ConcernsPage(props: ConcernsPageProps): ReactElement {
  const open = props.concerns.filter(isOpen);
  const answered = props.concerns.filter((concern) => !isOpen(concern));
  return (
    <PageFrame frame={props.frame} title={words.title} mistakes={props.mistakes.length} unlisted>
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {props.news === undefined ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      {props.concerns.length === 0 ? <p>{words.none}</p> : null}
      {open.length === 0 ? null : <h2>{words.open}</h2>}
      {open.map((concern) => (
        <Concern key={concern.id} concern={concern} {...props} />
      ))}
      {answered.length === 0 ? null : <h2>{words.answered}</h2>}
      {answered.map((concern) => (
        <Concern key={concern.id} concern={concern} {...props} />
      ))}
    </PageFrame>
  );
}

function Concern(props: ConcernsPageProps & { readonly concern: ConcernEntry }): ReactElement {
  const { concern, mistakes } = props;
  const open = isOpen(concern);
  const form = <AnswerForm {...props} />;
  return (
    <section className="concern">
      <h3>{concern.label}</h3>
      <DescriptionList
        items={[
          {
            term: words.answerBy,
            value: (
              <PromisedDate promised={concern.answerBy} daysLate={open ? concern.daysLate : 0} />
            ),
          },
          { term: words.received, value: concern.received },
          { term: words.about, value: concern.about },
          {
            term: words.account,
            value: (
              <div className="typed-text" dir="auto">
                {concern.account}
              </div>
            ),
          },
          { term: words.contact, value: concern.contact ?? words.noContact },
        ]}
      />
      {concern.replies.length === 0 ? null : (
        <Timeline
          events={concern.replies.map((reply, place) => ({
            key: String(place),
            when: reply.on,
            what: reply.byStaff ? words.replied : words.asked,
            detail: (
              <p className="typed-text" dir="auto">
                {reply.words}
              </p>
            ),
          }))}
        />
      )}
      {open ? (
        form
      ) : (
        <details open={errorFor(mistakes, `answer-${concern.id}`) !== undefined}>
          <summary>{words.again}</summary>
          {form}
        </details>
      )}
    </section>
  );
}

function AnswerForm(props: ConcernsPageProps & { readonly concern: ConcernEntry }): ReactElement {
  const { concern } = props;
  const name = `answer-${concern.id}`;
  return (
    <PostForm
      frame={props.frame}
      action={`/desk/concerns/${concern.id}`}
      name={concern.label}
      hidden={{ reply: concern.nextReply }}
    >
      <TextArea
        name={name}
        label={words.answer}
        hint={words.answerHint}
        error={errorFor(props.mistakes, name)}
      />
      <Button label={words.send} look="secondary" heardAlso={concern.label} />
    </PostForm>
  );
}
