/**
 * Where an increasing function crosses zero, to the last digit.
 * Halves the bracket where the straight line through its ends is no help, so it always ends.
 *
 * Method: regula falsi with the Illinois correction (Dowell & Jarratt 1971), guarded by bisection.
 */
const STEPS = 400;

/** The x between low and high with f(x) = 0, for an f that increases from at most zero to at least zero. */
export function increasingRoot(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [low, high];
  let [below, above] = [f(left), f(right)];
  if (below >= 0) {
    return left;
  }
  if (above <= 0) {
    return right;
  }
  for (let step = 0; step < STEPS; step += 1) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) {
      return middle;
    }
    const straight = (left * above - right * below) / (above - below);
    const inside = step % 3 !== 2 && straight > left && straight < right;
    const x = inside ? straight : middle;
    const value = f(x);
    if (value === 0) {
      return x;
    }
    if (value < 0) {
      left = x;
      below = value;
      above /= 2;
    } else {
      right = x;
      above = value;
      below /= 2;
    }
    if (right - left <= 1e-15 * Math.abs(x)) {
      return x;
    }
  }
  return left + (right - left) / 2;
}

/**
 * The same where no ends are known: the bracket grows from one unit on either side of zero, doubling, until it holds the
 * root or reaches `most`.
 */
export function increasingRootOutward(f: (x: number) => number, most: number): number {
  let [low, high] = [-1, 1];
  while (low > -most && !(f(low) <= 0)) {
    high = low;
    low *= 2;
  }
  while (high < most && !(f(high) >= 0)) {
    low = Math.max(low, high);
    high *= 2;
  }
  return increasingRoot(f, Math.max(low, -most), Math.min(high, most));
}
