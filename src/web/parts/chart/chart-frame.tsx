/**
 * What every chart has: a title that states the finding, the drawing with a sentence for those who cannot see it,
 * how to read it, and the numbers themselves behind "Show the numbers".
 */
import type { ReactElement, ReactNode } from 'react';
import { en } from '../../words/en.ts';
import { DataTable, type DataTableProps } from '../data-table/data-table.tsx';

export interface ChartWords {
  /** Unique on the page. */
  readonly id: string;
  /** The finding: "Decisions took 9 days longer for candidates trained abroad". */
  readonly title: string;
  /** The same chart in one or two sentences, for a screen reader. */
  readonly sentence: string;
  /** How to read it, where the numbers come from, how many people. */
  readonly note?: ReactNode;
}

export function ChartFrame(
  props: ChartWords & {
    readonly table: Omit<DataTableProps, 'caption' | 'captionHidden'>;
    readonly children: ReactNode;
  },
): ReactElement {
  return (
    <figure className="chart" aria-labelledby={`${props.id}-title`}>
      <figcaption className="chart-title" id={`${props.id}-title`}>
        {props.title}
      </figcaption>
      <div role="img" aria-label={props.sentence}>
        {props.children}
      </div>
      {props.note === undefined ? null : <div className="chart-note">{props.note}</div>}
      <details className="chart-numbers">
        <summary>{en.findings.showNumbers}</summary>
        <DataTable {...props.table} caption={props.title} captionHidden />
      </details>
    </figure>
  );
}
