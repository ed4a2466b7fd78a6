/** `/sign-up`: name, address, passphrase; and the same answer for everybody, whether the address is known or not. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';

const words = en.account;

/** An address that remembers where somebody was going, such as the application that a link led to. */
export const withPlace = (href: string, after: string | undefined): string =>
  after === undefined || after === '/my' ? href : `${href}?then=${encodeURIComponent(after)}`;

export interface SignUpPageProps {
  readonly frame: Frame;
  readonly typed: { readonly name: string; readonly email: string };
  readonly shortestPassphrase: number;
  readonly mistakes: readonly FieldMistake[];
  /** Where to go once signed in; a place on this site. */
  readonly after?: string | undefined;
}

export function SignUpPage(props: SignUpPageProps): ReactElement {
  const { frame, typed, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.signUp.title} mistakes={mistakes.length}>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.signUp.title}</h1>
      <p className="lead">{words.signUp.lead}</p>
      <PostForm
        frame={frame}
        action="/sign-up"
        hidden={props.after === undefined ? {} : { after: props.after }}
      >
        <TextField
          name="name"
          label={words.signUp.name}
          hint={words.signUp.nameHint}
          value={typed.name}
          autoComplete="name"
          error={errorFor(mistakes, 'name')}
        />
        <TextField
          name="email"
          type="email"
          label={words.email}
          hint={words.signUp.emailHint}
          value={typed.email}
          autoComplete="username"
          error={errorFor(mistakes, 'email')}
        />
        <TextField
          name="passphrase"
          type="password"
          label={words.passphrase}
          hint={words.signUp.passphraseHint(props.shortestPassphrase)}
          autoComplete="new-password"
          error={errorFor(mistakes, 'passphrase')}
        />
        <Buttons>
          <Button label={words.signUp.button} />
        </Buttons>
      </PostForm>
      <p>
        {`${words.signUp.have} `}
        <a href={withPlace('/sign-in', props.after)}>{words.signUp.signIn}</a>
      </p>
    </PageFrame>
  );
}

export interface SignUpSentPageProps {
  readonly frame: Frame;
  readonly email: string;
  readonly after?: string | undefined;
}

export function SignUpSentPage({ frame, email, after }: SignUpSentPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.signUp.sentTitle} unlisted>
      <h1>{words.signUp.sentTitle}</h1>
      <p className="lead">{words.signUp.sentText(email)}</p>
      <p>{words.signUp.sentNothing}</p>
      {frame.demonstration ? (
        <p>
          <a href="/demonstration/inbox">{en.demonstration.inbox}</a>
        </p>
      ) : null}
      <Buttons>
        <LinkButton href={withPlace('/sign-in', after)} label={words.signUp.goSignIn} />
      </Buttons>
    </PageFrame>
  );
}
