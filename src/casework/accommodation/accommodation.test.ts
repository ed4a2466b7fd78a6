import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import {
  ACCOMMODATIONS,
  FOUR_PARTS,
  fourPartTest,
  grantedFrom,
  isAccommodation,
  mayAsk,
  nothingGranted,
} from './accommodation.ts';

const asked = {
  kinds: ['extra-time-50'] as readonly string[],
  need: 'I read slowly because of dyslexia.',
  documents: 1,
};
const answer = (change: Partial<typeof asked> = {}) => {
  const result = mayAsk({ ...asked, ...change });
  return result.ok ? result.value : result.refusal.kind;
};

describe('asking for an accommodation', () => {
  test('takes what was chosen from the list', () => {
    assert.deepEqual(answer(), ['extra-time-50']);
    assert.deepEqual(answer({ kinds: ['breaks', 'extra-time-25'] }), ['breaks', 'extra-time-25']);
  });
  test('leaves out what is not on the list, and says nothing was chosen if nothing is left', () => {
    assert.deepEqual(answer({ kinds: ['extra-time-900', 'breaks'] }), ['breaks']);
    assert.equal(answer({ kinds: ['extra-time-900'] }), 'no-accommodation');
    assert.equal(answer({ kinds: [] }), 'no-accommodation');
  });
  test('a kind ticked twice is asked for once', () =>
    assert.deepEqual(answer({ kinds: ['breaks', 'breaks'] }), ['breaks']));
  test('is refused without the need in words: need-missing', () => {
    assert.equal(answer({ need: '' }), 'need-missing');
    assert.equal(answer({ need: ` ${' '.repeat(20)}` }), 'need-missing');
    assert.equal(answer({ need: 'I need it' }), 'need-missing');
    assert.notEqual(answer({ need: 'I need it.' }), 'need-missing');
  });
  test('is refused without one document, and one is enough: document-missing', () => {
    assert.equal(answer({ documents: 0 }), 'document-missing');
    assert.notEqual(answer({ documents: 1 }), 'document-missing');
  });
  test('only the kinds on the list are kinds', () => {
    assert.ok(ACCOMMODATIONS.every(({ id }) => isAccommodation(id)));
    assert.ok(!['', 'BREAKS', 'extra-time'].some(isAccommodation));
  });
});

describe('the four-part test', () => {
  test('every part must hold: of the 16 ways to find, one grants', () => {
    const ids = FOUR_PARTS.map(({ id }) => id);
    assert.equal(ids.length, 4);
    const ways = Array.from(
      { length: 16 },
      (_, bits) => new Map(ids.map((id, place) => [id, ((bits >> place) & 1) === 1])),
    );
    const granting = ways.filter((found) => outcomeFromFindings(fourPartTest, found));
    assert.deepEqual(granting, [new Map(ids.map((id) => [id, true]))]);
  });
});

describe('what is granted', () => {
  const some = fc.subarray(ACCOMMODATIONS.map(({ id }) => id));
  test('each kind does to the clock what its title says', () => {
    assert.deepEqual(grantedFrom(['extra-time-25']), { multiplier: 1.25, breakMinutes: 0 });
    assert.deepEqual(grantedFrom(['extra-time-50']), { multiplier: 1.5, breakMinutes: 0 });
    assert.deepEqual(grantedFrom(['extra-time-100']), { multiplier: 2, breakMinutes: 0 });
    assert.deepEqual(grantedFrom(['breaks']), { multiplier: 1, breakMinutes: 30 });
  });
  test('nothing granted changes nothing', () => {
    assert.deepEqual(grantedFrom([]), nothingGranted);
    assert.deepEqual(nothingGranted, { multiplier: 1, breakMinutes: 0 });
  });
  test('more time is not stacked: the largest counts, beside the breaks', () =>
    assert.deepEqual(grantedFrom(['extra-time-25', 'extra-time-100', 'breaks']), {
      multiplier: 2,
      breakMinutes: 30,
    }));
  test('one more kind never takes time away, and the order of asking does not matter', () => {
    fc.assert(
      fc.property(some, some, (first, second) => {
        const both = grantedFrom([...first, ...second]);
        assert.ok(both.multiplier >= grantedFrom(first).multiplier);
        assert.ok(both.breakMinutes >= grantedFrom(first).breakMinutes);
        assert.deepEqual(both, grantedFrom([...second, ...first]));
        assert.deepEqual(both, grantedFrom([...first, ...second, ...first]));
      }),
    );
  });
});
