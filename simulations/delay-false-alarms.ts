/**
 * How often tests of waiting and of ordered outcomes cry wolf, and how often their 95 % intervals hold the truth, where the
 * groups are alike: 3 against 40, 10 against 40, 20 against 80, 50 against 200. Waits are answered after 20 days on average
 * (exponential, or after a slow start as in Weibull with shape 2), watched for up to 60 days; whole days, with ties.
 * Run: node --import tsx simulations/delay-false-alarms.ts [rounds, 4000 unless told]
 * Prints the smallest size from which each test keeps its nominal 5 percent (3.5 to 6.5), and ends with code 1 where a test
 * strays from it by more than twice its standard error at 20 against 80 or above.
 */

import type { EndedWait } from '../src/fairness/delay/competing.ts';
import { coxRegression, groupDesign } from '../src/fairness/delay/cox.ts';
import { grayTest } from '../src/fairness/delay/gray.ts';
import { logRank } from '../src/fairness/delay/log-rank.ts';
import { proportionality } from '../src/fairness/delay/proportionality.ts';
import { waitDifference } from '../src/fairness/delay/restricted-mean.ts';
import type { Wait } from '../src/fairness/delay/waits.ts';
import { proportionalOdds } from '../src/fairness/ordered/proportional-odds.ts';
import { rankTest } from '../src/fairness/ordered/rank-test.ts';
import { type Generator, generatorFrom } from '../src/kernel/chance/generator.ts';

const ROUNDS = Number(process.argv[2] ?? 4000);
const SIZES = [
  [3, 40],
  [10, 40],
  [20, 80],
  [50, 200],
] as const;
const HORIZON = 45;
const NOMINAL = 0.05;

type Shape = 'steady' | 'slow start';

function drawnWaits(count: number, shape: Shape, chance: Generator): Wait[] {
  return Array.from({ length: count }, () => {
    const hazard = -Math.log(1 - chance.next());
    const answer = shape === 'steady' ? hazard * 20 : Math.sqrt(hazard) * 22.6;
    const today = 20 + chance.next() * 60;
    return { days: Math.ceil(Math.min(answer, today)), answered: answer <= today };
  });
}

function drawnEndings(count: number, shape: Shape, chance: Generator): EndedWait[] {
  return drawnWaits(count, shape, chance).map(({ days, answered }) => {
    const withdrawn = Math.ceil(-Math.log(1 - chance.next()) * 40);
    return withdrawn < days
      ? { days: withdrawn, ending: 'withdrawn' }
      : { days, ending: answered ? 'answered' : 'open' };
  });
}

/** Warning to revocation: most get the mildest. */
function drawnSanctions(count: number, chance: Generator): number[] {
  const shares = [0.45, 0.75, 0.9, 0.97, 1];
  const counts = shares.map(() => 0);
  for (let one = 0; one < count; one += 1) {
    const draw = chance.next();
    const step = shares.findIndex((share) => draw < share);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}

class Rate {
  alarms = 0;
  asked = 0;
  /** Undefined where the test refused: no alarm, and not asked. */
  add(pValue: number | undefined): void {
    this.asked += pValue === undefined ? 0 : 1;
    this.alarms += pValue !== undefined && pValue < NOMINAL ? 1 : 0;
  }
  get value(): number {
    return this.alarms / Math.max(1, this.asked);
  }
  get margin(): number {
    const rate = Math.max(this.value, NOMINAL);
    return 2 * Math.sqrt((rate * (1 - rate)) / Math.max(1, this.asked));
  }
}

function ask(
  m: number,
  n: number,
  shape: Shape,
  chance: Generator,
  rates: Map<string, Rate>,
): void {
  const add = (name: string, pValue: number | undefined): void => {
    const rate = rates.get(name) ?? new Rate();
    rate.add(pValue);
    rates.set(name, rate);
  };
  const [few, many] = [drawnWaits(m, shape, chance), drawnWaits(n, shape, chance)];
  const ranked = logRank([[many, few]]);
  add('log-rank', ranked.ok ? ranked.value.pValue : undefined);
  const cox = coxRegression([[many, few]], groupDesign(2));
  add('Cox, Wald', cox.ok ? cox.value.terms[0]?.pValue : undefined);
  add('Cox, likelihood ratio', cox.ok ? cox.value.pValue : undefined);
  const constant = cox.ok ? proportionality(cox.value)[0] : undefined;
  add('proportionality', constant?.ok ? constant.value.pValue : undefined);
  const mean = waitDifference(few, many, HORIZON);
  add('restricted mean', mean.ok ? mean.value.pValue : undefined);
  const ended = grayTest(
    [drawnEndings(m, shape, chance), drawnEndings(n, shape, chance)],
    'answered',
  );
  add('Gray', ended.ok ? ended.value.pValue : undefined);
  const [mild, other] = [drawnSanctions(m, chance), drawnSanctions(n, chance)];
  const rank = rankTest(mild, other);
  add('rank test', rank.ok ? rank.value.pValue : undefined);
  add('rank test, normal', rank.ok ? rank.value.normalP : undefined);
  add(
    'superiority outside its interval',
    rank.ok ? (rank.value.low > 0.5 || rank.value.high < 0.5 ? 0 : 1) : undefined,
  );
  const odds = proportionalOdds([other, mild]);
  add('proportional odds', odds.ok ? odds.value.anyDifference.pValue : undefined);
}

let strayed = 0;
for (const shape of ['steady', 'slow start'] as const) {
  for (const [m, n] of SIZES) {
    const chance = generatorFrom(`delay ${shape} ${m} ${n}`);
    const rates = new Map<string, Rate>();
    const rounds = m === 50 ? Math.ceil(ROUNDS / 2) : ROUNDS;
    for (let round = 0; round < rounds; round += 1) {
      ask(m, n, shape, chance, rates);
    }
    console.log(`${shape}, ${m} against ${n}, ${rounds} rounds`);
    for (const [name, rate] of rates) {
      // Exact tests on few outcomes are cautious by nature: too few alarms are no fault of theirs.
      const low = name.startsWith('rank test') || name.startsWith('superiority') ? 0 : 0.035;
      const inside = rate.value + rate.margin >= low && rate.value - rate.margin <= 0.065;
      strayed += inside || m < 20 ? 0 : 1;
      const answered = rate.asked === rounds ? '' : `, refused ${rounds - rate.asked}`;
      console.log(
        `${inside ? '  ' : '! '}${name}: ${(100 * rate.value).toFixed(1)} % (± ${(100 * rate.margin).toFixed(1)})${answered}`,
      );
    }
  }
}
process.exitCode = strayed === 0 ? 0 : 1;
