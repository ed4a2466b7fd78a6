import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { appealDaysUnder, appealLimit } from '../../program/catalog/appeal-days.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { seen } from '../../program/definition/sourced.ts';
import { APPEAL_GROUNDS, DEFAULT_CONDUCT_RULES } from '../conduct/conduct-rules.ts';
import { APPEAL_RULES, DECISION_KINDS, NO_APPEAL_CHANGES, NOT_APPEALABLE } from './appeal-rules.ts';

describe('the rules of appeal', () => {
  test('stand for every kind of decision about a person', () =>
    assert.deepEqual(DECISION_KINDS, [
      'eligibility',
      'accommodation',
      'exam-irregularity',
      'exam-result',
      'renewal',
      'more-time',
      'audit',
      'term-end',
      'name-change',
      'conduct',
    ]));

  for (const kind of DECISION_KINDS) {
    const rules = APPEAL_RULES[kind];
    test(`${kind}: a closed list, each ground once, in words, leading somewhere`, () => {
      assert.equal(rules.kind, kind);
      const ids = rules.grounds.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.length >= 2);
      for (const { title, rule, leadsTo } of rules.grounds) {
        assert.match(title, /^[A-Z].+[^.]$/);
        assert.match(rule, /^[A-Z].+\.$/);
        assert.ok(leadsTo.length > 0);
      }
    });
    test(`${kind}: says who hears it, what it can change and what it cannot`, () => {
      assert.ok(rules.heardBy.length > 20);
      assert.ok(rules.canChange.length > 0 && rules.cannotChange.length > 0);
    });
    test(`${kind}: whoever might have a stake in it is a ground, but where no person decided`, () => {
      const machine = kind === 'exam-irregularity' || kind === 'exam-result';
      assert.equal(
        rules.grounds.some(({ id }) => id === 'conflict-of-interest'),
        !machine,
      );
    });
  }

  test('an exam result can only be set aside, and nothing else can be', () => {
    for (const kind of DECISION_KINDS) {
      const effects = new Set(APPEAL_RULES[kind].grounds.flatMap(({ leadsTo }) => leadsTo));
      const exam = kind === 'exam-irregularity' || kind === 'exam-result';
      assert.equal(effects.has('set-aside'), exam, kind);
      assert.equal(effects.size === 1 && effects.has('set-aside'), exam, kind);
    }
  });

  test('conduct: the grounds and effects are those that a conduct matter knows', () => {
    assert.deepEqual(
      Object.fromEntries(APPEAL_RULES.conduct.grounds.map(({ id, leadsTo }) => [id, leadsTo])),
      APPEAL_GROUNDS,
    );
    assert.ok(DEFAULT_CONDUCT_RULES.appealDays > 0);
  });

  test('decisions of every kind are made here', () =>
    assert.deepEqual(
      DECISION_KINDS.filter((kind) => !APPEAL_RULES[kind].made),
      [],
    ));

  test('what cannot be appealed has a reason and another way', () => {
    const ids = NOT_APPEALABLE.map(({ id }) => id);
    for (const id of ['in-your-favor', 'blueprint', 'cut-score', 'published-rule', 'appeal']) {
      assert.ok(ids.includes(id), id);
    }
    assert.ok(NOT_APPEALABLE.every(({ why, instead }) => why !== '' && instead !== ''));
    assert.equal(NO_APPEAL_CHANGES.length, 3);
  });
});

describe('how long a decision can be appealed', () => {
  const navigator = programOf('larkspur-navigator');
  const care = programOf('larkspur-care');
  const real = programOf('ccm');
  assert.ok(navigator && care && real);

  test('is what the dated rules say, and who set it', () => {
    const rules = rulesInForce(navigator, date('2026-11-30'));
    const limit = appealLimit(navigator, rules, 'eligibility');
    assert.deepEqual(limit, { days: 45, setBy: 'the Larkspur Board' });
    assert.equal(appealLimit(navigator, rules, 'exam-result').days, 30);
  });
  test('is what the body says where the rules say nothing', () => {
    const rules = rulesInForce(care, date('2026-11-30'));
    assert.deepEqual(appealLimit(care, rules, 'eligibility'), {
      days: 30,
      setBy: 'the Larkspur Board',
    });
    assert.equal(appealLimit(real, rules, 'audit').setBy, 'the body that runs this service');
  });
  test('is that of the rules a matter began under, not of newer ones', () => {
    const [old] = navigator.rules;
    assert.ok(old);
    const newer = {
      ...old,
      id: 'navigator/2027',
      appealDays: { eligibility: seen(10, ['BOARD']) },
    };
    const changed = { ...navigator, rules: [old, newer] };
    assert.equal(appealDaysUnder(changed, old.id, 'eligibility'), 45);
    assert.equal(appealDaysUnder(changed, newer.id, 'eligibility'), 10);
    assert.equal(appealDaysUnder(changed, 'no such rules', 'eligibility'), 10);
  });
});
