/**
 * The first page, for somebody on a board: is the exam sound, do groups meet the same exam, what to look at first. In
 * words; no verdict on fairness, which no statistic can give; every sentence rests on a number further down.
 */
import { type Block, type Mark, prose, type Section } from '../document/document.ts';
import { furtherFindings } from './further-findings.ts';
import { spoken } from './group-names.ts';
import { plainly, reasonOf, WITHHELD } from './known.ts';
import { count, counted, fixed, people, percent, shareOf } from './numerals.ts';
import type { Comparison, DifRow, GroupSide, ItemFacts, TechnicalReport } from './report.ts';

/** Reliability that is usual where decisions about people rest on a total (Nunnally & Bernstein 1994). */
const USUAL = 0.8;
const LOW = 0.7;
/** A share of differing items beyond which the total itself is in doubt. */
const MANY = 0.2;
const MOST_LISTED = 8;
/** A chance too small to name an item for. */
const UNLIKELY = 0.01;

export function summaryPage(report: TechnicalReport): Section {
  return {
    id: 'summary',
    title: 'The short of it',
    blocks: [
      prose(opening(report)),
      ...doubts(report),
      soundness(report),
      ...report.comparisons.map((comparison) => groupFinding(report, comparison)),
      ...(report.comparisons.length + report.covariates.length === 0 ? [noGroups()] : []),
      ...furtherFindings(report),
      ...lookFirst(report),
      prose(missingWords(report)),
      prose(
        'This report measures; it does not decide. A flag asks people to look at an item with their own eyes. Words and methods are explained at the end.',
      ),
    ],
  };
}

const doubts = ({ doubts: all }: TechnicalReport): readonly Block[] =>
  all.length === 0
    ? []
    : [
        {
          kind: 'finding',
          mark: 'look',
          heading: 'Was the file read as it was meant?',
          text: 'The numbers below rest on something that nobody said.',
          points: all,
        },
      ];

function opening({ sample, form }: TechnicalReport): string {
  const left = sample.peopleRead - sample.people;
  const out = left === 0 ? '' : ` ${people(left)} could not be counted, for reasons given below.`;
  const passed =
    form.passing === null || form.cut === null
      ? ''
      : ` ${shareOf(form.passing, form.people)} reach the cut of ${form.cut}.`;
  return `${people(sample.people)} sat ${counted(sample.items, 'scored item')}${
    sample.pilotItems === 0 ? '' : ` and some of ${counted(sample.pilotItems, 'pilot item')}`
  }.${passed}${out}`;
}

/** Which rule each kind of missing answer was given: the same answers give other numbers under others. */
const missingWords = ({ missingRules }: TechnicalReport): string =>
  `Missing answers: ${missingRules
    .map(({ kind, cells, inShort }) => `${kind.toLowerCase()} (${count(cells)}) ${inShort}`)
    .join('; ')}.`;

const flagged = (items: readonly ItemFacts[], kind: string): readonly ItemFacts[] =>
  items.filter((item) => !item.pilot && item.flags.some((flag) => flag.kind === kind));

function soundness({ reliability, items, form }: TechnicalReport): Block {
  const { alpha, sem } = reliability;
  if (alpha === null || sem === null) {
    const because = reasonOf(reliability.reasons, 'alpha') ?? 'it is not defined';
    return {
      kind: 'finding',
      mark: 'open',
      heading: 'Is it sound? The total has no reliability to speak of',
      text: `Reliability cannot be worked out: ${because}.`,
      points: [],
    };
  }
  const keys = flagged(items, 'check-key').length;
  const mark: Mark = alpha < LOW || keys > 0 ? 'look' : alpha >= USUAL ? 'sound' : 'open';
  const level =
    alpha >= USUAL
      ? 'high enough for decisions about people'
      : alpha >= LOW
        ? 'below what is usual for decisions about people'
        : 'too low for decisions about people';
  const again =
    form.decisionConsistency === null
      ? ''
      : `About ${percent(form.decisionConsistency)} would get the same result, pass or fail, on another form of the exam.`;
  const key =
    keys === 0
      ? ''
      : `${counted(keys, 'item')} ${keys === 1 ? 'goes' : 'go'} against the rest of the exam: the key is the first thing to check.`;
  return {
    kind: 'finding',
    mark,
    heading: `Is it sound? The total’s reliability is ${besideLimits(alpha)}, ${level}`,
    text: `${fixed(USUAL, 2)} or more is usual. A person’s total can be off by about ${fixed(1.96 * sem, 0)} points either way by chance alone.`,
    points: [again, key].filter((point) => point !== ''),
  };
}

