import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../kernel/dates/civil-date.ts';
import { DIMENSIONS, PREFER_NOT_TO_SAY } from './dimensions.ts';
import { groupsOf, groupsPublished } from './groups.ts';
import {
  askedDimensions,
  choicesOf,
  type DimensionSetting,
  mayAsk,
  readSelfIdentification,
} from './self-identification.ts';

const on = date('2026-06-30');
const set = (dimension: string): DimensionSetting => ({
  dimension,
  inUse: true,
  purpose: 'to see whether decisions are fair',
  basis: 'voluntary answer',
  retention: '7 years',
});
const all = DIMENSIONS.map(({ id }) => set(id));
const read = (raw: Record<string, string | string[]>, settings = all) => {
  const answer = readSelfIdentification(raw, settings, on);
  return answer.ok ? Object.fromEntries(answer.value) : answer.refusal.kind;
};

test('a question is off until purpose, basis and retention are all on record', () => {
  const ready = set('religion');
  assert.equal(mayAsk(ready), true);
  assert.equal(mayAsk(undefined), false);
  assert.equal(mayAsk({ ...ready, inUse: false }), false);
  for (const missing of ['purpose', 'basis', 'retention'] as const) {
    assert.equal(mayAsk({ ...ready, [missing]: '  ' }), false, missing);
  }
  assert.deepEqual(
    askedDimensions([set('age'), { ...ready, basis: '' }]).map(({ id }) => id),
    ['age'],
  );
});

test('every question can be answered with "prefer not to say", and no answer is offered twice', () => {
  for (const dimension of DIMENSIONS) {
    const ids = choicesOf(dimension).map(({ id }) => id);
    assert.equal(ids.at(-1), PREFER_NOT_TO_SAY.id);
    assert.equal(new Set(ids).size, ids.length, dimension.id);
    assert.deepEqual(read({ [dimension.id]: 'prefer-not-to-say' }), {
      [dimension.id]: ['prefer-not-to-say'],
    });
  }
});

test('every answer belongs to exactly one published group', () => {
  for (const dimension of DIMENSIONS.filter(({ kind }) => kind === 'choice')) {
    for (const option of dimension.options) {
      const groups = groupsOf(dimension.id, [option.id], on);
      assert.equal(groups.inCombination.length, 1, option.id);
      assert.equal(groups.alone, groups.inCombination[0]);
    }
  }
});

test('what is left open leaves nothing behind', () => {
  assert.deepEqual(read({}), {});
  assert.deepEqual(read({ gender: '', 'race-ethnicity': [], age: ['', ' '], other: 'x' }), {});
});

test('several answers are kept in the order of the list, where several are asked for', () => {
  assert.deepEqual(read({ 'race-ethnicity': ['white', 'asian', 'white'] }), {
    'race-ethnicity': ['asian', 'white'],
  });
  assert.equal(read({ gender: ['woman', 'man'] }), 'one-answer-only');
});

test('preferring not to say takes the place of other answers', () => {
  assert.deepEqual(
    read({ 'race-ethnicity': ['black', 'prefer-not-to-say'], age: ['1970', 'prefer-not-to-say'] }),
    {
      'race-ethnicity': ['prefer-not-to-say'],
      age: ['prefer-not-to-say'],
    },
  );
});

test('an unknown answer, a contradiction or a question that is off refuses the whole form', () => {
  assert.equal(read({ gender: 'woman', religion: 'jedi' }), 'unknown-option');
  assert.equal(read({ disability: ['hearing', 'no-disability'] }), 'none-with-others');
  assert.equal(read({ gender: 'woman', religion: 'sikh' }, [set('gender')]), 'not-asked');
});

test('a year of birth has four digits and lies between 1900 and today', () => {
  assert.deepEqual(read({ age: ' 1978 ' }), { age: ['1978'] });
  assert.deepEqual(read({ age: '2026' }), { age: ['2026'] });
  for (const typed of ['78', '1899', '2027', '19 78', 'abcd', '1978.5']) {
    assert.equal(read({ age: typed }), 'not-a-year', typed);
  }
});

test('two races are one person counted as multiracial, and in both groups in combination', () => {
  assert.deepEqual(groupsOf('race-ethnicity', ['asian', 'white'], on), {
    alone: 'multiracial',
    inCombination: ['asian', 'white'],
  });
  assert.deepEqual(groupsOf('race-ethnicity', ['asian'], on), {
    alone: 'asian',
    inCombination: ['asian'],
  });
});

test('two kinds of difficulty are one group, and preferring not to say is none', () => {
  assert.deepEqual(groupsOf('disability', ['hearing', 'moving'], on), {
    alone: 'any-disability',
    inCombination: ['any-disability'],
  });
  for (const dimension of DIMENSIONS) {
    assert.deepEqual(groupsOf(dimension.id, ['prefer-not-to-say'], on), {
      alone: undefined,
      inCombination: [],
    });
  }
  assert.equal(groupsOf('shoe-size', ['44'], on).alone, undefined);
});

test('age bands begin and end where they say', () => {
  for (const [age, band] of [
    [20, 'under-35'],
    [34, 'under-35'],
    [35, '35-44'],
    [44, '35-44'],
    [45, '45-54'],
    [55, '55-64'],
    [64, '55-64'],
    [65, '65-and-over'],
    [101, '65-and-over'],
  ] as const) {
    assert.equal(groupsOf('age', [String(2026 - age)], on).alone, band, String(age));
  }
});

test('whatever is chosen, everybody is counted at most once where groups must not overlap', () => {
  const dimension = fc.constantFrom(...DIMENSIONS);
  const answers = dimension.chain((asked) =>
    fc.tuple(fc.constant(asked), fc.subarray([...choicesOf(asked)].map(({ id }) => id))),
  );
  fc.assert(
    fc.property(answers, ([asked, chosen]) => {
      const result = readSelfIdentification({ [asked.id]: chosen }, all, on);
      if (result.ok && chosen.length > 0) {
        const { alone, inCombination } = groupsOf(asked.id, result.value.get(asked.id) ?? [], on);
        const known = groupsPublished(asked).map(({ id }) => id);
        assert.ok(alone === undefined || known.includes(alone));
        assert.equal(alone === undefined, inCombination.length === 0);
      }
    }),
  );
});
