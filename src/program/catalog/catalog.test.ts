import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import { feeOf, type RulesVersion } from '../definition/rules.ts';
import { evaluate } from '../pathway/evaluate.ts';
import { criteriaIn } from '../pathway/expression.ts';
import { programOf, programs } from './catalog.ts';

const versions = [...new Set(programs.flatMap((program) => program.rules))];

function offered(id: string) {
  const program = programOf(id);
  assert.ok(program, `no program ${id}`);
  return program;
}

test('two names share one set of rules, not two copies', () => {
  assert.equal(offered('larkspur-care').rules, offered('ccm').rules);
  assert.equal(offered('larkspur-work').rules, offered('cdms').rules);
  assert.equal(programOf('nobody'), undefined);
});

test('a program with a real mark sets nothing of its own; an invented one marks what it sets', () => {
  for (const program of programs) {
    assert.equal(program.realMark, !program.invented, program.id);
    assert.equal(program.defaults === null, program.realMark, program.id);
    assert.ok(program.defaults === null || program.defaults.setBy === 'the Larkspur Board');
  }
});

test('every page that leans on the Commission says that it is not affiliated', () => {
  for (const program of programs.filter(({ owner }) => owner.short === 'the Commission')) {
    assert.match(
      program.notice,
      /Not affiliated with or endorsed by the Commission for Case Manager Certification; check with the owner/i,
    );
  }
  assert.match(offered('larkspur-navigator').notice, /invented/i);
});

/** What a page of a program shows of its rules, less titles of codes and outlines that are told as the owner's. */
function wordsShown(rules: RulesVersion): string {
  const { criteria, fees, retake, intake } = rules;
  const plain = criteria.map(({ title, rule, facts, tests }) => ({ title, rule, facts, tests }));
  const parts = rules.exam.parts.map(({ title, passRule }) => [title, passRule.value]);
  const retakes = [retake.rule.value, retake.afterThat.value];
  return JSON.stringify([plain, fees.map((fee) => fee.title), parts, retakes, intake]);
}

test('rules read true under an invented name: no mark of the Commission stands in them', () => {
  for (const rules of versions) {
    const words = wordsShown(rules).replaceAll(/"sources":\[[^\]]*\]/g, '');
    assert.doesNotMatch(words, /\bCCM|\bCDMS|\bCCMC|\bCommission\b|\bCRC\b/, rules.id);
  }
});

test('the pathway names each criterion, and only criteria that exist', () => {
  for (const rules of versions) {
    assert.deepEqual(
      new Set(criteriaIn(rules.pathway)),
      new Set(rules.criteria.map(({ id }) => id)),
    );
  }
});

test('facts name nobody: every one is a choice, a number, a date, or yes or no', () => {
  for (const { criteria } of versions) {
    for (const fact of criteria.flatMap(({ facts }) => facts)) {
      assert.ok(['date', 'month', 'year', 'number', 'yes-no', 'choice'].includes(fact.kind));
      assert.equal(fact.kind === 'choice', (fact.options?.length ?? 0) > 1, fact.id);
      assert.doesNotMatch(fact.label, /\bname\b|employer|university|address|e-?mail/i);
    }
  }
});

test('every test of a criterion finds the fact it asks for, of the right kind', () => {
  const sample = {
    date: '2026-01-31',
    month: '2026-01',
    year: '2020',
    number: '1',
    'yes-no': 'no',
  } as const;
  for (const rules of versions) {
    for (const criterion of rules.criteria) {
      const facts = new Map(
        criterion.facts.map((fact) => [
          fact.id,
          fact.kind === 'choice' ? (fact.options?.at(-1)?.value ?? '') : sample[fact.kind],
        ]),
      );
      const read = evaluate(rules, new Map([[criterion.id, facts]]), date('2026-02-01'));
      const reading = read.criteria.find(({ id }) => id === criterion.id);
      assert.equal(reading?.offered, true);
      assert.ok((reading?.because.length ?? 0) > 0);
      for (const { kind, ...named } of criterion.tests) {
        const asked = 'facts' in named ? named.facts : [named.fact];
        const known = criterion.facts.map(({ id }) => id);
        assert.ok(
          asked.every((id) => known.includes(id)),
          `${criterion.id}: ${kind}`,
        );
      }
      for (const asked of criterion.tests.filter((each) => each.kind === 'one-of')) {
        const options = criterion.facts.find(({ id }) => id === asked.fact)?.options ?? [];
        assert.ok(
          asked.values.every((value) => options.some((option) => option.value === value)),
          `${criterion.id} accepts a choice that cannot be made`,
        );
      }
    }
  }
});

test('ids are unique, versions follow one another without gap or overlap', () => {
  const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
  assert.ok(unique(programs.map(({ id }) => id)));
  for (const { criteria, exam } of versions) {
    assert.ok(unique(criteria.map(({ id }) => id)));
    assert.ok(unique(exam.parts.map(({ id }) => id)));
    assert.equal(exam.combination === 'single', exam.parts.length === 1);
  }
  assert.ok(unique(versions.map(({ id }) => id)));
  const [before, now] = offered('ccm').rules;
  assert.equal(before?.to, '2025-07-31');
  assert.equal(now?.from, '2025-08-01');
  assert.equal(now?.to, undefined);
});

test('the version in force follows the day the case began', () => {
  const ccm = offered('larkspur-care');
  assert.equal(rulesInForce(ccm, date('2025-07-31')).id, 'ccm/2020');
  assert.equal(rulesInForce(ccm, date('2025-08-01')).id, 'ccm/2025-08');
  assert.equal(rulesInForce(ccm, date('2031-01-01')).id, 'ccm/2025-08');
  assert.equal(rulesInForce(ccm, date('2019-12-31')).id, 'ccm/2020');
});

test('an outline never claims more or less than the whole', () => {
  for (const { id, exam } of versions) {
    for (const { domains } of exam.parts) {
      const set = domains.reduce((sum, { percent }) => sum + (percent.value ?? 0), 0);
      const open = domains.some(({ percent }) => percent.value === null);
      assert.ok(open ? set < 100 : set === 100, `${id} adds to ${set}`);
    }
  }
});

test('a first-time candidate pays what the owner publishes as the total', () => {
  for (const id of ['ccm', 'cdms']) {
    const rules = rulesInForce(offered(id), date('2026-02-01'));
    const [application, exam] = [feeOf(rules, 'application'), feeOf(rules, 'exam')];
    assert.equal((application?.amount.value ?? 0) + (exam?.amount.value ?? 0), 430);
  }
  assert.equal(feeOf(rulesInForce(offered('cdms'), date('2026-02-01')), 'retake'), undefined);
});
