import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import type { SittingScore } from '../../psychometrics/scoring/score-sitting.ts';
import { type ReportFacts, scoreReport } from './score-report.ts';

const part = (right: number, of = 30, cut = 20, answered = of, id = 'exam') => ({
  part: id,
  right,
  of,
  answered,
  cut,
  passed: right >= cut,
});
const domain = (name: string, right: number, of: number, id = 'exam') => ({
  part: id,
  domain: name,
  right,
  of,
});
const score = (change: Partial<SittingScore>): SittingScore => ({
  outcome: 'not-passed',
  parts: [part(17)],
  domains: [
    domain('law', 3, 3),
    domain('care', 2, 9),
    domain('quality', 9, 9),
    domain('rights', 6, 9),
  ],
  responses: [],
  ...change,
});
const facts = (change: Partial<ReportFacts> = {}): ReportFacts => ({
  score: score({}),
  program: 'Larkspur Care Coordinator',
  takenOn: date('2026-03-02'),
  kind: 'operational',
  parts: [
    {
      id: 'exam',
      title: 'Exam',
      cutHow: 'Set by a panel.',
      domains: ['care', 'law', 'quality', 'rights'].map((id) => ({
        id,
        title: `Domain of ${id}`,
        basis: id === 'quality' ? 'even-share' : 'published',
      })),
    },
  ],
  issued: false,
  appealUntil: date('2026-04-01'),
  retakeRule: 'You can take the exam again in the next window.',
  ...change,
});
const passed = () => scoreReport(facts({ score: score({ outcome: 'passed', parts: [part(24)] }) }));
const words = (report: object): string => JSON.stringify(report);

describe('a score report', () => {
  test('says pass or fail first, in plain words', () => {
    assert.equal(passed().headline, 'You passed');
    assert.equal(scoreReport(facts()).headline, 'You did not pass this time');
    assert.equal(
      scoreReport(facts()).summary,
      'You did not reach the passing score on the Larkspur Care Coordinator exam you took on Monday, March 2, 2026.',
    );
  });
  test('gives whoever passed the domains and no count', () => {
    const report = passed();
    assert.equal(report.parts[0]?.count, undefined);
    assert.equal(report.parts[0]?.domains.length, 4);
    assert.doesNotMatch(words(report), /24|Passing takes/);
  });
  test('gives whoever did not pass the count, what passes, and how far to trust it', () => {
    // The error of 17 of 30 is 2.76 (reference/psychometrics/scoring.json), told as 3.
    assert.equal(
      scoreReport(facts()).parts[0]?.count,
      'You answered 17 of 30 questions right. Passing takes 20. With other questions of the same kind, about two people in three would come out within 3 questions of their count.',
    );
  });
  test('tells whoever left questions out how many, and says it in the singular for one', () => {
    const left = (answered: number) =>
      scoreReport(facts({ score: score({ parts: [part(17, 30, 20, answered)] }) })).parts[0]?.count;
    assert.match(
      left(25) ?? '',
      /You left 5 questions without an answer; that counts as not right\./,
    );
    assert.match(left(29) ?? '', /You left 1 question without an answer/);
    assert.doesNotMatch(left(30) ?? '', /You left/);
  });
  test('claims no error where the model has none to give', () =>
    assert.equal(
      scoreReport(facts({ score: score({ parts: [part(0)] }) })).parts[0]?.count,
      'You answered 0 of 30 questions right. Passing takes 20.',
    ));
  test('lists domains in the order of the outline, in words no surer than their questions allow', () => {
    assert.deepEqual(
      scoreReport(facts()).parts[0]?.domains.map((line) => [line.title, line.words]),
      [
        ['Domain of care', 'Below the passing level (9 questions)'],
        ['Domain of law', 'Too few questions to say (3 questions)'],
        ['Domain of quality', 'Above the passing level (9 questions)'],
        ['Domain of rights', 'Too close to the passing level to call (9 questions)'],
      ],
    );
  });
  test('marks a domain whose share nobody has published', () => {
    const remarks = scoreReport(facts()).parts[0]?.domains.map((line) => line.remark !== undefined);
    assert.deepEqual(remarks, [false, false, true, false]);
  });
  test('holds no percentage, no decimal and no rank', () => {
    for (const report of [passed(), scoreReport(facts())]) {
      assert.doesNotMatch(words(report), /%|percent|\d\.\d/);
    }
  });
  test('says what it cannot say, and what comes next, with the last day to appeal', () => {
    for (const report of [passed(), scoreReport(facts())]) {
      assert.ok(report.cannotSay.length >= 3);
      assert.match(report.next.join(' '), /appeal until Wednesday, April 1, 2026/);
    }
    assert.match(scoreReport(facts()).next.join(' '), /take the exam again in the next window/);
    assert.match(
      scoreReport(facts({ retakeRule: undefined })).next.join(' '),
      /has not published when the exam can be taken again/,
    );
  });
  test('promises no appeal where there is none', () =>
    assert.doesNotMatch(words(scoreReport(facts({ appealUntil: undefined }))), /appeal/));
  test('sends nobody to study a domain that is not clearly below', () => {
    const even = score({ domains: [domain('care', 6, 9), domain('law', 2, 3)] });
    assert.match(scoreReport(facts({ score: even })).next[0] ?? '', /study all of them/);
    assert.match(scoreReport(facts()).next[0] ?? '', /start with the domains below/);
  });
  test('of a demonstration says so above everything else; of an operational exam it does not', () => {
    assert.match(
      scoreReport(facts({ kind: 'demonstration' })).notice ?? '',
      /^This is a demonstration\./,
    );
    assert.equal(scoreReport(facts()).notice, undefined);
  });
});

describe('an exam of two parts', () => {
  const two = (first: number, second: number) =>
    scoreReport(
      facts({
        score: score({
          outcome: first >= 5 && second >= 5 ? 'passed' : 'not-passed',
          parts: [part(first, 8, 5, 8, 'one'), part(second, 8, 5, 8, 'two')],
          domains: [domain('care', 4, 8, 'one'), domain('law', 4, 8, 'two')],
        }),
        parts: ['one', 'two'].map((id) => ({
          id,
          title: `Part ${id}`,
          cutHow: 'Set by a panel.',
          domains: ['care', 'law'].map((name) => ({ id: name, title: name, basis: 'published' })),
        })),
      }),
    );
  test('tells each part apart, and gives the count of the part that was not passed only', () => {
    const report = two(7, 4);
    assert.match(report.summary, /^You passed 1 of 2 parts of .* Every part has to be passed\.$/);
    assert.deepEqual(
      report.parts.map((line) => [line.words, line.count === undefined, line.domains.length]),
      [
        ['Passed', true, 1],
        ['Not passed', false, 1],
      ],
    );
  });
  test('passed as a whole says that every part is passed', () =>
    assert.match(two(5, 5).summary, /^You passed every part of/));
});

describe('an exam without any answer', () => {
  test('is not called failed, shows no domain, and tells the person to speak up', () => {
    const report = scoreReport(
      facts({ score: score({ outcome: 'not-scorable', parts: [part(0, 30, 20, 0)] }) }),
    );
    assert.equal(report.headline, 'We could not score this exam');
    assert.match(report.summary, /This is not a failed exam\.$/);
    assert.deepEqual(report.parts, []);
    assert.match(report.next[0] ?? '', /If you did answer questions, tell us/);
  });
});
