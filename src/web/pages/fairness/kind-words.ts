/** The words of a kind of decision for whoever's groups a dimension holds: of respondents, or of complainants. */
import { type KindName, type KindWords, kinds } from '../../words/fairness-kinds.ts';

export const wordsOf = (
  kind: KindName,
  isOfComplainants: boolean,
): Pick<KindWords, 'outcome' | 'response'> =>
  (isOfComplainants ? kinds[kind].complainants : undefined) ?? kinds[kind];
