import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import type { Result } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { binomialPoint } from '../../numerics/distributions/point-probability.ts';
import type { TwoByTwo } from '../../numerics/tables/two-by-two.ts';
import { compareOutcomes, type GroupCount } from './compare-outcomes.ts';
import { deciderSeverity } from './decider-severity.ts';
import { belowFourFifths } from './four-fifths.ts';
import { groupOutcomes } from './group-outcomes.ts';
import { furtherPeople, peopleToShowGap, timesToShowParity } from './planning.ts';
import { impactVerdict, verdictWords } from './verdict.ts';

const reference = JSON.parse(readFileSync('reference/fairness/impact.json', 'utf8'));
const published = JSON.parse(readFileSync('reference/numerics/two-by-two.json', 'utf8'));

const group = (name: string, succeeded: number, total: number): GroupCount => ({
  group: name,
  succeeded,
  total,
});
const table = (x1: number, n1: number, x2: number, n2: number): TwoByTwo => ({
  firstYes: x1,
  firstAll: n1,
  secondYes: x2,
  secondAll: n2,
});

function value<V>(result: Result<V>): V {
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}

function near(answer: number, expected: number, what: string, tolerance = 1e-9): void {
  const gap = Math.abs(answer - expected) / Math.max(Math.abs(expected), 1e-300);
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}

test('every number of a comparison agrees with R on published cases', () => {
  for (const row of published.twoByTwo) {
    const comparison = value(
      compareOutcomes(group('focal', row.x1, row.n1), group('reference', row.x2, row.n2)),
    );
    const ratio = value(comparison.successRatio);
    near(ratio.value, row.impact_ratio, row.name);
    near(value(ratio.interval).low, row.ratio_ci[0], row.name);
    near(value(ratio.interval).high, row.ratio_ci[1], row.name);
    near(comparison.difference.value, row.diff, row.name);
    near(value(comparison.difference.interval).low, row.diff_newcombe[0], row.name);
    near(value(comparison.difference.interval).high, row.diff_newcombe[1], row.name);
    near(value(comparison.oddsRatio).value, row.or, row.name);
    near(value(value(comparison.oddsRatio).interval).high, row.or_woolf_ci[1], row.name);
    near(comparison.fisherP, row.fisher_two, row.name);
    assert.equal(comparison.belowFourFifths, row.below80, row.name);
  }
});

test('first-try bar results by race agree with R, against a named reference', () => {
  const rows = Object.entries<Record<string, number>>(reference.barByRace.rows);
  const outcomes = groupOutcomes(
    [
      ...rows.map(([name, row]) => group(name, row['pass'] ?? 0, row['n'] ?? 0)),
      group('white', 16116, 17493),
    ],
    'white',
  );
  assert.equal(value(outcomes.reference), 'white');
  assert.equal(outcomes.comparisons.length, 4);
  for (const [name, expected] of Object.entries<{
    rate: number;
    wilson95: [number, number];
    impact_ratio: number;
    ratio_logCI95: [number, number];
    four_fifths_flag: boolean;
    fisher_p: number;
  }>(reference.barByRace.rows)) {
    const row = outcomes.groups.find((one) => one.group === name);
    const comparison = outcomes.comparisons.find((one) => one.focal.group === name);
    assert.ok(row && comparison);
    near(value(row.rate), expected.rate, name);
    near(value(row.interval).low, expected.wilson95[0], name);
    near(value(comparison.successRatio).value, expected.impact_ratio, name);
    near(value(value(comparison.successRatio).interval).low, expected.ratio_logCI95[0], name);
    near(comparison.fisherP, expected.fisher_p, name, 1e-8);
    assert.equal(comparison.belowFourFifths, expected.four_fifths_flag);
    assert.equal(comparison.verdict.state, 'disparity-shown');
  }
});

