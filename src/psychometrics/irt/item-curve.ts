/**
 * An item's curves on a grid of abilities: the logarithm of the probability of each category, and how it changes with
 * each parameter. Parameters in order: slope a, intercepts d, and for guessing the logit of g.
 *
 *   binary    log P(1) = -log(1 + exp(-z)), z = a theta + d                           (Birnbaum 1968)
 *   guessing  P(1) = g + (1 - g) / (1 + exp(-z))
 *   graded    P(k) = L(z[k]) L(-z[k+1]) (1 - exp(d[k+1] - d[k])), z[k] = a theta + d[k] (Samejima 1969)
 *   partial   P(k) proportional to exp(k a theta + d[k])                             (Masters 1982; Muraki 1992)
 *
 * The graded difference is written as a product so that rare categories keep their digits at the ends of the grid.
 */
export type CurveKind = 'binary' | 'guessing' | 'graded' | 'partial';

export interface Curve {
  readonly kind: CurveKind;
  readonly categories: number;
}

/** How many parameters a curve of this kind has. */
export const sizeOf = ({ kind, categories }: Curve): number =>
  kind === 'guessing' ? 3 : categories;

/** The curves on a grid: `logs[k * nodes + q]` and `slopes[(parameter * categories + k) * nodes + q]`. */
export interface Curves {
  readonly logs: Float64Array;
  readonly slopes: Float64Array;
}

export function emptyCurves(curve: Curve, nodes: number): Curves {
  return {
    logs: new Float64Array(curve.categories * nodes),
    slopes: new Float64Array(sizeOf(curve) * curve.categories * nodes),
  };
}

/** Works the curves out at these parameters. */
export function traceCurves(
  curve: Curve,
  parameters: Float64Array,
  nodes: Float64Array,
  into: Curves,
): void {
  switch (curve.kind) {
    case 'binary':
      traceBinary(parameters, nodes, into);
      break;
    case 'guessing':
      traceGuessing(parameters, nodes, into);
      break;
    case 'graded':
      traceGraded(curve.categories, parameters, nodes, into);
      break;
    case 'partial':
      tracePartial(curve.categories, parameters, nodes, into);
      break;
  }
}

function traceBinary(
  parameters: Float64Array,
  nodes: Float64Array,
  { logs, slopes }: Curves,
): void {
  const a = parameters[0] ?? 0;
  const d = parameters[1] ?? 0;
  const n = nodes.length;
  for (let q = 0; q < n; q += 1) {
    const theta = nodes[q] ?? 0;
    const z = a * theta + d;
    const tail = Math.exp(-Math.abs(z));
    const rest = Math.log1p(tail);
    const right = (z >= 0 ? 1 : tail) / (1 + tail);
    const wrong = (z >= 0 ? tail : 1) / (1 + tail);
    logs[q] = z >= 0 ? -z - rest : -rest;
    logs[n + q] = z >= 0 ? -rest : z - rest;
    slopes[q] = -theta * right;
    slopes[n + q] = theta * wrong;
    slopes[2 * n + q] = -right;
    slopes[3 * n + q] = wrong;
  }
}

function traceGuessing(
  parameters: Float64Array,
  nodes: Float64Array,
  { logs, slopes }: Curves,
): void {
  const a = parameters[0] ?? 0;
  const d = parameters[1] ?? 0;
  const g = 1 / (1 + Math.exp(-(parameters[2] ?? 0)));
  const n = nodes.length;
  const logNoGuess = Math.log1p(-g);
  for (let q = 0; q < n; q += 1) {
    const theta = nodes[q] ?? 0;
    const z = a * theta + d;
    const tail = Math.exp(-Math.abs(z));
    const knows = (z >= 0 ? 1 : tail) / (1 + tail);
    const doubts = (z >= 0 ? tail : 1) / (1 + tail);
    const right = g + (1 - g) * knows;
    logs[q] = logNoGuess + (z >= 0 ? -z : 0) - Math.log1p(tail);
    logs[n + q] = Math.log(right);
    const gain = ((1 - g) * knows * doubts) / right;
    slopes[q] = -theta * knows;
    slopes[n + q] = theta * gain;
    slopes[2 * n + q] = -knows;
    slopes[3 * n + q] = gain;
    slopes[4 * n + q] = -g;
    slopes[5 * n + q] = (doubts * g * (1 - g)) / right;
  }
}

function traceGraded(
  categories: number,
  parameters: Float64Array,
  nodes: Float64Array,
  { logs, slopes }: Curves,
): void {
  const a = parameters[0] ?? 0;
  const n = nodes.length;
  const width = categories * n;
  slopes.fill(0);
  for (let k = 0; k < categories; k += 1) {
    const below = parameters[k] ?? 0;
    const above = parameters[k + 1] ?? 0;
    const inner = k > 0 && k < categories - 1;
    const gap = inner ? -Math.expm1(above - below) : 1;
    const logGap = inner ? Math.log(gap) : 0;
    for (let q = 0; q < n; q += 1) {
      const theta = nodes[q] ?? 0;
      const zBelow = a * theta + below;
      const zAbove = a * theta + above;
      const reached = k === 0 ? 1 : logistic(zBelow);
      const notReached = k === 0 ? 0 : logistic(-zBelow);
      const passed = k === categories - 1 ? 0 : logistic(zAbove);
      const notPassed = k === categories - 1 ? 1 : logistic(-zAbove);
      logs[k * n + q] =
        (k === 0 ? 0 : logLogistic(zBelow)) +
        (k === categories - 1 ? 0 : logLogistic(-zAbove)) +
        logGap;
      slopes[k * n + q] = theta * (notReached - passed);
      if (k > 0) {
        slopes[k * width + k * n + q] = notReached / (notPassed * gap);
      }
      if (k < categories - 1) {
        slopes[(k + 1) * width + k * n + q] = -passed / (reached * gap);
      }
    }
  }
}

function tracePartial(
  categories: number,
  parameters: Float64Array,
  nodes: Float64Array,
  { logs, slopes }: Curves,
): void {
  const a = parameters[0] ?? 0;
  const n = nodes.length;
  const width = categories * n;
  for (let q = 0; q < n; q += 1) {
    const theta = nodes[q] ?? 0;
    let peak = 0;
    for (let k = 1; k < categories; k += 1) {
      const z = k * a * theta + (parameters[k] ?? 0);
      logs[k * n + q] = z;
      peak = Math.max(peak, z);
    }
    let total = Math.exp(-peak);
    for (let k = 1; k < categories; k += 1) {
      total += Math.exp((logs[k * n + q] ?? 0) - peak);
    }
    const norm = peak + Math.log(total);
    logs[q] = -norm;
    let expected = 0;
    for (let k = 1; k < categories; k += 1) {
      const log = (logs[k * n + q] ?? 0) - norm;
      logs[k * n + q] = log;
      const share = Math.exp(log);
      expected += k * share;
      for (let other = 0; other < categories; other += 1) {
        slopes[k * width + other * n + q] = (other === k ? 1 : 0) - share;
      }
    }
    for (let k = 0; k < categories; k += 1) {
      slopes[k * n + q] = theta * (k - expected);
    }
  }
}

/** 1 / (1 + exp(-z)), with its digits on both sides. */
function logistic(z: number): number {
  const tail = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : tail) / (1 + tail);
}

/** log(1 / (1 + exp(-z))). */
function logLogistic(z: number): number {
  return Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)));
}
