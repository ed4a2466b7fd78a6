import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEWEST_OPTIONS, MOST_OPTIONS, provisionsNamed } from '../conduct/dilemma.ts';
import { provisionsOf } from '../definition/code-of-conduct.ts';
import { programs } from './catalog.ts';
import { codeOf } from './codes.ts';
import { dilemmasOf } from './dilemmas.ts';

const all = programs.flatMap(({ id }) => dilemmasOf(id).map((dilemma) => ({ id, dilemma })));

test('the invented program comes with six cases, each with an address of its own', () => {
  assert.equal(dilemmasOf('larkspur-navigator').length, 6);
  assert.equal(new Set(all.map(({ id, dilemma }) => `${id} ${dilemma.slug}`)).size, all.length);
  for (const { dilemma } of all) {
    assert.match(dilemma.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  }
  assert.deepEqual(dilemmasOf('constructor'), []);
});

test('every provision that a case names stands in the version it is written for', () => {
  for (const { id, dilemma } of all) {
    const version = codeOf(id)?.versions.find((each) => each.id === dilemma.version);
    assert.ok(version, dilemma.version);
    const numbers = provisionsOf(version).map(({ provision }) => provision.number);
    for (const number of provisionsNamed(dilemma)) {
      assert.ok(numbers.includes(number), `${dilemma.slug}: ${number}`);
    }
  }
});

test('a case has two to five ways to act, and the code has something to say to each', () => {
  for (const { dilemma } of all) {
    const { slug, options, situation } = dilemma;
    assert.ok(options.length >= FEWEST_OPTIONS && options.length <= MOST_OPTIONS, slug);
    assert.equal(new Set(options.map(({ id }) => id)).size, options.length, slug);
    assert.ok(situation.split('\n\n').length >= 2 && situation.length > 400, slug);
    for (const { says, provisions } of options) {
      assert.ok(says.length > 150 && provisions.length > 0, slug);
      assert.doesNotMatch(says, /correct answer|right answer|score|points/i, slug);
    }
  }
});
