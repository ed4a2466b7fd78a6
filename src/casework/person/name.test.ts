import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { namesOf, readFormerNames, readName } from './name.ts';

const nameOf = (typed: string): string => {
  const read = readName(typed);
  assert.ok(read.ok, typed);
  return read.value;
};

test('names of every script and shape are kept as they are written', () => {
  for (const name of [
    'Suharto',
    '李',
    "Siobhán O'Neill-Ní Dhomhnaill",
    'María José Carreño Quiñones',
    'Nguyễn Thị Minh Khai',
    'محمد بن عبد الله',
    'אברהם בן-דוד',
    'Ольга Фёдоровна',
    'ஆறுமுகம் நாவலர்',
    'สมชาย ใจดี',
    'अमिताभ बच्चन',
    'می\u200cخواهم',
    'Ŋutaré 𞤀𞤣𞤤𞤢𞤥',
    'Jean-François D’Arcy, Jr.',
    'X Æ A-12',
  ]) {
    assert.equal(nameOf(name), name.normalize('NFC'));
  }
});

test('1 and 200 characters are fine, 0 and 201 are not', () => {
  assert.equal(nameOf('Ω'), 'Ω');
  assert.equal(nameOf('é'.repeat(200)).length, 200);
  assert.equal(readName('e'.repeat(201)).ok, false);
  assert.equal(readName('   ').ok, false);
});

test('the same name typed in two Unicode forms is one name', () => {
  assert.equal(nameOf('Ame\u0301lie'), 'Amélie');
  assert.equal(nameOf('  Ada \u00a0 Lovelace '), 'Ada Lovelace');
});

test('a name without a letter, or with a line break inside, is refused with words', () => {
  const digits = readName('12345');
  assert.match(digits.ok ? '' : digits.refusal.because, /^Your name has no letters/);
  const broken = readName('Ada\nLovelace', 'Name on your documents');
  assert.match(broken.ok ? '' : broken.refusal.because, /^Name on your documents holds/);
});

test('former names come one on each line, and none is fine', () => {
  assert.deepEqual(readFormerNames(' '), { ok: true, value: [] });
  assert.deepEqual(readFormerNames('Ada Byron\r\n\r\nAda King\nAda Byron'), {
    ok: true,
    value: ['Ada Byron', 'Ada King'],
  });
  const wrong = readFormerNames('Ada Byron\n42');
  assert.match(wrong.ok ? '' : wrong.refusal.because, /^Former name 2/);
  assert.equal(readFormerNames('Ada\n'.repeat(11)).ok, false);
});

test('the words that name a person are the whole names and their parts, former names too', () => {
  const words = namesOf({ fullName: 'Anneke van der Berg-Li', formerNames: ["Anneke O'Neill"] });
  for (const word of [
    'Anneke van der Berg-Li',
    'Berg-Li',
    'Berg',
    'Anneke',
    "O'Neill",
    'O’Neill',
  ]) {
    assert.ok(words.includes(word), word);
  }
  for (const word of ['van', 'der', 'Li', '']) {
    assert.equal(words.includes(word), false, word);
  }
});

test('a name written without spaces is found with and without them, and two characters name somebody', () => {
  const words = namesOf({ fullName: '王 小明', formerNames: [] });
  assert.deepEqual(new Set(words), new Set(['小明', '王 小明', '王小明']));
  assert.deepEqual(namesOf({ fullName: 'Ng', formerNames: [] }), ['Ng']);
});

test('every name that can be typed names its owner, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (typed) => {
      const read = readName(typed);
      if (read.ok) {
        assert.deepEqual(readName(read.value), read);
        assert.ok(namesOf({ fullName: read.value, formerNames: [] }).includes(read.value));
      }
    }),
  );
});
