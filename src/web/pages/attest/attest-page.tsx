/** `/attest/:token`: a supervisor confirms somebody’s work. No account; one page; answers are sent once. */
import type { ReactElement } from 'react';
import type { Field, PageValues } from '../../../casework/application/field.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import type { FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { en } from '../../words/en.ts';
import { Question } from '../apply/question.tsx';

const words = en.apply.attest;

export interface AttestPageProps {
  readonly frame: Frame;
  /** The address of this page, which holds the token. */
  readonly action: string;
  readonly candidate: string;
  readonly supervisor: string;
  readonly program: { readonly name: string; readonly body: string; readonly notice: string };
  readonly work: readonly { readonly title: string; readonly rule: string }[];
  readonly questions: readonly Field[];
  readonly values: PageValues;
  readonly mistakes: readonly FieldMistake[];
}

export function AttestPage(props: AttestPageProps): ReactElement {
  const { frame, candidate, program, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.title(candidate)} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title(candidate)}</h1>
      <p className="lead">{words.lead(candidate, program.name)}</p>
      <p>{words.whoAsks(program.body)}</p>
      <p>{words.notYou(props.supervisor)}</p>
      <h2>{words.work}</h2>
      <ul>
        {props.work.map((work) => (
          <li key={work.title}>
            <strong>{work.title}.</strong>
            {` ${work.rule}`}
          </li>
        ))}
      </ul>
      <h2>{words.questions}</h2>
      <PostForm frame={frame} action={props.action}>
        {props.questions.map((field) => (
          <Question key={field.id} field={field} values={props.values} mistakes={mistakes} />
        ))}
        <p>{words.once}</p>
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
      <p className="small soft">{program.notice}</p>
    </PageFrame>
  );
}

export interface AttestDonePageProps {
  readonly frame: Frame;
  readonly candidate: string;
}

export function AttestDonePage({ frame, candidate }: AttestDonePageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.doneTitle} unlisted>
      <h1>{words.doneTitle}</h1>
      <p className="lead">{words.doneText(candidate)}</p>
      <p>
        {words.doneWrong}
        <a href="/concern">{words.concern}</a>.
      </p>
    </PageFrame>
  );
}

export function AttestOverPage(props: {
  readonly frame: Frame;
  /** How long a link works. */
  readonly days: number;
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.overTitle} unlisted>
      <h1>{words.overTitle}</h1>
      <p className="lead">{words.overText(props.days)}</p>
    </PageFrame>
  );
}
