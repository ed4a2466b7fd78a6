/**
 * Does everything, one after another, also where something before it failed; throws afterward: the one fault, or all of them
 * together. For work on many things of which none should wait for another to be mended.
 */
export async function allTried(works: Iterable<() => Promise<unknown>>): Promise<void> {
  const faults: unknown[] = [];
  for (const work of works) {
    try {
      await work();
    } catch (cause) {
      faults.push(cause);
    }
  }
  if (faults.length > 0) {
    throw faults.length === 1
      ? faults[0]
      : new AggregateError(faults, faults.map(String).join('; '));
  }
}
