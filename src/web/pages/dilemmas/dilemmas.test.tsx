import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, description, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { navigatorDilemmas } from '../../../program/catalog/navigator-dilemmas.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

test('before somebody chooses, what the code says stands nowhere on the page', () => {
  const text = words(main('case'));
  const [gift] = navigatorDilemmas;
  assert.ok(gift);
  for (const { text: way, says } of gift.options) {
    assert.ok(text.includes(way));
    assert.ok(!text.includes(says.slice(0, 40)));
  }
  assert.match(text, /There is no score/);
});

test('afterward every way has its answer and its provisions, and one is marked as chosen by word', () => {
  const root = main('chosen');
  const text = words(root);
  const payer = navigatorDilemmas[4];
  assert.ok(payer);
  for (const { says } of payer.options) {
    assert.ok(text.includes(says));
  }
  assert.match(text, /Way 2 ?What you chose ?Put both agencies/);
  assert.equal(text.match(/What you chose/g)?.length, 1);
  const links = named(root, 'a').map(({ attributes }) => attributes['href']);
  assert.ok(links.includes('/programs/larkspur-navigator/code?version=2026#R17'));
  assert.match(text, /R17 No payment for sending/);
});

test('somebody signed in is told what is kept, and that it is for them alone', () => {
  const root = main('mistakes');
  assert.match(
    words(root),
    /We keep, for you alone, that you worked through this case; not what you chose/,
  );
  assert.match(words(root), /Choose one of the ways/);
  assert.equal(description(root, byId(root, 'way')).includes('undefined'), false);
});

test('the list says what each case is about and, to whoever did one, on which day', () => {
  assert.match(words(main('list')), /The preferred list ?About R16, R17\./);
  assert.match(
    words(main('list-done')),
    /About R16, R17\. You worked through it on March 27, 2026\./,
  );
  assert.match(words(main('empty')), /There is no case yet/);
});
