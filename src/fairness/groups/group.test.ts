import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FOCAL, NEITHER, REFERENCE, twoGroups } from './group.ts';

const LABELS = ['USA', 'India', '', 'USA', 'Peru', 'USA'];

test('others are everybody who stated another group, and people who did not say are counted apart', () => {
  const split = twoGroups(LABELS, 'USA', 'others');
  assert.ok(split.ok);
  assert.deepEqual(
    [...split.value.member],
    [REFERENCE, FOCAL, NEITHER, REFERENCE, FOCAL, REFERENCE],
  );
  const { referencePeople, focalPeople, notStated, elsewhere, focal } = split.value;
  assert.deepEqual([referencePeople, focalPeople, notStated, elsewhere], [3, 2, 1, 0]);
  assert.equal(focal, 'all others');
});

test('a focal group is one name or several', () => {
  const one = twoGroups(LABELS, 'USA', 'Peru');
  assert.ok(one.ok);
  assert.deepEqual([one.value.focalPeople, one.value.elsewhere, one.value.focal], [1, 1, 'Peru']);
  const two = twoGroups(LABELS, 'USA', 'Peru, India');
  assert.ok(two.ok);
  assert.deepEqual([two.value.focalPeople, two.value.focal], [2, 'Peru or India']);
});

test('a group that is really called "others" is that group', () => {
  const split = twoGroups(['a', 'others', 'b'], 'a', 'others');
  assert.ok(split.ok);
  assert.equal(split.value.focalPeople, 1);
});

test('a name that is nobody’s is refused with the names there are, never an empty group', () => {
  const cases: [string, string, RegExp][] = [
    ['US', 'others', /"US".*USA/],
    ['USA', 'Indai', /"Indai".*India/],
    ['USA', 'USA', /both groups/],
    ['USA', 'USA,Peru', /both groups/],
  ];
  for (const [reference, focal, sentence] of cases) {
    const split = twoGroups(LABELS, reference, focal);
    assert.match(split.ok ? '' : split.refusal.because, sentence);
  }
  assert.match(because(twoGroups(['a', 'a'], 'a', 'others')), /no others/);
  assert.match(because(twoGroups(['', ''], 'a', 'others')), /column is empty/);
  const many = Array.from({ length: 12 }, (_, place) => `g${place}`);
  assert.match(because(twoGroups(many, 'x', 'others')), /and 4 more/);
});

const because = (split: ReturnType<typeof twoGroups>): string =>
  split.ok ? '' : split.refusal.because;
