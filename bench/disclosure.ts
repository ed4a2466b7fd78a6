/**
 * How long it takes to suppress and prove a public report of 40 linked tables: ten dimensions, each by passed and failed,
 * for three programs and all of them, which all share the totals of the programs. Then a release like the
 * demonstration's, with ten dimensions, programs, years and the steps to the credential, and the next one beside it. The
 * aim is 20 seconds for each; times are of the processor. Run by: npm run bench -- disclosure
 */
import { inventedLives } from '../src/demonstration/simulator/lives.ts';
import { conceal } from '../src/fairness/disclosure/conceal.ts';
import {
  countsWithTotals,
  crossedTables,
  type TableDimension,
} from '../src/fairness/disclosure/crossed-tables.ts';
import { ownRecords } from '../src/fairness/disclosure/insiders.ts';
import { type LinkedTables, RULES } from '../src/fairness/disclosure/linked-tables.ts';
import type { Release } from '../src/fairness/disclosure/release.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { date } from '../src/kernel/dates/civil-date.ts';
import { linearSolver } from '../src/outside/adapters/linear-solver.ts';
import { drawRelease } from '../src/workflow/measure/draw-release.ts';
import { measurementsOf } from '../tests/support/invented-measurements.ts';

const AIM_SECONDS = 20;
const ALL = 'all';

const dimension = (name: string, count: number): TableDimension => {
  const levels = Array.from({ length: count }, (_, place) => `${name}-${place + 1}`);
  return { name, levels: [...levels, ALL], totals: [{ level: ALL, parts: levels }] };
};

const DIMENSIONS = 10;
const outcome = dimension('outcome', 2);
const program = dimension('program', 3);

/** Tables that hold the same cells, as one. */
function joined(tables: readonly LinkedTables[]): LinkedTables {
  const cells = new Map(tables.flatMap((one) => one.cells.map((cell) => [cell.id, cell] as const)));
  const sums = new Map(tables.flatMap((one) => one.sums.map((sum) => [JSON.stringify(sum), sum])));
  return { cells: [...cells.values()], sums: [...sums.values()] };
}

function report(people: number): LinkedTables {
  const chance = generatorFrom(`report of ${people}`);
  const told = Array.from({ length: people }, () => ({
    outcome: chance.next() < 0.75 ? 0 : 1,
    program: Math.floor(3 * chance.next() ** 2),
  }));
  return joined(
    Array.from({ length: DIMENSIONS }, (_, place) => {
      const groups = dimension(`dimension-${place + 1}-group`, 3 + (place % 7));
      const counts = new Map<string, number>();
      for (const person of told) {
        // Groups of very different size: each about half of the one before.
        const drawn = Math.floor(-Math.log2(1 - chance.next()));
        const group = Math.min(groups.levels.length - 2, drawn);
        const key = [
          groups.levels[group],
          outcome.levels[person.outcome],
          program.levels[person.program],
        ].join();
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const dimensions = [groups, outcome, program];
      const inner = (levels: readonly string[]) => counts.get(levels.join()) ?? 0;
      return crossedTables(dimensions, countsWithTotals(dimensions, inner), RULES);
    }),
  );
}

const solver = await linearSolver();
for (const people of [1500, 6000, 40_000]) {
  const tables = report(people);
  const before = process.cpuUsage();
  const found = conceal(solver, tables, RULES, (withheld) => ownRecords(tables, withheld));
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const told = found.ok
    ? `${found.value.withheld.size} of ${tables.cells.length} numbers withheld, ${found.value.proof.viewers} viewers and ${found.value.proof.programs} programs in the last look`
    : found.refusal.because;
  console.log(
    `${people} people: ${seconds.toFixed(2)} s (${(seconds / AIM_SECONDS).toFixed(2)} of the aim); ${told}`,
  );
}

const today = date('2026-11-25');
const lives = inventedLives('larkspur', today);
const measurements = measurementsOf(lives, today);
const dimensions = [...new Set(lives.flatMap(({ told }) => [...(told?.keys() ?? [])]))];
const releases: Release[] = [];
for (const before of [date('2026-01-01'), date('2026-10-01')]) {
  const start = process.cpuUsage();
  const asked = { number: releases.length + 1, before, dimensions, earlier: releases };
  const release = await drawRelease(measurements, solver, asked);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (release.ok) {
    releases.push(release.value.value);
  }
  const told = release.ok
    ? `${release.value.value.outcomes.proof.withheld} of ${release.value.value.outcomes.proof.numbers} numbers withheld, ${release.value.value.outcomes.proof.viewers} viewers`
    : release.refusal.because;
  console.log(
    `release ${asked.number} of ${lives.length} people by ${dimensions.length} dimensions: ${seconds.toFixed(2)} s (${(seconds / AIM_SECONDS).toFixed(2)} of the aim); ${told}`,
  );
}
