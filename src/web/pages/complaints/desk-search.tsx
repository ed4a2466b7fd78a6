/** The search over a list of the desk of complaints: by a part of a label or a name. It works as a plain address. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { complaints as words } from '../../words/complaints.ts';

export function DeskSearch(props: {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly search: string;
  /** How many were found, in the whole list. */
  readonly found: number;
}): ReactElement {
  const { path, label, hint, search, found } = props;
  return (
    <>
      <search>
        <form method="get" action={path} className="desk-search">
          <TextField
            name="search"
            label={label}
            hint={hint}
            value={search}
            type="search"
            width="medium"
          />
          <Button label={words.find} look="secondary" />
        </form>
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
