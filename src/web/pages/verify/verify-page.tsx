/**
 * `/verify`: give the file or its text, see the verdict. With JavaScript the check runs in the browser, by the same
 * code, and writes into #verdict; without it the form posts and the server's answer stands there.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { en } from '../../words/en.ts';
import { Verification, type VerificationView } from './verification.tsx';

const words = en.verify;
/** The same page as one file to keep. */
const SAVED_AT = '/verify/evenhand-verify.html';

export interface VerifyPageProps {
  readonly frame: Frame;
  /** What was pasted, so that it comes back. */
  readonly pasted?: string | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly result?: VerificationView | undefined;
  readonly scripts: readonly string[];
}

export function VerifyPage(props: VerifyPageProps): ReactElement {
  const { frame, mistakes, result } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} scripts={props.scripts}>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <section
        id="verdict"
        className="verdict-place"
        aria-live="polite"
        aria-label={words.result}
        hidden={result === undefined}
      >
        {result === undefined ? null : <Verification result={result} />}
      </section>
      {result === undefined ? null : <h2>{words.again}</h2>}
      <p className="lead">{words.lead}</p>
      <p className="soft small">{words.private}</p>
      <div id="verify-form">
        <PostForm frame={frame} action="/verify" files>
          <VerifyFields pasted={props.pasted} mistakes={mistakes} />
        </PostForm>
      </div>
      <p>
        <a href={SAVED_AT} download>
          {words.save}
        </a>
        . {words.saveWhy}
      </p>
    </PageFrame>
  );
}

interface FieldsProps {
  readonly pasted?: string | undefined;
  readonly mistakes: readonly FieldMistake[];
}

/** What is given: a file or a text. The same here and on the page that is saved. */
export function VerifyFields({ pasted, mistakes }: FieldsProps): ReactElement {
  return (
    <>
      <FileField
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept=".json,.png,.svg,.pdf,application/json,application/pdf,image/png,image/svg+xml"
        optional="unsaid"
        error={errorFor(mistakes, 'file')}
      />
      <p className="soft">{words.or}</p>
      <TextArea
        name="text"
        label={words.text}
        hint={words.textHint}
        value={pasted}
        rows={6}
        optional="unsaid"
        error={errorFor(mistakes, 'text')}
      />
      <Buttons>
        <Button label={words.button} />
      </Buttons>
    </>
  );
}
