/**
 * The gap between two rates in the measures that other reports use, so that ours can be set beside them.
 *
 *     Z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2))     h = 2 asin sqrt p1 - 2 asin sqrt p2
 *     phi = (a d - b c) / sqrt(product of the four margins)
 *
 * Sources: the "two to three standard deviations" of Hazelwood (1977) for Z, whose square is Pearson's
 * chi-squared; Cohen (1988) for h (.20, .50, .80 called small, medium, large); Yule (1912) for phi. Cohen's
 * words are a convention of research, not of a body that decides about people: none is printed.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import { pooledZ, type TwoByTwo } from '../../numerics/tables/two-by-two.ts';

export interface EffectSizes {
  readonly z: Result<number, 'undefined'>;
  readonly cohenH: number;
  readonly phi: Result<number, 'undefined'>;
}

/** Both groups must hold people. */
export function effectSizes(table: TwoByTwo): EffectSizes {
  const { firstYes, firstAll, secondYes, secondAll } = table;
  const z = pooledZ(table);
  const angle = (yes: number, all: number): number => 2 * Math.asin(Math.sqrt(yes / all));
  return {
    z,
    cohenH: angle(firstYes, firstAll) - angle(secondYes, secondAll),
    phi: z.ok ? success(z.value / Math.sqrt(firstAll + secondAll)) : z,
  };
}
