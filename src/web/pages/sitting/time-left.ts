/** The time left in words: minutes until the last five, then minutes and seconds; never below zero. */
import { exam } from '../../words/exam.ts';

const MINUTE = 60_000;
const SECONDS_FROM_MS = 5 * MINUTE;

/** Rounded up, as people count: "1 minute left" is said until the last minute is over. */
export function timeLeft(remainingMs: number): string {
  if (remainingMs <= 0) {
    return exam.noTime;
  }
  if (remainingMs > SECONDS_FROM_MS) {
    return exam.left(Math.ceil(remainingMs / MINUTE));
  }
  const seconds = Math.ceil(remainingMs / 1000);
  return exam.leftSeconds(Math.floor(seconds / 60), seconds % 60);
}