test('four fifths is compared as whole numbers: exactly 80 % is not below it', () => {
  for (const [rate, best, indicated] of reference.fourFifthsPublished.rows) {
    assert.equal(belowFourFifths(table(rate, 100, best, 100)), indicated);
  }
  assert.equal(belowFourFifths(table(4, 7, 5, 7)), false);
  assert.equal(belowFourFifths(table(3999999, 7000000, 5000000, 7000000)), true);
  assert.equal(belowFourFifths(table(1, 5, 0, 5)), undefined);
  assert.equal(belowFourFifths(table(0, 0, 3, 5)), undefined);
});

test('four fifths alone, against whichever rate is higher, raises false alarms as often as exact arithmetic says', () => {
  for (const [n1, n2, p, expected] of reference.fourFifthsFalseAlarm.slice(0, 8)) {
    let alarms = 0;
    for (let x1 = 0; x1 <= n1; x1 += 1) {
      for (let x2 = 0; x2 <= n2; x2 += 1) {
        const below = [table(x1, n1, x2, n2), table(x2, n2, x1, n1)].map(belowFourFifths);
        if (below.includes(true)) {
          alarms += binomialPoint(x1, n1, p, 1 - p) * binomialPoint(x2, n2, p, 1 - p);
        }
      }
    }
    near(alarms, expected, `${n1} and ${n2} at ${p}`, 1e-6);
  }
});

test('Holm’s rule agrees with R, keeps the order given, and never lowers a p-value', () => {
  const { p, raised } = reference.holm;
  holm(p).forEach((answer, place) => {
    near(answer, raised[place], `${place}`);
  });
  const backwards = holm([...p].reverse()).reverse();
  assert.deepEqual(backwards, holm(p));
  const anyP = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(anyP, (values) =>
      holm(values).every((answer, place) => answer >= (values[place] ?? 2) && answer <= 1),
    ),
  );
});

test('people needed to show a gap agree with R, for groups of equal size', () => {
  for (const [one, other, expected] of reference.peoplePerGroup) {
    near(peopleToShowGap(one, other, 1, 0.05), expected, `${one} and ${other}`, 1e-6);
  }
});

const anyTable = fc
  .tuple(
    fc.integer({ min: 11, max: 400 }),
    fc.integer({ min: 11, max: 400 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n1, n2, p1, p2]) => [Math.round(n1 * p1), n1, Math.round(n2 * p2), n2] as const);

test('flipping the groups turns ratios over and the difference round, and leaves the verdict', () => {
  fc.assert(
    fc.property(anyTable, ([x1, n1, x2, n2]) => {
      const there = groupOutcomes([group('a', x1, n1), group('b', x2, n2)], 'b').comparisons[0];
      const back = groupOutcomes([group('a', x1, n1), group('b', x2, n2)], 'a').comparisons[0];
      assert.ok(there && back);
      assert.equal(there.verdict.state, back.verdict.state);
      assert.ok(Math.abs(there.difference.value + back.difference.value) < 1e-15);
      assert.ok(Math.abs(there.fisherP - back.fisherP) < 1e-9);
      if (there.successRatio.ok && back.successRatio.ok && x1 > 0) {
        near(there.successRatio.value.value * back.successRatio.value.value, 1, 'ratio');
      }
    }),
  );
});

test('asking about failure instead of success leaves the verdict', () => {
  fc.assert(
    fc.property(anyTable, ([x1, n1, x2, n2]) => {
      const success = impactVerdict(table(x1, n1, x2, n2), 0.2, 1);
      const failure = impactVerdict(table(n1 - x1, n1, n2 - x2, n2), 0.2, 1);
      assert.equal(success.state, failure.state);
    }),
  );
});

