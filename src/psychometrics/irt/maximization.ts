/**
 * The maximization step of marginal maximum likelihood: each item's parameters by Newton steps on its expected counts,
 *   step = information^-1 gradient, gradient = sum r(k, q) dlog P(k, q), information = sum N(q) P dlog P dlog P',
 * items that share parameters together, and each group's free mean and variance by its posterior masses.
 *
 * Source: Bock & Aitkin (1981); Fisher scoring as in Baker & Kim (2004), chapter 6. For binary and partial-credit items
 * the expected information is the exact second derivative.
 */
import type { GroupMoments } from './ability-grid.ts';
import type { Expectation } from './expectation.ts';
import { type Curves, emptyCurves, sizeOf, traceCurves } from './item-curve.ts';
import { type Cell, type Design, valuesOf } from './item-design.ts';

const LONGEST_STEP = 1.5;
const SMALL_STEP = 0.03;
const NEWTON_STEPS = 4;

/** Parameters that must be solved for together, apart from a slope common to all items. */
interface Component {
  readonly places: Int32Array;
  readonly cells: readonly number[];
}

/** A point of the search: the items' free parameters and every group's mean and variance. */
export interface Point {
  readonly items: Float64Array;
  readonly moments: readonly GroupMoments[];
}

export class Maximization {
  /** How much a unit of each item parameter counts: the diagonal of the information, from the last step. */
  readonly weights: Float64Array;
  private readonly design: Design;
  private readonly nodes: Float64Array;
  private readonly curves: readonly Curves[];
  private readonly counts: readonly Float64Array[];
  private readonly components: readonly Component[];
  private readonly local: Float64Array;
  private readonly gradient: Float64Array;
  private readonly information: Float64Array;

  constructor(design: Design, nodes: Float64Array) {
    this.design = design;
    this.nodes = nodes;
    this.curves = design.cells.map((cell) => emptyCurves(cell.curve, nodes.length));
    this.counts = design.cells.map(
      (cell) => new Float64Array(cell.curve.categories * nodes.length),
    );
    this.components = componentsOf(design);
    const largest = Math.max(...design.cells.map((cell) => sizeOf(cell.curve)));
    this.local = new Float64Array(largest);
    this.gradient = new Float64Array(largest);
    this.information = new Float64Array(largest * largest);
    this.weights = new Float64Array(design.size);
  }

  /** Works out every item's curves at this point and hands the log-probabilities to the expectation step. */
  trace(items: Float64Array, expectation: Expectation | undefined): void {
    const { nodes } = this;
    this.design.cells.forEach((cell, c) => {
      const curves = this.curves[c];
      if (curves !== undefined) {
        traceCurves(cell.curve, valuesOf(cell, items, this.local), nodes, curves);
      }
    });
    for (const slot of expectation?.plan.tables.flatMap((table) => table.slots) ?? []) {
      const curves = this.curves[slot.cell];
      const { categories } = this.cell(slot.cell).curve;
      for (let k = 0; k < categories; k += 1) {
        const logs = curves?.logs.subarray(k * nodes.length, (k + 1) * nodes.length);
        expectation?.setLogs(slot.firstRow + k, logs ?? new Float64Array(nodes.length));
      }
    }
  }

  /** How each category's log-probability changes with a parameter of the cell, by node. */
  slope(cell: number, parameter: number, category: number): Float64Array {
    const { categories } = this.cell(cell).curve;
    const from = (parameter * categories + category) * this.nodes.length;
    return this.curves[cell]?.slopes.subarray(from, from + this.nodes.length) ?? new Float64Array();
  }

  private cell(c: number): Cell {
    const found = this.design.cells[c];
    if (found === undefined) {
      throw new RangeError(`no cell ${c}`);
    }
    return found;
  }

  /** The point that maximizes the expected log-likelihood, reached from `items`, at which `trace` was last called. */
  step(items: Float64Array, expectation: Expectation): Float64Array {
    this.collect(expectation);
    let point = items;
    for (let newton = 0; newton < NEWTON_STEPS; newton += 1) {
      const { next, longest } = this.newton(point);
      point = next;
      if (longest < SMALL_STEP) {
        break;
      }
      if (newton + 1 < NEWTON_STEPS) {
        this.trace(point, undefined);
      }
    }
    return point;
  }

  /** Brings the expected counts together, cell by cell. */
  collect(expectation: Expectation): void {
    const n = this.nodes.length;
    for (const counts of this.counts) {
      counts.fill(0);
    }
    for (const slot of expectation.plan.tables.flatMap((table) => table.slots)) {
      const counts = this.counts[slot.cell] ?? new Float64Array();
      for (let k = 0; k < this.cell(slot.cell).curve.categories; k += 1) {
        const sums = expectation.sums(slot.firstRow + k);
        for (let q = 0; q < n; q += 1) {
          counts[k * n + q] = (counts[k * n + q] ?? 0) + (sums[q] ?? 0);
        }
      }
    }
  }

