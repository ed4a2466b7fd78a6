/**
 * How long it takes to suppress and prove a public report of 40 linked tables: nine groups by passed and failed, for
 * three programs and all of them, in nine years and all of them. The aim is 20 seconds; times are of the processor.
 * Run by: npm run bench -- disclosure
 */
import { conceal } from '../src/fairness/disclosure/conceal.ts';
import {
  countsWithTotals,
  crossedTables,
  type TableDimension,
} from '../src/fairness/disclosure/crossed-tables.ts';
import { ownRecords } from '../src/fairness/disclosure/insiders.ts';
import { RULES } from '../src/fairness/disclosure/linked-tables.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { linearSolver } from '../src/outside/adapters/linear-solver.ts';

const AIM_SECONDS = 20;
const ALL = 'all';

const dimension = (name: string, count: number): TableDimension => {
  const levels = Array.from({ length: count }, (_, place) => `${name}-${place + 1}`);
  return { name, levels: [...levels, ALL], totals: [{ level: ALL, parts: levels }] };
};

const dimensions = [
  dimension('group', 9),
  dimension('outcome', 2),
  dimension('program', 3),
  dimension('year', 9),
];

const solver = await linearSolver();
for (const people of [1500, 6000, 40_000]) {
  const chance = generatorFrom(`report of ${people}`);
  const counts = new Map<string, number>();
  for (let person = 0; person < people; person += 1) {
    // Groups of very different size: each about half of the one before.
    const group = Math.min(8, Math.floor(-Math.log2(1 - chance.next())));
    const outcome = chance.next() < 0.75 ? 0 : 1;
    const program = Math.floor(3 * chance.next() ** 2);
    const year = Math.floor(9 * chance.next());
    const levels = [group, outcome, program, year].map(
      (level, place) => dimensions[place]?.levels[level] ?? '',
    );
    counts.set(levels.join(), (counts.get(levels.join()) ?? 0) + 1);
  }
  const tables = crossedTables(
    dimensions,
    countsWithTotals(dimensions, (levels) => counts.get(levels.join()) ?? 0),
    RULES,
  );
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
