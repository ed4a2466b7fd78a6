import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allIn, readLine, readParagraphs, textIn } from './typed-text.ts';

const rule = { label: 'Your answer', atLeast: 3, atMost: 20 };

test('a field sent several times gives its first value, and all of them where all are asked', () => {
  assert.equal(textIn({ a: ['x', 'y'] }, 'a'), 'x');
  assert.deepEqual(allIn({ a: ['x', 'y'] }, 'a'), ['x', 'y']);
  assert.deepEqual(allIn({}, 'constructor'), []);
  assert.equal(textIn({}, 'toString'), '');
});

test('a text that is too short or too long says by how much', () => {
  const short = readLine('ab', rule);
  assert.match(
    short.ok ? '' : short.refusal.because,
    /^Your answer has 2 characters. .*at least 3/,
  );
  const long = readLine('a'.repeat(25), rule);
  assert.match(
    long.ok ? '' : long.refusal.because,
    /has 25 characters, and 20 is the most .* 5 or more/,
  );
});

test('a limit counts characters as people do: an emoji or a rare Han character is one', () => {
  assert.equal(readLine('𠮷'.repeat(20), rule).ok, true);
  assert.equal(readLine('𠮷'.repeat(21), rule).ok, false);
});

test('line breaks of every kind become one kind, and a tab is kept in a longer text', () => {
  const read = readParagraphs('one\r\ntwo\rthree\u2028\tfour', { label: 'Account', atMost: 100 });
  assert.deepEqual(read, { ok: true, value: 'one\ntwo\nthree\n\tfour' });
});

test('characters nobody can see are refused, not taken out behind the back of whoever typed them', () => {
  for (const unseen of ['\u0000', '\u0007', '\u202e', '\u2066', '\ud800', '\u009f', '\ufffd']) {
    assert.equal(readLine(`abc${unseen}def`, rule).ok, false, unseen);
    assert.equal(readParagraphs(`abc${unseen}def`, rule).ok, false, unseen);
  }
});

test('whatever is typed, the answer is a refusal with words or a text that reads the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const read = readLine(typed, rule);
      if (!read.ok) {
        assert.match(read.refusal.because, /^Your answer .*\.$/);
        return;
      }
      assert.deepEqual(readLine(read.value, rule), read);
      assert.equal(read.value.normalize('NFC').length, read.value.length);
    }),
  );
});
