/** The forms on a finding: the board's answer, what was carried out, and the response of the reviewer it is about. */
import type { ReactElement, ReactNode } from 'react';
import { type CivilDate, daysBetween } from '../../../kernel/dates/civil-date.ts';
import { Button } from '../../parts/button/button.tsx';
import { DateField } from '../../parts/date-field/date-field.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { finding as words } from '../../words/board.ts';
import { en } from '../../words/en.ts';
import type { FindingPageProps } from './finding-view.ts';

type FormProps = Pick<FindingPageProps, 'frame' | 'shown' | 'typed' | 'mistakes' | 'today'>;
const KINDS = ['change', 'study', 'refusal'] as const;

export function AnswerForm(props: FormProps): ReactElement {
  const { shown, typed, mistakes } = props;
  return (
    <>
      <h2>{words.answerTitle}</h2>
      <Late by={shown.finding.promisedBy} today={props.today} />
      <p>{shown.finding.rater === undefined ? words.answerIntro : words.answerIntroRater}</p>
      {shown.finding.rater === undefined ? (
        <p>
          <a href="/desk/board/rules">{words.tryRule}</a>
        </p>
      ) : null}
      <Form {...props} to="answer" name={words.answerTitle}>
        <RadioGroup
          name="kind"
          label={words.kind}
          value={typed.kind}
          error={errorFor(mistakes, 'kind')}
          choices={KINDS.map((value) => ({ value, ...words.choices[value] }))}
        />
        <TextArea
          name="what"
          label={words.what}
          hint={words.whatHint}
          value={typed.what}
          rows={3}
          optional="unsaid"
          error={errorFor(mistakes, 'what')}
        />
        <DateField
          name="by-when"
          label={words.byWhenLabel}
          hint={words.byWhenHint}
          value={typed.byWhen}
          optional="unsaid"
          error={errorFor(mistakes, 'by-when')}
        />
        <TextArea
          name="reasons"
          label={words.reasons}
          hint={words.reasonsHint}
          value={typed.reasons}
          error={errorFor(mistakes, 'reasons')}
        />
        <Button label={words.send} />
      </Form>
    </>
  );
}

export function DoneForm(props: FormProps): ReactElement {
  return (
    <>
      <h2>{words.doneTitle}</h2>
      <Form {...props} to="carried-out" name={words.doneTitle}>
        <TextArea
          name="done"
          label={words.done}
          hint={words.doneHint}
          value={props.typed.done}
          error={errorFor(props.mistakes, 'done')}
        />
        <Button label={words.sendDone} />
      </Form>
    </>
  );
}

export function RespondForm(props: FormProps): ReactElement {
  return (
    <>
      <h2>{words.respondTitle}</h2>
      <Form {...props} to="respond" name={words.respondTitle}>
        <TextArea
          name="words"
          label={words.respond}
          hint={words.respondHint}
          value={props.typed.words}
          error={errorFor(props.mistakes, 'words')}
        />
        <Button label={words.sendRespond} />
      </Form>
    </>
  );
}

function Late(props: { readonly by: CivilDate; readonly today: CivilDate }): ReactElement | null {
  const late = daysBetween(props.by, props.today);
  return late > 0 ? <p>{words.answerLate(en.desk.late(late))}</p> : null;
}

function Form(
  props: FormProps & {
    readonly to: string;
    readonly name: string;
    readonly children: ReactNode;
  },
): ReactElement {
  return (
    <PostForm
      frame={props.frame}
      action={`/desk/findings/${props.shown.id}/${props.to}`}
      name={props.name}
      hidden={{ seen: String(props.shown.version) }}
    >
      {props.children}
    </PostForm>
  );
}
