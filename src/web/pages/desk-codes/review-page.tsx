/** What becomes of each row of a file, before anything is kept; then one button that keeps what is new or changed. */
import type { ReactElement } from 'react';
import type { Fates, RowFate } from '../../../program/conduct/kept-texts.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { codeTexts as words } from '../../words/code-texts.ts';

export interface ReviewPageProps {
  readonly frame: Frame;
  readonly program: string;
  readonly version: string;
  readonly fates: Fates;
  /** Sent along with the button: which version, which rows, what was seen. */
  readonly hidden: Readonly<Record<string, string>>;
}

export function ReviewPage(props: ReviewPageProps): ReactElement {
  const { frame, program, version, fates } = props;
  const count = { new: 0, changed: 0, same: 0, fault: 0 };
  for (const { fate } of fates.rows) {
    count[fate] += 1;
  }
  const good = fates.rows.filter(({ fate }) => fate !== 'fault');
  return (
    <PageFrame
      frame={frame}
      title={words.reviewTitle}
      trail={{ above: [{ href: '/desk/codes', label: words.title }] }}
      wide
      unlisted
    >
      <h1>{words.reviewTitle}</h1>
      <p className="lead">{words.reviewOf(program, version)}</p>
      <p>{words.summary(count)}</p>
      {count.fault > 0 ? <Faults rows={fates.rows} /> : <Keep {...props} />}
      {fates.missing.length === 0 ? null : <p>{words.missing(fates.missing.join(', '))}</p>}
      {fates.untouched.length === 0 ? null : <p>{words.untouched(fates.untouched.join(', '))}</p>}
      {good.length === 0 ? null : <Rows rows={good} />}
      <p>
        <a href="/desk/codes">{words.again}</a>
      </p>
    </PageFrame>
  );
}

function Faults({ rows }: { readonly rows: readonly RowFate[] }): ReactElement {
  return (
    <>
      <Notice title={words.fates.fault}>
        <p>{words.mend}</p>
      </Notice>
      <DataTable
        caption={words.faultsCaption}
        columns={[{ label: words.row }, { label: words.number }, { label: words.problem }]}
        rows={rows
          .filter(({ fate }) => fate === 'fault')
          .map(({ row, number, because }) => ({
            key: String(row),
            cells: [String(row), number, because],
          }))}
      />
    </>
  );
}

function Keep({ frame, fates, hidden }: ReviewPageProps): ReactElement {
  return fates.toKeep.length === 0 ? (
    <p>{words.nothingToKeep}</p>
  ) : (
    <PostForm frame={frame} action="/desk/codes/keep" hidden={hidden} files>
      <p>{words.keepText}</p>
      <Buttons>
        <Button label={words.keep(fates.toKeep.length)} />
      </Buttons>
    </PostForm>
  );
}

function Rows({ rows }: { readonly rows: readonly RowFate[] }): ReactElement {
  return (
    <DataTable
      caption={words.rowsCaption}
      columns={[
        { label: words.number },
        { label: words.fate },
        { label: words.now },
        { label: words.after },
      ]}
      rows={rows.map((row) => ({
        key: String(row.row),
        cells: [
          row.number,
          words.fates[row.fate],
          row.fate === 'same' ? null : <Words key="now" of={row.before} />,
          <Words key="after" of={row.after} />,
        ],
      }))}
    />
  );
}

function Words({ of }: { readonly of: RowFate['before'] }): ReactElement {
  return of === undefined ? (
    <span className="soft">{words.noWords}</span>
  ) : (
    <div className="code-side">
      <p dir="auto">
        <strong>{of.title}</strong>
      </p>
      <p className="provision-text" dir="auto">
        {of.text}
      </p>
    </div>
  );
}