  private newton(point: Float64Array): { next: Float64Array; longest: number } {
    const { commonSlope } = this.design;
    const next = point.slice();
    this.weights.fill(0);
    let longest = 0;
    const solved = this.components.map((component) => this.solve(component, point));
    let common = 0;
    if (commonSlope >= 0) {
      const curvature = solved.reduce((sum, one) => sum + one.slopeCurvature, 0);
      common = bounded(solved.reduce((sum, one) => sum + one.slopeGradient, 0) / curvature);
      next[commonSlope] = (next[commonSlope] ?? 0) + common;
      longest = Math.abs(common);
    }
    this.components.forEach(({ places }, c) => {
      const { step, turn } = solved[c] ?? { step: new Float64Array(), turn: new Float64Array() };
      places.forEach((place, i) => {
        const move = bounded((step[i] ?? 0) - common * (turn[i] ?? 0));
        longest = Math.max(longest, Math.abs(move));
        next[place] = (next[place] ?? 0) + move;
      });
    });
    this.keepOrder(point, next);
    return { next, longest };
  }

  private solve(component: Component, point: Float64Array): Solved {
    const { places, cells } = component;
    const size = places.length;
    const { commonSlope } = this.design;
    const matrix = new Float64Array(size * size);
    const gradient = new Float64Array(size);
    const cross = new Float64Array(size);
    let slopeGradient = 0;
    let slopeCurvature = 0;
    for (const c of cells) {
      const cell = this.cell(c);
      const width = sizeOf(cell.curve);
      this.differentiate(c, point);
      for (let i = 0; i < width; i += 1) {
        const place = cell.places[i] ?? -1;
        const row = places.indexOf(place);
        if (place === commonSlope && place >= 0) {
          slopeGradient += this.gradient[i] ?? 0;
          slopeCurvature += this.information[i * width + i] ?? 0;
        }
        if (row < 0) {
          continue;
        }
        gradient[row] = (gradient[row] ?? 0) + (this.gradient[i] ?? 0);
        for (let j = 0; j < width; j += 1) {
          const value = this.information[i * width + j] ?? 0;
          const other = cell.places[j] ?? -1;
          const column = places.indexOf(other);
          if (column >= 0) {
            matrix[row * size + column] = (matrix[row * size + column] ?? 0) + value;
          } else if (other === commonSlope && other >= 0) {
            cross[row] = (cross[row] ?? 0) + value;
          }
        }
      }
    }
    places.forEach((place, i) => {
      this.weights[place] = matrix[i * size + i] ?? 0;
    });
    if (commonSlope >= 0) {
      this.weights[commonSlope] = (this.weights[commonSlope] ?? 0) + slopeCurvature;
    }
    const turn = cross.slice();
    const step = gradient.slice();
    eliminate(matrix, size, step, turn);
    for (let i = 0; i < size; i += 1) {
      slopeGradient -= (cross[i] ?? 0) * (step[i] ?? 0);
      slopeCurvature -= (cross[i] ?? 0) * (turn[i] ?? 0);
    }
    return { step, turn, slopeGradient, slopeCurvature };
  }

  /** Gradient and expected information of one cell's expected log-likelihood, its prior included. */
  private differentiate(c: number, point: Float64Array): void {
    const cell = this.cell(c);
    const curves = this.curves[c] ?? { logs: new Float64Array(), slopes: new Float64Array() };
    const counts = this.counts[c] ?? new Float64Array();
    const n = this.nodes.length;
    const { categories } = cell.curve;
    const width = sizeOf(cell.curve);
    const { gradient, information } = this;
    gradient.fill(0);
    information.fill(0);
    for (let q = 0; q < n; q += 1) {
      let people = 0;
      for (let k = 0; k < categories; k += 1) {
        people += counts[k * n + q] ?? 0;
      }
      if (people < 1e-12) {
        continue;
      }
      for (let k = 0; k < categories; k += 1) {
        const seen = counts[k * n + q] ?? 0;
        const expected = people * Math.exp(curves.logs[k * n + q] ?? 0);
        for (let i = 0; i < width; i += 1) {
          const slope = curves.slopes[(i * categories + k) * n + q] ?? 0;
          gradient[i] = (gradient[i] ?? 0) + seen * slope;
          for (let j = 0; j <= i; j += 1) {
            information[i * width + j] =
              (information[i * width + j] ?? 0) +
              expected * slope * (curves.slopes[(j * categories + k) * n + q] ?? 0);
          }
        }
      }
    }
    this.addPrior(cell, point);
    for (let i = 0; i < width; i += 1) {
      for (let j = i + 1; j < width; j += 1) {
        information[i * width + j] = information[j * width + i] ?? 0;
      }
    }
  }

