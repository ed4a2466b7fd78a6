import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derived, fromThirdParty, notSet, seen, shown } from './sourced.ts';

const dollars = (value: number): string => `$${value}`;

test('a value that was seen is shown without a remark', () => {
  assert.deepEqual(shown(seen(235, ['PAGE']), dollars, 'the Commission'), { text: '$235' });
});

test('what was inferred or comes from a third party says so', () => {
  assert.deepEqual(shown(derived(25, ['PAGE']), dollars, 'the Commission'), {
    text: '$25',
    remark: 'inferred',
  });
  assert.deepEqual(shown(fromThirdParty(150, ['BLOG']), dollars, 'the Commission'), {
    text: '$150',
    remark: 'from a third party',
  });
});

test('what nobody said is shown as not set by its owner, and is never written', () => {
  const mustNotWrite = (): string => assert.fail('an unknown value was written');
  assert.deepEqual(shown(notSet<number>(), mustNotWrite, 'the Larkspur Board'), {
    text: 'not set by the Larkspur Board',
  });
  const slip = { value: 7, sources: ['MEM'], standing: 'not-set' } as const;
  assert.deepEqual(shown(slip, mustNotWrite, 'the Commission'), {
    text: 'not set by the Commission',
  });
});

test('zero and no are values, not gaps', () => {
  assert.equal(shown(seen(0, ['PAGE']), dollars, 'the Commission').text, '$0');
  assert.equal(
    shown(seen(false, ['PAGE']), (yes) => (yes ? 'yes' : 'no'), 'the Commission').text,
    'no',
  );
});
