/**
 * How true scores are spread, worked out from the observed ones: a beta distribution between two ends, fitted by its
 * moments (Lord 1965; Hanson 1991).
 *
 * Scores on the scale of an effective length need not be whole; a score below r counts as nothing in the r-th factorial
 * moment, as it does where scores are whole.
 *
 * The r-th raw moment of the true score (as a share of the test) comes from the factorial moments of the totals:
 * m_r = (mean of x (x-1) ... (x-r+1) / (n-2)(n-3)...(n-r+1) + k r(r-1) m_(r-1)) / (n(n-1) + k r(r-1)), where k is Lord's k
 * (0 for plain binomial error). The four-parameter beta has the first four moments. Where it does not exist, or its ends
 * leave 0 to 1, the two-parameter beta from 0 to 1 with the first two moments takes its place, and the answer says so.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface TrueScores {
  readonly model: 'four-parameter beta' | 'two-parameter beta';
  /** Why the four-parameter beta was not used; undefined where it was. */
  readonly because: string | undefined;
  readonly alpha: number;
  readonly beta: number;
  /** The ends, as shares of the test. */
  readonly low: number;
  readonly high: number;
}

/** A spread below this share of the widest there could be is what rounding leaves of none. */
const SMALLEST_SPREAD = 1e-9;
/** Below it a beta distribution is two points, one at either end. */
const SMALLEST_SHAPE = 0.05;

/**
 * `frequencies` are the people at each total from 0 to the highest, which stands for `length` items, not necessarily a
 * whole number of them; `lordsK` is 0 for binomial error.
 */
export function trueScores(
  frequencies: Int32Array,
  length: number,
  lordsK: number,
): Result<TrueScores, 'undefined'> {
  if (length <= 1) {
    return refuse('undefined', 'the test is no longer than one item that would stand for it');
  }
  const most = length > 3 ? 4 : 2;
  const moments = rawMoments(frequencies, length, lordsK, most);
  const mean = at(moments, 0);
  const variance = at(moments, 1) - mean ** 2;
  const widest = mean * (1 - mean);
  if (!(variance > SMALLEST_SPREAD * widest && variance < widest)) {
    return refuse('undefined', 'the totals leave no spread of true scores to describe');
  }
  const four =
    most < 4
      ? refuse('undefined', 'the test is too short for four moments')
      : fourParameters(moments, mean, variance);
  if (four.ok) {
    return four;
  }
  const together = (mean * (1 - mean)) / variance - 1;
  if (Math.min(mean, 1 - mean) * together < SMALLEST_SHAPE) {
    return refuse('undefined', 'nearly every true score would be nothing or everything');
  }
  return success({
    model: 'two-parameter beta',
    because: four.refusal.because,
    alpha: mean * together,
    beta: (1 - mean) * together,
    low: 0,
    high: 1,
  });
}

function rawMoments(
  frequencies: Int32Array,
  length: number,
  lordsK: number,
  most: number,
): readonly number[] {
  const highest = frequencies.length - 1;
  const factorial = new Float64Array(most);
  let people = 0;
  frequencies.forEach((count, total) => {
    const score = (total / highest) * length;
    let product = count;
    people += count;
    for (let r = 1; r <= most && score >= r; r += 1) {
      product *= score - (r - 1);
      factorial[r - 1] = at(factorial, r - 1) + product;
    }
    if (score < 1) {
      factorial[0] = at(factorial, 0) + count * score;
    }
  });
  const moments = [at(factorial, 0) / people / length];
  let below = 1;
  for (let r = 2; r <= most; r += 1) {
    below *= r === 2 ? 1 : length - (r - 1);
    const shift = lordsK * r * (r - 1);
    const mean = at(factorial, r - 1) / people / below;
    moments.push((mean + shift * at(moments, r - 2)) / (length * (length - 1) + shift));
  }
  return moments;
}

function fourParameters(
  moments: readonly number[],
  mean: number,
  variance: number,
): Result<TrueScores, 'undefined'> {
  const [m1, m2, m3, m4] = [at(moments, 0), at(moments, 1), at(moments, 2), at(moments, 3)];
  const skewness = (m3 - 3 * m1 * m2 + 2 * m1 ** 3) / variance ** 1.5;
  const kurtosis = (m4 - 4 * m1 * m3 + 6 * m1 ** 2 * m2 - 3 * m1 ** 4) / variance ** 2;
  const r = (6 * (kurtosis - skewness ** 2 - 1)) / (6 + 3 * skewness ** 2 - 2 * kurtosis);
  const inside = 1 - (24 * (r + 1)) / ((r + 2) * (r + 3) * kurtosis - 3 * (r - 6) * (r + 1));
  if (!(r > 0 && inside >= 0 && inside < 1)) {
    return refuse(
      'undefined',
      'no beta distribution has the first four moments of the true scores',
    );
  }
  const wide = (r / 2) * (1 + Math.sqrt(inside));
  const narrow = (r / 2) * (1 - Math.sqrt(inside));
  const [alpha, beta] = skewness < 0 ? [wide, narrow] : [narrow, wide];
  if (Math.min(alpha, beta) < SMALLEST_SHAPE) {
    return refuse('undefined', 'the four-parameter solution is all but two points');
  }
  const unit = Math.sqrt((variance * (alpha + beta + 1)) / (alpha * beta));
  const [low, high] = [mean - alpha * unit, mean + beta * unit];
  return low < 0 || high > 1
    ? refuse(
        'undefined',
        `the four-parameter solution runs from ${low.toFixed(3)} to ${high.toFixed(3)} of the test, outside 0 to 1`,
      )
    : success({ model: 'four-parameter beta', because: undefined, alpha, beta, low, high });
}
