/** What we ask people about themselves: the list with its state, and one question with what is on record about it. */
import type { ReactElement } from 'react';
import type {
  DimensionOnRecord,
  DimensionTyped,
} from '../../../workflow/measure/record-dimension.ts';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { dimensions as words } from '../../words/fairness.ts';

const HERE = '/desk/dimensions';

export function DimensionsPage(props: {
  readonly frame: Frame;
  readonly rows: readonly DimensionOnRecord[];
  readonly news: string | undefined;
}): ReactElement {
  const { frame, rows, news } = props;
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      {news === undefined ? null : <Notice news>{news}</Notice>}
      <p className="lead">{words.intro}</p>
      <DataTable
        caption={words.title}
        captionHidden
        columns={[{ label: words.question }, { label: words.state }]}
        rows={rows.map(({ id, title, asked }) => ({
          key: id,
          cells: [
            <a key="open" href={`${HERE}?dimension=${id}`}>
              {title}
            </a>,
            asked ? words.asked : words.notAsked,
          ],
        }))}
      />
    </PageFrame>
  );
}

export function DimensionPage(props: {
  readonly frame: Frame;
  readonly row: DimensionOnRecord;
  readonly typed: DimensionTyped;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { frame, row, typed, mistakes } = props;
  const title = words.one(row.title);
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: HERE, label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      <DescriptionList
        items={[
          { term: words.state, value: row.asked ? words.asked : words.notAsked },
          { term: words.asks, value: row.question },
          { term: words.published, value: row.published },
          { term: words.standard, value: row.standard },
        ]}
      />
      <PostForm frame={frame} action={HERE}>
        <input type="hidden" name="dimension" value={row.id} />
        <TextArea
          name="purpose"
          label={words.purpose}
          hint={words.purposeHint}
          value={typed.purpose}
          rows={3}
          error={errorFor(mistakes, 'purpose')}
        />
        <TextArea
          name="basis"
          label={words.basis}
          hint={words.basisHint}
          value={typed.basis}
          rows={3}
          error={errorFor(mistakes, 'basis')}
        />
        <NumberField
          name="retention"
          label={words.retention}
          hint={words.retentionHint}
          value={typed.retention}
          unit={words.years}
          error={errorFor(mistakes, 'retention')}
        />
        <p className="button-row">
          <Button label={words.ask} name="ask" value="yes" />{' '}
          <Button label={words.stop} name="ask" value="no" look="secondary" />
        </p>
      </PostForm>
    </PageFrame>
  );
}
