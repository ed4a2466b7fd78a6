/**
 * The search over a list of the desk of complaints: by a part of a label or a name. It is sent as a form, and so are the
 * pages of what was found: a name in an address stays in histories and logs.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { complaints as words } from '../../words/complaints.ts';
import { en } from '../../words/en.ts';

export function DeskSearch(props: {
  readonly frame: Frame;
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly search: string;
  /** How many were found, in the whole list. */
  readonly found: number;
}): ReactElement {
  const { frame, path, label, hint, search, found } = props;
  return (
    <>
      <search className="desk-search">
        <PostForm frame={frame} action={path}>
          <TextField
            name="search"
            label={label}
            hint={hint}
            value={search}
            type="search"
            width="medium"
          />
          <Button label={words.find} look="secondary" />
        </PostForm>
      </search>
      {search === '' ? null : (
        <p>
          {`${words.foundFor(found, search)} `}
          <a href={path}>{words.showAll}</a>.
        </p>
      )}
    </>
  );
}

/** The way through what was found, page by page. */
export interface FoundPages {
  readonly here: string;
  readonly search: string;
  /** Numbers of pages. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

export function PagesOfSearch(props: {
  readonly frame: Frame;
  readonly path: string;
  readonly pages: FoundPages;
}): ReactElement {
  const { here, search, previous, next } = props.pages;
  return (
    <nav className="pagination pagination-sent" aria-label={en.findings.pages}>
      <PostForm frame={props.frame} action={props.path} hidden={{ search }}>
        {previous === undefined ? null : (
          <Button label={en.findings.previous} look="link" name="page" value={String(previous)} />
        )}
        <span>{here}</span>
        {next === undefined ? null : (
          <Button label={en.findings.next} look="link" name="page" value={String(next)} />
        )}
      </PostForm>
    </nav>
  );
}
