/** The clock of the exam's pages, as it stands when the page is opened. */
import type { ReactElement } from 'react';
import { Clock } from '../../parts/clock/clock.tsx';
import { exam } from '../../words/exam.ts';
import { timeLeft } from './time-left.ts';

export interface ExamTime {
  readonly remainingMs: number;
  /** "2:45 p.m., Eastern Time"; undefined while the clock stands still. */
  readonly ends: string | undefined;
}

export function ExamClock({ time }: { readonly time: ExamTime }): ReactElement {
  return (
    <Clock
      left={timeLeft(time.remainingMs)}
      ends={time.ends === undefined ? exam.standsStill : exam.ends(time.ends)}
      remainingMs={time.remainingMs}
    />
  );
}
