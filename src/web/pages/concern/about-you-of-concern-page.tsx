/** The voluntary questions for whoever raised a concern, anonymous or not: the same questions, sealed in the same way. */
import type { ReactElement } from 'react';
import type { Language } from '../../../casework/concern/concern.ts';
import type { Typed } from '../../../casework/person/typed-text.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { aboutYouWords, concernWords } from '../../words/concern-words.ts';
import { dimensionsEs, preferNotToSayEs } from '../../words/dimensions-es.ts';
import { AboutYouQuestions, type QuestionShown } from '../about-you/about-you-questions.tsx';

export interface AboutYouOfConcernPageProps {
  readonly frame: Frame;
  readonly language: Language;
  readonly opened: string;
  readonly questions: readonly QuestionShown[];
  readonly typed: Typed;
  readonly mistakes: readonly {
    readonly field: string;
    readonly kind: keyof (typeof aboutYouWords)['en']['mistakes'];
  }[];
  readonly notSure: boolean;
  readonly news: 'saved' | 'nothing' | 'erased' | undefined;
}

const TIED_AT = 1;

export function AboutYouOfConcernPage(props: AboutYouOfConcernPageProps): ReactElement {
  const { frame, language } = props;
  const words = aboutYouWords[language];
  const questions = language === 'es' ? props.questions.map(inSpanish) : props.questions;
  const hidden = { opened: props.opened, lang: language };
  const titleOf = (id: string): string => questions.find((one) => one.id === id)?.title ?? '';
  const mistakes: readonly FieldMistake[] = [
    ...props.mistakes.map(({ field, kind }) => ({
      field,
      message: `${titleOf(field)}: ${words.mistakes[kind]}`,
    })),
    ...(props.notSure ? [{ field: 'sure', message: words.eraseMistake }] : []),
  ];
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      language={language}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      {props.news === undefined ? null : (
        <Notice news>
          <p>{words[props.news]}</p>
        </Notice>
      )}
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <PostForm
        frame={frame}
        action="/concern/back"
        hidden={hidden}
        name={concernWords[language].talk.back}
      >
        <Button label={concernWords[language].talk.back} look="link" />
      </PostForm>
      <h2>{words.why}</h2>
      <p>{words.whyText}</p>
      <h2>{words.who}</h2>
      <ul>
        {words.whoText.map((line, place) => (
          <li key={line}>{place === TIED_AT ? words.tiedToConcern : line}</li>
        ))}
      </ul>
      {questions.length === 0 ? (
        <p>{words.off}</p>
      ) : (
        <AboutYouQuestions
          frame={frame}
          action="/concern/about-you"
          hidden={{ ...hidden, step: 'save' }}
          words={words}
          questions={questions}
          typed={props.typed}
          mistakes={mistakes}
        />
      )}
      <h2>{words.erase}</h2>
      <p>{words.eraseText}</p>
      <PostForm
        frame={frame}
        action="/concern/about-you"
        hidden={{ ...hidden, step: 'erase' }}
        name={words.erase}
      >
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
    </PageFrame>
  );
}

/** The ids stay; a word that has no translation stays as it is rather than being left out. */
function inSpanish(question: QuestionShown): QuestionShown {
  const known = dimensionsEs[question.id];
  return known === undefined
    ? question
    : {
        ...question,
        title: known.title,
        question: known.question,
        published: known.published,
        choices: question.choices.map(({ hint: _english, ...choice }) => {
          const words =
            choice.id === 'prefer-not-to-say' ? preferNotToSayEs : known.choices[choice.id];
          if (words === undefined) {
            return choice;
          }
          return typeof words === 'string'
            ? { ...choice, label: words }
            : { ...choice, label: words[0], hint: words[1] };
        }),
      };
}
