/**
 * How long waiting curves and the log-rank test take on a million matters in eight groups and twenty strata: whole days,
 * as a body would keep them, and days with fractions, where each answer has a day of its own. Seconds of CPU time, the
 * matters already in memory.
 * Run: node --import tsx bench/delay.ts
 */
import { coxRegression, groupDesign } from '../src/fairness/delay/cox.ts';
import { logRank } from '../src/fairness/delay/log-rank.ts';
import { waitingCurve } from '../src/fairness/delay/waiting.ts';
import { splitWaits, type WaitColumns } from '../src/fairness/delay/waits.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';

const MATTERS = 1_000_000;
const GROUPS = 8;
const STRATA = 20;

function drawn(whole: boolean): WaitColumns {
  const chance = generatorFrom('a million waits');
  const days = new Float64Array(MATTERS);
  const answered = new Uint8Array(MATTERS);
  for (let one = 0; one < MATTERS; one += 1) {
    const answer = -Math.log(1 - chance.next()) * 40;
    const today = chance.next() * 365;
    const wait = Math.min(answer, today);
    days[one] = whole ? Math.ceil(wait) : wait;
    answered[one] = answer <= today ? 1 : 0;
  }
  const places = (count: number) => Int32Array.from({ length: MATTERS }, () => chance.below(count));
  return {
    days,
    answered,
    group: places(GROUPS),
    groups: GROUPS,
    stratum: places(STRATA),
    strata: STRATA,
  };
}

function report(name: string, work: () => unknown): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const seconds = ((user + system) / 1e6).toFixed(2);
  console.log(`${name}: ${seconds} s; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
}

for (const whole of [true, false]) {
  const columns = drawn(whole);
  const kind = whole ? 'whole days' : 'fractions of days';
  report(
    `curves of ${GROUPS} groups and log-rank in ${STRATA} strata, ${kind} (to reach: 2 s)`,
    () => {
      const [all = []] = splitWaits({ ...columns, stratum: undefined, strata: 1 });
      const curves = all.map((waits) => waitingCurve(waits));
      const ranked = logRank(splitWaits(columns));
      if (!ranked.ok || curves.length !== GROUPS) {
        throw new Error('the matters cannot be compared');
      }
    },
  );
  report(`Cox regression in ${STRATA} strata, ${kind}`, () =>
    coxRegression(splitWaits(columns), groupDesign(GROUPS)),
  );
}
