/** `/reports`: the public reports, the newest first, and when the next one comes out. */
import type { ReactElement } from 'react';
import { type CivilDate, inWords } from '../../../kernel/dates/civil-date.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { report as words } from '../../words/report.ts';

export interface ReportEntry {
  readonly number: number;
  readonly countedUntil: CivilDate;
  readonly publishedOn: CivilDate;
}

export function ReportsPage(props: {
  readonly frame: Frame;
  /** The newest first. */
  readonly reports: readonly ReportEntry[];
  readonly nextOn: CivilDate;
}): ReactElement {
  const { columns } = words;
  return (
    <PageFrame frame={props.frame} title={words.listTitle}>
      <h1>{words.listTitle}</h1>
      <p className="lead">{words.listLead}</p>
      {props.reports.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.list}
          columns={[
            { label: columns.number },
            { label: columns.until },
            { label: columns.published },
          ]}
          rows={props.reports.map(({ number, countedUntil, publishedOn }) => ({
            key: String(number),
            cells: [
              <a key="report" href={`/reports/${number}`}>
                {words.numbered(number)}
              </a>,
              inWords(countedUntil),
              inWords(publishedOn),
            ],
          }))}
        />
      )}
      <p>
        <strong>{words.next(inWords(props.nextOn))}</strong>
      </p>
      <p>{words.before}</p>
    </PageFrame>
  );
}
