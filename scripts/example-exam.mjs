/**
 * Writes an invented exam to try the audit on, and its key: docs/how-to/audit-an-exam.md walks through it. Nobody in it
 * exists. The same exam every time, with five things wrong with it that an audit should find:
 *
 *   q07  the key names a wrong option
 *   q12  harder for people trained abroad who know as much
 *   q18  the same question as q17
 *   q23  passed on before the second window
 *   q31  harder the older people are
 *
 *     node scripts/example-exam.mjs exam.csv key.csv
 */
import { writeFileSync } from 'node:fs';

const PEOPLE = 1600;
const ITEMS = 40;
const OPTIONS = ['A', 'B', 'C', 'D'];

let state = 20251;
/** Between 0 and 1 (mulberry32). */
const chance = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

const items = Array.from({ length: ITEMS }, (_, place) => ({
  name: `q${String(place + 1).padStart(2, '0')}`,
  slope: 0.8 + 0.6 * chance(),
  difficulty: -1.8 + (2.6 * ((place * 7) % ITEMS)) / ITEMS,
  right: OPTIONS[Math.floor(chance() * 4)],
}));
const pilots = ['try1', 'try2', 'try3', 'try4'].map((name) => ({
  name,
  slope: 1,
  difficulty: -0.5 + chance(),
  right: OPTIONS[Math.floor(chance() * 4)],
}));

function answer({ slope, difficulty, right }, ability, harder) {
  if (chance() < 1 / (1 + Math.exp(-slope * (ability - difficulty) + harder))) {
    return right;
  }
  const wrong = OPTIONS.filter((option) => option !== right);
  return wrong[Math.floor(chance() * 3)];
}

function trainedAt(person) {
  if (person % 160 === 159) {
    return 'online';
  }
  return person % 25 === 24 ? '' : person % 3 === 0 ? 'abroad' : 'here';
}

function row(person) {
  const trained = trainedAt(person);
  const age = 24 + Math.floor(38 * chance());
  const window = person % 2 === 0 ? '2025-05' : '2025-10';
  const ability = normal() - (trained === 'abroad' ? 0.4 : 0);
  const answers = [];
  items.forEach((item, place) => {
    const harder = {
      q12: trained === 'abroad' ? 1 : 0,
      q23: window === '2025-10' ? -1.6 : 0,
      q31: 0.06 * (age - 43),
    };
    answers.push(
      item.name === 'q18' ? answers[place - 1] : answer(item, ability, harder[item.name] ?? 0),
    );
  });
  // A hurried few leave a question open, or do not come to the end.
  const reached = chance() < 0.02 ? ITEMS - 1 - Math.floor(4 * chance()) : ITEMS;
  const given = answers.map((one, place) => (place >= reached || chance() < 0.003 ? '' : one));
  const tried = pilots.map((pilot, place) =>
    place % 2 === person % 2 ? answer(pilot, ability, 0) : '',
  );
  return [`c${1000 + person}`, window, trained, age, ...given, ...tried].join(',');
}

const [exam, key] = process.argv.slice(2);
if (key === undefined) {
  throw new Error('Name the two files to write: node scripts/example-exam.mjs exam.csv key.csv');
}
const header = ['candidate', 'window', 'trained', 'age', ...items.map(({ name }) => name)];
const lines = Array.from({ length: PEOPLE }, (_, person) => row(person));
writeFileSync(
  exam,
  `${[...header, ...pilots.map(({ name }) => name)].join(',')}\n${lines.join('\n')}\n`,
);

const keyed = (item) =>
  item.name === 'q07' ? OPTIONS.find((option) => option !== item.right) : item.right;
const domain = (place) => (place < 20 ? 'Assessment' : 'Planning');
writeFileSync(
  key,
  `item,key,domain\n${[
    ...items.map(
      (item, place) =>
        `${item.name},${item.name === 'q18' ? items[place - 1].right : keyed(item)},${domain(place)}`,
    ),
    ...pilots.map(({ name, right }) => `${name},${right},Planning`),
  ].join('\n')}\n`,
);
