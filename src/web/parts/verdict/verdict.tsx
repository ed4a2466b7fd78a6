/** The three verdicts on fairness, always a shape and words: disparity shown, parity shown, cannot tell yet. */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import { Shape, type ShapeName } from '../shape/shape.tsx';

export type VerdictKind = 'disparity' | 'parity' | 'unknown';

export interface VerdictProps {
  readonly kind: VerdictKind;
  /** About how many more people it takes to tell. Null where that cannot be said. Used by "unknown" only. */
  readonly morePeople?: number | null | undefined;
}

export const verdictShape: Readonly<Record<VerdictKind, ShapeName>> = {
  disparity: 'diamond',
  parity: 'disc',
  unknown: 'ring',
};

export function verdictWords({ kind, morePeople }: VerdictProps): string {
  return kind === 'unknown' ? en.findings.unknown(morePeople ?? null) : en.findings[kind];
}

export function Verdict(props: VerdictProps): ReactElement {
  return (
    <span className={`verdict verdict-${props.kind}`}>
      <Shape name={verdictShape[props.kind]} />
      {verdictWords(props)}
    </span>
  );
}
