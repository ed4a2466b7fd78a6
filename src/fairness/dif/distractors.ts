/**
 * Distractor functioning: among people who answered wrongly and have the same score, do the groups choose different wrong
 * options? An option that draws one group only often shows what in the wording does it, and so explains a biased item.
 *
 *     log(p option / p first option) = b0 + b1 score + b2 group + b3 score group; twice the gain in log-likelihood
 *     by b2 and b3, on 2 (options - 1) degrees of freedom
 *
 * Sources: Green, Crone & Folk (1989) for looking at wrong answers only; Kato, Moen & Thurlow (2009) and Penfield (2010) for
 * the logistic form. Handed all options, the key among them, it is the test of the whole item (difNLR's ddfMLR). Options
 * chosen by fewer than ten people are put together; a group without a choice says nothing.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { fitMultinomial, type KindCells } from '../../numerics/fitting/multinomial.ts';
import type { Tested } from './breslow-day.ts';
import type { GroupLevel } from './several-groups-levels.ts';

export interface OptionShare {
  /** Its place among the options handed in; undefined for rare options put together. */
  readonly option: number | undefined;
  readonly reference: number;
  readonly focal: number;
  /** Share among the focal group less the share that people of the reference group with the same scores have. */
  readonly difference: number;
}

export interface DistractorFunctioning {
  readonly both: Tested;
  readonly uniform: Tested;
  readonly options: readonly OptionShare[];
  readonly referencePeople: number;
  readonly focalPeople: number;
}

export type DistractorFault = 'too-few-options' | 'no-comparison' | 'not-definite' | 'not-settled';

const RARE = 10;

/** `levels` hold the reference group first, then the focal, and one column for each option. */
export function distractorFunctioning(
  levels: readonly GroupLevel[],
): Result<DistractorFunctioning, DistractorFault> {
  const gathered = gather(levels);
  if (gathered.options.length < 2) {
    return refuse('too-few-options', 'fewer than two options were chosen by ten people or more');
  }
  const people = [0, 1].map((group) =>
    gathered.levels.reduce((sum, { counts }) => sum + sumOf(at(counts, group)), 0),
  );
  if (people.some((n) => n === 0)) {
    return refuse('no-comparison', 'one of the groups has nobody who chose any of these options');
  }
  const score = fitMultinomial(cellsOf(gathered.levels, 2));
  const group = fitMultinomial(cellsOf(gathered.levels, 3));
  const whole = fitMultinomial(cellsOf(gathered.levels, 4));
  if (!score.ok) {
    return score;
  }
  if (!group.ok) {
    return group;
  }
  if (!whole.ok) {
    return whole;
  }
  const kinds = gathered.options.length - 1;
  return success({
    both: gained(whole.value.logLikelihood - score.value.logLikelihood, 2 * kinds),
    uniform: gained(group.value.logLikelihood - score.value.logLikelihood, kinds),
    options: gathered.options.map((option, kind) => shareOf(gathered.levels, option, kind)),
    referencePeople: at(people, 0),
    focalPeople: at(people, 1),
  });
}

function gained(gain: number, degreesOfFreedom: number): Tested {
  const statistic = Math.max(0, 2 * gain);
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}

interface Gathered {
  readonly levels: readonly GroupLevel[];
  readonly options: readonly (number | undefined)[];
}

function gather(levels: readonly GroupLevel[]): Gathered {
  const width = levels[0]?.counts[0]?.length ?? 0;
  const places = Array.from({ length: width }, (_, option) => option);
  const chosen = (option: number): number =>
    levels.reduce((sum, { counts }) => sum + counts.reduce((s, row) => s + at(row, option), 0), 0);
  const common = places.filter((option) => chosen(option) >= RARE);
  const rare = places.filter((option) => chosen(option) > 0 && chosen(option) < RARE);
  const together = rare.reduce((sum, option) => sum + chosen(option), 0) >= RARE;
  const regrouped = levels.map(({ score, counts }) => ({
    score,
    counts: counts.map((row) => [
      ...common.map((option) => at(row, option)),
      ...(together ? [rare.reduce((sum, option) => sum + at(row, option), 0)] : []),
    ]),
  }));
  return { levels: regrouped, options: [...common, ...(together ? [undefined] : [])] };
}

/** Scores are centered and scaled, so that the fit does not suffer from their size. */
function cellsOf(levels: readonly GroupLevel[], terms: number): KindCells {
  const people = levels.map(({ counts }) => counts.reduce((sum, row) => sum + sumOf(row), 0));
  const all = people.reduce((sum, n) => sum + n, 0);
  const mean = levels.reduce((sum, { score }, place) => sum + score * at(people, place), 0) / all;
  const spread =
    levels.reduce((sum, { score }, place) => sum + (score - mean) ** 2 * at(people, place), 0) /
    all;
  const cells = levels.flatMap(({ score, counts }) =>
    counts.map((row, group) => {
      const z = (score - mean) / Math.sqrt(spread);
      return { values: [1, z, group, z * group].slice(0, terms), counts: row };
    }),
  );
  const used = cells.filter(({ counts }) => sumOf(counts) > 0);
  return { values: used.map(({ values }) => values), counts: used.map(({ counts }) => counts) };
}

function shareOf(
  levels: readonly GroupLevel[],
  option: number | undefined,
  kind: number,
): OptionShare {
  let [reference, focal, all, expected, matched, own] = [0, 0, [0, 0], 0, 0, 0];
  for (const { counts } of levels) {
    const [first = [], second = []] = counts;
    const people = [sumOf(first), sumOf(second)] as const;
    reference += at(first, kind);
    focal += at(second, kind);
    all = [at(all, 0) + people[0], at(all, 1) + people[1]];
    if (people[0] > 0 && people[1] > 0) {
      expected += (people[1] * at(first, kind)) / people[0];
      own += at(second, kind);
      matched += people[1];
    }
  }
  return {
    option,
    reference: reference / at(all, 0),
    focal: focal / at(all, 1),
    difference: matched === 0 ? 0 : (own - expected) / matched,
  };
}

const sumOf = (row: readonly number[]): number => row.reduce((sum, n) => sum + n, 0);
