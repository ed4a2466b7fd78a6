/** `/concern/receipt`: the receipt code and the passphrase, both of them, open the conversation. */
import type { ReactElement } from 'react';
import type { Language } from '../../../casework/concern/concern.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { concernWords } from '../../words/concern-words.ts';
import { addressIn } from './concern-view.ts';

export interface OpenConcernPageProps {
  readonly frame: Frame;
  readonly language: Language;
  readonly typed: string;
  readonly problem: 'unknown' | 'tooMany' | undefined;
  /** The page had closed by itself: what was written there comes along. */
  readonly ended: { readonly words: string; readonly hadFiles: boolean } | undefined;
}

export function OpenConcernPage(props: OpenConcernPageProps): ReactElement {
  const { frame, language, problem, ended } = props;
  const all = concernWords[language];
  const words = all.open;
  const mistakes = problem === undefined ? [] : [{ field: 'receipt', message: words[problem] }];
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      language={language}
      trail={{ above: [{ href: addressIn('/concern', language), label: all.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {ended === undefined ? null : (
        <Notice>
          <p>{words.closed}</p>
          {ended.hadFiles ? <p>{words.endedFiles}</p> : null}
          {ended.words === '' ? null : (
            <>
              <p>{words.keptWords}</p>
              <blockquote className="typed-text" dir="auto">
                {ended.words}
              </blockquote>
            </>
          )}
        </Notice>
      )}
      <PostForm
        frame={frame}
        action="/concern/receipt"
        hidden={{ lang: language, ...(ended === undefined ? {} : { words: ended.words }) }}
      >
        <TextField
          name="receipt"
          label={words.receipt}
          hint={words.receiptHint}
          value={props.typed}
          width="medium"
          error={errorFor(mistakes, 'receipt')}
        />
        <TextField
          name="passphrase"
          type="password"
          label={words.passphrase}
          autoComplete="current-password"
        />
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
