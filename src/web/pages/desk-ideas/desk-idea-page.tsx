/** `/desk/ideas/:idea`: one idea in the words of whoever proposed it, and what this person may do with it now. */
import type { ReactElement } from 'react';
import { IDEA_OUTCOMES } from '../../../casework/idea/idea.ts';
import { Button } from '../../parts/button/button.tsx';
import { DateField, type TypedDate } from '../../parts/date-field/date-field.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { ideas } from '../../words/ideas.ts';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = ideas.desk;

export interface TypedAnswer {
  readonly outcome: string;
  readonly title: string;
  readonly summary: string;
  readonly reason: string;
  readonly byWhen: TypedDate;
  readonly extend: string;
  readonly done: string;
}

export interface DeskIdeaPageProps {
  readonly frame: Frame;
  readonly id: string;
  readonly label: string;
  readonly seen: number;
  readonly stands: string;
  readonly promised: { readonly day: string; readonly daysLate: number } | undefined;
  readonly about: string;
  readonly program: string;
  readonly saidBy: string;
  readonly proposed: string;
  readonly words: string;
  readonly why: string;
  readonly again: string | undefined;
  readonly extensions: readonly { readonly on: string; readonly reason: string }[];
  readonly answer:
    | {
        readonly outcome: string;
        readonly on: string;
        readonly title: string;
        readonly summary: string;
        readonly reason: string;
      }
    | undefined;
  readonly may: { readonly answer: boolean; readonly extend: boolean; readonly carryOut: boolean };
  readonly typed: TypedAnswer;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function DeskIdeaPage(props: DeskIdeaPageProps): ReactElement {
  const { frame, label, mistakes, news, may } = props;
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${label}`}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/ideas', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{label}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <Facts {...props} />
      {may.answer ? <AnswerForm {...props} /> : null}
      {may.extend ? <ExtendForm {...props} /> : null}
      {may.carryOut ? <DoneForm {...props} /> : null}
    </PageFrame>
  );
}

const text = (content: string): ReactElement => (
  <p className="typed-text" dir="auto">
    {content}
  </p>
);

function Facts(props: DeskIdeaPageProps): ReactElement {
  const { promised, answer, again } = props;
  return (
    <DescriptionList
      items={[
        { term: words.columns.stands, value: props.stands },
        ...(promised === undefined
          ? []
          : [
              {
                term: ideas.my.promised,
                value: <PromisedDate promised={promised.day} daysLate={promised.daysLate} />,
              },
            ]),
        { term: words.columns.about, value: `${props.about}. ${props.program}.` },
        { term: words.saidBy, value: `${props.saidBy}. ${props.proposed}.` },
        { term: words.words, value: text(props.words) },
        { term: words.why, value: text(props.why) },
        ...props.extensions.map(({ on, reason }) => ({
          term: `${words.extensions}: ${on}`,
          value: text(reason),
        })),
        ...(answer === undefined
          ? []
          : [
              {
                term: words.first,
                value: (
                  <>
                    <p dir="auto">{`${answer.outcome}. ${answer.on}. ${answer.title}`}</p>
                    {text(answer.summary)}
                    {text(answer.reason)}
                  </>
                ),
              },
            ]),
        ...(again === undefined ? [] : [{ term: words.again, value: text(again) }]),
      ]}
    />
  );
}

function AnswerForm(props: DeskIdeaPageProps): ReactElement {
  const { typed, mistakes } = props;
  return (
    <>
      <h2>{words.answerTitle}</h2>
      <p>{words.answerLead}</p>
      <PostForm
        frame={props.frame}
        action={`/desk/ideas/${props.id}/answer`}
        name={words.answerTitle}
        hidden={{ seen: String(props.seen) }}
      >
        <RadioGroup
          name="outcome"
          label={words.outcome}
          value={typed.outcome}
          error={errorFor(mistakes, 'outcome')}
          choices={IDEA_OUTCOMES.map((value) => ({ value, label: ideas.outcomes[value] }))}
        />
        <TextField
          name="title"
          label={words.ideaTitle}
          hint={words.ideaTitleHint}
          value={typed.title}
          error={errorFor(mistakes, 'title')}
        />
        <TextArea
          name="summary"
          label={words.summary}
          value={typed.summary}
          rows={4}
          error={errorFor(mistakes, 'summary')}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={typed.reason}
          error={errorFor(mistakes, 'reason')}
        />
        <DateField
          name="by-when"
          label={words.byWhen}
          hint={words.byWhenHint}
          value={typed.byWhen}
          optional="unsaid"
          error={errorFor(mistakes, 'by-when')}
        />
        <Button label={words.answer} />
      </PostForm>
    </>
  );
}

function ExtendForm(props: DeskIdeaPageProps): ReactElement {
  return (
    <>
      <h2>{words.extendTitle}</h2>
      <p>{words.extendLead}</p>
      <PostForm
        frame={props.frame}
        action={`/desk/ideas/${props.id}/extend`}
        name={words.extendTitle}
        hidden={{ seen: String(props.seen) }}
      >
        <TextArea
          name="extend"
          label={words.extendWhy}
          value={props.typed.extend}
          rows={3}
          error={errorFor(props.mistakes, 'extend')}
        />
        <Button label={words.extend} look="secondary" />
      </PostForm>
    </>
  );
}

function DoneForm(props: DeskIdeaPageProps): ReactElement {
  return (
    <>
      <h2>{words.doneTitle}</h2>
      <PostForm
        frame={props.frame}
        action={`/desk/ideas/${props.id}/carried-out`}
        name={words.doneTitle}
        hidden={{ seen: String(props.seen) }}
      >
        <TextArea
          name="done"
          label={words.done}
          value={props.typed.done}
          rows={3}
          error={errorFor(props.mistakes, 'done')}
        />
        <Button label={words.doneSend} />
      </PostForm>
    </>
  );
}
