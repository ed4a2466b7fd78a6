/**
 * The conversation behind a receipt code: what was said, what has come of it, and what whoever raised the concern may
 * do. Every form on it carries the key of the opened conversation, so that nothing has to stay in the browser.
 */
import type { ReactElement } from 'react';
import type { Language } from '../../../casework/concern/concern.ts';
import type { ConcernMistake } from '../../../casework/concern/read-concern.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { complaintSideWords, concernWords } from '../../words/concern-words.ts';
import { ComplaintSide, type ComplaintSideView } from './complaint-side.tsx';
import {
  type FileMistakeShown,
  type FileShown,
  fileLine,
  fileSentence,
  sentencesFor,
} from './concern-view.ts';

export interface SaidShown {
  readonly id: string;
  readonly when: string;
  readonly by: 'you' | 'youAdded' | 'body' | 'asks';
  readonly words: string;
  readonly files: readonly FileShown[];
}

export interface ConversationPageProps {
  readonly frame: Frame;
  readonly language: Language;
  /** Opens the conversation again from a form on this page, for an hour. */
  readonly opened: string;
  readonly label: string;
  readonly about: string;
  readonly received: string;
  /** Absent where no answer is waited for. */
  readonly answerBy: string | undefined;
  readonly withdrawn: string | undefined;
  /** What came of it, where it became a complaint. */
  readonly side: ComplaintSideView | undefined;
  /** Why others should look again, as it was typed. */
  readonly statement: string;
  readonly statementMissing: boolean;
  readonly said: readonly SaidShown[];
  /** The id that the next words get, so that a second press writes once. */
  readonly nextReply: string;
  readonly typed: string;
  readonly mistakes: readonly ConcernMistake[];
  readonly fileMistakes: readonly FileMistakeShown[];
  readonly tooManyFiles: boolean;
  readonly notSure: boolean;
  readonly news: 'sentNews' | 'withdrawnNews' | 'appealNews' | undefined;
  readonly mostFiles: number;
  readonly mostFilesInAll: number;
  readonly asksAboutYou: boolean;
}

export function ConversationPage(props: ConversationPageProps): ReactElement {
  const { language } = props;
  const all = concernWords[language];
  const words = all.talk;
  const mistakes = mistakesOf(props);
  const title = words.title(props.label);
  return (
    <PageFrame
      frame={props.frame}
      title={title}
      mistakes={mistakes.length}
      language={language}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      {props.news === undefined ? null : (
        <Notice news>
          <p>
            {props.news === 'appealNews'
              ? complaintSideWords[language].appealNews
              : words[props.news]}
          </p>
        </Notice>
      )}
      <p>{words.closes}</p>
      <DescriptionList
        items={[
          { term: words.about, value: props.about },
          { term: words.received, value: props.received },
          ...optional(words.answerBy, props.answerBy),
          ...optional(words.withdrawn, props.withdrawn),
        ]}
      />
      {props.side === undefined ? null : (
        <ComplaintSide {...props} side={props.side} errors={mistakes} />
      )}
      <h2>{words.conversation}</h2>
      <Said said={props.said} language={language} />
      <Write {...props} errors={mistakes} />
      {props.asksAboutYou ? <AboutYou {...props} /> : null}
      {props.withdrawn === undefined && props.side?.mayWithdraw !== false ? (
        <Withdraw {...props} errors={mistakes} />
      ) : null}
    </PageFrame>
  );
}

const optional = (term: string, value: string | undefined) =>
  value === undefined ? [] : [{ term, value }];

function mistakesOf(props: ConversationPageProps): readonly FieldMistake[] {
  const words = concernWords[props.language];
  return [
    ...sentencesFor(props.language, props.mistakes),
    ...fileSentence(props.language, props.fileMistakes),
    ...(props.tooManyFiles
      ? [{ field: 'files', message: words.tooManyFiles(props.mostFilesInAll) }]
      : []),
    ...(props.statementMissing
      ? [{ field: 'statement', message: complaintSideWords[props.language].statementMissing }]
      : []),
    ...(props.notSure ? [{ field: 'sure', message: words.talk.withdrawMistake }] : []),
  ];
}

function Said(props: {
  readonly said: readonly SaidShown[];
  readonly language: Language;
}): ReactElement {
  const words = concernWords[props.language].talk;
  return (
    <Timeline
      events={props.said.map((one) => ({
        key: one.id,
        when: one.when,
        what: words[one.by],
        detail: (
          <>
            {one.words === '' ? null : (
              <p className="typed-text" dir="auto">
                {one.words}
              </p>
            )}
            {one.files.length === 0 ? null : (
              <ul aria-label={words.filesSent}>
                {one.files.map((file) => (
                  <li key={file.place}>{fileLine(props.language, file)}</li>
                ))}
              </ul>
            )}
          </>
        ),
      }))}
    />
  );
}

type FormProps = ConversationPageProps & { readonly errors: readonly FieldMistake[] };

function Write(props: FormProps): ReactElement {
  const all = concernWords[props.language];
  const words = all.talk;
  const wasAsked = props.said.at(-1)?.by === 'asks';
  return (
    <>
      <h2>{words.write}</h2>
      <PostForm
        frame={props.frame}
        action="/concern/write"
        files
        name={words.write}
        hidden={{ opened: props.opened, reply: props.nextReply, lang: props.language }}
      >
        <TextArea
          name="words"
          label={wasAsked ? words.writeAnswer : words.write}
          hint={words.writeHint}
          value={props.typed}
          error={errorFor(props.errors, 'words')}
        />
        <FileField
          name="files"
          label={all.files}
          hint={all.filesHint(props.mostFiles)}
          accept=".pdf,.jpg,.jpeg,.png"
          multiple
          optional
          error={errorFor(props.errors, 'files')}
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </>
  );
}

function AboutYou(props: ConversationPageProps): ReactElement {
  const words = concernWords[props.language].talk;
  return (
    <>
      <h2>{words.aboutYou}</h2>
      <p>{words.aboutYouText}</p>
      <PostForm
        frame={props.frame}
        action="/concern/about-you"
        name={words.aboutYou}
        hidden={{ opened: props.opened, lang: props.language, step: 'show' }}
      >
        <Buttons>
          <Button label={words.aboutYouButton} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}

function Withdraw(props: FormProps): ReactElement {
  const words = concernWords[props.language].talk;
  return (
    <>
      <h2>{words.withdraw}</h2>
      <p>{words.withdrawText}</p>
      <PostForm
        frame={props.frame}
        action="/concern/withdraw"
        name={words.withdraw}
        hidden={{ opened: props.opened, lang: props.language }}
      >
        <CheckboxGroup
          name="sure"
          label={words.withdrawBox}
          choices={[{ value: 'yes', label: words.withdrawSure }]}
          error={errorFor(props.errors, 'sure')}
        />
        <Buttons>
          <Button label={words.withdrawButton} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}
