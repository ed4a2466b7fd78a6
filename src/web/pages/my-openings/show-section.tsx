/** Whoever is recognized says whether anybody sees it, and under which name; both can be taken back at any time. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { recognitions } from '../../words/recognitions.ts';
import type { TypedOfSeats } from './second-look-section.tsx';

const words = recognitions.my;

export function ShowSection(props: {
  readonly frame: Frame;
  readonly nomination: string;
  readonly title: string;
  readonly recognized: { readonly shownAs: string | undefined; readonly fullName: string };
  readonly typed: TypedOfSeats;
}): ReactElement {
  const { frame, nomination, title, recognized, typed } = props;
  const { shownAs, fullName } = recognized;
  const field = `name-${nomination}`;
  const at = (act: string): string => `/my/openings/${nomination}/${act}`;
  return (
    <>
      <h3>{words.showTitle}</h3>
      <p dir="auto">{shownAs === undefined ? words.showLead : words.shownAs(shownAs)}</p>
      <p>
        <a href="/recognitions">{words.page}</a>
      </p>
      <PostForm frame={frame} action={at('show')} name={`${words.show}: ${title}`}>
        <TextField
          name={field}
          label={words.name}
          value={typed.one(field) || (shownAs ?? fullName)}
          error={errorFor(typed.mistakes, field)}
        />
        <Button label={shownAs === undefined ? words.show : words.change} look="secondary" />
      </PostForm>
      {shownAs === undefined ? null : (
        <PostForm frame={frame} action={at('hide')} name={`${words.hide}: ${title}`}>
          <Button label={words.hide} look="secondary" />
        </PostForm>
      )}
      <PostForm
        frame={frame}
        action={at('decline')}
        hidden={{ recognition: 'yes' }}
        name={`${words.giveBack}: ${title}`}
      >
        <Button label={words.giveBack} look="secondary" />
      </PostForm>
    </>
  );
}
