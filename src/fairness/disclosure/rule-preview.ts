/**
 * Whom a changed rule would have let in and shut out, of past decisions, as far as it may be shown: counted up to the day
 * of the newest release, so that a preview's numbers add up to numbers that are public or withheld already.
 *
 *     not eligible = would be let in + would still not be; eligible = would be shut out + would still be
 *
 * An attacker knows every release and every earlier preview. Two previews overlap in people, so the people of each group
 * are divided by what every preview would have made of them: each preview's number is a sum over such classes, and no
 * class of fewer than eleven may be confined to fewer than five values. Classes that no findings lead to are no secret.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import type { CannotConceal } from './conceal.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import { type Cell, countCell, type LinkedTables, RULES, type Sum } from './linked-tables.ts';
import { countedCell, outcomeCells, type RowOf } from './outcome-cells.ts';
import { concealedBeside } from './protect-in-blocks.ts';
import type { ReleasedOutcomes, TablesToRelease } from './released-outcomes.ts';

/** What a change does to one past decision. */
export interface Judged {
  readonly group: string;
  readonly succeeded: boolean;
  /** For each earlier preview of this program in this release, and last the new one: whether the outcome would turn. */
  readonly turns: readonly boolean[];
}

export interface RulePreview {
  readonly release: number;
  readonly countedUntil: CivilDate;
  readonly dimension: string;
  readonly part: string;
  /** Names the change, the same whenever it is asked. */
  readonly change: string;
  /** Whether any findings at all lead from refused to let in, and from found eligible to shut out. */
  readonly canLetIn: boolean;
  readonly canShutOut: boolean;
  readonly everybody: PreviewRow;
  readonly rows: readonly (PreviewRow & { readonly group: string })[];
  /** Every new number by the name of its cell; null where it is withheld. */
  readonly numbers: Readonly<Record<string, number | null>>;
  readonly proof: { readonly viewers: number; readonly programs: number };
}

export interface PreviewRow {
  readonly before: { readonly succeeded: number; readonly total: number } | Withheld;
  readonly letIn: number | Withheld;
  readonly shutOut: number | Withheld;
  /** How many would be found eligible. */
  readonly after: number | Withheld;
}

export interface PreviewAsked {
  /** Outcomes by group of the kind that is decided, counted anew up to the day of the newest release. */
  readonly now: TablesToRelease;
  readonly part: string;
  readonly change: string;
  readonly judged: readonly Judged[];
  /** What can come of any findings. */
  readonly possible: readonly Omit<Judged, 'group'>[];
  /** From the oldest to the newest; at least one. */
  readonly releases: readonly ReleasedOutcomes[];
  /** Earlier previews of this part in the newest release, in the order of `turns`. */
  readonly earlier: readonly Published<RulePreview>[];
  /** Previews of this part in earlier releases. */
  readonly before: readonly Published<RulePreview>[];
}

export type CannotPreview = CannotConceal | 'not-released' | 'changed-since';

export function protectPreview(
  solver: Solver,
  asked: PreviewAsked,
): Result<Published<RulePreview>, CannotPreview> {
  const newest = asked.releases.at(-1);
  if (newest === undefined) {
    return refuse('not-released', 'no release was drawn yet');
  }
  const base = asReleased(outcomeCells([asked.now], RULES), newest);
  if (!base.ok) {
    return base;
  }
  const everybody = rowOf(asked, undefined);
  if (newest.numbers[countedCell(everybody, 'all')] === null) {
    return refuse('not-released', 'so few were decided about that the release withholds them all');
  }
  const added = previewCells(asked);
  const differs = added.cells.find(({ fate, value, known }) => fate === 'shown' && value !== known);
  if (differs !== undefined) {
    return refuse('changed-since', CHANGED);
  }
  const linked: LinkedTables = {
    cells: [...base.value.cells, ...added.cells.map(({ known: _, ...cell }) => cell)],
    sums: [...base.value.sums, ...added.sums],
  };
  const past = asked.releases.slice(0, -1).map(({ number, numbers }) => ({
    name: `release ${number}`,
    numbers: new Map(
      [
        numbers,
        ...asked.before
          .filter(({ value }) => value.release === number)
          .map(({ value }) => value.numbers),
      ]
        .flatMap((one) => Object.entries(one))
        .map(([id, value]): [string, number | undefined] => [id, value ?? undefined]),
    ),
  }));
  const found = concealedBeside(solver, linked, past);
  if (!found.ok) {
    return found;
  }
  const { withheld, proof } = found.value;
  const own = new Set(ownCells(asked));
  const numbers = Object.fromEntries(
    linked.cells.flatMap(({ id, value }) =>
      own.has(id) ? [[id, withheld.has(id) ? null : (value ?? null)]] : [],
    ),
  );
  return success(letThrough(shown(asked, newest, numbers, proof)));
}

