/** What the pages of audit, dif and score say in words, where a number alone would mislead. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedExam, ranWith } from '../../../tests/support/exam-commands.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import type { TechnicalReport } from '../../reporting/technical-report/report.ts';
import type { ScoreResult } from '../../reporting/technical-report/score-result.ts';
import { summaryPage } from '../../reporting/technical-report/summary-page.ts';
import { runAudit } from './audit.ts';
import { runCalibrate } from './calibrate.ts';
import { runDif } from './dif.ts';
import { runScore } from './score.ts';

type Run = typeof runAudit;
const onText = async (run: Run, text: string, ...args: string[]): Promise<string> => {
  const { out, err } = await ranWith(run, ['file.csv', ...args], { 'file.csv': text });
  assert.equal(err, '');
  return out;
};
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');
const TWO = ['--pretest', 'try1', '--group', 'site', '--focal', 'late', '--reference', 'early'];

/** Eight items of 0 to 2 points; the last is nearly out of reach. */
function pointsExam(people: number): string {
  const chance = generatorFrom('points');
  const rows = Array.from({ length: people }, (_, person) => {
    const able = normalQuantile(chance.next());
    const answers = Array.from({ length: 8 }, (__, item) => {
      const draw = chance.next();
      const reached = (step: number): boolean =>
        draw < 1 / (1 + Math.exp(step + (item === 7 ? 4 : (item - 4) / 2) - 1.3 * able));
      return Number(reached(-0.6)) + Number(reached(0.8));
    });
    return [person % 2 === 0 ? 'no' : 'yes', ...answers].join(',');
  });
  return `native,${Array.from({ length: 8 }, (_, item) => `i${item + 1}`).join(',')}\n${rows.join('\n')}\n`;
}
const POINTS = ['--categories', '0-2'];

test('items of several points are not said to be right or wrong, and b is the ability of each step', async () => {
  const text = pointsExam(800);
  const out = inOneLine(await onText(runAudit, text, ...POINTS));
  assert.match(out, /Difficulty is the share of its points that people earned/);
  assert.match(out, /i8: hardly anybody earns its points/);
  assert.doesNotMatch(out, /has it right|have it right/);
  assert.match(out, /The graded response model .* the ability at which half earn at least as many/);
  const report = JSON.parse(await onText(runAudit, text, ...POINTS, '--json')) as TechnicalReport;
  const [first] = report.calibration!.items;
  const steps = (first!.d as readonly number[]).map((d) => (-d / first!.a!).toFixed(2));
  assert.equal(steps.length, 2);
  assert.ok(Number(steps[0]) < Number(steps[1]));
  const written = `${first!.a!.toFixed(3)} ${first!.se['a']!.toFixed(3)} ${steps.join(' ').replaceAll('-', '−')}`;
  assert.ok(out.includes(`i1 ${written}`), `not found: i1 ${written}`);
  const calibrated = inOneLine(await onText(runCalibrate, text, ...POINTS));
  assert.match(calibrated, /graded response model on file\.csv/);
});

test('an answer such as yes or no names no group in a sentence: the column is said with it', async () => {
  const args = [...POINTS, '--group', 'native', '--focal', 'no', '--reference', 'yes'];
  const out = inOneLine(await onText(runAudit, pointsExam(800), ...args));
  assert.match(out, /Do native no and native yes meet the same exam\?/);
  assert.doesNotMatch(out, /harder for no than/);
});

test('a reliability just under a limit is not rounded up to it', async () => {
  const report = JSON.parse(
    await onText(runAudit, inventedExam(400), ...TWO, '--json'),
  ) as TechnicalReport;
  const opens = (alpha: number): string => {
    return JSON.stringify(
      summaryPage({ ...report, reliability: { ...report.reliability, alpha } }),
    );
  };
  assert.match(opens(0.7963), /reliability is 0\.796, below what is usual/);
  assert.match(opens(0.79996), /reliability is 0\.79996, below/);
  assert.match(opens(0.6951), /reliability is 0\.695, too low/);
  assert.match(opens(0.8049), /reliability is 0\.80, high enough/);
  assert.match(opens(0.7912), /reliability is 0\.79, below/);
});

test('where no item can be judged, nothing is purified, no flag is spoken of, and no empty table is printed', async () => {
  const out = inOneLine(await onText(runAudit, inventedExam(90), ...TWO, '--cut', '5'));
  assert.match(out, /meet the same exam\? Cannot tell/);
  assert.match(out, /not worked out, because no item could be judged/);
  assert.match(out, /fewer than \d0 people of the smaller group can be matched; at least 100/);
  assert.doesNotMatch(out, /Purification|Show every item by every method|in full/);
});

