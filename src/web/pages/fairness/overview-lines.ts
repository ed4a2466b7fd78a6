/** The lines of the overview: for each kind of decision what is found about it over everything asked, most telling first. */
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { VerdictKind } from '../../parts/verdict/verdict.tsx';
import { conduct } from '../../words/fairness-conduct.ts';
import { kinds, ways, overviewWords as words } from '../../words/fairness-kinds.ts';
import type { ConductFigures } from './conduct-figures.ts';
import { standingOut } from './deciders-section.tsx';
import {
  restWords,
  type Tally,
  tallyOfDraws,
  tallyOfOutcomes,
  tallyOfSanctions,
  tallyOfWaiting,
  tallyVerdict,
  toldWords,
} from './summary.ts';
import {
  addressOf,
  CONDUCT_PAGE,
  type DecisionKind,
  type FunnelFigures,
  type KindFigures,
  type WayName,
} from './view.ts';

export interface OverviewLine {
  readonly title: string;
  readonly href: string;
  readonly verdict: VerdictKind;
  /** "disparity shown for", before the groups; or the whole verdict in words. */
  readonly words: string;
  /** The groups for which a disparity is shown, each with the page that shows it. */
  readonly shown: readonly { readonly label: string; readonly href: string }[];
  /** After the groups. */
  readonly rest: string;
  /** Nothing could be compared. */
  readonly isTooFew: boolean;
  /** How many told us their group; undefined where no group is compared. */
  readonly told: string | undefined;
}

/** What is measured about one kind by one dimension. */
interface Tallied {
  readonly kind: string;
  readonly dimension: { readonly value: string; readonly label: string };
  readonly tally: Tally;
}

/** One entry of `figures` for each kind and dimension, one of `funnels` for each dimension. */
export function overviewLines(
  figures: readonly KindFigures[],
  funnels: readonly FunnelFigures[],
  program: string,
  sanctions: readonly Sanctioned[] = [],
): readonly OverviewLine[] {
  const present = [...new Set(figures.map(({ kind }) => kind))];
  const lines = [
    ...present.flatMap((kind) => waitingLine(kind, ofKind(figures, kind), program)),
    ...present.map((kind) => outcomeLine(kind, ofKind(figures, kind), program)),
    ...present.flatMap((kind) => questionsLine(kind, ofKind(figures, kind), program)),
    ...present.flatMap((kind) => decidersLine(kind, ofKind(figures, kind), program)),
    ...WAYS.flatMap((way) =>
      funnelLine(
        way,
        funnels.filter((one) => one.way === way),
        program,
      ),
    ),
    ...sanctionsLine(sanctions),
  ];
  return lines.toSorted((a, b) => tellingOf(b) - tellingOf(a));
}

/** What is shown, then what is open, then where nothing is; last, where there are too few people for anything. */
function tellingOf({ verdict, isTooFew }: OverviewLine): number {
  const order: readonly VerdictKind[] = ['parity', 'unknown', 'disparity'];
  return isTooFew ? -1 : order.indexOf(verdict);
}

const ofKind = (figures: readonly KindFigures[], kind: DecisionKind): readonly KindFigures[] =>
  figures.filter((one) => one.kind === kind);

function outcomeLine(
  kind: DecisionKind,
  own: readonly KindFigures[],
  program: string,
): OverviewLine {
  const tallied = own.map(({ dimension, groups, outcomes, draws }) => ({
    kind,
    dimension,
    tally:
      draws === undefined
        ? tallyOfOutcomes(groups, outcomes.value)
        : tallyOfDraws(groups, draws.value),
  }));
  const told = toldWords(own.map(({ outcomes }) => outcomes.value.response));
  return lineOf(kinds[kind].title, tallied, { program, told });
}

function waitingLine(
  kind: DecisionKind,
  own: readonly KindFigures[],
  program: string,
): readonly OverviewLine[] {
  const title = kinds[kind].waiting?.title;
  const tallied = own.flatMap(({ dimension, groups, waiting }) =>
    waiting === undefined
      ? []
      : [{ kind, dimension, tally: tallyOfWaiting(groups, waiting.value) }],
  );
  const told = toldWords(own.map(({ outcomes }) => outcomes.value.response));
  return title === undefined || tallied.length === 0
    ? []
    : [lineOf(title, tallied, { program, told })];
}

const WAYS = ['funnel', 'service'] as const;

function funnelLine(
  way: WayName,
  funnels: readonly FunnelFigures[],
  program: string,
): readonly OverviewLine[] {
  const tallied = funnels.map(({ dimension, groups, funnel, branches }) => ({
    kind: way,
    dimension,
    tally: added(
      [
        ...funnel.value.steps.map(({ table }) => table),
        ...branches.map(({ table }) => table.value),
      ].map((table) => tallyOfOutcomes(groups, table)),
    ),
  }));
  const told = toldWords(
    funnels.flatMap(({ funnel }) => funnel.value.steps.map(({ table }) => table.response)),
  );
  return tallied.length === 0 ? [] : [lineOf(ways[way].title, tallied, { program, told })];
}

