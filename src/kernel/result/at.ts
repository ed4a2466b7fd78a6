/**
 * A checked index: the element at a place that must exist. A missing place is our own mistake, so it throws.
 * Costs nothing measurable beside a bare index, and keeps `undefined` out of arithmetic.
 */
export function at<Item>(
  list: { readonly [index: number]: Item; readonly length: number },
  index: number,
): Item {
  const item = list[index];
  if (item === undefined) {
    throw new RangeError(`place ${index} asked of a list of ${list.length}`);
  }
  return item;
}
