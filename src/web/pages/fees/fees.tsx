/** Who owes what, and one person's account: entries are added, never changed. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { desk } from '../../words/desk.ts';

const words = desk.fees;

export interface OwingLine {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly program: string;
  readonly owed: string;
}

export function FeesPage(props: {
  readonly frame: Frame;
  readonly search: string;
  readonly found: readonly {
    readonly person: string;
    readonly name: string;
    readonly email: string;
  }[];
  readonly owing: readonly OwingLine[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <search>
        <form method="get" action="/desk/fees">
          <TextField
            name="search"
            label={words.search}
            value={props.search}
            type="search"
            width="medium"
            optional
          />
          <Button label={words.find} look="secondary" />
        </form>
      </search>
      {props.found.length === 0 ? null : (
        <>
          <h2>{words.found}</h2>
          <ul>
            {props.found.map((row) => (
              <li key={row.person}>
                <a href={`/desk/fees/${row.person}`}>
                  <bdi>{row.name}</bdi>
                </a>{' '}
                {row.email}
              </li>
            ))}
          </ul>
        </>
      )}
      {props.owing.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.owing}
          columns={[
            { label: words.person },
            { label: desk.program },
            { label: words.owed, figures: true },
          ]}
          rows={props.owing.map((row) => ({
            key: `${row.person} ${row.program}`,
            cells: [
              <a key="person" href={`/desk/fees/${row.person}`}>
                <bdi>{row.name}</bdi>
              </a>,
              row.program,
              row.owed,
            ],
          }))}
        />
      )}
    </PageFrame>
  );
}

export interface AccountEntry {
  readonly id: string;
  readonly kind: keyof typeof words.kinds;
  readonly fee: string;
  readonly program: string;
  readonly on: string;
  readonly amount: string;
  readonly reference: string;
}

export function AccountPage(props: {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly entries: readonly AccountEntry[];
  readonly balances: readonly { readonly program: string; readonly line: string }[];
  readonly programs: readonly { readonly value: string; readonly label: string }[];
  readonly typed: { readonly program: string; readonly amount: string; readonly reference: string };
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}): ReactElement {
  const title = words.account(props.name);
  return (
    <PageFrame
      frame={props.frame}
      title={title}
      mistakes={props.mistakes.length}
      trail={{ above: [{ href: '/desk/fees', label: words.title }] }}
      wide
      unlisted
    >
      <ErrorSummary mistakes={props.mistakes} />
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {props.news === undefined ? null : <Notice news>{props.news}</Notice>}
      {props.balances.map((balance) => (
        <p key={balance.program}>
          {balance.program}: <strong>{balance.line}</strong>
        </p>
      ))}
      <DataTable
        caption={words.entries}
        columns={[
          { label: words.what },
          { label: desk.program },
          { label: words.on },
          { label: words.amount, figures: true },
          { label: words.reference },
        ]}
        rows={props.entries.map((entry) => ({
          key: entry.id,
          cells: [
            `${words.kinds[entry.kind]}: ${entry.fee}`,
            entry.program,
            entry.on,
            entry.amount,
            entry.reference,
          ],
        }))}
      />
      <h2>{words.record}</h2>
      <PostForm frame={props.frame} action={`/desk/fees/${props.person}`}>
        <Select
          name="program"
          label={desk.program}
          options={props.programs}
          value={props.typed.program}
        />
        <TextField
          name="amount"
          label={words.amount}
          hint={words.amountHint}
          value={props.typed.amount}
          width="short"
          error={errorFor(props.mistakes, 'amount')}
        />
        <TextField
          name="reference"
          label={words.reference}
          hint={words.referenceHint}
          value={props.typed.reference}
          width="medium"
          error={errorFor(props.mistakes, 'reference')}
        />
        <Button label={words.recordButton} />
      </PostForm>
    </PageFrame>
  );
}
