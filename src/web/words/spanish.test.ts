import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIMENSIONS } from '../../sealed/answers/dimensions.ts';
import { aboutYou } from './about-you.ts';
import { aboutYouEs } from './about-you-es.ts';
import { complaintSide } from './complaint-side.ts';
import { complaintSideEs } from './complaint-side-es.ts';
import { concern } from './concern.ts';
import { concernEs } from './concern-es.ts';
import { spanishDay } from './concern-words.ts';
import { dimensionsEs } from './dimensions-es.ts';
import { forms } from './forms.ts';
import { formsEs } from './forms-es.ts';
import { frame } from './frame.ts';
import { frameEs } from './frame-es.ts';
import { witness } from './witness.ts';
import { witnessEs } from './witness-es.ts';

/** The place of every text in an area. */
function places(of: unknown, path = ''): readonly string[] {
  return typeof of === 'object' && of !== null
    ? Object.entries(of).flatMap(([name, value]) => places(value, `${path}.${name}`))
    : [path];
}

function textAt(of: unknown, path: string): string {
  const found = path
    .split('.')
    .slice(1)
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], of);
  return typeof found === 'function' ? found('2', '3') : String(found);
}

const SAME_IN_BOTH = new Set([
  ...['.settingChoices.hospital', '.errorBefore', '.siteName'],
  ...['.titled', '.fileMistakes.wrong-kind', '.no', '.achieved.no'],
]);

for (const [name, english, spanish] of [
  ['a concern', concern, concernEs],
  ['a complaint, for whoever raised it', complaintSide, complaintSideEs],
  ['what a witness reads', witness, witnessEs],
  ['what people tell about themselves', aboutYou, aboutYouEs],
  ['forms', forms, formsEs],
] as const) {
  test(`the words of ${name} stand in Spanish key by key, and none was left in English`, () => {
    assert.deepEqual(places(spanish), places(english));
    for (const path of places(english).filter((one) => !SAME_IN_BOTH.has(one))) {
      assert.notEqual(textAt(spanish, path), textAt(english, path), path);
    }
  });
}

test('the frame of a page speaks Spanish to anybody, and names the places of everybody', () => {
  const ofDesk = (path: string) => path.startsWith('.roles') || path.startsWith('.places');
  assert.deepEqual(
    places(frameEs).filter((path) => !ofDesk(path)),
    places(frame).filter((path) => !ofDesk(path)),
  );
  for (const path of places(frameEs.places)) {
    assert.notEqual(textAt(frameEs.places, path), textAt(frame.places, path), path);
  }
});

test('every question about oneself and every answer to it has its Spanish words', () => {
  assert.deepEqual(
    Object.keys(dimensionsEs),
    DIMENSIONS.map(({ id }) => id),
  );
  for (const { id, options } of DIMENSIONS) {
    const choices = dimensionsEs[id]?.choices ?? {};
    assert.deepEqual(
      Object.keys(choices),
      options.map((option) => option.id),
      id,
    );
    for (const { id: choice, hint } of options) {
      assert.equal(Array.isArray(choices[choice]), hint !== undefined, `${id} ${choice}`);
    }
  }
});

test('numbers and names stand in the same sentences in both languages', () => {
  for (const path of places(concern)) {
    const marks = (text: string): string => [...text.matchAll(/[23]|15|911|40/g)].sort().join();
    assert.equal(marks(textAt(concernEs, path)), marks(textAt(concern, path)), path);
  }
});

test('a day in Spanish is small and whole', () => {
  assert.equal(
    spanishDay({ year: 2026, month: 5, day: 29, weekday: 5 }),
    'viernes 29 de mayo de 2026',
  );
});
