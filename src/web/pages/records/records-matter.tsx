/** The clerk's page: documents and claims on one side of the wall, the facts that may cross it in the form below. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { desk } from '../../words/desk.ts';

const words = desk.records;

export interface FactRow {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly stated: string | undefined;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[] | undefined;
}

export interface CriterionFacts {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly basisName: string;
  readonly basis: string;
  readonly facts: readonly FactRow[];
}

export interface RecordsMatterProps {
  readonly frame: Frame;
  readonly action: string;
  readonly label: string;
  readonly version: number;
  readonly promised: string;
  readonly daysLate: number;
  readonly kind: keyof typeof desk.kinds;
  readonly person: { readonly name: string; readonly former: readonly string[] };
  readonly documents: readonly { readonly href: string; readonly about: string }[];
  readonly said: readonly { readonly term: string; readonly value: string }[];
  readonly supervisors: readonly { readonly term: string; readonly value: string }[];
  readonly criteria: readonly CriterionFacts[];
  readonly statement: { readonly original: string; readonly value: string } | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly open: boolean;
}

export function RecordsMatterPage(props: RecordsMatterProps): ReactElement {
  const title = words.matterTitle(props.label);
  return (
    <PageFrame
      frame={props.frame}
      title={title}
      mistakes={props.mistakes.length}
      trail={{ above: [{ href: '/desk/records', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{title}</h1>
      {props.open ? null : <Notice>{words.closed}</Notice>}
      <DescriptionList
        items={[
          { term: desk.kind, value: desk.kinds[props.kind] },
          {
            term: desk.promised,
            value:
              props.daysLate > 0
                ? `${props.promised} (${desk.late(props.daysLate)})`
                : props.promised,
          },
          { term: words.person, value: <bdi>{props.person.name}</bdi> },
          ...props.person.former.map((name) => ({ term: words.former, value: <bdi>{name}</bdi> })),
        ]}
      />
      <h2>{words.documents}</h2>
      <Documents documents={props.documents} />
      {props.said.length === 0 ? null : (
        <>
          <h2>{words.said}</h2>
          <DescriptionList
            items={props.said.map((row) => ({ term: row.term, value: <bdi>{row.value}</bdi> }))}
          />
        </>
      )}
      {props.supervisors.length === 0 ? null : (
        <>
          <h2>{words.supervisors}</h2>
          <DescriptionList items={props.supervisors.map(({ term, value }) => ({ term, value }))} />
        </>
      )}
      {props.open ? <FactsForm {...props} /> : null}
    </PageFrame>
  );
}

function Documents({ documents }: Pick<RecordsMatterProps, 'documents'>): ReactElement {
  if (documents.length === 0) {
    return <p>{words.noDocuments}</p>;
  }
  return (
    <ol>
      {documents.map((document, place) => (
        <li key={document.href}>
          <a href={document.href}>{words.document(place + 1)}</a>: {document.about}
        </li>
      ))}
    </ol>
  );
}

function FactsForm(props: RecordsMatterProps): ReactElement {
  return (
    <>
      <h2>{words.facts}</h2>
      <p>{words.factsHint}</p>
      <PostForm frame={props.frame} action={props.action} hidden={{ seen: String(props.version) }}>
        {props.criteria.map((criterion) => (
          <section key={criterion.id}>
            <h3>{criterion.title}</h3>
            <p>{criterion.rule}</p>
            {criterion.facts.map((fact) => (
              <Fact key={fact.name} fact={fact} error={errorFor(props.mistakes, fact.name)} />
            ))}
            {criterion.facts.length === 0 ? null : (
              <Select
                name={criterion.basisName}
                label={words.basis}
                options={Object.entries(words.bases).map(([value, label]) => ({ value, label }))}
                value={criterion.basis}
              />
            )}
          </section>
        ))}
        {props.statement === undefined ? null : (
          <>
            <h3>{words.original}</h3>
            <blockquote>
              <p>{props.statement.original}</p>
            </blockquote>
            <TextArea
              name="statement"
              label={words.statement}
              hint={words.statementHint}
              value={props.statement.value}
              error={errorFor(props.mistakes, 'statement')}
            />
          </>
        )}
        <Button label={words.send} name="then" value="send" />
        <Button label={words.save} look="secondary" name="then" value="save" />
      </PostForm>
    </>
  );
}

function Fact({
  fact,
  error,
}: {
  readonly fact: FactRow;
  readonly error: string | undefined;
}): ReactElement {
  const stated = fact.stated === undefined ? undefined : words.stated(fact.stated);
  const hint = [fact.hint, stated].filter((part) => part !== undefined).join('. ');
  const field = {
    name: fact.name,
    label: fact.label,
    value: fact.value,
    error,
    optional: true,
    ...(hint === '' ? {} : { hint }),
  };
  return fact.options === undefined ? (
    <TextField {...field} width="medium" />
  ) : (
    <Select {...field} options={[{ value: '', label: '' }, ...fact.options]} />
  );
}