test('absence of significance is not parity: small groups with equal rates cannot tell yet', () => {
  const small = groupOutcomes([group('a', 10, 20), group('b', 10, 20)]).comparisons[0];
  assert.equal(small?.verdict.state, 'cannot-tell-yet');
  assert.match(
    small ? verdictWords(small.verdict) : '',
    /^Cannot tell yet: about [\d,]+ more people/,
  );
  const large = groupOutcomes([group('a', 1000, 2000), group('b', 1010, 2000)]).comparisons[0];
  assert.equal(large?.verdict.state, 'parity-shown');
  assert.equal(large ? verdictWords(large.verdict) : '', 'Parity shown');
});

test('where nearly everybody succeeds, a gap in failures is seen though four fifths sees none', () => {
  const lsac = groupOutcomes([group('Black', 1062, 1368), group('White', 18664, 19285)]);
  const [comparison] = lsac.comparisons;
  assert.ok(comparison);
  assert.equal(comparison.belowFourFifths, false);
  near(value(comparison.failureRatio).value, 306 / 1368 / (621 / 19285), 'failure ratio');
  assert.equal(verdictWords(comparison.verdict), 'Disparity shown');
});

test('groups in which nobody was selected are listed, and give neither a ratio nor a verdict of parity', () => {
  const outcomes = groupOutcomes([group('A', 0, 30), group('B', 0, 30), group('C', 1, 1)]);
  assert.deepEqual(
    outcomes.groups.map((row) => row.group),
    ['A', 'B', 'C'],
  );
  assert.deepEqual(outcomes.tooSmall, ['C']);
  assert.notEqual(value(outcomes.reference), 'C');
  const [comparison] = outcomes.comparisons;
  assert.equal(comparison?.successRatio.ok, false);
  assert.match(
    comparison ? verdictWords(comparison.verdict) : '',
    /Cannot tell yet: nobody succeeded/,
  );
});

test('one group alone, and a reference that is too small, make no comparison and say why', () => {
  const alone = groupOutcomes([group('A', 5, 30), group('B', 1, 3)]);
  assert.match(alone.reference.ok ? '' : alone.reference.refusal.because, /two groups/);
  const small = groupOutcomes([group('A', 5, 30), group('B', 1, 3), group('C', 9, 30)], 'B');
  assert.match(small.reference.ok ? '' : small.reference.refusal.because, /"B" has fewer/);
  const nobody = groupOutcomes([group('A', 0, 0)]);
  assert.equal(nobody.groups[0]?.rate.ok, false);
  assert.equal(compareOutcomes(group('A', 0, 0), group('B', 1, 3)).ok, false);
});

test('the reference is the group with the highest rate, equal rates to the larger group', () => {
  const reference = groupOutcomes([group('A', 30, 60), group('B', 50, 100), group('C', 9, 30)]);
  assert.equal(value(reference.reference), 'B');
});

test('a plan asks for more people as the groups get smaller, and refuses where nothing can be planned', () => {
  const small = value(furtherPeople(table(8, 20, 8, 20), 0.05));
  const larger = value(furtherPeople(table(80, 200, 80, 200), 0.05));
  assert.ok(small > larger && larger > 0);
  assert.equal(furtherPeople(table(0, 20, 0, 20), 0.05).ok, false);
  assert.equal(furtherPeople(table(20, 20, 20, 20), 0.05).ok, false);
  assert.equal(furtherPeople(table(5000, 10000, 5000, 10000), 0.05).ok, false);
  assert.ok(value(furtherPeople(table(5300, 10000, 5200, 10000), 0.05)) > 1);
});

function drawn(chance: Generator, people: number, rate: number): number {
  let yes = 0;
  for (let person = 0; person < people; person += 1) {
    yes += chance.next() < rate ? 1 : 0;
  }
  return yes;
}

test('without a gap, a disparity is shown no more often than promised, at unequal sizes and with many groups', () => {
  const chance = generatorFrom('no gap');
  let alarms = 0;
  const runs = 600;
  for (let run = 0; run < runs; run += 1) {
    const sizes = [40, 300, 90, 25, 160];
    const rows = sizes.map((size, place) => group(`g${place}`, drawn(chance, size, 0.7), size));
    const { comparisons } = groupOutcomes(rows);
    alarms += comparisons.some(({ verdict }) => verdict.state === 'disparity-shown') ? 1 : 0;
  }
  assert.ok(alarms / runs < 0.06, `${alarms} of ${runs}`);
});

