/** `/my/close`: what goes and what stays when an account is closed, and the button that closes it. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { en } from '../../words/en.ts';
import { names } from '../../words/names.ts';

const words = names.close;

export interface MyClosePageProps {
  readonly frame: Frame;
  /** What has to come to its end first; then there is no form. */
  readonly open: keyof typeof words.reasons | undefined;
  readonly mistakes: readonly FieldMistake[];
}

export function MyClosePage({ frame, open, mistakes }: MyClosePageProps): ReactElement {
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <h2>{words.goes}</h2>
      <Lines lines={words.goesText} />
      <h2>{names.page.erasure}</h2>
      <Lines lines={names.page.erasureText} />
      {open === undefined ? (
        <>
          <h2>{words.box}</h2>
          <p>
            {`${words.warning} `}
            <a href="/my/renewal">{words.retire}</a>
          </p>
          <PostForm frame={frame} action="/my/close">
            <CheckboxGroup
              name="sure"
              label={words.box}
              choices={[{ value: 'yes', label: words.sure }]}
              error={errorFor(mistakes, 'sure')}
            />
            <Buttons>
              <Button label={words.button} />
            </Buttons>
          </PostForm>
        </>
      ) : (
        <Notice title={words.open}>
          <p>{words.reasons[open]}</p>
        </Notice>
      )}
    </PageFrame>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }): ReactElement => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
