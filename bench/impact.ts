/**
 * How long it takes to measure outcomes: 1,000,000 decisions, 8 groups, 20 strata, counted and then every measure of every
 * comparison; beside the floor of the same run, one bare pass over the same three arrays. And the exact unconditional test
 * at the largest size it is offered for. CPU milliseconds, least of three runs.
 * Run: npm run bench -- impact
 */
import { impactAnalysis } from '../src/fairness/impact/impact-analysis.ts';
import { countOutcomes } from '../src/fairness/impact/outcome-counts.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { boschloo } from '../src/numerics/tables/boschloo.ts';
import { besideR, inR } from './running/r-peer.ts';

const RUNS = 3;
const MOST = 1500;

function leastCpu<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  let [value, ms] = [work(), Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    value = work();
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1000);
  }
  return { value, ms };
}

/** A part of the same work by R's stats package: the counts, and of each comparison Fisher's, the chi-squared and the CMH test. */
const PEER = `g <- column("group"); s <- column("stratum"); y <- column("succeeded")
seconds({
  counts <- table(g, y, s)
  reference <- names(which.max(apply(counts, 1, function(x) sum(x["1", ]) / sum(x))))
  for (focal in setdiff(rownames(counts), reference)) {
    own <- counts[c(focal, reference), , ]
    two <- apply(own, 1:2, sum)
    try(fisher.test(two), silent = TRUE); chisq.test(two, correct = FALSE)
    storage.mode(own) <- "double"
    mantelhaen.test(own, correct = FALSE); mantelhaen.test(own)
  }
})
`;

let late = false;
for (const people of [10_000, 100_000, 1_000_000]) {
  const chance = generatorFrom('bench impact');
  const groupOf = new Uint16Array(people);
  const stratumOf = new Uint16Array(people);
  const succeeded = new Uint8Array(people);
  for (let person = 0; person < people; person += 1) {
    const group = Math.floor(8 * chance.next() ** 2);
    groupOf[person] = group;
    stratumOf[person] = Math.floor(20 * chance.next());
    succeeded[person] = chance.next() < 0.75 - 0.01 * group ? 1 : 0;
  }
  const names = (count: number): string[] =>
    Array.from({ length: count }, (_, place) => `n${place}`);
  const decisions = {
    groupOf,
    stratumOf,
    succeeded,
    people: undefined,
    groups: names(8),
    strata: names(20),
  };
  const bare = leastCpu(() => {
    let sum = 0;
    for (let person = 0; person < people; person += 1) {
      sum += (groupOf[person] ?? 0) + (stratumOf[person] ?? 0) + (succeeded[person] ?? 0);
    }
    return sum;
  });
  const counted = leastCpu(() => countOutcomes(decisions));
  const all = leastCpu(() => impactAnalysis(countOutcomes(decisions)));
  const [theirs] =
    inR(
      'stats',
      {
        group: Float64Array.from(groupOf),
        stratum: Float64Array.from(stratumOf),
        succeeded: Float64Array.from(succeeded),
      },
      PEER,
    ) ?? [];
  late ||= people === 1_000_000 && all.ms > MOST;
  console.log(
    `${people} decisions x 8 groups x 20 strata: counted ${counted.ms.toFixed(0)} ms, every measure of ${all.value.comparisons.length} comparisons ${all.ms.toFixed(0)} ms; bare pass ${bare.ms.toFixed(1)} ms; ${besideR(all.ms / 1000, theirs)}`,
  );
}
const largest = leastCpu(() =>
  boschloo({ firstYes: 200, firstAll: 500, secondYes: 240, secondAll: 500 }),
);
console.log(`Boschloo, 500 v 500, both kinds: ${largest.ms.toFixed(0)} ms`);
console.log(late ? `over ${MOST} ms` : `within ${MOST} ms`);
process.exitCode = late ? 1 : 0;
