/** The state something is in: a shape and a word. Overdue things are marked by the word, in ink, not by an alarm color. */
import type { ReactElement } from 'react';
import { Shape, type ShapeName } from '../shape/shape.tsx';

/** Not begun, under way, finished well, finished otherwise, late. */
export type StatusTone = 'waiting' | 'working' | 'done' | 'stopped' | 'late';

export interface StatusTagProps {
  readonly label: string;
  readonly tone: StatusTone;
}

const shapes: Readonly<Record<StatusTone, ShapeName>> = {
  waiting: 'ring',
  working: 'half',
  done: 'tick',
  stopped: 'cross',
  late: 'triangle',
};

export function StatusTag({ label, tone }: StatusTagProps): ReactElement {
  return (
    <span className={`status-tag status-${tone}`}>
      <Shape name={shapes[tone]} />
      {label}
    </span>
  );
}
