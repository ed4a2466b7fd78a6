import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import { holdsName } from '../matter/holds-name.ts';
import { nameExpression, nameRulesOn, readNameRequest, SHOWS_NAME } from './name-change.ts';
import { NAME_FACTS } from './name-facts.ts';

const present = 'Zoë Marsh';
const read = (typed: Readonly<Record<string, string>>, documents = 0) =>
  readNameRequest(typed, { present, documents });
const fields = (typed: Readonly<Record<string, string>>, documents = 0): readonly string[] =>
  read(typed, documents).mistakes.map(({ field }) => field);

test('a name of every script is read in one field, in NFC; a single name is one', () => {
  for (const name of [
    ...['Suharto', '王小明', 'Nguyễn Thị Minh Khai', 'محمد بن عبد الله', 'אברהם בן-דוד'],
    ...['Ольга Фёдоровна', 'Αθηνά Κώστα', 'अमिताभ बच्चन', "Siobhán O'Neill", 'Ame\u0301lie'],
  ]) {
    const { asked } = read({ name, way: 'document' }, 1);
    assert.equal(asked?.name, name.normalize('NFC'));
    assert.equal(asked?.reason, undefined);
  }
});

test('another name needs a document and no words; a correction needs words and no document', () => {
  assert.deepEqual(fields({ name: 'Zoe Reed', way: 'document' }), ['document']);
  assert.deepEqual(fields({ name: 'Zoe Reed', way: 'document' }, 1), []);
  assert.deepEqual(fields({ name: 'Zoë Mārsh', way: 'correction' }), ['statement']);
  assert.deepEqual(
    fields({ name: 'Zoë Mārsh', way: 'correction', statement: 'The long a was left out.' }),
    [],
  );
});

test('everything to mend is said at once; the name one has already is none to ask for', () => {
  assert.deepEqual(fields({}), ['name', 'way']);
  assert.deepEqual(fields({ name: ' Zoe\u0308  Marsh ', way: 'document' }, 1), ['name']);
  assert.deepEqual(fields({ name: '1234', way: '__proto__' }), ['name', 'way']);
});

test('a reason is one of a list or none, and is asked of nobody', () => {
  assert.equal(
    read({ name: 'A', way: 'document', reason: 'marriage' }, 1).asked?.reason,
    'marriage',
  );
  assert.equal(read({ name: 'A', way: 'document', reason: 'because' }, 1).asked?.reason, undefined);
});

test('each way has criteria of its own, and every one of them has to be met', () => {
  const { criteria } = nameRulesOn(date('2026-12-01'));
  assert.deepEqual(nameRulesOn(date('2020-01-01')), nameRulesOn(date('2026-12-01')));
  assert.ok(criteria.document.some(({ id }) => id === SHOWS_NAME));
  assert.ok(criteria.correction.every(({ id }) => id !== SHOWS_NAME));
  for (const list of Object.values(criteria)) {
    const ids = list.map(({ id }) => id);
    const outcome = (unmet?: string): boolean =>
      outcomeFromFindings(nameExpression(list), new Map(ids.map((id) => [id, id !== unmet])));
    assert.ok(outcome());
    assert.ok(ids.every((id) => !outcome(id)));
    assert.ok(ids.every((id) => NAME_FACTS.some(({ criterion }) => criterion === id)));
  }
});

test('no fact that a decider reads has room for a name, a kind of document or a reason', () => {
  for (const fact of NAME_FACTS) {
    assert.ok(fact.kind === 'yes-no' || fact.kind === 'choice', fact.id);
    const words = [fact.label, ...(fact.options ?? []).map(({ label }) => label)];
    for (const told of ['marriage', 'court', 'transition', 'gender', 'passport']) {
      assert.ok(!words.some((text) => holdsName(text, told)), `${fact.id} tells of ${told}`);
    }
  }
});
