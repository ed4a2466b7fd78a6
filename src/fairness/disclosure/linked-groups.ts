/**
 * What follows from numbers about several groups of the same people, put together: sums over groups can be added and
 * taken from one another, over two groups or over ten. "All others" less every other group that is shown leaves those of
 * the last one.
 *
 *     a sum over the people of v follows from sums over groups g  <=>  v = sum of c(g) 1(g), for some numbers c(g)
 *
 * Exact for what can be worked out as a sum, which is all that adding and subtracting gives. Where so many small cells hang
 * together that looking at every one would take too long, the answer is that a handful follows: too careful, never too
 * free. Source of the attack: Dobkin, Jones & Lipton (1979), databases queried by linear sums.
 *
 * Not here: bounds on numbers that do not follow exactly (attacker.ts), and what is then shown (workflow/audit).
 */
import { at } from '../../kernel/result/at.ts';

/** One for each person: 1 in the group, 0 not. */
export type Members = Uint8Array;

const HAIR = 1e-9;
const MOST_LOOKS = 2000;

/** People who are in the same groups, taken as one cell. */
interface Cells {
  /** A row for each group, a column for each cell. */
  readonly rows: readonly (readonly number[])[];
  readonly people: readonly number[];
}

function cellsOf(groups: readonly Members[]): Cells {
  const length = groups[0]?.length ?? 0;
  let cells: { readonly cell: Int32Array; readonly bits: readonly (readonly number[])[] } = {
    cell: new Int32Array(length),
    bits: [[]],
  };
  for (const group of groups) {
    cells = split(cells, group);
  }
  const counts = new Float64Array(cells.bits.length);
  for (const cell of cells.cell) {
    counts[cell] = at(counts, cell) + 1;
  }
  const inSome = cells.bits.flatMap((bits, cell) => (bits.includes(1) ? [cell] : []));
  return {
    rows: groups.map((_, group) => inSome.map((cell) => at(at(cells.bits, cell), group))),
    people: inSome.map((cell) => at(counts, cell)),
  };
}

/** Every cell in two, by whether its people are in one more group. */
function split(
  { cell, bits }: { readonly cell: Int32Array; readonly bits: readonly (readonly number[])[] },
  group: Members,
): { readonly cell: Int32Array; readonly bits: readonly (readonly number[])[] } {
  const places = new Map<number, number>();
  const next = cell.map((old, person) => {
    const key = 2 * old + at(group, person);
    const known = places.get(key) ?? places.size;
    places.set(key, known);
    return known;
  });
  return {
    cell: next,
    bits: [...places.keys()].map((key) => [...at(bits, Math.floor(key / 2)), key % 2]),
  };
}

/** Gauss-Jordan elimination; answers the rows that are left, each with the column it leads. */
function reduced(rows: readonly (readonly number[])[], columns: readonly number[]): Reduced {
  const left = rows.map((row) => [...row]);
  const leads: number[] = [];
  for (const column of columns) {
    const rank = leads.length;
    const best = left.reduce(
      (most, row, place) =>
        place >= rank &&
        Math.abs(at(row, column)) > Math.abs(most < 0 ? HAIR : at(at(left, most), column))
          ? place
          : most,
      -1,
    );
    if (best >= 0) {
      const pivot = at(left, best);
      left[best] = at(left, rank);
      const lead = at(pivot, column);
      left[rank] = pivot.map((one) => one / lead);
      left.forEach((row, place) => {
        const factor = at(row, column);
        if (place !== rank && Math.abs(factor) > HAIR) {
          left[place] = row.map((one, there) => one - factor * at(at(left, rank), there));
        }
      });
      leads.push(column);
    }
  }
  return { rows: left, leads };
}

interface Reduced {
  readonly rows: readonly (readonly number[])[];
  readonly leads: readonly number[];
}

/** Whether a sum over fewer people than `minimum` follows from sums over these groups. */
export function handfulFollows(groups: readonly Members[], minimum: number): boolean {
  const { rows, people } = cellsOf(groups);
  const all = people.map((_, cell) => cell);
  const small = all.filter((cell) => at(people, cell) < minimum);
  const large = all.filter((cell) => at(people, cell) >= minimum);
  const { rows: combined, leads } = reduced(rows, large);
  const within = combined.slice(leads.length).filter((row) => row.some(isSome));
  if (within.length === 0) {
    return false;
  }
  const touched = small.filter((cell) => within.some((row) => isSome(at(row, cell))));
  const whole = reduced(within, touched).leads.length;
  let looks = 0;
  /** Whether some combination lives on the chosen cells alone: setting all other cells to zero does not use up every row. */
  const livesOn = (chosen: readonly number[]): boolean => {
    looks += 1;
    const others = touched.filter((cell) => !chosen.includes(cell));
    return reduced(within, others).leads.length < whole;
  };
  const search = (from: number, chosen: readonly number[], counted: number): boolean => {
    for (let place = from; place < touched.length; place += 1) {
      const cell = at(touched, place);
      const now = counted + at(people, cell);
      if (now < minimum) {
        const more = [...chosen, cell];
        if (looks > MOST_LOOKS || livesOn(more) || search(place + 1, more, now)) {
          return true;
        }
      }
    }
    return false;
  };
  return search(0, [], 0);
}

const isSome = (value: number): boolean => Math.abs(value) > HAIR;

/**
 * Which of the groups a sum over `target` follows from, if it follows: places in `groups` of those that are needed.
 * Undefined where it does not follow.
 */
export function followsFrom(
  target: Members,
  groups: readonly Members[],
): readonly number[] | undefined {
  const { rows } = cellsOf([...groups, target]);
  const cells = rows[0]?.length ?? 0;
  // One equation for each cell: the groups' parts there, and what the target has.
  const equations = Array.from({ length: cells }, (_, cell) => rows.map((row) => at(row, cell)));
  const unknowns = groups.map((_, place) => place);
  const { rows: solved, leads } = reduced(equations, unknowns);
  const unsolved = solved.slice(leads.length).some((row) => isSome(row.at(-1) ?? 0));
  return unsolved ? undefined : leads.filter((_, place) => isSome(at(solved, place).at(-1) ?? 0));
}
