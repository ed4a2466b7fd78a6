/**
 * A report as blocks that any format can print: prose, facts, tables, plots, findings. Numbers are already text here,
 * rounded once, so that every format shows the same digits.
 *
 * Not here: which blocks (pages), how they look (as-html, as-markdown, as-text).
 */
import type { Chart } from '../charts/svg.ts';

export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** The three answers a finding can have, each with its shape. */
export type Mark = 'look' | 'sound' | 'open';

export interface SmallMultiple {
  readonly name: string;
  readonly svg: string;
  /** One line under the plot. */
  readonly note: string;
}

export type Block =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'finding';
      readonly mark: Mark;
      readonly heading: string;
      readonly text: string;
      readonly points: readonly string[];
    }
  | { readonly kind: 'table'; readonly table: Table }
  | {
      readonly kind: 'chart';
      readonly chart: Chart;
      /** Its numbers; left out where they stand in a table right beside the plot. */
      readonly table?: Table;
    }
  | {
      readonly kind: 'multiples';
      readonly title: string;
      readonly sentence: string;
      readonly plots: readonly SmallMultiple[];
      readonly table: Table;
    }
  | { readonly kind: 'more'; readonly summary: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'subheading'; readonly id: string; readonly text: string };

export interface Section {
  /** Unique in the report; the address of the section. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

export const prose = (text: string): Block => ({ kind: 'prose', text });
export const left = (heading: string): Column => ({ heading, align: 'left' });
export const right = (heading: string): Column => ({ heading, align: 'right' });
export const tableBlock = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Block => ({ kind: 'table', table: { caption, columns, rows } });

export const SHAPES: Readonly<Record<Mark, string>> = { look: '◆', sound: '●', open: '○' };
