/**
 * The clock of an exam. It can be hidden. Without a script it says how much time there was when the page opened and
 * when the time ends; the exam's script counts it down by `data-remaining-ms` and writes the few announcements into
 * the status line, which is otherwise silent.
 */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';

export interface ClockProps {
  /** "41 minutes". */
  readonly left: string;
  /** "It ends at 2:45 p.m., Eastern Time." */
  readonly ends: string;
  readonly remainingMs: number;
}

export function Clock({ left, ends, remainingMs }: ClockProps): ReactElement {
  return (
    <div className="clock">
      <details open>
        <summary>{en.findings.timeLeft}</summary>
        <p>
          <span className="clock-left figures" id="clock" data-remaining-ms={remainingMs}>
            {left}
          </span>{' '}
          <span className="clock-ends">{ends}</span>
        </p>
      </details>
      <p className="clock-news" role="status" id="clock-news" />
    </div>
  );
}
