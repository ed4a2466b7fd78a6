/**
 * `/concern`: anybody raises a concern, without an account or a name, in English or Spanish. One page: what happened,
 * who is asking, what they hope for, and the passphrase that brings them back. Nothing in it needs a script.
 */
import type { ReactElement } from 'react';
import type { Language } from '../../../casework/concern/concern.ts';
import type { ConcernMistake } from '../../../casework/concern/read-concern.ts';
import { SHORTEST_PASSPHRASE } from '../../../casework/person/passphrase.ts';
import { type Typed, textIn } from '../../../casework/person/typed-text.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { complaintSideWords, concernWords } from '../../words/concern-words.ts';
import {
  addressIn,
  type FileMistakeShown,
  type FileShown,
  fileLine,
  fileSentence,
  sentencesFor,
} from './concern-view.ts';
import { WhatHappened } from './what-happened.tsx';
import { WhoIsAsking } from './who-is-asking.tsx';

export interface ConcernPageProps {
  readonly frame: Frame;
  readonly language: Language;
  readonly programs: readonly { readonly id: string; readonly name: string }[];
  /** Makes a second press of the button harmless. */
  readonly formKey: string;
  readonly typed: Typed;
  readonly mistakes: readonly ConcernMistake[];
  readonly fileMistakes: readonly FileMistakeShown[];
  readonly tooManyFiles: boolean;
  /** Files of an earlier press that are kept, and what stands for them when the form is sent again. */
  readonly kept: { readonly files: readonly FileShown[]; readonly token: string } | undefined;
  /** How many files can be sent at once. */
  readonly mostFiles: number;
}

export function ConcernPage(props: ConcernPageProps): ReactElement {
  const { frame, language, typed } = props;
  const words = concernWords[language];
  const mistakes = [
    ...sentencesFor(language, props.mistakes),
    ...fileSentence(language, props.fileMistakes),
    ...(props.tooManyFiles
      ? [{ field: 'files', message: words.tooManyAtOnce(props.mostFiles) }]
      : []),
  ];
  const section = { words, typed, mistakes };
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} language={language}>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Before language={language} signedInToDesk={isOfDesk(frame)} />
      <PostForm
        frame={frame}
        action="/concern"
        files
        hidden={{
          key: props.formKey,
          lang: language,
          ...(props.kept === undefined ? {} : { kept: props.kept.token }),
        }}
      >
        <WhatHappened {...section} programs={props.programs} />
        <WhoIsAsking {...section} preset={isOfDesk(frame) ? 'body' : ''} />
        <h2>{words.hopeTitle}</h2>
        <TextArea
          name="hope"
          label={words.hope}
          hint={words.hopeHint}
          value={textIn(typed, 'hope')}
          rows={3}
          optional
          error={errorFor(mistakes, 'hope')}
        />
        <Files {...props} error={errorFor(mistakes, 'files')} />
        <h2>{words.wayBackTitle}</h2>
        <p>{words.wayBack}</p>
        <TextField
          name="passphrase"
          type="password"
          label={words.passphrase}
          hint={words.passphraseHint(SHORTEST_PASSPHRASE)}
          autoComplete="new-password"
          error={errorFor(mistakes, 'passphrase')}
        />
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

const isOfDesk = ({ viewer }: Frame): boolean => viewer !== null && viewer.role !== 'candidate';

/** What somebody should know before they write. */
function Before(props: {
  readonly language: Language;
  readonly signedInToDesk: boolean;
}): ReactElement {
  const { language } = props;
  const words = concernWords[language];
  const other = language === 'en' ? 'es' : 'en';
  return (
    <>
      <p>
        <a href={addressIn('/concern', other)} lang={other} hrefLang={other}>
          {words.otherLanguage}
        </a>
        <span lang={other}>{`. ${words.otherLanguageHint}`}</span>
      </p>
      <p>
        <strong>{words.danger}</strong>
      </p>
      <ul>
        {words.promises.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {props.signedInToDesk ? (
        <Notice>
          <p>{words.staffNote}</p>
        </Notice>
      ) : null}
      <p>
        <a href={addressIn('/concern/receipt', language)}>{words.haveCode}</a>
      </p>
      <p>
        <a href="/complaints" hrefLang="en">
          {complaintSideWords[language].how}
        </a>
      </p>
    </>
  );
}

function Files(props: ConcernPageProps & { readonly error: string | undefined }): ReactElement {
  const { language, kept } = props;
  const words = concernWords[language];
  return (
    <>
      {kept === undefined ? null : (
        <CheckboxGroup
          name="drop"
          label={words.keptFiles}
          optional="unsaid"
          choices={kept.files.map((file) => ({
            value: String(file.place),
            label: `${words.dropFile}: ${fileLine(language, file)}`,
          }))}
        />
      )}
      <FileField
        name="files"
        label={words.files}
        hint={words.filesHint(props.mostFiles)}
        accept=".pdf,.jpg,.jpeg,.png"
        multiple
        optional
        error={props.error}
      />
    </>
  );
}
