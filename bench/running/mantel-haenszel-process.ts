/**
 * Mantel-Haenszel, purified, over one file as a process of its own: node mantel-haenszel-process.mjs FILE. The file is read
 * by the product's own reader. Prints how many items are flagged and the CPU seconds spent after the reading.
 */
import { readFileSync } from 'node:fs';
import { comparePurified, prepareAnswers } from '../../src/fairness/dif/compare-items.ts';
import { twoGroupMethod } from '../../src/fairness/dif/two-group-methods.ts';
import { twoGroups } from '../../src/fairness/groups/group.ts';
import { NO_CODES } from '../../src/psychometrics/responses/answers.ts';
import { readResponses } from '../../src/psychometrics/responses/read-responses.ts';

const read = readResponses(readFileSync(process.argv[2] ?? ''), {
  id: undefined,
  items: 'I*',
  pilot: undefined,
  keep: ['group'],
  codes: NO_CODES,
});
const method = twoGroupMethod('mantel-haenszel');
if (!read.ok || method === undefined) {
  throw new Error(read.ok ? 'no such method' : read.refusal.because);
}
const groups = twoGroups([...(read.value.labels.get('group') ?? [])], '0', '1');
if (!groups.ok) {
  throw new Error(groups.refusal.because);
}
const before = process.cpuUsage();
const found = comparePurified(method, prepareAnswers(read.value.matrix, groups.value));
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({ flagged: found.flaggedSets[0]?.length, seconds: (user + system) / 1e6 }),
);
