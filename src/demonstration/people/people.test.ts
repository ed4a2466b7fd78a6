import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEmail } from '../../casework/person/email.ts';
import { LONGEST_NAME, readName } from '../../casework/person/name.ts';
import { lengthOf } from '../../casework/person/typed-text.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { DIMENSIONS } from '../../sealed/answers/dimensions.ts';
import { groupsOf, groupsPublished } from '../../sealed/answers/groups.ts';
import { readSelfIdentification } from '../../sealed/answers/self-identification.ts';
import { nameBanks, wholeNames } from './name-banks.ts';
import { inventedNames } from './names.ts';
import { staff } from './staff.ts';
import { drawnAnswers, drawnTraits } from './told.ts';

const today = date('2026-11-25');
const names = inventedNames(3000, generatorFrom('names of the test'));

test('every invented name is taken by the account form exactly as it stands', () => {
  for (const name of names) {
    const read = readName(name);
    assert.deepEqual(read, { ok: true, value: name });
  }
});

test('names come from many scripts, from one character to the longest that fits', () => {
  const scripts = [
    'Latin',
    'Arabic',
    'Han',
    'Hangul',
    'Hiragana',
    'Cyrillic',
    'Devanagari',
    'Greek',
    'Hebrew',
    'Thai',
    'Ethiopic',
    'Armenian',
    'Georgian',
    'Tamil',
    'Khmer',
  ];
  for (const script of scripts) {
    const letters = new RegExp(`\\p{Script=${script}}`, 'u');
    assert.ok(
      names.some((name) => letters.test(name)),
      `no name in ${script}`,
    );
  }
  const lengths = names.map(lengthOf);
  assert.equal(Math.min(...lengths), 1);
  assert.equal(Math.max(...lengths), LONGEST_NAME);
  for (const sign of ["'", '’', 'ʻ', '-', 'Nguyễn', 'ß', 'ł', ' van der ', ' bin ', 'ı']) {
    assert.ok(
      names.some((name) => name.includes(sign)),
      `no name with ${sign}`,
    );
  }
  assert.ok(names.some((name) => !name.includes(' ') && /^\p{Script=Latin}{4,}$/u.test(name)));
});

test('no bank holds an empty part, and every whole name is whole', () => {
  for (const { custom, given, family, patterns } of nameBanks) {
    assert.ok(
      [...given, ...family, ...patterns].every((part) => part.trim() === part && part !== ''),
      custom,
    );
  }
  assert.ok(wholeNames.every((name) => names.includes(name.normalize('NFC'))));
});

test('what invented people told is what the published questions offer', () => {
  const chance = generatorFrom('answers of the test');
  const settings = DIMENSIONS.map(({ id }) => ({
    dimension: id,
    inUse: true,
    purpose: 'p',
    basis: 'b',
    retention: 'r',
  }));
  let told = 0;
  const groups = new Set<string>();
  for (let person = 0; person < 3000; person += 1) {
    const answers = drawnAnswers(chance, drawnTraits(chance, today));
    if (answers !== undefined) {
      told += 1;
      const read = readSelfIdentification(Object.fromEntries(answers), settings, today);
      assert.ok(read.ok, JSON.stringify(read));
      assert.deepEqual(
        new Map([...read.value].map(([id, values]) => [id, values.toSorted()])),
        new Map([...answers].map(([id, values]) => [id, [...values].toSorted()])),
      );
      for (const [dimension, values] of answers) {
        groups.add(`${dimension} ${groupsOf(dimension, values, today).alone}`);
      }
    }
  }
  assert.ok(told / 3000 > 0.68 && told / 3000 < 0.76, `${told} of 3,000 told something`);
  for (const dimension of DIMENSIONS) {
    for (const group of groupsPublished(dimension)) {
      assert.ok(groups.has(`${dimension.id} ${group.id}`), `nobody in ${dimension.id} ${group.id}`);
    }
  }
});

test('the desk has its clerks, reviewers, staff, directors, auditor and board, and those of due process', () => {
  const count = (office: string): number => staff.filter((one) => one.office === office).length;
  assert.deepEqual(
    ['clerk', 'reviewer', 'staff', 'director', 'auditor', 'board'].map(count),
    [4, 8, 2, 2, 1, 5],
  );
  assert.deepEqual(['conduct', 'ombud', 'custodian', 'panel'].map(count), [2, 2, 1, 12]);
  assert.ok(staff.some(({ email }) => email === 'clerk.one@desk.larkspur.example'));
  for (const { email, fullName } of staff) {
    assert.deepEqual(readEmail(email), { ok: true, value: email });
    assert.ok(readName(fullName).ok);
  }
});
