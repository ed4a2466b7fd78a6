/** `/desk/panels/:matter/:act`: the form of one act, with as much of the record beside it as it needs. */
import type { ReactElement, ReactNode } from 'react';
import type { OpenAct } from '../../../casework/conduct/open-panel-acts.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { panels as words } from '../../words/panels.ts';
import { AppealForm, type AppealFormView } from './appeal-form.tsx';
import { type FindingsView, OutcomeForm, type OutcomeView, ReviewForm } from './findings-form.tsx';
import { Typed } from './record-parts.tsx';
import type { TypedForm } from './typed-form.ts';

/** What an act's form needs beside what was typed. */
export type ActForm =
  | { readonly act: 'review'; readonly findings: FindingsView }
  | { readonly act: 'hear' }
  | { readonly act: 'offer' | 'decide'; readonly outcome: OutcomeView }
  | { readonly act: 'decide-appeal'; readonly appeal: AppealFormView }
  | {
      readonly act: 'decide-screening-appeal' | 'decide-interim-appeal' | 'decide-reinstatement';
      /** What is said for it, under labels. */
      readonly statement: string;
    }
  | { readonly act: 'leave' };

export interface ActPageProps {
  readonly frame: Frame;
  readonly matter: { readonly id: string; readonly label: string };
  readonly form: ActForm;
  readonly seen: number;
  readonly typed: TypedForm;
  readonly mistakes: readonly FieldMistake[];
  /** Nothing was recorded: what would follow, or that the page was stale. */
  readonly news: string | undefined;
}

export function ActPage(props: ActPageProps): ReactElement {
  const { frame, matter, form, mistakes, news } = props;
  const title = words.acts[form.act];
  const at = `/desk/panels/${matter.id}`;
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{
        above: [
          { href: '/desk/panels', label: words.title },
          { href: at, label: words.pageTitle(matter.label) },
        ],
      }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <PostForm
        frame={frame}
        action={`${at}/${form.act}`}
        hidden={{ seen: String(props.seen) }}
        name={title}
      >
        <Fields {...props} />
        {form.act === 'leave' ? null : <p className="soft">{words.once}</p>}
        <Buttons>
          {/* The Enter key presses the first button, which records nothing where there are two. */}
          {'outcome' in form && form.outcome.sanction !== undefined ? (
            <Button label={words.tryOut} look="secondary" name="step" value="try-out" />
          ) : null}
          <Button label={words.send[form.act]} name="step" value="record" />
        </Buttons>
      </PostForm>
      <p>
        <a href={at}>{words.toRecord}</a>
      </p>
    </PageFrame>
  );
}

function Fields(props: ActPageProps): ReactElement {
  const { form, typed, mistakes } = props;
  switch (form.act) {
    case 'review':
      return <ReviewForm view={form.findings} typed={typed} mistakes={mistakes} />;
    case 'offer':
    case 'decide':
      return (
        <>
          {form.act === 'offer' ? <p>{words.offerText}</p> : null}
          <OutcomeForm view={form.outcome} typed={typed} mistakes={mistakes} />
        </>
      );
    case 'decide-appeal':
      return <AppealForm view={form.appeal} typed={typed} mistakes={mistakes} />;
    case 'hear':
      return (
        <>
          <p>{words.hearText}</p>
          <TextArea
            name="transcript"
            label={words.transcript}
            rows={16}
            value={typed.one('transcript')}
            error={errorFor(mistakes, 'transcript')}
          />
          <YesNo
            {...props}
            name="represented"
            label={words.wasRepresented}
            yes={words.yes}
            no={words.no}
          />
        </>
      );
    case 'leave':
      return (
        <>
          <p>{words.leaveText}</p>
          <CheckboxGroup
            name="sure"
            label={words.leaveBox}
            choices={[{ value: 'yes', label: words.leaveSure }]}
            error={errorFor(mistakes, 'sure')}
          />
        </>
      );
    default:
      return (
        <ByReason {...props} {...QUESTIONS[form.act]}>
          <Typed>{form.statement}</Typed>
        </ByReason>
      );
  }
}

type Answered = Extract<
  OpenAct,
  'decide-screening-appeal' | 'decide-interim-appeal' | 'decide-reinstatement'
>;
const QUESTIONS: Readonly<
  Record<Answered, { name: string; label: string; yes: string; no: string; said: string }>
> = {
  'decide-screening-appeal': {
    ...{ name: 'upheld', label: words.upheld, yes: words.upheldYes, no: words.upheldNo },
    said: words.screeningStatement,
  },
  'decide-interim-appeal': {
    ...{ name: 'lifted', label: words.lifted, yes: words.liftedYes, no: words.liftedNo },
    said: words.statement,
  },
  'decide-reinstatement': {
    ...{ name: 'granted', label: words.granted, yes: words.grantedYes, no: words.grantedNo },
    said: words.reinstatementStatement,
  },
};

function ByReason(
  props: ActPageProps & {
    readonly name: string;
    readonly label: string;
    readonly yes: string;
    readonly no: string;
    readonly said: string;
    readonly children: ReactNode;
  },
): ReactElement {
  return (
    <>
      <h2>{props.said}</h2>
      {props.children}
      <YesNo {...props} />
      <TextArea
        name="reason"
        label={words.reasonOf}
        hint={words.reasonHint}
        value={props.typed.one('reason')}
        error={errorFor(props.mistakes, 'reason')}
      />
    </>
  );
}

const YesNo = (
  props: Pick<ActPageProps, 'typed' | 'mistakes'> & {
    readonly name: string;
    readonly label: string;
    readonly yes: string;
    readonly no: string;
  },
): ReactElement => (
  <RadioGroup
    name={props.name}
    label={props.label}
    value={props.typed.one(props.name)}
    choices={[
      { value: 'yes', label: props.yes },
      { value: 'no', label: props.no },
    ]}
    error={errorFor(props.mistakes, props.name)}
  />
);
