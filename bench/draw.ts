/**
 * How long the fair draw takes: the chances with their proof, and the whole draw with its 1,000 tickets, on the public
 * examples, the fixture of 150 people and committees of a usual size. Beside it the prototype that showed that the method
 * works, as a process of its own in the same run, where it stands beside the project (at most 2 is promised); and plain
 * enumeration, one linear program over every panel of a small pool, for a level that is the same. CPU seconds.
 * Run by: npm run bench -- draw
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { certificateOf } from '../src/fairness/draw/certificate.ts';
import { checkCertificate } from '../src/fairness/draw/check-certificate.ts';
import { fairChances } from '../src/fairness/draw/fair-chances.ts';
import { fairDraw } from '../src/fairness/draw/fair-draw.ts';
import { panelSystem } from '../src/fairness/draw/kinds.ts';
import { categoriesOf, checkedPool } from '../src/fairness/draw/pool.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { growingSolver } from '../src/outside/adapters/growing-solver.ts';
import { linearSolver } from '../src/outside/adapters/linear-solver.ts';
import {
  asked,
  type DrawCase,
  everyPanel,
  leximinOverAll,
  noPanels,
  person,
  quotasFrom,
  sharedCase,
  sharedFixture,
} from '../tests/support/draws.ts';

const PROTOTYPE = '../shared/prototypes/selection/leximin.mjs';
const RUNS = 3;

/** A pool like a certification body's: setting, region, level, program and first time. */
function committee(count: number, size: number): DrawCase {
  const chance = generatorFrom(`committee ${count}`);
  const shares = {
    setting: [0.45, 0.25, 0.15, 0.1, 0.05],
    region: [0.3, 0.25, 0.25, 0.2],
    level: [0.6, 0.3, 0.1],
    program: [0.85, 0.15],
    first: [0.7, 0.3],
  };
  const pick = (parts: readonly number[]): number => {
    let left = chance.next();
    for (const [place, part] of parts.entries()) {
      left -= part;
      if (left < 0) {
        return place;
      }
    }
    return 0;
  };
  const people = Array.from({ length: count }, (_, place) =>
    person(
      `m${place}`,
      Object.values(shares).map((parts) => `v${pick(parts)}`),
    ),
  );
  const quotas = Object.entries(shares).map(([category, parts]) => [
    category,
    Object.fromEntries(
      parts.map((part, value) => {
        const least = Math.max(value < 3 ? 1 : 0, Math.floor(part * size * 0.7));
        return [`v${value}`, [least, Math.max(least + 1, Math.ceil(part * size * 1.3))] as const];
      }),
    ),
  ]);
  return { people, rules: { size, quotas: quotasFrom(Object.fromEntries(quotas)) } };
}

const solver = await growingSolver();

function cpuSeconds<Answer>(work: () => Answer): {
  readonly seconds: number;
  readonly answer: Answer;
} {
  let [seconds, answer] = [Number.POSITIVE_INFINITY, work()];
  for (let run = 1; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    answer = work();
    const { user, system } = process.cpuUsage(before);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { seconds, answer };
}

function provedChances({ people, rules }: DrawCase) {
  const pool = checkedPool(people, rules);
  if (!pool.ok) {
    throw new Error(pool.refusal.because);
  }
  const system = panelSystem(pool.value, rules);
  const found = fairChances(solver, system, 'leximin');
  if (!found.ok) {
    throw new Error(found.refusal.because);
  }
  const checked = checkCertificate(
    pool.value,
    rules,
    certificateOf(system, found.value, 'leximin'),
  );
  if (!checked.ok) {
    throw new Error(checked.refusal.because);
  }
  return { minimum: Math.min(...found.value.chances), gap: checked.value.gap };
}

/** The prototype in a folder of its own, with the solver of this project, each case run as often as ours. */
function prototypeSeconds(cases: ReadonlyMap<string, DrawCase>): ReadonlyMap<string, number> {
  if (!existsSync(PROTOTYPE)) {
    console.log('the prototype is not beside the project: nothing to compare with');
    return new Map();
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-draw-'));
  try {
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'cases.json'), JSON.stringify([...cases].map(asRows)));
    writeFileSync(path.join(folder, 'leximin.mjs'), readFileSync(PROTOTYPE));
    writeFileSync(
      path.join(folder, 'run.mjs'),
      `import fs from 'node:fs'; import { buildInstance, leximin } from './leximin.mjs';
for (const { name, quotas, people, size } of JSON.parse(fs.readFileSync('cases.json', 'utf8'))) {
  let least = Infinity;
  for (let run = 0; run < ${RUNS}; run += 1) {
    const before = process.cpuUsage();
    leximin(buildInstance(quotas, people, size), { fix: 'simplex' });
    const { user, system } = process.cpuUsage(before);
    if (run > 0) least = Math.min(least, (user + system) / 1e6);
  }
  console.log(JSON.stringify([name, least]));
}`,
    );
    const { stdout, status } = spawnSync(process.execPath, ['run.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new Error('the prototype did not run');
    }
    return new Map(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as [string, number]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function asRows([name, { people, rules }]: readonly [string, DrawCase]) {
  const categories = categoriesOf(rules.quotas);
  return {
    name,
    size: rules.size,
    quotas: rules.quotas.map(({ category, value, least, most }) => ({
      category,
      feature: value,
      min: least,
      max: most,
    })),
    people: people.map(({ id, values }) => ({
      id,
      ...Object.fromEntries(categories.map((category, place) => [category, values[place]])),
    })),
  };
}

const cases = new Map<string, DrawCase>([
  ['committee of 7 from 60', committee(60, 7)],
  ['committee of 12 from 300', committee(300, 12)],
  ['committee of 15 from 600', committee(600, 15)],
]);
if (noPanels === false) {
  const example = (name: string, size: number): DrawCase =>
    sharedCase(
      `sortition_example_${name}_respondents`,
      `sortition_example_${name}_categories`,
      size,
    );
  cases.set('public example, 20 from 200', example('small_20', 20));
  cases.set('public example, 200 from 2,000', example('large_200', 200));
  cases.set('fixture, 22 from 150', sharedFixture());
}
const prototype = prototypeSeconds(cases);
for (const [name, one] of cases) {
  const chances = cpuSeconds(() => provedChances(one));
  const draw = cpuSeconds(() => fairDraw(solver, asked(one)));
  const other = prototype.get(name);
  const ratio =
    other === undefined
      ? ''
      : `, ${(chances.seconds / other).toFixed(2)} of the prototype's ${other.toFixed(3)} s`;
  const moved = draw.answer.ok
    ? draw.answer.value.tickets.moved.toFixed(4)
    : draw.answer.refusal.because;
  console.log(
    `${name}: chances proved in ${chances.seconds.toFixed(3)} s${ratio}; least ${chances.answer.minimum.toFixed(4)}, gap ${chances.answer.gap.toExponential(1)}; with tickets ${draw.seconds.toFixed(2)} s, moved by ${moved}`,
  );
}

const small = committee(26, 6);
const exact = await linearSolver();
const panels = everyPanel(small);
const enumerated = cpuSeconds(() => leximinOverAll(exact, small, panels));
const generated = cpuSeconds(() => provedChances(small));
console.log(
  `6 from 26, ${panels.length.toLocaleString('en-US')} panels: ${generated.seconds.toFixed(3)} s, ${(generated.seconds / enumerated.seconds).toFixed(4)} of ${enumerated.seconds.toFixed(2)} s over every panel; least ${generated.answer.minimum.toFixed(6)} and ${Math.min(...enumerated.answer.values()).toFixed(6)}`,
);