test('the audit purifies to say what is flagged; its tables match on all scored items, and the page says which is which', async () => {
  const exam = inventedExam(1200);
  const out = inOneLine(await onText(runAudit, exam, ...TWO, '--cut', '5'));
  assert.match(out, /Flagged: q5\. The numbers in the tables match people on all scored items/);
  const rows = async (run: typeof runAudit, ...args: string[]): Promise<readonly unknown[]> => {
    const { dif } = JSON.parse(
      await onText(run, exam, ...TWO, ...args, '--json'),
    ) as TechnicalReport;
    return dif.filter(({ method }) => method === 'mantel-haenszel');
  };
  const audited = await rows(runAudit);
  assert.deepEqual(audited, await rows(runDif));
  assert.notDeepEqual(audited, await rows(runDif, '--purify'));
  const purified = inOneLine(await onText(runDif, exam, ...TWO, '--purify'));
  assert.doesNotMatch(purified, /match people on all scored items;/);
});

test('where groups are too small for classes, the first page names the item that empirical Bayes doubts most', async () => {
  const out = inOneLine(await onText(runAudit, inventedExam(180), ...TWO));
  assert.match(
    out,
    /By empirical Bayes, which works with smaller groups, the largest chance of a true C is \d+ %, for q5\./,
  );
});

test('the first page tells of the number, the windows and the fit that were asked for, and only then', async () => {
  const lines = inventedExam(900).trimEnd().split('\n');
  const text = lines
    .map((line, place) =>
      place === 0
        ? `age,window,${line}`
        : `${20 + (place % 40)},${place % 2 ? 'may' : 'june'},${line}`,
    )
    .join('\n');
  const first = (out: string): string => inOneLine(out.slice(0, out.indexOf('This form in')));
  const asked = ['--pretest', 'try1', '--covariate', 'age', '--window', 'window', '--fit'];
  const page = first(await onText(runAudit, text, ...asked));
  assert.match(page, /Are items harder or easier as age rises\? None is, beyond chance/);
  assert.match(page, /Did items change from one window to the next\? 1 item did/);
  assert.match(page, /From june to may: q5 \(easier|From june to may: q5 \(harder/);
  assert.match(page, /Does the model describe the answers\? It is a (close|fair|poor) fit/);
  const plain = first(await onText(runAudit, text, '--pretest', 'try1'));
  assert.doesNotMatch(plain, /as age rises|one window|Does the model/);
});

test('a method without classes names the items that differ after correction, and columns nobody fills are left out', async () => {
  const out = await onText(runDif, inventedExam(1200), ...TWO, '--method', 'breslow-day');
  assert.match(
    inOneLine(out),
    /after correction for looking at many items, none differs beyond chance/,
  );
  const head = out.split('\n').find((line) => line.startsWith('Method ')) ?? '';
  assert.match(head, /After Holm +How to read it/);
  assert.match(inOneLine(out), /Item Statistic p-value Holm People Strata Direction/);
});

test('the delta plot is drawn: every item once, with the numbers in a table', async () => {
  const args = [...TWO, '--method', 'delta-plot', '--format', 'html'];
  const html = await onText(runDif, inventedExam(1200), ...args);
  const drawing =
    /<svg(?:(?!<\/svg>).)*Delta, early(?:(?!<\/svg>).)*<\/svg>/s.exec(html)?.[0] ?? '';
  const marks = drawing.match(/class="mark(?: strong-mark)?"/g) ?? [];
  assert.equal(marks.length, 13);
  assert.match(html, /Deltas in the two groups, and the distance from the line/);
  assert.match(html, /1 item lies 1\.5 deltas or more off the line/);
});

test('somebody without a person fit has the reason beside it', async () => {
  const text = `${inventedExam(300).trimEnd()}\nabsent,late${','.repeat(13)}\n`;
  const args = ['--pretest', 'try1', '--fit', '--json'];
  const { people } = JSON.parse(await onText(runScore, text, ...args)) as ScoreResult;
  const absent = people.find(({ id }) => id === 'absent')!;
  assert.deepEqual([absent.score, absent.fit], [null, null]);
  assert.ok(absent.reasons['fit']!.length > 10 && absent.reasons['score']!.length > 10);
});
