/** Work that is looked for at once and then every hour, one at a time. */
const HOUR_MS = 3_600_000;

/**
 * `report` is told of work that failed; it is tried again in the next hour. `stop` tells the work to end (`stopping`) and answers
 * once it has: what is stopped on purpose is no failure, and whoever closes what the work uses does so afterwards.
 */
export function hourly(
  work: (stopping: AbortSignal) => Promise<void>,
  report: (cause: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    try {
      await work(stopping.signal);
    } catch (cause) {
      if (!stopping.signal.aborted) {
        report(cause);
      }
    }
  };
  const begin = (): void => {
    underWay ??= look().finally(() => {
      underWay = undefined;
    });
  };
  const timer = setInterval(begin, HOUR_MS).unref();
  begin();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await underWay;
    },
  };
}
