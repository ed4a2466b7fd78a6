/**
 * Everything that one measuring lets out: the tables of outcomes, and what is worked out for the groups that they show:
 * waiting times, exam questions, deciders beside one another. A page shows the newest release; a group that it withholds
 * and an earlier one showed stands as it was shown then, with its day.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { letThrough, type Published, WITHHELD } from './gate.ts';
import type { MeasuredOutcomes } from './published.ts';
import type { MeasuredDecider } from './published-deciders.ts';
import type { MeasuredDraws } from './published-draws.ts';
import type { ShownStep } from './published-funnel.ts';
import type { ComparedItems, MeasuredItems } from './published-items.ts';
import type { MeasuredSanctions } from './published-sanctions.ts';
import type { MeasuredWaiting } from './published-waits.ts';
import { type ReleasedOutcomes, standingTable, type TableOf } from './released-outcomes.ts';

interface ReleasedWaiting {
  readonly kind: string;
  readonly dimension: string;
  readonly part: string;
  readonly figures: MeasuredWaiting;
}

interface ReleasedItems {
  readonly dimension: string;
  readonly program: string;
  readonly forms: readonly MeasuredItems[];
}

interface ReleasedDeciders {
  readonly kind: string;
  readonly part: string;
  readonly deciders: readonly MeasuredDecider[];
}

interface ReleasedSanctions {
  readonly dimension: string;
  readonly part: string;
  readonly figures: MeasuredSanctions;
}

interface ReleasedDraws {
  readonly kind: string;
  readonly dimension: string;
  readonly figures: MeasuredDraws;
}

export interface Release {
  readonly outcomes: ReleasedOutcomes;
  readonly waiting: readonly ReleasedWaiting[];
  readonly items: readonly ReleasedItems[];
  readonly deciders: readonly ReleasedDeciders[];
  /** Releases from before complaints were measured have none; nor have those without any complaint. */
  readonly sanctions?: readonly ReleasedSanctions[];
  /** Complaints about the body itself, step by step. */
  readonly aboutBody?: readonly ShownStep[];
  /** Who was drawn against who could have been; absent where nobody was drawn yet. */
  readonly draws?: readonly ReleasedDraws[];
}

type Gated<Row, Figures extends keyof Row> = Omit<Row, Figures> & {
  readonly [Name in Figures]: Published<Row[Name]>;
};

/** Puts together what has passed the gate piece by piece. */
export function assembledRelease(parts: {
  readonly outcomes: Published<ReleasedOutcomes>;
  readonly waiting: readonly Gated<ReleasedWaiting, 'figures'>[];
  readonly items: readonly Gated<ReleasedItems, 'forms'>[];
  readonly deciders: readonly Gated<ReleasedDeciders, 'deciders'>[];
  readonly sanctions: readonly Gated<ReleasedSanctions, 'figures'>[];
  readonly aboutBody: Published<readonly ShownStep[]>;
  readonly draws: readonly Gated<ReleasedDraws, 'figures'>[];
}): Published<Release> {
  return letThrough({
    outcomes: parts.outcomes.value,
    waiting: parts.waiting.map((row) => ({ ...row, figures: row.figures.value })),
    items: parts.items.map((row) => ({ ...row, forms: row.forms.value })),
    deciders: parts.deciders.map((row) => ({ ...row, deciders: row.deciders.value })),
    ...(parts.sanctions.length === 0
      ? {}
      : {
          sanctions: parts.sanctions.map((row) => ({ ...row, figures: row.figures.value })),
          aboutBody: parts.aboutBody.value,
        }),
    ...(parts.draws.length === 0
      ? {}
      : { draws: parts.draws.map((row) => ({ ...row, figures: row.figures.value })) }),
  });
}

export const outcomesOf = ({ value }: Published<Release>): Published<ReleasedOutcomes> =>
  letThrough(value.outcomes);

/** Releases as they were stored, from the oldest to the newest: they passed the gate before they were. */
export const storedReleases = (releases: readonly Release[]): Published<readonly Release[]> =>
  letThrough(releases);

/** One of them; undefined where there is none of that number. */
export function releaseNumbered(
  { value: releases }: Published<readonly Release[]>,
  number: number,
): Published<Release> | undefined {
  const found = releases.find(({ outcomes }) => outcomes.number === number);
  return found === undefined ? undefined : letThrough(found);
}

export const standingOutcomes = (
  { value: releases }: Published<readonly Release[]>,
  of: TableOf,
): Published<MeasuredOutcomes> | undefined =>
  standingTable(letThrough(releases.map(({ outcomes }) => outcomes)), of);