  private addPrior(cell: Cell, point: Float64Array): void {
    const place = cell.curve.kind === 'guessing' ? (cell.places[2] ?? -1) : -1;
    if (place >= 0) {
      const { mean, sd } = this.design.guessingPrior;
      this.gradient[2] = (this.gradient[2] ?? 0) - ((point[place] ?? 0) - mean) / sd ** 2;
      this.information[8] = (this.information[8] ?? 0) + 1 / sd ** 2;
    }
  }

  /** Gradient of the expected log-likelihood with respect to a cell's parameters, at this point. */
  gradientOf(c: number, point: Float64Array): Float64Array {
    const cell = this.cell(c);
    const curves = this.curves[c];
    if (curves !== undefined) {
      traceCurves(cell.curve, valuesOf(cell, point, this.local), this.nodes, curves);
    }
    this.differentiate(c, point);
    return this.gradient.slice(0, sizeOf(cell.curve));
  }

  /** A step that would put a graded item's intercepts out of order is halved until it does not. */
  private keepOrder(from: Float64Array, to: Float64Array): void {
    for (const cell of this.design.cells) {
      if (cell.curve.kind !== 'graded') {
        continue;
      }
      for (let halved = 0; halved < 40 && !falling(cell, to, this.local); halved += 1) {
        for (const place of cell.places) {
          if (place >= 0) {
            to[place] = ((to[place] ?? 0) + (from[place] ?? 0)) / 2;
          }
        }
      }
    }
  }
}

/** Cells that share a parameter (other than the common slope) belong to one component. */
function componentsOf({ cells, commonSlope }: Design): readonly Component[] {
  const groups: { places: Set<number>; cells: number[] }[] = [];
  const ownerOf = new Map<number, { places: Set<number>; cells: number[] }>();
  cells.forEach((cell, c) => {
    const own = [...cell.places].filter((place) => place >= 0 && place !== commonSlope);
    if (own.length === 0) {
      return;
    }
    const home = own.map((place) => ownerOf.get(place)).find((owner) => owner !== undefined) ?? {
      places: new Set<number>(),
      cells: [],
    };
    if (home.cells.length === 0) {
      groups.push(home);
    }
    home.cells.push(c);
    for (const place of own) {
      home.places.add(place);
      ownerOf.set(place, home);
    }
  });
  return groups.map((group) => ({ places: Int32Array.from(group.places), cells: group.cells }));
}

/** Solves one small symmetric system for two right sides in place; a direction without weight does not move. */
function eliminate(a: Float64Array, size: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < size; i += 1) {
    const pivot = a[i * size + i] ?? 0;
    const inverse = pivot > 1e-10 ? 1 / pivot : 0;
    for (let row = i + 1; row < size; row += 1) {
      const factor = (a[row * size + i] ?? 0) * inverse;
      for (let column = i; column < size; column += 1) {
        a[row * size + column] =
          (a[row * size + column] ?? 0) - factor * (a[i * size + column] ?? 0);
      }
      x[row] = (x[row] ?? 0) - factor * (x[i] ?? 0);
      y[row] = (y[row] ?? 0) - factor * (y[i] ?? 0);
    }
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const pivot = a[i * size + i] ?? 0;
    const inverse = pivot > 1e-10 ? 1 / pivot : 0;
    let first = x[i] ?? 0;
    let second = y[i] ?? 0;
    for (let column = i + 1; column < size; column += 1) {
      first -= (a[i * size + column] ?? 0) * (x[column] ?? 0);
      second -= (a[i * size + column] ?? 0) * (y[column] ?? 0);
    }
    x[i] = first * inverse;
    y[i] = second * inverse;
  }
}

interface Solved {
  /** information^-1 gradient, and information^-1 times the cross terms with the common slope. */
  readonly step: Float64Array;
  readonly turn: Float64Array;
  readonly slopeGradient: number;
  readonly slopeCurvature: number;
}

function bounded(step: number): number {
  return Number.isFinite(step) ? Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step)) : 0;
}

function falling(cell: Cell, point: Float64Array, local: Float64Array): boolean {
  valuesOf(cell, point, local);
  for (let k = 2; k < cell.curve.categories; k += 1) {
    if (!((local[k] ?? 0) < (local[k - 1] ?? 0) - 1e-6)) {
      return false;
    }
  }
  return true;
}
