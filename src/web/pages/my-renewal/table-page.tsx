/** `/my/renewal/:credential/table`: a table handed in, and what becomes of each row before anything is kept. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { ChoiceRow } from '../../parts/radio-group/radio-group.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.table;

export interface RowShown {
  readonly row: number;
  readonly what: string;
  readonly fate: { readonly label: string; readonly tone: StatusTone };
  readonly because: readonly string[];
  /** What can be said about it: left out, or that it is new. */
  readonly say: 'leave' | 'confirm' | undefined;
  readonly said: boolean;
}

export interface TablePageProps {
  readonly frame: Frame;
  readonly credential: string;
  readonly columns: string;
  readonly mistakes: readonly FieldMistake[];
  /** The rows as they go back with the form, and what becomes of each; undefined before a table is there. */
  readonly preview: { readonly sent: string; readonly rows: readonly RowShown[] } | undefined;
}

export function TablePage(props: TablePageProps): ReactElement {
  const { frame, credential, mistakes, preview } = props;
  const at = `/my/renewal/${credential}`;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: `${at}/hours`, label: renewal.hours.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>{words.columns(props.columns)}</p>
      <PostForm frame={frame} action={`${at}/table`} files>
        <FileField
          name="table"
          label={words.file}
          accept=".csv,.tsv,.xlsx"
          error={errorFor(mistakes, 'table')}
        />
        <Buttons>
          <Button label={words.look} look={preview === undefined ? 'primary' : 'secondary'} />
        </Buttons>
      </PostForm>
      {preview === undefined ? null : (
        <>
          <h2>{words.preview}</h2>
          <PostForm frame={frame} action={`${at}/table`} hidden={{ rows: preview.sent }}>
            <ul className="renewal-list">
              {preview.rows.map((row) => (
                <li key={row.row} className="renewal-activity">
                  <RowCard row={row} />
                </li>
              ))}
            </ul>
            <Buttons>
              <Button label={words.save} />
            </Buttons>
          </PostForm>
        </>
      )}
    </PageFrame>
  );
}

function RowCard({ row }: { readonly row: RowShown }): ReactElement {
  return (
    <>
      <p>
        <strong>{`${words.row} ${row.row}`}</strong>
        {': '}
        <bdi>{row.what}</bdi>
      </p>
      <p>
        <StatusTag label={row.fate.label} tone={row.fate.tone} />
      </p>
      {row.because.map((because) => (
        <p key={because}>{because}</p>
      ))}
      {row.say === undefined ? null : (
        <ChoiceRow
          kind="checkbox"
          id={`row-${row.row}`}
          name={row.say}
          choice={{
            value: String(row.row),
            label: `${words[row.say]} (${words.row} ${row.row})`,
          }}
          chosen={row.said}
        />
      )}
    </>
  );
}
