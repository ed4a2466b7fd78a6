/** The voluntary questions as a form, in the words of one language; for a person, and for whoever raised a concern. */
import type { ReactElement } from 'react';
import { allIn, type Typed, textIn } from '../../../casework/person/typed-text.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { type Choice, RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import type { aboutYou } from '../../words/about-you.ts';

/** A year is typed; the box beside it, for whoever prefers not to say, goes by a name of its own. */
export const refusedField = (question: string): string => `${question}-refused`;

export interface QuestionShown {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly kind: 'choice' | 'year';
  readonly multiple: boolean;
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly hint?: string;
    readonly alone?: boolean;
  }[];
  readonly published: string;
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
}

export interface AboutYouQuestionsProps {
  readonly frame: Frame;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly words: typeof aboutYou;
  readonly questions: readonly QuestionShown[];
  /** Only what was sent a moment ago and could not be read. */
  readonly typed: Typed;
  readonly mistakes: readonly FieldMistake[];
}

export function AboutYouQuestions(props: AboutYouQuestionsProps): ReactElement {
  const { frame, words } = props;
  return (
    <>
      <p>{words.change}</p>
      <PostForm frame={frame} action={props.action} hidden={props.hidden} name={words.title}>
        {props.questions.map((question) => (
          <div key={question.id} className="about-question">
            <QuestionField {...props} question={question} />
            <Why question={question} words={words} />
          </div>
        ))}
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
    </>
  );
}

function QuestionField(
  props: AboutYouQuestionsProps & { readonly question: QuestionShown },
): ReactElement {
  const { question, typed, mistakes, words } = props;
  const common = {
    name: question.id,
    label: question.question,
    optional: true,
    error: errorFor(mistakes, question.id),
  };
  if (question.kind === 'year') {
    return (
      <>
        <NumberField {...common} hint={words.year} value={textIn(typed, question.id)} />
        <CheckboxGroup
          name={refusedField(question.id)}
          label={words.insteadOfYear}
          optional
          choices={question.choices.map(({ id, label }) => ({ value: id, label }))}
          values={allIn(typed, refusedField(question.id))}
        />
      </>
    );
  }
  const choices: readonly Choice[] = question.choices.map(({ id, label, hint, alone }, place) => ({
    value: id,
    label,
    hint,
    apart: alone === true || place === question.choices.length - 1,
  }));
  return question.multiple ? (
    <CheckboxGroup {...common} choices={choices} values={allIn(typed, question.id)} />
  ) : (
    <RadioGroup {...common} choices={choices} value={textIn(typed, question.id)} />
  );
}

function Why({
  question,
  words,
}: {
  readonly question: QuestionShown;
  readonly words: typeof aboutYou;
}): ReactElement {
  return (
    <details>
      <summary>{words.details(question.title)}</summary>
      <DescriptionList
        items={[
          { term: words.purpose, value: question.purpose },
          { term: words.basis, value: question.basis },
          { term: words.retention, value: words.keptFor(question.retention) },
          { term: words.published, value: question.published },
        ]}
      />
    </details>
  );
}
