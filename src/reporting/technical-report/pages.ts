/** The report as a document: one page for the board first, then what it rests on, in the order a reader asks. */

import type { ReportDocument } from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { asCsv } from './as-csv.ts';
import { covariateSection } from './covariate-page.ts';
import { driftPages } from './drift-page.ts';
import { formPage, readingPage } from './form-page.ts';
import { groupPages } from './group-page.ts';
import { itemPage, optionPage } from './item-page.ts';
import { modelPage } from './model-page.ts';
import type { TechnicalReport } from './report.ts';
import { summaryPage } from './summary-page.ts';
import { totalPage } from './total-page.ts';
import { wordsPage } from './words-page.ts';

export const AUDIT_FORMS: Forms<TechnicalReport> = {
  document: pages,
  csv: asCsv,
  data: (report) => report,
};

export function pages(report: TechnicalReport): ReportDocument {
  return {
    title: 'Is this exam sound, and is it fair?',
    subtitle: `Technical report on ${report.file}`,
    sections: [
      summaryPage(report),
      formPage(report),
      readingPage(report),
      totalPage(report),
      itemPage(report),
      ...optionPage(report),
      modelPage(report),
      ...groupPages(report),
      ...report.covariates.map((facts, place) => covariateSection(facts, report.dif, place)),
      ...driftPages(report),
      wordsPage(),
    ],
  };
}