export type Sanctioned = Pick<ConductFigures, 'dimension' | 'groups' | 'sanctions' | 'respondents'>;

function sanctionsLine(figures: readonly Sanctioned[]): readonly OverviewLine[] {
  const tallied = figures.flatMap(({ dimension, groups, sanctions }) =>
    sanctions === undefined
      ? []
      : [{ kind: CONDUCT_PAGE, dimension, tally: tallyOfSanctions(groups, sanctions.value) }],
  );
  const told = toldWords(
    figures.flatMap(({ respondents }) =>
      respondents
        .filter(({ kind }) => kind === 'conduct-finding')
        .map(({ outcomes }) => outcomes.value.response),
    ),
  );
  return tallied.length === 0 ? [] : [lineOf(conduct.overview, tallied, { program: '', told })];
}

/** A group for which a disparity is shown at several steps is named once. */
const added = (tallies: readonly Tally[]): Tally => ({
  shown: [...new Set(tallies.flatMap(({ shown }) => shown))],
  unknown: sum(tallies.map(({ unknown }) => unknown)),
  parity: sum(tallies.map(({ parity }) => parity)),
});

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function lineOf(
  title: string,
  tallied: readonly Tallied[],
  of: { readonly program: string; readonly told: string },
): OverviewLine {
  const { program, told } = of;
  const shown = tallied.flatMap(({ kind, dimension, tally }) =>
    tally.shown.map((group) => ({
      label: `${group} (${dimension.label})`,
      href: addressOf(kind, { dimension: dimension.value, program }),
    })),
  );
  const counts = {
    shown: shown.length,
    unknown: sum(tallied.map(({ tally }) => tally.unknown)),
    parity: sum(tallied.map(({ tally }) => tally.parity)),
  };
  const compared = counts.shown + counts.unknown + counts.parity;
  const none = compared === 0 ? words.tooFew : words.noDisparity;
  return {
    title,
    href: shown[0]?.href ?? pageOf(tallied, program),
    verdict: tallyVerdict(counts),
    words: shown.length > 0 ? words.disparity : none,
    shown,
    rest: restWords(counts),
    isTooFew: compared === 0,
    told,
  };
}

/** Of one dimension its page; of several the page as it opens by itself. */
function pageOf(tallied: readonly Pick<Tallied, 'kind' | 'dimension'>[], program: string): string {
  const [first, ...more] = tallied;
  return addressOf(first?.kind ?? '', {
    dimension: more.length === 0 ? (first?.dimension.value ?? '') : '',
    program,
  });
}

function questionsLine(
  kind: DecisionKind,
  own: readonly KindFigures[],
  program: string,
): readonly OverviewLine[] {
  const compared = own.flatMap(({ dimension, items }) =>
    formsIn(items).flatMap((form) =>
      form.compared.flatMap((one) =>
        one.items.flatMap(({ item, figures }) =>
          figures === WITHHELD ? [] : [{ item, dimension, isMarked: figures.standsOut }],
        ),
      ),
    ),
  );
  if (own.every(({ items }) => formsIn(items).length === 0)) {
    return [];
  }
  const marked = compared.filter(({ isMarked }) => isMarked);
  const pages = new Map(
    marked.map(({ dimension }) => [
      dimension.label,
      addressOf(kind, { dimension: dimension.value, program }),
    ]),
  );
  const count = new Set(marked.map(({ item }) => item)).size;
  const none = compared.length === 0 ? words.questionsTooFew : words.questionsNone;
  return [
    {
      title: words.questions,
      href: [...pages.values()][0] ?? pageOf(own, program),
      verdict: count > 0 ? 'disparity' : 'unknown',
      words: count > 0 ? `${words.questionsMarked(count)}:` : none,
      shown: [...pages].map(([label, href]) => ({ label, href })),
      rest: '',
      isTooFew: compared.length === 0,
      told: toldWords(own.map(({ outcomes }) => outcomes.value.response)),
    },
  ];
}

const formsIn = (items: KindFigures['items']) => items.flatMap(({ value }) => value);

/** Deciders are compared whatever the groups of those they decided about. */
function decidersLine(
  kind: DecisionKind,
  own: readonly KindFigures[],
  program: string,
): readonly OverviewLine[] {
  const deciders = own[0]?.deciders.value ?? [];
  const compared = deciders.filter(({ severity }) => severity !== undefined);
  if (compared.length === 0) {
    return [];
  }
  const shown = standingOut(deciders).length;
  const inState = (state: string): number =>
    compared.filter(({ severity }) => severity?.verdict.state === state).length;
  const [unknown, parity] = [inState('cannot-tell-yet'), inState('parity-shown')];
  return [
    {
      title: words.deciders(kinds[kind].title),
      href: `${pageOf(own, program)}#deciders-heading`,
      verdict: tallyVerdict({ shown, unknown, parity }),
      words: shown > 0 ? words.decidersMarked(shown) : words.decidersNone,
      shown: [],
      rest: '',
      isTooFew: false,
      told: undefined,
    },
  ];
}