export function standingWaiting(
  { value: releases }: Published<readonly Release[]>,
  of: { readonly kind: string; readonly dimension: string; readonly part: string },
): Published<MeasuredWaiting> {
  const found = releases.toReversed().flatMap(({ outcomes, waiting }) => {
    const own = waiting.find(
      ({ kind, dimension, part }) =>
        kind === of.kind && dimension === of.dimension && part === of.part,
    );
    return own === undefined ? [] : [{ countedUntil: outcomes.countedUntil, ...own.figures }];
  });
  const [newest, ...before] = found;
  if (newest === undefined) {
    return letThrough({ reference: undefined, rows: [] });
  }
  const rows = newest.rows.map((row) => {
    const shown = before.flatMap(({ countedUntil, rows: earlier }) =>
      earlier
        .filter(({ group, waiting }) => group === row.group && waiting !== WITHHELD)
        .map((one) => ({ ...one, countedUntil })),
    );
    return row.waiting === WITHHELD ? (shown[0] ?? row) : row;
  });
  return letThrough({ reference: newest.reference, rows });
}

/** Undefined before the first release that measures sanctions. */
export function standingSanctions(
  { value: releases }: Published<readonly Release[]>,
  of: { readonly dimension: string; readonly part: string },
): Published<MeasuredSanctions> | undefined {
  const found = releases.toReversed().flatMap(({ outcomes, sanctions = [] }) => {
    const own = sanctions.find(
      ({ dimension, part }) => dimension === of.dimension && part === of.part,
    );
    return own === undefined ? [] : [{ countedUntil: outcomes.countedUntil, figures: own.figures }];
  });
  const [newest, ...before] = found;
  if (newest === undefined) {
    return undefined;
  }
  const rows = newest.figures.rows.map((row) => {
    const shown = before.flatMap(({ countedUntil, figures }) =>
      figures.rows
        .filter(({ group, sanctions }) => group === row.group && sanctions !== WITHHELD)
        .map((one) => ({ ...one, countedUntil })),
    );
    return row.sanctions === WITHHELD ? (shown[0] ?? row) : row;
  });
  return letThrough({ ...newest.figures, rows });
}

/** Undefined where the newest release tells of no such draw. */
export function standingDraws(
  { value: releases }: Published<readonly Release[]>,
  of: { readonly kind: string; readonly dimension: string },
): Published<MeasuredDraws> | undefined {
  const found = releases.toReversed().flatMap(({ outcomes, draws = [] }) => {
    const own = draws.find(({ kind, dimension }) => kind === of.kind && dimension === of.dimension);
    return own === undefined
      ? []
      : [{ countedUntil: outcomes.countedUntil, rows: own.figures.rows }];
  });
  const [newest, ...before] = found;
  if (newest === undefined) {
    return undefined;
  }
  const rows = newest.rows.map((row) => {
    const shown = before.flatMap(({ countedUntil, rows: earlier }) =>
      earlier
        .filter(({ group, draw }) => group === row.group && draw !== WITHHELD)
        .map((one) => ({ ...one, countedUntil })),
    );
    return row.draw === WITHHELD ? (shown[0] ?? row) : row;
  });
  return letThrough({ rows });
}

/** Complaints about the body in the newest release; empty where it counts none. */
export const stepsOfBody = ({
  value: releases,
}: Published<readonly Release[]>): Published<readonly ShownStep[]> =>
  letThrough(releases.at(-1)?.aboutBody ?? []);

/** Groups whose questions the newest release does not compare stand as the last one that did compared them. */
export function standingItems(
  { value: releases }: Published<readonly Release[]>,
  of: { readonly dimension: string; readonly program: string },
): Published<readonly MeasuredItems[]> | undefined {
  const found = releases.toReversed().flatMap(({ outcomes, items }) => {
    const own = items.find(
      ({ dimension, program }) => dimension === of.dimension && program === of.program,
    );
    return own === undefined ? [] : [{ countedUntil: outcomes.countedUntil, forms: own.forms }];
  });
  const [newest, ...before] = found;
  return newest === undefined
    ? undefined
    : letThrough(newest.forms.map((form) => ({ ...form, ...comparedEarlier(form, before) })));
}

function comparedEarlier(
  form: MeasuredItems,
  before: readonly { readonly countedUntil: CivilDate; readonly forms: readonly MeasuredItems[] }[],
): Pick<MeasuredItems, 'compared' | 'tooFew'> {
  const compared: ComparedItems[] = [...form.compared];
  for (const { countedUntil, forms } of before) {
    const same = forms.find(
      (one) => one.form === form.form && one.reference?.id === form.reference?.id,
    );
    for (const one of same?.compared ?? []) {
      if (!compared.some(({ focal }) => focal.id === one.focal.id)) {
        compared.push({ ...one, countedUntil: one.countedUntil ?? countedUntil });
      }
    }
  }
  const isCompared = (id: string): boolean => compared.some(({ focal }) => focal.id === id);
  return { compared, tooFew: form.tooFew.filter(({ id }) => !isCompared(id)) };
}

export function standingDeciders(
  { value: releases }: Published<readonly Release[]>,
  of: { readonly kind: string; readonly part: string },
): Published<readonly MeasuredDecider[]> {
  const found = releases
    .at(-1)
    ?.deciders.find(({ kind, part }) => kind === of.kind && part === of.part);
  return letThrough(found?.deciders ?? []);
}
