import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_CODES } from '../../psychometrics/responses/answers.ts';
import { type ExamPlan, readExam } from './read-exam.ts';

const PLAN: ExamPlan = {
  file: 'exam.csv',
  id: undefined,
  items: undefined,
  pilot: undefined,
  codes: NO_CODES,
  key: undefined,
  missing: 'omitted',
  groupColumns: [],
};
const HEADER = `${Array.from({ length: 50 }, (_, item) => `q${item + 1}`).join(',')}\n`;
const ROW = `${Array.from({ length: 50 }, (_, item) => item % 2).join(',')}\n`;
const OTHER = `${Array.from({ length: 50 }, (_, item) => (item + 1) % 2).join(',')}\n`;

async function* pieces(count: number): AsyncGenerator<Uint8Array> {
  const rows = new TextEncoder().encode((ROW + OTHER).repeat(10_000));
  yield new TextEncoder().encode(HEADER);
  for (let piece = 0; piece < count; piece += 1) {
    yield rows;
  }
}

test('whoever waits for a large file is told how far it is read; a small one is read without a word', async () => {
  for (const [size, expected] of [
    [80_000_000, ['10 %', '20 %']],
    [8_000_000, []],
    [undefined, []],
  ] as const) {
    const told: string[] = [];
    const exam = await readExam({ size, pieces: pieces(8) }, PLAN, (what) => told.push(what));
    assert.ok(exam.ok, exam.ok ? '' : exam.refusal.because);
    assert.equal(exam.value.matrix.people, 160_000);
    assert.deepEqual(
      told.map((what) => /\d+ %/.exec(what)?.[0]),
      expected,
    );
  }
});
