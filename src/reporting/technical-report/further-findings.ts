/**
 * The rest of the first page, each only where it was asked for: a number such as age, items followed over exam windows, and
 * whether the model describes the answers.
 */
import type { Block, Mark } from '../document/document.ts';
import { driftedWords } from './drift-page.ts';
import { reasonOf } from './known.ts';
import { CLOSE, fitWords, POOR } from './model-fit-blocks.ts';
import { counted, fixed, listed, percent, shareOf } from './numerals.ts';
import type { CovariateFacts, DifRow, TechnicalReport } from './report.ts';

const MOST_LISTED = 5;

export const furtherFindings = (report: TechnicalReport): readonly Block[] => [
  ...report.covariates.map((facts) => numberFinding(report.dif, facts)),
  ...driftFinding(report),
  ...fitFinding(report),
];

const finding = (
  mark: Mark,
  heading: string,
  text: string,
  points: readonly string[] = [],
): Block => ({ kind: 'finding', mark, heading, text, points });

/** Items that still differ along the number after Holm's correction. */
export const beyondChance = (rows: readonly DifRow[]): readonly DifRow[] =>
  rows
    .filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted < 0.05)
    .sort((a, b) => (a.pAdjusted ?? 1) - (b.pAdjusted ?? 1));

function numberFinding(dif: readonly DifRow[], { column }: CovariateFacts): Block {
  const rows = dif.filter(({ method, group }) => method === 'continuous' && group === column);
  const judged = rows.filter(({ statistic }) => statistic !== null);
  const question = `Are items harder or easier as ${column} rises?`;
  if (judged.length === 0) {
    const because = reasonOf(rows[0]?.reasons ?? {}, 'statistic');
    return finding(
      'open',
      `${question} Cannot tell`,
      `No item could be judged${because === undefined ? '' : `: ${because}`}.`,
    );
  }
  const found = beyondChance(judged);
  return finding(
    found.length === 0 ? 'sound' : 'open',
    `${question} ${found.length === 0 ? 'None is, beyond chance' : `${counted(found.length, 'item')} ${found.length === 1 ? 'is' : 'are'}`}`,
    `${counted(judged.length, 'item was', 'items were')} judged among people with the same total, and corrected for looking at many.${found.length === 0 ? '' : ' With many people a trifle goes beyond chance: how large each difference is stands further down.'}`,
    found.length === 0
      ? []
      : [
          `${listed(
            found.map(({ item, effect }) => `${item} (${leaning(effect)})`),
            MOST_LISTED,
          )}.`,
        ],
  );
}

const leaning = (effect: number | null): string => ((effect ?? 0) < 0 ? 'harder' : 'easier');

function driftFinding({ windows }: TechnicalReport): readonly Block[] {
  const [first] = windows;
  if (first === undefined) {
    return [];
  }
  const question = 'Did items change from one window to the next?';
  const followed = windows.filter(({ generalShift }) => generalShift !== null);
  if (followed.length === 0) {
    const because = reasonOf(first.reasons, 'generalShift') ?? 'no reason is known';
    return [finding('open', `${question} Cannot tell`, `No item could be followed: ${because}.`)];
  }
  const moved = followed.flatMap(({ items, before, after }) => {
    const words = driftedWords(items);
    return words.length === 0 ? [] : [`From ${before} to ${after}: ${listed(words, MOST_LISTED)}.`];
  });
  const items = new Set(
    followed.flatMap((pair) => pair.items.filter(({ drifting }) => drifting).map(({ id }) => id)),
  ).size;
  const easier = followed.some((pair) =>
    pair.items.some(({ drifting, drift }) => drifting && (drift ?? 0) < 0),
  );
  const more = moved.length - MOST_LISTED;
  return [
    finding(
      items === 0 ? 'sound' : 'look',
      `${question} ${items === 0 ? 'None did, beyond chance' : `${counted(items, 'item')} did`}`,
      `${counted(followed.length, 'pair')} of windows compared; what the candidates as a whole did is taken out.${easier ? ' An item that suddenly got easier may have been passed on.' : ''}`,
      [
        ...moved.slice(0, MOST_LISTED),
        ...(more > 0 ? [`And ${counted(more, 'further pair')} of windows.`] : []),
      ],
    ),
  ];
}

function fitFinding({ calibration }: TechnicalReport): readonly Block[] {
  const fit = calibration?.fit;
  if (fit === undefined) {
    return [];
  }
  const person = calibration?.personFit;
  const points =
    person === undefined || person.share === null
      ? []
      : [
          `The answers of ${shareOf(person.surprising, person.people)} do not go with their ability; where all is well, up to ${percent(0.05)} do not.`,
        ];
  const question = 'Does the model describe the answers?';
  return fit.rmsea === null
    ? [
        finding(
          'open',
          `${question} Cannot tell`,
          `${fit.name} is not worked out, because ${reasonOf(fit.reasons, 'rmsea') ?? 'no reason is known'}.`,
          points,
        ),
      ]
    : [
        finding(
          fit.rmsea <= CLOSE ? 'sound' : fit.rmsea <= POOR ? 'open' : 'look',
          `${question} It is ${fitWords(fit.rmsea)}`,
          `RMSEA ${fixed(fit.rmsea)}; up to ${fixed(CLOSE, 2)} is close, above ${fixed(POOR, 2)} poor. Totals, reliability and the comparison of items at the same total do not rest on the model; the page “Items and people on one scale” does.`,
          points,
        ),
      ];
}
