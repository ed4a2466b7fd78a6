/** `/matters/:matter/appeal`, `/results/:sitting/appeal`: the closed list of grounds, a statement, and who will decide by when. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { en } from '../../words/en.ts';

const words = en.candidate.appeal;

export interface AppealPageProps {
  readonly frame: Frame;
  readonly title: string;
  /** Who decides it, and what it does when they find for the person. */
  readonly who: string;
  /** What it is against; the form is sent to `appeal` under that address. */
  readonly against: { readonly href: string; readonly label: string };
  readonly until: string;
  readonly answerBy: string;
  readonly grounds: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint: string;
  }[];
  readonly typed: { readonly grounds: readonly string[]; readonly statement: string };
  readonly mistakes: readonly FieldMistake[];
}

export function AppealPage(props: AppealPageProps): ReactElement {
  const { frame, title, against, mistakes } = props;
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{
        above: [{ href: '/my', label: en.candidate.my.title }, against],
      }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      <p className="lead">{words.lead(props.until)}</p>
      <p>{props.who}</p>
      <p>{words.answer(props.answerBy)}</p>
      <PostForm frame={frame} action={`${against.href}/appeal`}>
        <CheckboxGroup
          name="grounds"
          label={words.grounds}
          hint={words.groundsHint}
          choices={props.grounds}
          values={props.typed.grounds}
          error={errorFor(mistakes, 'grounds')}
        />
        <TextArea
          name="statement"
          label={words.statement}
          hint={words.statementHint}
          value={props.typed.statement}
          rows={8}
          error={errorFor(mistakes, 'statement')}
        />
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
