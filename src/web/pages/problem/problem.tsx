/** A page for what is not there, not yours, or went wrong: what happened, what it means for you, what to do next. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { problems } from '../../words/problems.ts';

export interface ProblemPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: readonly string[];
  readonly back?: { readonly href: string; readonly label: string } | undefined;
}

export function ProblemPage({ frame, title, text, back }: ProblemPageProps): ReactElement {
  const place = back ?? { href: '/', label: problems.back };
  return (
    <PageFrame frame={frame} title={title} unlisted>
      <h1>{title}</h1>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Written texts={frame.written ?? []} />
      <p>
        <a href={place.href}>{place.label}</a>
      </p>
    </PageFrame>
  );
}

/** Nobody writes a reason twice because a form went stale meanwhile: here it can be copied. */
function Written({ texts }: { readonly texts: readonly string[] }): ReactElement | null {
  return texts.length === 0 ? null : (
    <section aria-labelledby="written">
      <h2 id="written">{problems.written.title}</h2>
      <p>{problems.written.text}</p>
      {texts.map((text) => (
        <blockquote key={text} className="written">
          {text}
        </blockquote>
      ))}
    </section>
  );
}

/** The session ended while a form was open: the typed words travel on, encrypted, and come back after sign-in. */
export function SignedOutPage(props: {
  readonly frame: Frame;
  readonly carried: string;
  readonly hadFiles: boolean;
}): ReactElement {
  const words = problems.signedOut;
  return (
    <PageFrame frame={props.frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {props.hadFiles ? <p>{words.files}</p> : null}
      <PostForm
        frame={props.frame}
        action="/sign-in"
        hidden={{ carried: props.carried, step: 'ask' }}
      >
        <Button label={words.button} />
      </PostForm>
    </PageFrame>
  );
}

/** After sign-in: one press sends what was typed. */
export function CarryOnPage(props: {
  readonly frame: Frame;
  readonly action: string;
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly hadFiles: boolean;
}): ReactElement {
  const words = problems.carryOn;
  const fields = Object.entries(props.form).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
  return (
    <PageFrame frame={props.frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {props.hadFiles ? <p>{problems.signedOut.files}</p> : null}
      <PostForm frame={props.frame} action={props.action}>
        {fields.map((field) => (
          <input
            key={`${field.name} ${field.value}`}
            type="hidden"
            name={field.name}
            value={field.value}
          />
        ))}
        <Button label={words.button} />
      </PostForm>
    </PageFrame>
  );
}
