import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  byId,
  description,
  named,
  parse,
  withClass,
  words,
} from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { fileLine } from './concern-view.ts';
import { examples } from './examples.tsx';

const root = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found, name);
  return parse(renderPage(found.element));
};

test('a page is in one language from its first word to its last, and says which', () => {
  for (const name of [
    'spanish',
    'mistakes-spanish',
    'sent-es',
    'conversation-spanish',
    'about-you',
  ]) {
    const page = root(name);
    assert.equal(named(page, 'html')[0]?.attributes['lang'], 'es-US', name);
    const text = words(named(page, 'body')[0]!);
    for (const english of [
      'Raise',
      'Skip to',
      'Sign in',
      'optional',
      'Error: ',
      'Month',
      'Choose one',
    ]) {
      const own = english === 'Error: ' ? text.replaceAll('Error: ', '') : text;
      assert.ok(!own.includes(english), `${name}: ${english}`);
    }
  }
  assert.equal(named(root('empty'), 'html')[0]?.attributes['lang'], 'en-US');
});

test('each language leads to the other, in words of that other', () => {
  const link = (name: string, href: string) =>
    named(root(name), 'a').find(({ attributes }) => attributes['href'] === href);
  assert.equal(link('empty', '/concern?lang=es')?.attributes['lang'], 'es');
  assert.equal(words(link('empty', '/concern?lang=es')!), 'Español');
  const back = named(root('spanish'), 'a').filter(
    ({ attributes }) => attributes['href'] === '/concern' && attributes['lang'] === 'en',
  );
  assert.deepEqual(back.map(words), ['English']);
});

test('only four answers are asked for; every other box says that it may stay empty', () => {
  const page = root('empty');
  for (const id of ['who', 'hope', 'name', 'contact', 'setting', 'program', 'files']) {
    assert.match(accessibleName(page, byId(page, id)), /\(optional\)/, id);
  }
  for (const id of ['account', 'passphrase']) {
    assert.doesNotMatch(accessibleName(page, byId(page, id)), /optional/, id);
  }
});

test('with mistakes nothing typed is lost, and each message stands twice: in the summary and at its field', () => {
  const page = root('mistakes');
  assert.equal(words(byId(page, 'account')), 'No.');
  assert.equal(byId(page, 'contact').attributes['value'], 'ada@');
  assert.match(description(page, byId(page, 'account')), /Error: What happened: write a sentence/);
  const summary = named(withClass(page, 'error-summary')[0]!, 'a');
  assert.equal(summary.length, 8);
  for (const { attributes } of summary) {
    assert.ok(byId(page, (attributes['href'] ?? '#').slice(1)), attributes['href']);
  }
});

test('no promise of silence is asked, and the limits of anonymity are said before sending', () => {
  const text = words(root('empty'));
  assert.match(text, /no promise of silence/);
  assert.match(text, /no public sanction can rest on anonymous words alone/);
  assert.match(text, /ask you something only here, behind your receipt code/);
});

test('the page works without a script and loads nothing from elsewhere', () => {
  for (const { name, element } of examples) {
    const html = renderPage(element);
    assert.doesNotMatch(html, /<script|<iframe|<img/, name);
    assert.doesNotMatch(html, /(?:src|href|action)="(?:https?:)?\/\//, name);
  }
});

test('what has come of it is shown only where something has', () => {
  assert.match(
    words(root('conversation-screened-out')),
    /What has come of it.*It became a complaint/,
  );
  assert.doesNotMatch(words(root('conversation')), /What has come of it/);
  assert.doesNotMatch(words(root('conversation-spanish')), /Qué ha resultado/);
});

test('a file is called by number, kind and size', () => {
  const file = { place: 3, mediaType: 'image/png', bytes: 1 };
  assert.equal(fileLine('en', file), 'File 3 (PNG, 1 kB)');
  assert.equal(fileLine('es', { ...file, bytes: 2_449_000 }), 'Archivo 3 (PNG, 2.4 MB)');
  assert.equal(fileLine('en', { ...file, bytes: 999_600 }), 'File 3 (PNG, 1000 kB)');
});
