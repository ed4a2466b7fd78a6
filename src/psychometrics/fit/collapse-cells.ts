/**
 * A table of sum scores by categories made ready for a chi-squared statistic: cells in which fewer than one person is
 * expected are joined with a neighbor, because a statistic over near-empty cells follows no chi-squared distribution.
 *
 * In order: scores at which some category is impossible join the nearest score where none is; scores nobody has are
 * dropped and scores of one person joined with the next; within a score the rarest category joins its rarer neighbor;
 * columns that stay rare join the one to their left; last, scores with a rare cell join the neighboring score with fewer
 * people.
 *
 * Source: Orlando & Thissen (2000, 2003); Kang & Chen (2008); the order is the one of the program mirt, so that the two
 * can be compared number by number.
 */
import { at } from '../../kernel/result/at.ts';

export interface ScoreRow {
  readonly observed: readonly number[];
  /** 0 where the category is impossible or was joined with another. */
  readonly expected: readonly number[];
}

const LEAST_EXPECTED = 1;
const RARE_SHARE = 0.05;

/** The joined rows, lowest score first. `impossible` says how many rows at either end lack a category. */
export function collapseCells(rows: readonly ScoreRow[], impossible: number): readonly ScoreRow[] {
  const complete = joinEnds(rows, impossible).filter((row) => people(row) > 0);
  const across = joinSinglePeople(complete).map(joinWithinScore);
  return joinRareScores(dropRareColumns(joinRightColumns(across)));
}

const people = ({ observed }: ScoreRow): number => observed.reduce((sum, count) => sum + count, 0);

const joined = (first: ScoreRow, second: ScoreRow): ScoreRow => ({
  observed: first.observed.map((count, k) => count + at(second.observed, k)),
  expected: first.expected.map((count, k) => count + at(second.expected, k)),
});

function joinEnds(rows: readonly ScoreRow[], impossible: number): readonly ScoreRow[] {
  if (rows.length <= 2 * impossible) {
    return [];
  }
  const low = rows.slice(0, impossible + 1).reduce(joined);
  const middle = rows.slice(impossible + 1, rows.length - impossible - 1);
  const high = rows.slice(rows.length - impossible - 1).reduce(joined);
  return rows.length === 2 * impossible + 1 ? [rows.reduce(joined)] : [low, ...middle, high];
}

function joinSinglePeople(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  const kept: ScoreRow[] = [];
  let carried: ScoreRow | undefined;
  rows.forEach((row, index) => {
    const whole: ScoreRow = carried === undefined ? row : joined(row, carried);
    carried = undefined;
    if (index < rows.length - 1 && people(whole) === 1) {
      carried = whole;
    } else {
      kept.push(whole);
    }
  });
  const last = kept.at(-1);
  const before = kept.at(-2);
  return last !== undefined && before !== undefined && people(last) === 1
    ? [...kept.slice(0, -2), joined(before, last)]
    : kept;
}

/** The rarest category joins its rarer neighbor until every cell holds enough or two are left. */
function joinWithinScore(row: ScoreRow): ScoreRow {
  const width = row.expected.length;
  const observed = [...row.observed];
  const expected = [...row.expected];
  while (expected.length > 2 && expected.some((count) => count < LEAST_EXPECTED)) {
    const rarest = expected.lastIndexOf(Math.min(...expected));
    const left = expected[rarest - 1] ?? Number.POSITIVE_INFINITY;
    const right = expected[rarest + 1] ?? Number.POSITIVE_INFINITY;
    const into = left <= right ? rarest - 1 : rarest + 1;
    expected[into] = at(expected, into) + at(expected, rarest);
    observed[into] = at(observed, into) + at(observed, rarest);
    expected.splice(rarest, 1);
    observed.splice(rarest, 1);
  }
  const padding = new Array<number>(width - expected.length).fill(0);
  return { observed: [...observed, ...padding], expected: [...expected, ...padding] };
}

function joinRightColumns(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  let kept = rows;
  const least = LEAST_EXPECTED * Math.ceil(rows.length * 0.1);
  for (let last = (kept[0]?.expected.length ?? 0) - 1; last > 1; last -= 1) {
    const total = kept.reduce((sum, row) => sum + at(row.expected, last), 0);
    if (total >= least) {
      break;
    }
    kept = kept.map((row) => joinColumn(row, last));
  }
  return kept;
}

function dropRareColumns(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  let kept = rows;
  for (let column = (kept[0]?.expected.length ?? 0) - 1; column > 0; column -= 1) {
    const used = kept.filter((row) => at(row.expected, column) > 0).length;
    if (used / kept.length < RARE_SHARE) {
      kept = kept.map((row) => joinColumn(row, column));
    }
  }
  return kept;
}

function joinColumn(row: ScoreRow, column: number): ScoreRow {
  const join = (cells: readonly number[]): readonly number[] => [
    ...cells.slice(0, column - 1),
    at(cells, column - 1) + at(cells, column),
    ...cells.slice(column + 1),
  ];
  return { observed: join(row.observed), expected: join(row.expected) };
}

function joinRareScores(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  const kept = [...rows];
  const rare = ({ expected }: ScoreRow): boolean =>
    expected.some((count) => count > 0 && count < LEAST_EXPECTED);
  for (
    let place = kept.findIndex(rare);
    place >= 0 && kept.length > 1;
    place = kept.findIndex(rare)
  ) {
    const before = kept[place - 1];
    const after = kept[place + 1];
    const intoBefore =
      before !== undefined && (after === undefined || people(before) <= people(after));
    const first = intoBefore ? place - 1 : place;
    kept.splice(first, 2, joined(at(kept, first), at(kept, first + 1)));
  }
  return kept;
}
