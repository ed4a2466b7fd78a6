/**
 * The time left on this page: what the service last said, carried on by the page's own steady clock (`performance.now`),
 * never by the time of day of this computer, which may be wrong or be changed.
 */
export interface ClockAnswer {
  readonly status: 'running' | 'paused' | 'time-is-up' | 'submitted';
  readonly remainingMs: number;
  readonly epoch: number;
  readonly ends: string | null;
  readonly formToken: string;
}

export interface PageClock {
  readonly status: ClockAnswer['status'];
  /** On the page's own clock; while it stands still, what is left is `remainingMs`. */
  readonly endsAtMs: number;
  readonly remainingMs: number;
}

/**
 * The answer was made somewhere between asking and hearing: the middle is taken. A reading that differs from the last by
 * less than that doubt changes nothing, so that the clock does not jump about.
 */
export function pageClock(
  answer: ClockAnswer,
  askedAtMs: number,
  heardAtMs: number,
  before: PageClock | undefined,
): PageClock {
  const { status, remainingMs } = answer;
  const endsAtMs = (askedAtMs + heardAtMs) / 2 + remainingMs;
  const doubtMs = (heardAtMs - askedAtMs) / 2 + 50;
  const same =
    before?.status === status &&
    status === 'running' &&
    Math.abs(before.endsAtMs - endsAtMs) <= doubtMs;
  return same ? before : { status, endsAtMs, remainingMs };
}

export const leftMs = (clock: PageClock, nowMs: number): number =>
  clock.status === 'running' ? Math.max(0, clock.endsAtMs - nowMs) : clock.remainingMs;

const ANNOUNCED_MINUTES = [30, 10, 5] as const;

/** The minutes to announce when time passes from one moment to the next: each once, and none that was passed before. */
export function newsBetween(beforeMs: number, nowMs: number): number | undefined {
  return ANNOUNCED_MINUTES.findLast(
    (minutes) => beforeMs > minutes * 60_000 && nowMs <= minutes * 60_000,
  );
}
