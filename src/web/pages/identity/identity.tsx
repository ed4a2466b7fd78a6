/** Requests to see who a matter is about: asked with a reason, answered by somebody else, each seeing recorded. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';

const words = en.desk.identity;

export interface IdentityRow {
  readonly id: string;
  readonly label: string;
  readonly asked: string;
  readonly reason: string;
  readonly answer: string;
  readonly shown: number;
  readonly may: 'answer' | 'show' | 'nothing';
}

export function IdentityPage(props: {
  readonly frame: Frame;
  readonly rows: readonly IdentityRow[];
  readonly mistakes: readonly FieldMistake[];
  readonly who: { readonly name: string; readonly email: string } | undefined;
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} mistakes={props.mistakes.length} unlisted>
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {props.who === undefined ? null : (
        <Notice title={words.whoTitle} news>
          <p>
            <bdi>{props.who.name}</bdi>, <span className="identity-email">{props.who.email}</span>
          </p>
          <p>{words.recorded}</p>
        </Notice>
      )}
      {props.rows.length === 0 ? <p>{words.none}</p> : null}
      {props.rows.map((row) => (
        <section key={row.id}>
          <h2>{row.label}</h2>
          <DescriptionList
            items={[
              { term: words.asked, value: row.asked },
              { term: words.reason, value: <bdi>{row.reason}</bdi> },
              { term: words.answer, value: <bdi>{row.answer}</bdi> },
              ...(row.shown > 0 ? [{ term: words.looked, value: words.shown(row.shown) }] : []),
            ]}
          />
          <Ways frame={props.frame} row={row} mistakes={props.mistakes} />
        </section>
      ))}
    </PageFrame>
  );
}

function Ways(props: {
  readonly frame: Frame;
  readonly row: IdentityRow;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement | null {
  const { frame, row } = props;
  if (row.may === 'show') {
    return (
      <PostForm frame={frame} action={`/desk/identity/${row.id}/show`} name={row.label}>
        <Button label={words.show} look="secondary" heardAlso={row.label} />
      </PostForm>
    );
  }
  if (row.may === 'nothing') {
    return null;
  }
  const name = `why-${row.id}`;
  return (
    <PostForm frame={frame} action={`/desk/identity/${row.id}`} name={row.label}>
      <TextField name={name} label={words.why} error={errorFor(props.mistakes, name)} />
      {/* The Enter key presses the first button, which shows nobody anything. */}
      <Buttons>
        <Button
          label={words.refuse}
          name="answer"
          value="refuse"
          look="secondary"
          heardAlso={row.label}
        />
        <Button label={words.consent} name="answer" value="consent" heardAlso={row.label} />
      </Buttons>
    </PostForm>
  );
}