const CHANGED =
  'answers or decisions have changed since the newest release, so that a preview would tell how; ask again after the next release';

/** The cells of a release as they were released. */
function asReleased(
  { cells, sums }: LinkedTables,
  { numbers }: ReleasedOutcomes,
): Result<LinkedTables, CannotPreview> {
  if (cells.some(({ id }) => numbers[id] === undefined)) {
    return refuse('not-released', 'the newest release does not count this yet');
  }
  if (cells.some(({ id, value }) => numbers[id] !== null && numbers[id] !== value)) {
    return refuse('changed-since', CHANGED);
  }
  return success({
    cells: cells.map(
      (cell): Cell =>
        numbers[cell.id] === null
          ? { ...cell, fate: 'withheld', promise: 'wide' }
          : { ...cell, fate: 'shown', promise: 'none' },
    ),
    sums,
  });
}

const rowOf = ({ now, part }: PreviewAsked, group: string | undefined): RowOf => ({
  kind: now.kind,
  dimension: now.dimension,
  part,
  group,
});

type Side = 'turns' | 'stays';
const FATES = [
  { succeeded: false, counted: 'failed', words: { turns: 'let in', stays: 'still not' } },
  { succeeded: true, counted: 'succeeded', words: { turns: 'shut out', stays: 'still' } },
] as const;

/** The same name in whichever dimension, where it counts everybody. */
const cellName = (
  { part }: Pick<PreviewAsked, 'part'>,
  of: { readonly change: string; readonly dimension: string; readonly group: string | undefined },
  words: string,
): string =>
  `preview of ${of.change} / ${part} / ${of.group === undefined ? '*' : of.dimension} / ${of.group ?? '*'} / ${words}`;

interface KnownCell extends Cell {
  /** What an earlier preview showed. */
  readonly known?: number;
}

interface Preview {
  readonly change: string;
  readonly dimension: string;
  readonly place: number;
  readonly numbers: RulePreview['numbers'] | undefined;
}

const previewsOf = ({ earlier, change, now }: PreviewAsked): readonly Preview[] => [
  ...earlier.map(({ value }, place) => ({ ...value, place })),
  { change, dimension: now.dimension, place: earlier.length, numbers: undefined },
];

const mayTurn = (asked: PreviewAsked, place: number, succeeded: boolean): boolean =>
  asked.possible.some((one) => one.succeeded === succeeded && one.turns[place] === true);

function previewCells(asked: PreviewAsked): {
  readonly cells: readonly KnownCell[];
  readonly sums: readonly Sum[];
} {
  const { groups, dimension } = asked.now;
  const cells = new Map<string, KnownCell>();
  const sums: Sum[] = [];
  const classes = classesOf(asked);
  for (const one of classes) {
    cells.set(one.cell.id, one.cell);
  }
  for (const preview of previewsOf(asked)) {
    for (const { succeeded, counted, words } of FATES) {
      if (mayTurn(asked, preview.place, succeeded)) {
        // Of a preview by another dimension only its totals count the same people.
        const own = preview.dimension === dimension;
        for (const group of own ? [...groups, undefined] : [undefined]) {
          const ids = { turns: '', stays: '' };
          for (const side of ['turns', 'stays'] as const) {
            const id = cellName(asked, { ...preview, group }, words[side]);
            const within = classes.filter((each) =>
              isIn(each, group, succeeded, preview.place, side),
            );
            ids[side] = id;
            cells.set(id, previewCell(id, within, preview, group));
            sums.push({ total: id, parts: within.map(({ cell }) => cell.id) });
          }
          sums.push({
            total: countedCell(rowOf(asked, group), counted),
            parts: [ids.turns, ids.stays],
          });
        }
      }
    }
  }
  return { cells: [...cells.values()], sums: sums.filter(({ parts }) => parts.length > 0) };
}

