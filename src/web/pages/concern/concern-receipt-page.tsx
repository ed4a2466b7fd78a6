/** `/concern/receipt`: the code opens the concern again: what was said, and what was answered. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { en } from '../../words/en.ts';

const words = en.concern;
const above = [{ href: '/concern', label: words.title }];

export interface ConcernReceiptPageProps {
  readonly frame: Frame;
  readonly typed: string;
  readonly mistakes: readonly FieldMistake[];
}

export function ConcernReceiptPage(props: ConcernReceiptPageProps): ReactElement {
  const { frame, typed, mistakes } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.receiptTitle}
      mistakes={mistakes.length}
      trail={{ above }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.receiptTitle}</h1>
      <PostForm frame={frame} action="/concern/receipt">
        <TextField
          name="receipt"
          label={words.receiptField}
          hint={words.receiptHint}
          value={typed}
          width="medium"
          error={errorFor(mistakes, 'receipt')}
        />
        <Buttons>
          <Button label={words.receiptButton} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

export interface ConcernReadPageProps {
  readonly frame: Frame;
  readonly label: string;
  readonly about: string;
  readonly received: string;
  readonly answerBy: string;
  readonly replies: readonly { readonly when: string; readonly text: string }[];
}

export function ConcernReadPage(props: ConcernReadPageProps): ReactElement {
  const title = words.readTitle(props.label);
  return (
    <PageFrame frame={props.frame} title={title} trail={{ above }} unlisted>
      <h1>{title}</h1>
      <DescriptionList
        items={[
          { term: words.subject, value: props.about },
          { term: words.received, value: props.received },
        ]}
      />
      <h2>{words.answers}</h2>
      {props.replies.length === 0 ? (
        <p>{`${words.noAnswer} ${words.noAnswerBy(props.answerBy)}`}</p>
      ) : (
        <Timeline
          events={props.replies.map(({ when, text }) => ({
            key: `${when} ${text}`,
            when,
            what: <span className="typed-text">{text}</span>,
          }))}
        />
      )}
    </PageFrame>
  );
}
