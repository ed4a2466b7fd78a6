import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReactElement } from 'react';
import {
  accessibleName,
  byId,
  description,
  named,
  only,
  parse,
  type Tag,
  withClass,
  words,
} from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const example = (name: string): Tag => {
  const found: ReactElement | undefined = examples.find((one) => one.name === name)?.element;
  assert.ok(found);
  return parse(renderPage(found));
};
const main = (name: string): Tag => only(example(name), 'main');

test('documents come before the form and open beside it, so that nothing typed is left behind', () => {
  const root = main('good-day');
  const [first] = named(withClass(root, 'records-documents')[0]!, 'a');
  assert.equal(first?.attributes['target'], '_blank');
  assert.equal(words(first!), 'Document 1 (opens in a new tab)');
  const text = words(root);
  assert.ok(text.indexOf('Document 1') < text.indexOf('Facts for the decider'));
});

test('what nothing was offered for is folded; a mistake in it unfolds it', () => {
  const folded = named(main('good-day'), 'details').map((one) => words(named(one, 'summary')[0]!));
  assert.ok(folded.includes('12 months supervised by a holder: nothing was offered'));
  assert.ok(!folded.some((summary) => summary.startsWith('License:')));
  const after = named(main('mistakes'), 'details').map((one) => words(named(one, 'summary')[0]!));
  assert.ok(!after.includes('12 months supervised by a holder: nothing was offered'));
});

test('a mistake stands beside its field with what was typed, and each hint says the format', () => {
  const root = main('mistakes');
  const box = byId(root, 'fact~license~expires');
  assert.equal(box.attributes['value'], '02/30/2028');
  assert.match(description(root, box), /^Year, month and day, such as 2026-05-31\./);
  assert.match(description(root, box), /Error: .*needs a date of the calendar/);
  assert.match(accessibleName(root, box), /^Expires on/);
});

test('the Enter key saves and sends nothing away: the first button of the form is the harmless one', () => {
  const form = named(main('good-day'), 'form').at(-1)!;
  assert.deepEqual(
    named(form, 'button').map(({ attributes }) => attributes['value']),
    ['save', 'send'],
  );
});

test('somebody faster is told apart: what they recorded stands beside what was typed', () => {
  const root = main('stale');
  const box = byId(root, 'fact~license~expires');
  assert.equal(box.attributes['value'], '2028-05-31');
  assert.match(description(root, box), /Recorded meanwhile: May 31, 2027/);
});

test('a matter that has left the desk is read and not written', () => {
  const root = main('closed');
  assert.equal(named(root, 'form').length, 0);
  assert.match(words(root), /Field of the license: Registered nursing/);
});
