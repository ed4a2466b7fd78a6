/**
 * `/my/about-you`: what people may tell us about themselves. It says first who will see what. It never shows an
 * answer that was given before, because nothing that makes this page can read one.
 */
import type { ReactElement } from 'react';
import { allIn, type Typed, textIn } from '../../../casework/person/typed-text.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { type Choice, RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { en } from '../../words/en.ts';

const words = en.aboutYou;

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

export interface AboutYouPageProps {
  readonly frame: Frame;
  readonly questions: readonly QuestionShown[];
  /** Only what was sent a moment ago and could not be read. */
  readonly typed: Typed;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | null;
  /** The application that was filed just before this page. */
  readonly filed: {
    readonly id: string;
    readonly label: string;
    readonly promised: string;
  } | null;
}

export function AboutYouPage(props: AboutYouPageProps): ReactElement {
  const { frame, filed, mistakes, questions } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      {props.news === null ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      {filed === null ? null : (
        <Notice news title={words.filed(filed.label)}>
          <p>{words.filedText(filed.promised)}</p>
        </Notice>
      )}
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {filed === null ? null : (
        <div className="buttons">
          <LinkButton href={`/matters/${filed.id}`} label={words.skip} look="secondary" />
        </div>
      )}
      <h2>{words.why}</h2>
      <p>{words.whyText}</p>
      <h2>{words.who}</h2>
      <ul>
        {words.whoText.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {questions.length === 0 ? <p>{words.off}</p> : <Questions {...props} />}
      <EraseForm {...props} />
    </PageFrame>
  );
}

function Questions(props: AboutYouPageProps): ReactElement {
  const { frame, filed } = props;
  return (
    <>
      <p>{words.change}</p>
      <PostForm
        frame={frame}
        action="/my/about-you"
        hidden={filed === null ? {} : { filed: filed.id }}
        name={words.title}
      >
        {props.questions.map((question) => (
          <div key={question.id} className="about-question">
            <QuestionField {...props} question={question} />
            <Why question={question} />
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
  props: AboutYouPageProps & { readonly question: QuestionShown },
): ReactElement {
  const { question, typed, mistakes } = props;
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

function Why({ question }: { readonly question: QuestionShown }): ReactElement {
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

function EraseForm({ frame, mistakes }: AboutYouPageProps): ReactElement {
  return (
    <>
      <h2>{words.erase}</h2>
      <p>{words.eraseText}</p>
      <PostForm frame={frame} action="/my/about-you/erase" name={words.erase}>
        <CheckboxGroup
          name="sure"
          label={words.eraseBox}
          choices={[{ value: 'yes', label: words.eraseSure }]}
          error={errorFor(mistakes, 'sure')}
        />
        <Buttons>
          <Button label={words.erase} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}
