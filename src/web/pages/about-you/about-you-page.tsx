/**
 * `/my/about-you`: what people may tell us about themselves. It says first who will see what. It never shows an
 * answer that was given before, because nothing that makes this page can read one.
 */
import type { ReactElement } from 'react';
import type { Typed } from '../../../casework/person/typed-text.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { en } from '../../words/en.ts';
import { AboutYouQuestions, type QuestionShown } from './about-you-questions.tsx';

const words = en.aboutYou;

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
      {questions.length === 0 ? (
        <p>{words.off}</p>
      ) : (
        <AboutYouQuestions
          frame={frame}
          action="/my/about-you"
          hidden={filed === null ? {} : { filed: filed.id }}
          words={words}
          questions={questions}
          typed={props.typed}
          mistakes={mistakes}
        />
      )}
      <EraseForm {...props} />
    </PageFrame>
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
