/** `/account/passphrase`: the old passphrase and a new one. Every other session of the account ends. */
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

const words = en.account;

export interface PassphrasePageProps {
  readonly frame: Frame;
  readonly shortestPassphrase: number;
  readonly mistakes: readonly FieldMistake[];
  readonly changed?: boolean | undefined;
}

export function PassphrasePage(props: PassphrasePageProps): ReactElement {
  const { frame, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.passphraseChange.title} mistakes={mistakes.length}>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.passphraseChange.title}</h1>
      {props.changed === true ? (
        <Notice news>
          <p>{words.passphraseChange.done}</p>
        </Notice>
      ) : (
        <p className="lead">{words.passphraseChange.lead}</p>
      )}
      <PostForm frame={frame} action="/account/passphrase">
        <TextField
          name="old"
          type="password"
          label={words.passphraseChange.old}
          autoComplete="current-password"
          width="medium"
          error={errorFor(mistakes, 'old')}
        />
        <TextField
          name="fresh"
          type="password"
          label={words.passphraseChange.fresh}
          hint={words.signUp.passphraseHint(props.shortestPassphrase)}
          autoComplete="new-password"
          width="medium"
          error={errorFor(mistakes, 'fresh')}
        />
        <Buttons>
          <Button label={words.passphraseChange.button} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
