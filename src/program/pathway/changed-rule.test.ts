import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ccmPathway } from '../catalog/ccm-criteria.ts';
import type { Pathway } from '../definition/pathway.ts';
import { changedExpression } from './changed-rule.ts';
import { criteriaIn, outcomeFromFindings } from './expression.ts';

const one = (criterion: string): Pathway => ({ kind: 'criterion', criterion });
const all: Pathway = { kind: 'all', of: [one('a'), one('b')] };
const any: Pathway = { kind: 'any', of: [one('a'), one('b')] };
const findings = (...met: readonly string[]) =>
  new Map(['a', 'b', 'c'].map((id) => [id, met.includes(id)]));

test('dropping one of several criteria that are all asked for lets people in and shuts nobody out', () => {
  const changed = changedExpression(all, { kind: 'drop', criterion: 'a' });
  assert.ok(changed.ok);
  assert.equal(outcomeFromFindings(changed.value, findings('b')), true);
  assert.equal(outcomeFromFindings(changed.value, findings('a')), false);
});

test('dropping one of several ways in shuts out whoever came by it', () => {
  const changed = changedExpression(any, { kind: 'drop', criterion: 'a' });
  assert.ok(changed.ok);
  assert.equal(outcomeFromFindings(changed.value, findings('a')), false);
  assert.equal(outcomeFromFindings(changed.value, findings('b')), true);
});

test('where either of two is enough, one of them is', () => {
  const three: Pathway = { kind: 'all', of: [one('a'), one('b'), one('c')] };
  const changed = changedExpression(three, { kind: 'either', criterion: 'a', other: 'b' });
  assert.ok(changed.ok);
  assert.equal(outcomeFromFindings(changed.value, findings('b', 'c')), true);
  assert.equal(outcomeFromFindings(changed.value, findings('a', 'b')), false);
});

test('a change that changes nothing, leaves nothing, or names no criterion is refused with its reason', () => {
  const cases = [
    [any, { kind: 'either', criterion: 'a', other: 'b' }, 'changes-nothing'],
    [one('a'), { kind: 'drop', criterion: 'a' }, 'nothing-left'],
    [all, { kind: 'drop', criterion: 'z' }, 'no-such-criterion'],
    [all, { kind: 'either', criterion: 'a', other: 'a' }, 'changes-nothing'],
  ] as const;
  for (const [expression, change, kind] of cases) {
    const changed = changedExpression(expression, change);
    assert.ok(!changed.ok && changed.refusal.kind === kind, kind);
  }
});

test('making one criterion do for another in the published rules never shuts anybody out', () => {
  const ids = criteriaIn(ccmPathway);
  const id = fc.constantFrom(...ids);
  fc.assert(
    fc.property(id, id, fc.subarray([...ids]), (criterion, other, met) => {
      const changed = changedExpression(ccmPathway, { kind: 'either', criterion, other });
      const found = new Map(ids.map((each) => [each, met.includes(each)]));
      assert.ok(
        !changed.ok ||
          !outcomeFromFindings(ccmPathway, found) ||
          outcomeFromFindings(changed.value, found),
      );
    }),
  );
});
