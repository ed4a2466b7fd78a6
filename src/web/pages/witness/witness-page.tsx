/** `/witness/:token`: somebody is asked what they know, and answers or says nothing. No account; one page; sent once. */
import type { ReactElement } from 'react';
import type { Language } from '../../../casework/concern/concern.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { witnessWords } from '../../words/concern-words.ts';

export interface WitnessPageProps {
  readonly frame: Frame;
  readonly language: Language;
  /** The address of this page, which holds the code. */
  readonly action: string;
  readonly body: string;
  readonly asked: readonly string[];
  /** In words. */
  readonly until: string;
  readonly typed: string;
  readonly mostFiles: number;
  readonly mistakes: readonly FieldMistake[];
}

export function WitnessPage(props: WitnessPageProps): ReactElement {
  const { frame, language, mistakes } = props;
  const words = witnessWords[language];
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      language={language}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p>
        <a
          href={`${props.action}?lang=${words.otherLanguage}`}
          hrefLang={words.otherLanguage}
          lang={words.otherLanguage}
        >
          {words.other}
        </a>
      </p>
      <p className="lead">{words.lead(props.body)}</p>
      <h2>{words.askedTitle}</h2>
      <ul dir="auto">
        {props.asked.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{words.until(props.until)}</p>
      <h2>{words.freeTitle}</h2>
      <p>{words.free}</p>
      <h2>{words.answerTitle}</h2>
      <p>{words.shown}</p>
      <PostForm
        frame={frame}
        action={props.action}
        files
        name={words.answerTitle}
        hidden={{ lang: language, step: 'say' }}
      >
        <TextArea
          name="words"
          label={words.words}
          hint={words.wordsHint}
          value={props.typed}
          rows={10}
          error={errorFor(mistakes, 'words')}
        />
        <FileField
          name="files"
          label={words.files}
          hint={words.filesHint(props.mostFiles)}
          accept=".pdf,.jpg,.jpeg,.png"
          multiple
          optional
          error={errorFor(mistakes, 'files')}
        />
        <p>{words.once}</p>
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
      <h2>{words.declineTitle}</h2>
      <PostForm
        frame={frame}
        action={props.action}
        files
        name={words.declineTitle}
        hidden={{ lang: language, step: 'decline' }}
      >
        <CheckboxGroup
          name="sure"
          label={words.declineBox}
          choices={[{ value: 'yes', label: words.declineSure }]}
          error={errorFor(mistakes, 'sure')}
        />
        <Buttons>
          <Button label={words.decline} look="secondary" />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

export interface WitnessEndPageProps {
  readonly frame: Frame;
  readonly language: Language;
  /** Answered, or there is no such link, or its time is over. */
  readonly how: 'done' | 'over';
}

export function WitnessEndPage({ frame, language, how }: WitnessEndPageProps): ReactElement {
  const words = witnessWords[language];
  const title = how === 'done' ? words.doneTitle : words.overTitle;
  return (
    <PageFrame frame={frame} title={title} language={language} unlisted>
      <h1>{title}</h1>
      <p className="lead">{how === 'done' ? words.done : words.over}</p>
      <p>
        {how === 'done' ? `${words.moreToSay} ` : null}
        <a href={language === 'es' ? '/concern?lang=es' : '/concern'}>{words.concern}</a>
      </p>
    </PageFrame>
  );
}
