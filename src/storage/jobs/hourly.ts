/** Work that is looked for at once and then every hour, one at a time. */
const HOUR_MS = 3_600_000;

/** `report` is told of work that failed; it is tried again in the next hour. */
export function hourly(
  work: () => Promise<void>,
  report: (cause: unknown) => void,
): { stop(): void } {
  let isWorking = false;
  const look = async (): Promise<void> => {
    if (isWorking) {
      return;
    }
    isWorking = true;
    try {
      await work();
    } catch (cause) {
      report(cause);
    } finally {
      isWorking = false;
    }
  };
  const timer = setInterval(() => void look(), HOUR_MS).unref();
  void look();
  return { stop: () => clearInterval(timer) };
}
