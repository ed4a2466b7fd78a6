/** `/sign-in`: address and passphrase. A wrong address and a wrong passphrase get the same answer. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';
import { withPlace } from '../sign-up/sign-up-page.tsx';

const words = en.account;

export interface SignInPageProps {
  readonly frame: Frame;
  readonly email: string;
  /** A refusal belongs to the field "email", whichever of the two was wrong. */
  readonly mistakes: readonly FieldMistake[];
  /** Where to go afterward, and what was typed into a form before the session ended. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly news?: 'carried' | 'fresh' | 'changed' | 'out' | undefined;
}

export function SignInPage(props: SignInPageProps): ReactElement {
  const { frame, mistakes, news } = props;
  return (
    <PageFrame frame={frame} title={words.signIn.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.signIn.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{words.signIn[news]}</p>
        </Notice>
      )}
      <PostForm frame={frame} action="/sign-in" hidden={props.hidden}>
        <TextField
          name="email"
          type="email"
          label={words.email}
          value={props.email}
          autoComplete="username"
          width="medium"
          error={errorFor(mistakes, 'email')}
        />
        <TextField
          name="passphrase"
          type="password"
          label={words.passphrase}
          autoComplete="current-password"
          width="medium"
          error={errorFor(mistakes, 'passphrase')}
        />
        <Buttons>
          <Button label={words.signIn.button} />
        </Buttons>
      </PostForm>
      <p>
        {`${words.signIn.noAccount} `}
        <a href={withPlace('/sign-up', props.hidden['after'])}>{words.signIn.create}</a>
      </p>
      {frame.demonstration ? (
        <p>
          {`${words.signIn.demonstration} `}
          <a href="/demonstration">{words.signIn.demonstrationLink}</a>
        </p>
      ) : null}
    </PageFrame>
  );
}
