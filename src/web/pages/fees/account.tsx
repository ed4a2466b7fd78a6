/** One person's account: entries are added, never changed; a payment is recorded once, by its reference. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';

const words = en.desk.fees;

export interface AccountEntry {
  readonly id: string;
  readonly kind: keyof typeof words.kinds;
  readonly fee: string;
  readonly program: string;
  readonly on: string;
  readonly amount: string;
  readonly reference: string;
}

export interface AccountPageProps {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly entries: readonly AccountEntry[];
  readonly balances: readonly { readonly program: string; readonly line: string }[];
  readonly programs: readonly { readonly value: string; readonly label: string }[];
  readonly typed: { readonly program: string; readonly amount: string; readonly reference: string };
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function AccountPage(props: AccountPageProps): ReactElement {
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
      <p>{props.email}</p>
      {props.news === undefined ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      {props.entries.length === 0 ? (
        <p>{words.noEntries}</p>
      ) : (
        <>
          <DescriptionList
            items={props.balances.map(({ program, line }) => ({ term: program, value: line }))}
          />
          <Entries entries={props.entries} />
          <PaymentForm {...props} />
        </>
      )}
    </PageFrame>
  );
}

function Entries({ entries }: Pick<AccountPageProps, 'entries'>): ReactElement {
  return (
    <DataTable
      caption={words.entries}
      columns={[
        { label: words.what },
        { label: en.desk.program },
        { label: words.on },
        { label: words.amount, figures: true },
        { label: words.reference },
      ]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          entry.kind === 'charge' || entry.kind === 'waiver'
            ? `${words.kinds[entry.kind]}: ${entry.fee}`
            : words.kinds[entry.kind],
          entry.program,
          entry.on,
          entry.amount,
          entry.reference,
        ],
      }))}
    />
  );
}

function PaymentForm(props: AccountPageProps): ReactElement {
  return (
    <>
      <h2>{words.record}</h2>
      <PostForm frame={props.frame} action={`/desk/fees/${props.person}`}>
        <Select
          name="program"
          label={en.desk.program}
          options={props.programs}
          value={props.typed.program}
          error={errorFor(props.mistakes, 'program')}
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
    </>
  );
}