test('a gap exactly at the margin is called parity no more often than promised', () => {
  const chance = generatorFrom('at the margin');
  let called = 0;
  const runs = 1500;
  for (let run = 0; run < runs; run += 1) {
    const x1 = drawn(chance, 700, 0.4);
    const x2 = drawn(chance, 1400, 0.5);
    called += impactVerdict(table(x1, 700, x2, 1400), 1, 1).state === 'parity-shown' ? 1 : 0;
  }
  assert.ok(called / runs < 0.065, `${called} of ${runs}`);
});

test('with as many people as planned, parity is shown about four times in five', () => {
  const chance = generatorFrom('planned');
  const times = value(timesToShowParity(table(60, 100, 120, 200)));
  const [n1, n2] = [Math.round(100 * times), Math.round(200 * times)];
  let shown = 0;
  const runs = 300;
  for (let run = 0; run < runs; run += 1) {
    const counts = table(drawn(chance, n1, 0.6), n1, drawn(chance, n2, 0.6), n2);
    shown += impactVerdict(counts, 1, 1).state === 'parity-shown' ? 1 : 0;
  }
  assert.ok(shown / runs > 0.72 && shown / runs < 0.92, `${shown} of ${runs}`);
});

test('a severe decider is found among even-handed ones, and the direction is said in words', () => {
  const severities = deciderSeverity([
    { decider: 'R1', approved: 160, decided: 200 },
    { decider: 'R2', approved: 155, decided: 200 },
    { decider: 'R3', approved: 110, decided: 200 },
    { decider: 'R4', approved: 163, decided: 205 },
    { decider: 'R5', approved: 3, decided: 4 },
  ]);
  const severe = value(severities[2] ?? assert.fail());
  assert.equal(severe.verdict.state, 'disparity-shown');
  assert.equal(severe.direction, 'approves less often than the others');
  assert.deepEqual(severe.comparison.reference.total, 609);
  assert.equal(
    value(severities[0] ?? assert.fail()).direction,
    'approves more often than the others',
  );
  assert.match(severities[4]?.ok ? '' : (severities[4]?.refusal.because ?? ''), /R5 made 4/);
  const alike = deciderSeverity([
    { decider: 'R1', approved: 50, decided: 100 },
    { decider: 'R2', approved: 50, decided: 100 },
  ]).map((one) => value(one).direction);
  assert.deepEqual(alike, ['approves as often as the others', 'approves as often as the others']);
  assert.equal(deciderSeverity([{ decider: 'R1', approved: 50, decided: 100 }])[0]?.ok, false);
});

test('even-handed deciders are called severe no more often than promised', () => {
  const chance = generatorFrom('deciders');
  let alarms = 0;
  const runs = 500;
  for (let run = 0; run < runs; run += 1) {
    const rows = [30, 80, 200, 60, 120, 90].map((decided, place) => ({
      decider: `R${place}`,
      decided,
      approved: drawn(chance, decided, 0.8),
    }));
    alarms += deciderSeverity(rows).some(
      (one) => one.ok && one.value.verdict.state === 'disparity-shown',
    )
      ? 1
      : 0;
  }
  assert.ok(alarms / runs < 0.06, `${alarms} of ${runs}`);
});

test('no verdict ever uses the words that would end the discussion', () => {
  const words = ['disparity-shown', 'parity-shown'].map((state) =>
    verdictWords({ state } as Parameters<typeof verdictWords>[0]),
  );
  for (const text of words) {
    assert.doesNotMatch(text, /\b(?:fair|passes|legal)\b/i);
  }
});
