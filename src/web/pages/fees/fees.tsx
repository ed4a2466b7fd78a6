/** Who owes what: staff look a person up or start with who owes most. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';

const words = en.desk.fees;

interface FoundPerson {
  readonly person: string;
  readonly name: string;
  readonly email: string;
}

export interface OwingLine extends FoundPerson {
  readonly program: string;
  readonly owed: string;
}

export function FeesPage(props: {
  readonly frame: Frame;
  readonly search: string;
  readonly found: readonly FoundPerson[];
  readonly owing: readonly OwingLine[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <search>
        <form method="get" action="/desk/fees" className="fees-search">
          <TextField
            name="search"
            label={words.search}
            value={props.search}
            type="search"
            width="medium"
          />
          <Button label={words.find} look="secondary" />
        </form>
      </search>
      {props.search.trim() === '' ? null : <Found search={props.search} found={props.found} />}
      {props.owing.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.owing}
          columns={[
            { label: words.person },
            { label: words.email },
            { label: en.desk.program },
            { label: words.owed, figures: true },
          ]}
          rows={props.owing.map((row) => ({
            key: `${row.person} ${row.program}`,
            cells: [<PersonLink key="person" row={row} />, row.email, row.program, row.owed],
          }))}
        />
      )}
    </PageFrame>
  );
}

function Found(props: {
  readonly search: string;
  readonly found: readonly FoundPerson[];
}): ReactElement {
  if (props.found.length === 0) {
    return <p role="status">{words.notFound(props.search.trim())}</p>;
  }
  return (
    <DataTable
      caption={words.foundFor(props.search.trim())}
      columns={[{ label: words.person }, { label: words.email }]}
      rows={props.found.map((row) => ({
        key: row.person,
        cells: [<PersonLink key="person" row={row} />, row.email],
      }))}
    />
  );
}

const PersonLink = ({ row }: { readonly row: FoundPerson }): ReactElement => (
  <a href={`/desk/fees/${row.person}`}>
    <bdi>{row.name}</bdi>
  </a>
);
