/** The fields of an act, each as the part of its kind; the pool of a draw as a table with one box a person. */
import type { ReactElement } from 'react';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DateField } from '../../parts/date-field/date-field.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { complaintActs as words } from '../../words/complaint-acts.ts';
import type { ActField, PoolRow } from './act-view.ts';

interface FieldsProps {
  readonly fields: readonly ActField[];
  readonly mistakes: readonly FieldMistake[];
}

export function ActFields({ fields, mistakes }: FieldsProps): ReactElement {
  return (
    <>
      {fields.map((field) => (
        <OneField key={field.name} field={field} mistakes={mistakes} />
      ))}
    </>
  );
}

function OneField(props: {
  readonly field: ActField;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { field, mistakes } = props;
  const error = errorFor(mistakes, field.name);
  switch (field.kind) {
    case 'words': {
      const { kind: _kind, optional, ...rest } = field;
      return <TextArea {...rest} optional={optional} error={error} />;
    }
    case 'one-of': {
      const { kind: _kind, ...rest } = field;
      return <RadioGroup {...rest} error={error} />;
    }
    case 'some-of': {
      const { kind: _kind, ...rest } = field;
      return <CheckboxGroup {...rest} error={error} />;
    }
    case 'day': {
      const { kind: _kind, ...rest } = field;
      return <DateField {...rest} error={error} />;
    }
    case 'file': {
      const { kind: _kind, ...rest } = field;
      return <FileField {...rest} accept=".pdf,.jpg,.jpeg,.png" error={error} />;
    }
    case 'unseen':
      return <input type="hidden" name={field.name} value={field.value} />;
    case 'part':
      return (
        <section className="act-part" aria-labelledby={`${field.name}-title`}>
          <h2 id={`${field.name}-title`}>{field.title}</h2>
          {field.text.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <ActFields fields={field.fields} mistakes={mistakes} />
        </section>
      );
    default:
      return <Pool rows={field.rows} mistakes={mistakes} />;
  }
}

function Pool(props: {
  readonly rows: readonly PoolRow[];
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  return props.rows.length === 0 ? (
    <p>{words.poolEmpty}</p>
  ) : (
    <DataTable
      caption={words.poolTitle}
      columns={[words.member, words.interests, words.tieColumn].map((label) => ({ label }))}
      rows={props.rows.map((row) => ({
        key: row.person,
        cells: [
          <Person key="person" row={row} />,
          row.interests === '' ? (
            <span key="none" className="soft">
              {words.noInterests}
            </span>
          ) : (
            <bdi key="interests">{row.interests}</bdi>
          ),
          <Tie key="tie" row={row} error={errorFor(props.mistakes, `tie-${row.person}`)} />,
        ],
      }))}
    />
  );
}

function Person({ row }: { readonly row: PoolRow }): ReactElement {
  return (
    <>
      <bdi>{row.fullName}</bdi>
      <span className="pool-facts">
        {`${row.isPublic ? words.public : words.credentialed}. ${words.trainedUntil} ${row.trainedUntil}. ${words.termEnds} ${row.termEnds}.`}
      </span>
      {row.warning === undefined ? null : <StatusTag tone="late" label={row.warning} />}
    </>
  );
}

function Tie(props: { readonly row: PoolRow; readonly error: string | undefined }): ReactElement {
  const { row, error } = props;
  const name = `tie-${row.person}`;
  return row.leftOut === undefined ? (
    <>
      <input
        className="box"
        id={name}
        name={name}
        type="text"
        dir="auto"
        autoComplete="off"
        defaultValue={row.tie}
        aria-label={words.tie(row.fullName)}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${name}-error`}
      />
      {error === undefined ? null : (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  ) : (
    <StatusTag tone="stopped" label={`${words.leftOut}: ${row.leftOut}`} />
  );
}
