/** `/my/ideas`: what one person proposed, until when an answer is promised, what it is, and how to have it looked at again. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { ideas } from '../../words/ideas.ts';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = ideas.my;

export interface MyIdea {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly stands: string;
  readonly proposed: string;
  readonly words: string;
  readonly why: string;
  /** While an answer is owed. */
  readonly promised: { readonly day: string; readonly daysLate: number } | undefined;
  readonly extended: readonly { readonly on: string; readonly reason: string }[];
  readonly answer:
    | { readonly outcome: string; readonly on: string; readonly reason: string }
    | undefined;
  readonly done: { readonly on: string; readonly what: string } | undefined;
  /** What the board was asked to look at. */
  readonly again: string | undefined;
  /** Until when it can be asked to look again. */
  readonly againUntil: string | undefined;
}

export interface MyIdeasPageProps {
  readonly frame: Frame;
  readonly ideas: readonly MyIdea[];
  readonly news: string | undefined;
  readonly typed: { readonly idea: string; readonly again: string };
  readonly mistakes: readonly FieldMistake[];
}

export function MyIdeasPage(props: MyIdeasPageProps): ReactElement {
  const { frame, news, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead}</p>
      <p>
        <LinkButton href="/my/ideas/propose" label={ideas.propose} />
      </p>
      <p>
        <a href="/ideas">{ideas.title}</a>
      </p>
      {props.ideas.length === 0 ? <p>{words.none}</p> : null}
      {props.ideas.map((one) => (
        <One key={one.id} one={one} page={props} />
      ))}
    </PageFrame>
  );
}

const text = (content: string): ReactElement => (
  <p className="typed-text" dir="auto">
    {content}
  </p>
);

function One(props: { readonly one: MyIdea; readonly page: MyIdeasPageProps }): ReactElement {
  const { one, page } = props;
  const { promised, answer, done, again } = one;
  return (
    <section className="opinion-line" aria-labelledby={one.label}>
      <h2 id={one.label}>{one.label}</h2>
      <DescriptionList
        items={[
          { term: ideas.stands, value: one.stands },
          ...(promised === undefined
            ? []
            : [
                {
                  term: words.promised,
                  value: (
                    <>
                      <PromisedDate promised={promised.day} daysLate={promised.daysLate} />
                      {promised.daysLate > 0 ? <p>{words.late}</p> : null}
                    </>
                  ),
                },
              ]),
          ...one.extended.map(({ on, reason }) => ({
            term: words.extended(on),
            value: text(reason),
          })),
          ...(answer === undefined
            ? []
            : [
                { term: ideas.answeredOn, value: `${answer.outcome}. ${answer.on}.` },
                { term: ideas.reason, value: text(answer.reason) },
              ]),
          ...(done === undefined ? [] : [{ term: ideas.done(done.on), value: text(done.what) }]),
          ...(again === undefined ? [] : [{ term: words.asked, value: text(again) }]),
          { term: words.words, value: text(one.words) },
          { term: words.why, value: text(one.why) },
          { term: ideas.about, value: `${one.about}.` },
          { term: ideas.proposed, value: one.proposed },
        ]}
      />
      {one.againUntil === undefined ? null : (
        <>
          <h3>{words.again}</h3>
          <p>{words.againLead(one.againUntil)}</p>
          <PostForm
            frame={page.frame}
            action={`/my/ideas/${one.id}/again`}
            name={`${words.again}: ${one.label}`}
          >
            <TextArea
              name={`again-${one.id}`}
              label={words.againWhy}
              value={page.typed.idea === one.id ? page.typed.again : ''}
              rows={4}
              error={errorFor(page.mistakes, `again-${one.id}`)}
            />
            <Button label={words.againSend} look="secondary" />
          </PostForm>
        </>
      )}
    </section>
  );
}
