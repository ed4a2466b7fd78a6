/** `/desk/codes`: which texts of which code were supplied, and the form to supply more from a file. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { codeTexts as words } from '../../words/code-texts.ts';

export interface SuppliedState {
  /** "larkspur-care ccm-code/2015-01": what the form sends. */
  readonly value: string;
  readonly program: string;
  readonly version: string;
  readonly href: string;
  readonly withWords: number;
  readonly all: number;
  readonly last: string | undefined;
}

export interface DeskCodesPageProps {
  readonly frame: Frame;
  /** Every version of every code that takes texts. */
  readonly states: readonly SuppliedState[];
  readonly chosen: string;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function DeskCodesPage(props: DeskCodesPageProps): ReactElement {
  const { frame, states, mistakes, news } = props;
  const { columns } = words;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p>{words.whatCounts}</p>
      {states.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <DataTable
            caption={words.states}
            columns={[
              { label: columns.program },
              { label: columns.version },
              { label: columns.with },
              { label: columns.on },
            ]}
            rows={states.map((state) => ({
              key: state.value,
              cells: [
                <a key="program" href={state.href}>
                  {state.program}
                </a>,
                state.version,
                words.withWords(state.withWords, state.all),
                state.last ?? words.never,
              ],
            }))}
          />
          <Upload {...props} />
        </>
      )}
      <h2>{words.also}</h2>
      <ul className="plain-list">
        <li>
          <a href="/desk/opinions">{words.opinions}</a>
        </li>
        <li>
          <a href="/desk/dilemmas">{words.dilemmas}</a>
        </li>
      </ul>
    </PageFrame>
  );
}

function Upload({ frame, states, chosen, mistakes }: DeskCodesPageProps): ReactElement {
  return (
    <>
      <h2>{words.uploadTitle}</h2>
      <PostForm frame={frame} action="/desk/codes" name={words.uploadTitle} files>
        <Select
          name="version"
          label={words.version}
          options={states.map(({ value, program, version }) => ({
            value,
            label: words.versionOf(program, version),
          }))}
          value={chosen}
          error={errorFor(mistakes, 'version')}
        />
        <FileField
          name="texts"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,.tsv,.txt,.xlsx,.json"
          error={errorFor(mistakes, 'texts')}
        />
        <p className="small soft">{words.nothingYet}</p>
        <Button label={words.review} />
      </PostForm>
    </>
  );
}
