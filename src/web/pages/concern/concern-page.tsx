/** `/concern`: anybody raises a concern, without an account or a name; and what is shown once it is sent. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Receipt } from '../../parts/receipt/receipt.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';

const words = en.concern;

export interface ConcernPageProps {
  readonly frame: Frame;
  readonly subjects: readonly { readonly id: string; readonly label: string }[];
  /** Makes a second press of the button harmless. */
  readonly formKey: string;
  readonly typed: { readonly about: string; readonly account: string; readonly contact: string };
  readonly mistakes: readonly FieldMistake[];
}

export function ConcernPage(props: ConcernPageProps): ReactElement {
  const { frame, typed, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length}>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>{words.whoSees}</p>
      <p>
        <a href="/concern/receipt">{words.haveCode}</a>
      </p>
      <PostForm frame={frame} action="/concern" hidden={{ key: props.formKey }}>
        <RadioGroup
          name="about"
          label={words.about}
          choices={props.subjects.map(({ id, label }) => ({ value: id, label }))}
          value={typed.about}
          error={errorFor(mistakes, 'about')}
        />
        <TextArea
          name="account"
          label={words.account}
          hint={words.accountHint}
          value={typed.account}
          rows={8}
          error={errorFor(mistakes, 'account')}
        />
        <TextField
          name="contact"
          type="email"
          label={words.contact}
          hint={words.contactHint}
          value={typed.contact}
          autoComplete="email"
          optional
          error={errorFor(mistakes, 'contact')}
        />
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

export interface ConcernSentPageProps {
  readonly frame: Frame;
  /** "7ZK4Q-0M2XN-9B1RT-HW8CD": shown once and never again. */
  readonly receipt: string;
  readonly label: string;
  /** "Friday, May 29, 2026". */
  readonly answerBy: string;
}

export function ConcernSentPage(props: ConcernSentPageProps): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.thanksTitle} unlisted>
      <h1>{words.thanksTitle}</h1>
      <p className="lead">{words.thanksText(props.answerBy)}</p>
      <Receipt title={words.code} text={props.receipt} large>
        <p>{words.codeText}</p>
        <p>{words.label(props.label)}</p>
      </Receipt>
      <p>
        <a href="/concern/receipt">{words.readLink}</a>
      </p>
    </PageFrame>
  );
}
