/** One line on every page before a decision: that it can be appealed, and where it says on what grounds and what cannot be. */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';

const words = en.appeals;

export function BeforeDecision(props: {
  readonly decision: keyof typeof words.before;
  /** The part of the page about this kind. */
  readonly kind?: string;
}): ReactElement {
  return (
    <p>
      {`${words.before[props.decision]} `}
      <a href={props.kind === undefined ? '/appeals' : `/appeals#${props.kind}`}>{words.read}</a>
    </p>
  );
}
