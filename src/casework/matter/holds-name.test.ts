import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { namesOf } from '../person/name.ts';
import { holdsName } from './holds-name.ts';

/** Whether a text holds any word that names this person. */
const names = (fullName: string, text: string): boolean =>
  namesOf({ fullName, formerNames: [] }).some((name) => holdsName(text, name));

const people = [
  'Suharto',
  'Siobhán O’Neill',
  "Siobhán O'Neill",
  'Nguyễn Thị Minh Khai',
  'محمد بن عبد الله',
  'אברהם בן־דוד',
  'Ольга Фёдоровна',
  'ஆறுமுகம் நாவலர்',
  'สมชาย ใจดี',
  'अमिताभ बच्चन',
  'Γιώργος Παπαδόπουλος',
  'ქეთევან გელაშვილი',
  'Ŋutaré 𞤀𞤣𞤤𞤢𞤥',
  'Jean-François D’Arcy',
  'İpek Yılmaz',
  '李小龙',
  '김서연',
  '山田 花子',
  'Ng Wai',
  'Bo Li',
  'Wu',
];
for (const person of people) {
  test(`found plainly, in capitals, decomposed, in quotes and brackets: ${person}`, () => {
    for (const text of [
      `The letter is from ${person}.`,
      person,
      `(${person.toUpperCase()})`,
      `The letter says “${person.normalize('NFD')}”, and more.`,
      `${person}’s letter`,
      `name:${person};2020`,
    ]) {
      assert.ok(names(person, text), text);
    }
  });
}

const found: readonly (readonly [string, string, string])[] = [
  ['a part of the name is enough', 'Nguyễn Thị Minh Khai', 'Her brother Khai wrote it.'],
  ['capitals that lost a dot', 'İpek Yılmaz', 'A letter by YILMAZ.'],
  ['accents left out', 'Nguyễn Thị Khải', 'A letter by Nguyen.'],
  ['letters of one language typed in another', 'Łukasz Øster', 'A letter by Lukasz Oster.'],
  ['an invisible hyphen', 'Ana Sousa', 'A letter by Sou\u00adsa.'],
  ['an invisible joiner', 'محمد', 'مح\u200dمد'],
  ['a stretched word', 'محمد', 'محـــمد'],
  ['wide letters', 'Ana Sousa', 'A letter by Ｓｏｕｓａ.'],
  ['capitals of a final letter', 'Γιώργος', 'ΓΙΏΡΓΟΣ'],
  ['two letters for one', 'Jürgen Groß', 'GROSS'],
  ['a name of two letters', 'Wu', 'Wu wrote it.'],
  ['a name of one character', '李', '李的信'],
  ['no spaces: Han', '李小龙', '信是李小龙写的'],
  ['no spaces: Thai', 'สมชาย ใจดี', 'จดหมายจากสมชายเมื่อวาน'],
  ['no spaces: Japanese', '山田 花子', '山田花子さんからの手紙'],
  ['endings on the name: Korean', '김서연', '김서연의 편지'],
];
for (const [what, person, text] of found) {
  test(`found: ${what}`, () => assert.ok(names(person, text), text));
}

const left: readonly (readonly [string, string])[] = [
  ['Wu', 'Wurzburg is a town.'],
  ['Ana Sousa', 'An analysis of bananas.'],
  ['Ana Sousa', 'Sousaphone lessons.'],
  ['Li Bo', 'A library book.'],
  ['O', 'O is a letter.'],
  ['Ng Wai', 'Waiting for the ring.'],
  ['Jan van den Berg', 'The van den was left on the hill.'],
];
for (const [person, text] of left) {
  test(`ordinary words near the name ${person} are left alone: ${text}`, () =>
    assert.ok(!names(person, text)));
}

test('any word of letters, put between any words, is found', () => {
  const letter = fc.constantFrom(...'abcdeéñøşжщλωابתאkஅ');
  const word = fc.array(letter, { minLength: 3, maxLength: 12 }).map((list) => list.join(''));
  const gap = fc.constantFrom(' ', ', ', '\n', ' — ', '"', '(');
  fc.assert(
    fc.property(word, word, word, gap, (before, name, after, between) =>
      holdsName([before, name, after].join(between), name),
    ),
  );
});

test('no name at all is held by nothing and holds nothing', () => {
  assert.equal(holdsName('any words', ''), false);
  assert.equal(holdsName('any words', '\u00ad'), false);
  assert.equal(holdsName('', 'Sousa'), false);
});