/** With as many digits as it takes to stand on its own side of the limits: 0.796 is not "0.80, below 0.80". */
const besideLimits = (alpha: number): string => {
  const limit = [USUAL, LOW].find((one) => alpha < one && fixed(alpha, 2) === fixed(one, 2));
  const digits = [2, 3, 4, 5].find(
    (one) => limit === undefined || alpha.toFixed(one) < limit.toFixed(one),
  );
  return fixed(alpha, digits ?? 6);
};

const noGroups = (): Block => ({
  kind: 'finding',
  mark: 'open',
  heading: 'Do groups meet the same exam? Nobody asked',
  text: 'No groups were named, so nothing was compared. Name a column with --group and the group you worry about with --focal.',
  points: [],
});

/** The rows of one comparison by one method. */
const rowsOf = (
  { dif }: TechnicalReport,
  { group, focal, reference }: Comparison,
  method: string,
): readonly DifRow[] =>
  dif.filter(
    (row) =>
      row.method === method &&
      row.group === group &&
      row.focal === focal.name &&
      row.reference === reference.name,
  );

function groupFinding(report: TechnicalReport, comparison: Comparison): Block {
  const who = namesOf(comparison).join(' and ');
  const byPoints = rowsOf(report, comparison, 'mantel');
  const rows = byPoints.length > 0 ? byPoints : rowsOf(report, comparison, 'mantel-haenszel');
  const judged = rows.filter((row) => row.class !== null);
  if (judged.length === 0) {
    const because = rows[0]?.reasons['class'] ?? comparison.reasons['people'];
    return {
      kind: 'finding',
      mark: 'open',
      heading: `Do ${who} meet the same exam? Cannot tell`,
      text: `No item could be judged${because === undefined ? '' : `: ${plainly(because)}`}.`,
      points: [
        ...bayesPoint(rowsOf(report, comparison, 'empirical-bayes')),
        ...outcomePoint(report, comparison),
      ],
    };
  }
  const large = judged.filter((row) => row.class === 'C').length;
  const moderate = judged.filter((row) => row.class === 'B').length;
  const all = large + moderate;
  return {
    kind: 'finding',
    mark: large > 0 ? 'look' : moderate > 0 ? 'open' : 'sound',
    heading: `Do ${who} meet the same exam? ${
      all === 0 ? 'No item stands out' : `${counted(all, 'item')} stand${all === 1 ? 's' : ''} out`
    }`,
    text: `Among people with the same total, ${counted(large, 'item shows', 'items show')} a large difference between the groups and ${moderate} a moderate one, of ${judged.length} judged.`,
    points: [
      ...directionPoint(judged, comparison),
      ...manyPoint(judged),
      ...outcomePoint(report, comparison),
      ...flipPoint(comparison),
    ],
  };
}

/** What is left to say where groups are too small for classes: the item that is most likely a true C. */
function bayesPoint(rows: readonly DifRow[]): readonly string[] {
  const known = rows.flatMap(({ item, detail }) =>
    typeof detail['chanceOfC'] === 'number' ? [{ item, chance: detail['chanceOfC'] }] : [],
  );
  const [first] = known.sort((a, b) => b.chance - a.chance);
  return first === undefined
    ? []
    : [
        `By empirical Bayes, which works with smaller groups, ${
          first.chance < UNLIKELY
            ? 'no item is likely to be a true C'
            : `the largest chance of a true C is ${percent(first.chance)}, for ${first.item}`
        }.`,
      ];
}

