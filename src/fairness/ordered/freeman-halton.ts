/**
 * Fisher's exact test for any number of groups and outcomes: with all totals held fixed, how often would chance give a
 * table no likelier than the one seen?
 *
 *     p = sum of P(table) over tables with P(table) <= P(seen),   P = product of totals! / (people! * product of cells!)
 *
 * For two outcomes only, numerics/tables/several-rates goes further. Blind to the order of outcomes: on an ordered scale
 * the rank test finds more. Tables are dealt column by column; those that leave the same people to deal and are equally
 * likely so far are counted together, and a whole bundle is taken or left as soon as its likeliest and its least likely end
 * fall on one side. Two million steps at most.
 * Sources: Freeman & Halton (1951); Mehta & Patel (1983) for the bundles; tables within one part in ten million count as
 * equally likely, as in R's fisher.test.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { logGamma } from '../../numerics/distributions/log-gamma.ts';

const MOST_STEPS = 2e6;
const EQUALLY_LIKELY = 1e-7;
/** Sums of logarithms that differ by less are the same number reached in another order. */
const SAME_LOG = 1e-9;

/** Rows of counts. Refused for one group or one outcome only, and where there are too many tables to count. */
export function freemanHalton(
  counts: readonly (readonly number[])[],
): Result<number, 'no-comparison' | 'too-many-tables'> {
  const rows = counts.map(sumOf).filter((total) => total > 0);
  const columns = (counts[0] ?? [])
    .map((_, column) => sumOf(counts.map((row) => at(row, column))))
    .filter((total) => total > 0);
  if (rows.length < 2 || columns.length < 2) {
    return refuse('no-comparison', 'a comparison needs two groups and two outcomes');
  }
  // Fewer rows than columns leave fewer ways for a column to be dealt; the test is the same either way round.
  const [short, long] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const dealer = new Dealer(long.toSorted((a, b) => b - a));
  const ways = logFactorial(at(long, 0) + short.length - 1) - logFactorial(at(long, 0));
  if (ways - logFactorial(short.length - 1) > Math.log(MOST_STEPS / 20)) {
    return TOO_MANY;
  }
  const limit = -sumOf(counts.flat().map(logFactorial)) + Math.log1p(EQUALLY_LIKELY);
  const sum = dealer.share(ascending(short), limit);
  return sum === undefined ? TOO_MANY : success(Math.min(1, sum));
}

const TOO_MANY = refuse('too-many-tables', 'there are too many tables to count: use chi-squared');

interface Ends {
  readonly likeliest: number;
  readonly leastLikely: number;
}

interface Bundle {
  /** Log of the product of 1/cell! so far. */
  readonly log: number;
  tables: number;
}

class Dealer {
  private readonly columns: readonly number[];
  private readonly ends = new Map<string, Ends>();
  private dealt = 0;

  constructor(columns: readonly number[]) {
    this.columns = columns;
  }

  /** The share of all tables, by their chance, whose log of 1/cells! is at most the limit; undefined where it takes too long. */
  share(rows: readonly number[], limit: number): number | undefined {
    const all = this.logOfAll(rows, 0);
    let level = new Map([[rows.join(), { rows, bundles: new Map([[0, { log: 0, tables: 1 }]]) }]]);
    let sum = 0;
    for (let column = 0; column < this.columns.length; column += 1) {
      const next: typeof level = new Map();
      for (const { rows: left, bundles } of level.values()) {
        const ends = this.endsOf(left, column);
        const open: Bundle[] = [];
        for (const bundle of bundles.values()) {
          if (bundle.log + ends.likeliest <= limit) {
            sum += bundle.tables * Math.exp(bundle.log + this.logOfAll(left, column) - all);
          } else if (bundle.log + ends.leastLikely <= limit) {
            open.push(bundle);
          }
        }
        if (open.length > 0) {
          this.eachDeal(left, column, (after, log) => {
            this.dealt += open.length;
            addBundles(next, after, log, open);
          });
        }
        if (this.dealt > MOST_STEPS) {
          return undefined;
        }
      }
      level = next;
    }
    return sum;
  }

  /** Log of the sum, over all ways to go on, of the product of 1/cell!. */
  private logOfAll(rows: readonly number[], column: number): number {
    const left = [...rows, ...this.columns.slice(column)].map(logFactorial);
    return logFactorial(sumOf(rows)) - sumOf(left);
  }

  private endsOf(rows: readonly number[], column: number): Ends {
    if (column >= this.columns.length - 1) {
      const only = -sumOf(rows.map(logFactorial));
      return { likeliest: only, leastLikely: only };
    }
    const key = `${column}:${rows.join()}`;
    const known = this.ends.get(key);
    if (known !== undefined || this.dealt > MOST_STEPS) {
      return known ?? { likeliest: 0, leastLikely: 0 };
    }
    let [likeliest, leastLikely] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    this.eachDeal(rows, column, (after, log) => {
      const ends = this.endsOf(after, column + 1);
      likeliest = Math.max(likeliest, log + ends.likeliest);
      leastLikely = Math.min(leastLikely, log + ends.leastLikely);
    });
    const found = { likeliest, leastLikely };
    this.ends.set(key, found);
    return found;
  }

  /** Every way to deal the column to the rows: what is left of the rows, in rising order, and the log of 1/cells!. */
  private eachDeal(
    rows: readonly number[],
    column: number,
    visit: (after: readonly number[], log: number) => void,
  ): void {
    const left = [...rows];
    const deal = (row: number, rest: number, log: number): void => {
      const own = at(rows, row);
      if (this.dealt > MOST_STEPS) {
        return;
      }
      if (row === rows.length - 1) {
        this.dealt += 1;
        left[row] = own - rest;
        visit(ascending(left), log - logFactorial(rest));
        return;
      }
      const room = sumOf(rows.slice(row + 1));
      for (let cell = Math.max(0, rest - room); cell <= Math.min(own, rest); cell += 1) {
        left[row] = own - cell;
        deal(row + 1, rest - cell, log - logFactorial(cell));
      }
    };
    deal(0, at(this.columns, column), 0);
  }
}

function addBundles(
  next: Map<string, { readonly rows: readonly number[]; readonly bundles: Map<number, Bundle> }>,
  after: readonly number[],
  log: number,
  open: readonly Bundle[],
): void {
  const key = after.join();
  const node = next.get(key) ?? { rows: after, bundles: new Map<number, Bundle>() };
  next.set(key, node);
  for (const bundle of open) {
    const sum = bundle.log + log;
    const name = Math.round(sum / SAME_LOG);
    const known = node.bundles.get(name);
    if (known === undefined) {
      node.bundles.set(name, { log: sum, tables: bundle.tables });
    } else {
      known.tables += bundle.tables;
    }
  }
}

const ascending = (list: readonly number[]): readonly number[] => list.toSorted((a, b) => a - b);
const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

const factorials: number[] = [];
/** Remembered, because each is asked for many thousand times. */
function logFactorial(n: number): number {
  const known = factorials[n] ?? logGamma(n + 1);
  factorials[n] = known;
  return known;
}
