/**
 * An answer that takes the same time whatever it is, so that the time tells nothing: it leaves at a whole number of steps after
 * the question came, and one step is longer than the work takes by far.
 */
export interface Waiting {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

const real: Waiting = {
  now: () => performance.now(),
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};

/** Milliseconds. Also where the work fails. */
export async function evenly<Answer>(
  stepMs: number,
  work: () => Promise<Answer>,
  { now, wait }: Waiting = real,
): Promise<Answer> {
  const came = now();
  try {
    return await work();
  } finally {
    const used = now() - came;
    await wait(Math.max(1, Math.ceil(used / stepMs)) * stepMs - used);
  }
}
