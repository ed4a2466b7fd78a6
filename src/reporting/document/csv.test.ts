import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvCell, csvText } from './csv.ts';

test('a number keeps every digit, and no number is an empty cell', () => {
  assert.equal(
    csvText([['a'], [0.1 + 0.2, -1e-9, null, undefined, true]]),
    'a\n0.30000000000000004,-1e-9,,,true\n',
  );
});

test('separators, quotes and line ends stay inside their cell', () => {
  assert.equal(csvCell('a "b", c\nd'), '"a ""b"", c\nd"');
});

test('text that a spreadsheet would run is kept as text; a name that is a number is left alone', () => {
  for (const formula of ['=1+1', '+1+1', '@sum', '\tx', '-2+3', "-2+3+cmd|' /C calc'!A0", '-cmd']) {
    assert.match(csvCell(formula), /^"?'/, formula);
  }
  for (const name of ['-1', '-0.5', '7', 'a-b', 'x=1']) {
    assert.equal(csvCell(name), name);
  }
});
