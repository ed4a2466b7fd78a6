/**
 * Two groups: first their results, because a gap in results is not evidence about any item; then the items that are
 * harder for one group among people who know as much, by every method, effect sizes first.
 */

import { type Block, left, prose, right, type Section } from '../document/document.ts';
import { difBlocks, rowsOfComparison, subjectOf } from './dif-blocks.ts';
import { spoken } from './group-names.ts';
import { plainly, reasonOf } from './known.ts';
import { count, counted, fixed, listed, people, pValue, reader } from './numerals.ts';
import type { Comparison, GroupSide, TechnicalReport } from './report.ts';
import { namesOf, passingWords } from './summary-page.ts';

export function groupPages(report: TechnicalReport): readonly Section[] {
  return report.comparisons.map((comparison, place) => {
    const { group } = comparison;
    const rows = rowsOfComparison(report.dif, comparison);
    const methods = [...new Set(rows.map(({ method }) => method))];
    return {
      id: `group-${place + 1}`,
      title: `${namesOf(comparison).join(' and ')} (${group})`,
      blocks: [
        { kind: 'subheading', id: `results-${place + 1}`, text: 'Their results' },
        outcomes(comparison, report.settings.cut !== null),
        prose(outcomeWords(comparison)),
        ...flips(comparison),
        {
          kind: 'subheading',
          id: `dif-${place + 1}`,
          text: 'Items that are harder for one group among people who know as much',
        },
        ...difBlocks(rows, methods, { ...subjectOf(comparison), purifiedBeside: true }),
      ],
    };
  });
}

function outcomes(comparison: Comparison, cut: boolean): Block {
  const { focal, reference, reasons } = comparison;
  const side = (one: GroupSide): readonly string[] => {
    const number = reader({ ...one, reasons: { ...reasons, ...one.reasons } });
    return [
      spoken(comparison.group, one.name),
      number('people', count),
      number('mean', (value) => fixed(value, 2)),
      number('deviation', (value) => fixed(value, 2)),
      ...(cut ? [passingWords(one)] : []),
    ];
  };
  return {
    kind: 'table',
    table: {
      caption: `Results of the two groups${comparison.rounded === null ? '' : `, ${comparison.rounded}`}`,
      columns: [
        left('Group'),
        right('People'),
        right('Mean total'),
        right('Standard deviation'),
        ...(cut ? [right('Passing')] : []),
      ],
      rows: [side(reference), side(focal)],
    },
  };
}

function outcomeWords(comparison: Comparison): string {
  const { standardizedGap, verdict } = comparison;
  const number = reader(comparison);
  const two = (value: number): string => fixed(value, 2);
  const gap =
    standardizedGap === null
      ? ''
      : `The mean totals differ by ${two(Math.abs(standardizedGap))} standard deviations. `;
  const ratio =
    comparison.impactRatio === null
      ? ''
      : `Pass rates: ratio ${number('impactRatio', two)} (95 % interval ${number('impactRatioLow', two)} to ${number('impactRatioHigh', two)}), difference ${fixed(100 * (comparison.impactDifference ?? 0), 1).replace('-', '−')} percentage points, exact test p ${pValue(comparison.impactP)}. ${verdict ?? ''}. `;
  const missing = outsideWords(comparison);
  const why = [...new Set(Object.values(comparison.reasons).map(plainly))].join('; ');
  return `${gap}${ratio}A gap in results is a fact about outcomes; it says nothing about any item.${missing}${why === '' ? '' : ` Not shown or not known: ${why}.`}`;
}

/** Whoever is in neither group. */
function outsideWords({ notStated, elsewhere, group }: Comparison): string {
  if (notStated === null || elsewhere === null) {
    return '';
  }
  const missing =
    notStated === 0
      ? ''
      : ` ${people(notStated)} whose “${group}” is empty ${notStated === 1 ? 'is' : 'are'} in neither group.`;
  return `${missing}${elsewhere === 0 ? '' : ` ${people(elsewhere)} of other groups are in neither.`}`;
}

function flips(comparison: Comparison): readonly Block[] {
  const found = comparison.flips;
  const [focal, reference] = namesOf(comparison);
  const number = reader(found);
  if (found.cut === null) {
    const because = reasonOf(found.reasons, 'cut');
    return because === undefined
      ? []
      : [prose(`What the flagged items change at the cut: not worked out, because ${because}.`)];
  }
  return [
    {
      kind: 'table',
      table: {
        caption: `Who would change result without ${counted(found.items.length, 'flagged item')} (${listed(found.items, 6)}), at a cut of ${found.cut} on the shorter test, which lets most nearly as many people pass${found.rounded ? '; to the nearest three, because a count is one or two people' : ''}`,
        columns: [left('Group'), right('Would pass instead'), right('Would fail instead')],
        rows: [
          [reference, number('referenceGain', count), number('referenceLose', count)],
          [focal, number('focalGain', count), number('focalLose', count)],
        ],
      },
    },
  ];
}