function previewCell(
  id: string,
  within: readonly Class[],
  { numbers }: Preview,
  group: string | undefined,
): KnownCell {
  const value = within.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0);
  const cell = countCell(id, value, RULES, { unit: id.slice(0, id.lastIndexOf(' / ')) });
  const known = numbers?.[id];
  if (numbers === undefined || known === undefined) {
    return { ...cell, weight: group === undefined ? 4 * cell.weight : cell.weight };
  }
  return known === null
    ? { ...cell, fate: 'withheld', promise: 'wide' }
    : { ...cell, fate: 'shown', promise: 'none', known };
}

interface Class extends Omit<Judged, 'group'> {
  readonly group: string;
  readonly cell: Cell;
}

/** The people of each group by their outcome and by what every preview makes of it. Never shown. */
function classesOf({ now, part, judged, possible }: PreviewAsked): readonly Class[] {
  const keyOf = ({ succeeded, turns }: Omit<Judged, 'group'>): string =>
    `${succeeded ? 'eligible' : 'not'} ${turns.map(Number).join('')}`;
  const counts = new Map<string, number>();
  for (const one of judged) {
    const key = `${one.group} / ${keyOf(one)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kinds = new Map(possible.map((one) => [keyOf(one), one]));
  return now.groups.flatMap((group) =>
    [...kinds].map(([key, { succeeded, turns }]): Class => {
      const value = counts.get(`${group} / ${key}`) ?? 0;
      const cell = countCell(
        `class / ${part} / ${now.dimension} / ${group} / ${key}`,
        value,
        RULES,
      );
      const promise = value < RULES.smallest ? 'wide' : 'none';
      return { group, succeeded, turns, cell: { ...cell, fate: 'withheld', promise } };
    }),
  );
}

const isIn = (
  one: Class,
  group: string | undefined,
  succeeded: boolean,
  place: number,
  side: Side,
): boolean =>
  (group === undefined || one.group === group) &&
  one.succeeded === succeeded &&
  (one.turns[place] === true) === (side === 'turns');

const ownCells = (asked: PreviewAsked): readonly string[] =>
  FATES.flatMap(({ succeeded, words }) =>
    mayTurn(asked, asked.earlier.length, succeeded)
      ? [...asked.now.groups, undefined].flatMap((group) =>
          (['turns', 'stays'] as const).map((side) =>
            cellName(asked, { ...asked, dimension: asked.now.dimension, group }, words[side]),
          ),
        )
      : [],
  );

function shown(
  asked: PreviewAsked,
  newest: ReleasedOutcomes,
  numbers: RulePreview['numbers'],
  { viewers, programs }: RulePreview['proof'],
): RulePreview {
  const { change, part, now } = asked;
  const [canLetIn, canShutOut] = FATES.map(({ succeeded }) =>
    mayTurn(asked, asked.earlier.length, succeeded),
  );
  const row = (group: string | undefined): PreviewRow => {
    const count = (place: 0 | 1): number | Withheld => {
      const { succeeded, words } = FATES[place];
      return mayTurn(asked, asked.earlier.length, succeeded)
        ? (numbers[cellName(asked, { change, dimension: now.dimension, group }, words.turns)] ??
            WITHHELD)
        : 0;
    };
    const of = rowOf(asked, group);
    const succeeded = newest.numbers[countedCell(of, 'succeeded')] ?? undefined;
    const total = newest.numbers[countedCell(of, 'all')] ?? undefined;
    const [letIn, shutOut] = [count(0), count(1)];
    return {
      before: succeeded === undefined || total === undefined ? WITHHELD : { succeeded, total },
      letIn,
      shutOut,
      after:
        succeeded === undefined || letIn === WITHHELD || shutOut === WITHHELD
          ? WITHHELD
          : succeeded + letIn - shutOut,
    };
  };
  return {
    release: newest.number,
    countedUntil: newest.countedUntil,
    dimension: now.dimension,
    part,
    change,
    canLetIn: canLetIn === true,
    canShutOut: canShutOut === true,
    everybody: row(undefined),
    rows: now.groups.map((group) => ({ group, ...row(group) })),
    numbers,
    proof: { viewers, programs },
  };
}

/** What was let through when it was stored is let through again. */
export const storedPreviews = (bodies: readonly RulePreview[]): readonly Published<RulePreview>[] =>
  bodies.map(letThrough);
