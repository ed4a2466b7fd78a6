/**
 * How long waiting curves and the log-rank test take on a million matters in eight groups and twenty strata: whole days,
 * as a body would keep them, and days with fractions, where each answer has a day of its own. Seconds of CPU time, the
 * matters already in memory; R's survival package does the same beside it, where it is installed.
 * Run: node --import tsx bench/delay.ts
 */
import { coxRegression, groupDesign } from '../src/fairness/delay/cox.ts';
import { logRank } from '../src/fairness/delay/log-rank.ts';
import { waitingCurve } from '../src/fairness/delay/waiting.ts';
import { splitWaits, type WaitColumns } from '../src/fairness/delay/waits.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { besideR, inR } from './running/r-peer.ts';

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

function report(name: string, theirs: number | undefined, work: () => unknown): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(`${name}: ${seconds.toFixed(2)} s; ${memory} MB; ${besideR(seconds, theirs)}`);
}

/** The same work by R's survival package: curves of every group and the stratified log-rank test; then Cox, Efron. */
const PEER = `library(survival)
d <- data.frame(days = column("days"), answered = column("answered"), group = factor(column("group")),
  stratum = factor(column("stratum")))
seconds({ survfit(Surv(days, answered) ~ group, d); survdiff(Surv(days, answered) ~ group + strata(stratum), d) })
seconds(coxph(Surv(days, answered) ~ group + strata(stratum), d))
`;

for (const whole of [true, false]) {
  const columns = drawn(whole);
  const kind = whole ? 'whole days' : 'fractions of days';
  const [curvesAndRank, cox] =
    inR(
      'survival',
      {
        days: columns.days,
        answered: Float64Array.from(columns.answered),
        group: Float64Array.from(columns.group),
        stratum: Float64Array.from(columns.stratum ?? []),
      },
      PEER,
    ) ?? [];
  report(
    `curves of ${GROUPS} groups and log-rank in ${STRATA} strata, ${kind} (to reach: 2 s)`,
    curvesAndRank,
    () => {
      const [all = []] = splitWaits({ ...columns, stratum: undefined, strata: 1 });
      const curves = all.map((waits) => waitingCurve(waits));
      const ranked = logRank(splitWaits(columns));
      if (!ranked.ok || curves.length !== GROUPS) {
        throw new Error('the matters cannot be compared');
      }
    },
  );
  report(`Cox regression in ${STRATA} strata, ${kind}`, cox, () =>
    coxRegression(splitWaits(columns), groupDesign(GROUPS)),
  );
}
