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
import { desk } from '../../words/desk.ts';

const words = desk.concerns;

export interface ConcernEntry {
  readonly id: string;
  readonly label: string;
  readonly received: string;
  readonly about: string;
  readonly account: string;
  readonly contact: string | undefined;
  readonly answers: readonly { readonly on: string; readonly words: string }[];
}

export function ConcernsPage(props: {
  readonly frame: Frame;
  readonly concerns: readonly ConcernEntry[];
  readonly mistakes: readonly FieldMistake[];
  readonly sent: boolean;
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} mistakes={props.mistakes.length} unlisted>
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{words.title}</h1>
      {props.sent ? <Notice news>{words.sent}</Notice> : null}
      {props.concerns.length === 0 ? <p>{words.none}</p> : null}
      {props.concerns.map((concern) => (
        <section key={concern.id}>
          <h2>{concern.label}</h2>
          <DescriptionList
            items={[
              { term: words.received, value: concern.received },
              { term: words.about, value: concern.about },
              { term: words.account, value: <bdi>{concern.account}</bdi> },
              { term: words.contact, value: concern.contact ?? words.noContact },
              ...concern.answers.map((answer) => ({ term: answer.on, value: answer.words })),
            ]}
          />
          <PostForm
            frame={props.frame}
            action={`/desk/concerns/${concern.id}`}
            name={concern.label}
          >
            <TextArea
              name={`answer-${concern.id}`}
              label={words.answer}
              hint={words.answerHint}
              error={errorFor(props.mistakes, `answer-${concern.id}`)}
            />
            <Button label={words.send} look="secondary" heardAlso={concern.label} />
          </PostForm>
        </section>
      ))}
    </PageFrame>
  );
}
