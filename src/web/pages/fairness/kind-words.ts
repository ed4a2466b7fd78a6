/** The words of a kind of decision for whoever's groups a dimension holds: of respondents, or of complainants. */
import { type KindName, kinds } from '../../words/fairness-kinds.ts';
import type { KindWords } from '../../words/outcome-words.ts';

export const wordsOf = (
  kind: KindName,
  isOfComplainants: boolean,
): Pick<KindWords, 'outcome' | 'response'> =>
  (isOfComplainants ? kinds[kind].complainants : undefined) ?? kinds[kind];
