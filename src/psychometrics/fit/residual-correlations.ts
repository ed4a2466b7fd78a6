/**
 * Do two items share something beside the ability (a common text, a copied stem, the same question twice)? Q3 is the
 * correlation over people of the residuals x - E(x | theta) of the two items.
 *
 * Source: Yen (1984), Applied Psychological Measurement 8, 125-145. Because each residual also went into the estimate
 * of ability, Q3 averages about -1/(J - 1) when nothing is shared; so each pair is judged by its distance from the
 * average, and 0.2 above it is the customary mark (Christensen, Makransky & Horton 2017). A Q3 near 1 means that the
 * answers to one item are the answers to the other: a duplicate.
 * Assumes one ability per person. Only people who answered both items count for a pair.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { allProducts, lowerProducts } from '../../numerics/linear/row-products.ts';
import { type Abilities, type MismatchRefusal, matched } from '../ability/ability.ts';
import { columnsOf } from '../ability/ability-columns.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { forEachResiduals, type Residuals } from './residuals.ts';

export interface ResidualCorrelation {
  /** Places of the two items, the first lower. */
  readonly first: number;
  readonly second: number;
  readonly people: number;
  readonly correlation: Result<number, 'undefined'>;
}

export interface ResidualCorrelations {
  readonly pairs: readonly ResidualCorrelation[];
  /** Over the pairs that have one. */
  readonly average: number;
  readonly largest: ResidualCorrelation;
  /** Pairs whose residuals are as good as equal: the same question twice, or answers copied from column to column. */
  readonly duplicates: readonly ResidualCorrelation[];
}

const SAME = 0.9;

/** Q3 of every pair of items at the abilities given. */
export function residualCorrelations(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
): Result<ResidualCorrelations, MismatchRefusal | 'no-pair'> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const products = new ResidualProducts(items.length);
  forEachResiduals(items, matrix, columnsOf(abilities), (some) => products.add(some));
  return products.correlations();
}

/** Sums of products of residuals, pair by pair, as the people come. */
export class ResidualProducts {
  private readonly items: number;
  /** Row after row: sums over the people who answered both items. */
  private readonly products: Float64Array;
  private readonly people: Float64Array;
  /** Of the row's item, its residual and its square, among those who answered the column's item too. */
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;

  constructor(items: number) {
    this.items = items;
    this.products = new Float64Array(items * items);
    this.people = new Float64Array(items * items);
    this.sums = new Float64Array(items * items);
    this.squares = new Float64Array(items * items);
  }

  add({ people, stride, values, answered }: Residuals): void {
    const { items } = this;
    const into = (sums: Float64Array) => (row: number, column: number, product: number) => {
      sums[row * items + column] = (sums[row * items + column] ?? 0) + product;
    };
    const rows = { values, stride };
    lowerProducts(rows, rows, people, items, into(this.products));
    const present = { values: answered ?? new Float64Array(stride).fill(1), stride };
    if (answered === undefined) {
      this.addWhole(people, rows.values, stride);
      return;
    }
    const squared = { values: values.map((value) => value * value), stride };
    lowerProducts(present, present, people, items, into(this.people));
    allProducts(rows, present, people, items, into(this.sums));
    allProducts(squared, present, people, items, into(this.squares));
  }

  /** Where everybody answered everything, one sum an item stands for all pairs. */
  private addWhole(people: number, values: Float64Array, stride: number): void {
    for (let item = 0; item < this.items; item += 1) {
      let [sum, square] = [0, 0];
      for (let p = 0; p < people; p += 1) {
        const value = values[item * stride + p] ?? 0;
        sum += value;
        square += value * value;
      }
      for (let other = 0; other < this.items; other += 1) {
        const cell = item * this.items + other;
        this.people[cell] = (this.people[cell] ?? 0) + people;
        this.sums[cell] = (this.sums[cell] ?? 0) + sum;
        this.squares[cell] = (this.squares[cell] ?? 0) + square;
      }
    }
  }

  /** Refused where no pair has one. */
  correlations(): Result<ResidualCorrelations, 'no-pair'> {
    const pairs = Array.from({ length: this.items }, (_, second) =>
      Array.from({ length: second }, (__, first) => this.pair(first, second)),
    ).flat();
    const defined = pairs.filter(({ correlation }) => correlation.ok);
    const sizeOf = ({ correlation }: ResidualCorrelation): number =>
      correlation.ok ? correlation.value : Number.NEGATIVE_INFINITY;
    if (defined.length === 0) {
      return refuse('no-pair', 'no two items have answers of the same people that differ');
    }
    return success({
      pairs,
      average: defined.reduce((sum, pair) => sum + sizeOf(pair), 0) / defined.length,
      largest: defined.reduce((best, pair) => (sizeOf(pair) > sizeOf(best) ? pair : best)),
      duplicates: defined.filter((pair) => sizeOf(pair) > SAME),
    });
  }

  private pair(first: number, second: number): ResidualCorrelation {
    const there = second * this.items + first;
    const back = first * this.items + second;
    const people = this.people[there] ?? 0;
    const [x, y] = [this.sums[back] ?? 0, this.sums[there] ?? 0];
    const spreadX = spreadOf(this.squares[back] ?? 0, x, people);
    const spreadY = spreadOf(this.squares[there] ?? 0, y, people);
    const scale = Math.sqrt(spreadX * spreadY);
    return {
      first,
      second,
      people,
      correlation:
        scale > 0 ? success(((this.products[there] ?? 0) - (x * y) / people) / scale) : UNDEFINED,
    };
  }
}

const UNDEFINED = refuse(
  'undefined',
  'fewer than two people answered both items in different ways',
);

/** Residuals that differ by rounding only do not differ. */
const ROUNDING = 1e-12;

function spreadOf(squares: number, sum: number, people: number): number {
  const spread = squares - (sum * sum) / people;
  return people > 1 && spread > ROUNDING * squares ? spread : 0;
}
