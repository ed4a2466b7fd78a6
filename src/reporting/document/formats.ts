/** One result, many formats: data as JSON and CSV, and a document that HTML, Markdown and text only typeset. */
import { asHtml } from './as-html.ts';
import { asJson } from './as-json.ts';
import { asMarkdown } from './as-markdown.ts';
import { asText } from './as-text.ts';
import type { ReportDocument } from './document.ts';

export const FORMATS = ['text', 'html', 'json', 'csv', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** How one kind of result is told. */
export interface Forms<Result> {
  readonly document: (result: Result) => ReportDocument;
  readonly csv: (result: Result) => string;
  /** The object behind JSON, with its stable names. */
  readonly data: (result: Result) => object;
}

export function inFormat<Result>(format: Format, result: Result, forms: Forms<Result>): string {
  switch (format) {
    case 'json':
      return asJson(forms.data(result));
    case 'csv':
      return forms.csv(result);
    case 'html':
      return asHtml(forms.document(result));
    case 'markdown':
      return asMarkdown(forms.document(result));
    default:
      return asText(forms.document(result));
  }
}
