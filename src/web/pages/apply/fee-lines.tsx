/** What an application costs, fee by fee, each with the day it falls due. */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';

const words = en.apply.fees;

export interface FeesShown {
  readonly onFiling: readonly FeeShown[];
  readonly onEligible: readonly FeeShown[];
}
interface FeeShown {
  readonly title: string;
  readonly amount: string;
}

export function FeeLines({ fees }: { readonly fees: FeesShown }): ReactElement {
  const { onFiling, onEligible } = fees;
  return onFiling.length + onEligible.length === 0 ? (
    <p>{words.none}</p>
  ) : (
    <ul>
      {onFiling.map(({ title, amount }) => (
        <li key={title}>{words.onFiling(title, amount)}</li>
      ))}
      {onEligible.map(({ title, amount }) => (
        <li key={title}>{words.onEligible(title, amount)}</li>
      ))}
    </ul>
  );
}