function directionPoint(judged: readonly DifRow[], comparison: Comparison): readonly string[] {
  const found = judged.filter((row) => row.class === 'B' || row.class === 'C');
  const [focal, reference] = namesOf(comparison);
  const against = found.filter((row) => row.direction?.startsWith(`harder for ${focal} `)).length;
  return found.length === 0
    ? []
    : [
        `Of these, ${against} ${against === 1 ? 'is' : 'are'} harder for ${focal} and ${found.length - against} for ${reference}.`,
      ];
}

function manyPoint(judged: readonly DifRow[]): readonly string[] {
  const significant = judged.filter((row) => (row.pValue ?? 1) < 0.05).length;
  return significant > MANY * judged.length
    ? [
        `${significant} items differ at 5 %, where about ${Math.round(judged.length / 20)} would by chance: so many that the total itself may not mean the same in both groups. Read single items with care, and SIBTEST beside Mantel-Haenszel.`,
      ]
    : [];
}

/** How the groups are called in a sentence: the focal group, the reference group. */
export const namesOf = ({ group, focal, reference }: Comparison): readonly [string, string] => [
  spoken(group, focal.name),
  spoken(group, reference.name),
];

/** "18 of 42 (43 %)", or what may be said instead. */
export const passingWords = ({ passing, people: all, reasons }: GroupSide): string =>
  passing === null || all === null
    ? (/^withheld: ((?:all but )?fewer than .*\))$/.exec(reasonOf(reasons, 'passing') ?? '')?.[1] ??
      WITHHELD)
    : shareOf(passing, all);

function outcomePoint({ form }: TechnicalReport, comparison: Comparison): readonly string[] {
  const { focal, reference, verdict, standardizedGap } = comparison;
  const [one, other] = namesOf(comparison);
  if (focal.people === null || reference.people === null) {
    return ['The groups’ results are withheld, because a group is too small to be shown.'];
  }
  const note = 'A gap in results is a fact about outcomes; it says nothing about any item.';
  if (form.cut !== null) {
    return [
      `Passing: ${one} ${passingWords(focal)}, ${other} ${passingWords(reference)}${verdict === null ? '' : `. ${verdict}`}. ${note}`,
    ];
  }
  return focal.mean === null || reference.mean === null || standardizedGap === null
    ? []
    : [
        `Mean totals: ${fixed(focal.mean, 1)} for ${one}, ${fixed(reference.mean, 1)} for ${other}. ${note}`,
      ];
}

function flipPoint(comparison: Comparison): readonly string[] {
  const { focalGain, focalLose, referenceGain, referenceLose, items, rounded } = comparison.flips;
  const [focal, reference] = namesOf(comparison);
  if (
    focalGain === null ||
    focalLose === null ||
    referenceGain === null ||
    referenceLose === null
  ) {
    return [];
  }
  return [
    `${rounded ? 'To the nearest three people: without' : 'Without'} ${items.length === 1 ? 'the flagged item' : `the ${items.length} flagged items`}, at the cut that lets most nearly as many people pass: of ${focal}, ${focalGain} would pass instead of failing and ${focalLose} fail instead of passing; of ${reference}, ${referenceGain} and ${referenceLose}.`,
  ];
}

function lookFirst(report: TechnicalReport): readonly Block[] {
  const fromItems = report.items.flatMap((item) =>
    item.flags
      .filter(
        (flag) =>
          !item.pilot && ['check-key', 'distractor-better', 'duplicate'].includes(flag.kind),
      )
      .map((flag) => `${item.id}: ${flag.because}.`),
  );
  const fromGroups = report.dif
    .filter(
      (row) =>
        (row.method === 'mantel-haenszel' || row.method === 'mantel') &&
        row.class === 'C' &&
        row.direction !== null,
    )
    .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))
    .map((row) => `${row.item}: ${row.direction}.`);
  const all = [...fromItems, ...fromGroups];
  if (all.length === 0) {
    return [];
  }
  const more = all.length - MOST_LISTED;
  return [
    { kind: 'subheading', id: 'look-first', text: 'What to look at first' },
    { kind: 'list', items: all.slice(0, MOST_LISTED) },
    ...(more > 0
      ? [
          prose(
            `${counted(more, 'further item')} ${more === 1 ? 'is' : 'are'} named in the pages below.`,
          ),
        ]
      : []),
  ];
}
