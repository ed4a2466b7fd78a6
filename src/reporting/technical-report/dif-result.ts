/** What `evenhand dif` found: one object with stable names (docs/json.md), and its forms. */
import { csvText } from '../document/csv.ts';
import { prose, type ReportDocument, type Section } from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { assumedSections } from './assumed-section.ts';
import { covariateSection } from './covariate-page.ts';
import { difBlocks, rowsOfComparison, subjectOf } from './dif-blocks.ts';
import { plainly } from './known.ts';
import { methodName } from './method-names.ts';
import { counted, listed } from './numerals.ts';
import type { Comparison, CovariateFacts, DifRow, Reasons } from './report.ts';
import { namesOf } from './summary-page.ts';

export interface DifResult {
  readonly schema: 'evenhand.dif.1';
  readonly file: string;
  readonly method: string;
  /** The items people were matched on, or that held the scale, where they were named; empty: all scored ones. */
  readonly anchors: readonly string[];
  readonly dif: readonly DifRow[];
  readonly comparisons: readonly Comparison[];
  readonly covariates: readonly CovariateFacts[];
  readonly assumed: readonly string[];
  readonly reasons: Reasons;
}

export const DIF_FORMS: Forms<DifResult> = {
  document: difDocument,
  csv: difCsv,
  data: (result) => result,
};

function difCsv({ dif }: DifResult): string {
  const details = [...new Set(dif.flatMap(({ detail }) => Object.keys(detail)))];
  const corrected = dif.some((row) => row.statisticCorrected !== undefined);
  return csvText([
    [
      ...['item', 'method', 'group', 'focal', 'reference', 'statistic'],
      ...(corrected ? ['statisticCorrected'] : []),
      ...['degreesOfFreedom', 'pValue', 'pAdjusted', 'effect', 'effectError', 'class'],
      ...['direction', 'people', 'focalPeople', 'strata', ...details, 'reason'],
    ],
    ...dif.map((row) => [
      ...[row.item, row.method, row.group, row.focal, row.reference, row.statistic],
      ...(corrected ? [row.statisticCorrected] : []),
      ...[row.degreesOfFreedom, row.pValue, row.pAdjusted, row.effect, row.effectError, row.class],
      ...[row.direction, row.people, row.focalPeople, row.strata],
      ...details.map((name) => row.detail[name]),
      row.reasons['statistic'] ?? row.reasons['effect'],
    ]),
  ]);
}

function difDocument(result: DifResult): ReportDocument {
  const { comparisons, covariates, dif, assumed, reasons, method, file } = result;
  return {
    title: 'Items that are harder for one group among people who know as much',
    subtitle: `${methodName(method)} on ${file}`,
    sections: [
      ...assumedSections(assumed),
      ...anchorSections(result),
      ...comparisons.map((comparison, place) => {
        const rows = rowsOfComparison(dif, comparison);
        return {
          id: `group-${place + 1}`,
          title: `${namesOf(comparison).join(' and ')} (${comparison.group})`,
          blocks:
            rows.length === 0
              ? [
                  prose(
                    `Not compared: ${plainly(comparison.reasons['people'] ?? reasons['dif'] ?? 'no reason is known')}.`,
                  ),
                ]
              : difBlocks(rows, [method], subjectOf(comparison)),
        };
      }),
      ...covariates.map((facts, place) => covariateSection(facts, dif, place)),
    ],
  };
}

/** On which items the comparison rests, where they were named. */
const anchorSections = ({ anchors }: DifResult): readonly Section[] =>
  anchors.length === 0
    ? []
    : [
        {
          id: 'anchors',
          title: 'What the comparison rests on',
          blocks: [
            prose(
              `${counted(anchors.length, 'item was', 'items were')} named as fair, and the groups are compared on ${anchors.length === 1 ? 'it' : 'them'} alone: ${listed(anchors, 40)}. If one of them is not fair, other items look harder or easier than they are.`,
            ),
          ],
        },
      ];
