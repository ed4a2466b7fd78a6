// Which test files there are, in the order in which they run, and which of two processes runs them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './ensure.mjs';

const LATER = ['src/storage', 'src/http', 'src/web', 'src/cli', 'src/demonstration', 'tests/'];
/** What every page looks like, and what is done on them before the whole running product, started once. */
const PAGES = [
  'tests/candidate',
  'tests/exam-plain',
  'tests/journeys',
  'tests/leaks',
  'tests/look',
];

/** The two halves take about as long as each other; `npm test` prints how long each took. */
export const halves = ['program', 'pages'];

const weight = (file) => LATER.findIndex((start) => file.startsWith(start));
const halfOf = (file) => (PAGES.some((start) => file.startsWith(start)) ? 'pages' : 'program');

/** The files whose path holds one of the words, or all; of one half, or both. The pure layers come first. */
export function testFiles(words, half) {
  return ['src', 'tests']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .filter((file) => half === undefined || halfOf(file) === half)
    .sort((a, b) => weight(a) - weight(b) || a.localeCompare(b));
}
