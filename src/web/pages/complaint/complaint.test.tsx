import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byId, description, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};
const hrefs = (name: string): readonly string[] =>
  named(main(name), 'a').map(({ attributes }) => attributes['href'] ?? '');

describe('the page of a complaint', () => {
  test('opens with the nearest promise, late in words, and then what can be done now', () => {
    const text = words(main('middle'));
    assert.match(
      text,
      /^Complaint X-4K7QM2X ?Promised by Friday, July 30, 2027 12 days overdue ?Hearing, to the respondent/,
    );
    assert.ok(text.indexOf('What you can do now') < text.indexOf('Promises to each side'));
    assert.match(text, /Not yet: Close the investigation\. The respondent has not been shown/);
  });

  test('leads to each act at its own address, and to no other', () => {
    const acts = hrefs('fresh').filter((href) => /\/complaints\/1\/[a-z-]+$/.test(href));
    assert.deepEqual(
      acts.map((href) => href.split('/').at(-1)),
      ['screen', 'add-evidence', 'stay', 'end', 'extend', 'names'],
    );
  });

  test('says where it stands for a screen reader too, and every part it lists is there', () => {
    const root = main('middle');
    const steps = named(root, 'li').filter(
      ({ attributes }) => attributes['aria-current'] === 'step',
    );
    assert.deepEqual(steps.map(words), ['Hearingnow']);
    for (const href of hrefs('middle').filter((one) => one.startsWith('#'))) {
      byId(root, href.slice(1));
    }
  });

  test('shows what people wrote beside what stands on the record', () => {
    const text = words(main('middle'));
    assert.match(text, /I, María Ruiz, never met 李雷/);
    assert.match(text, /I, \[the respondent\], never met \[witness 1\]/);
  });

  test('shows of a file what it is, and links to the copy only where there is one', () => {
    const files = hrefs('middle').filter((href) => href.includes('/files/'));
    assert.deepEqual(files, [
      '/desk/complaints/1/files/e1/original',
      '/desk/complaints/1/files/e1/copy',
      '/desk/complaints/1/files/e2/original',
    ]);
  });

  test('a mistake stands at its field, with what was typed', () => {
    const root = main('mistakes');
    assert.match(description(root, byId(root, 'why')), /let a colleague in first/);
    assert.match(words(byId(root, 'why')), /My neighbor\./);
  });
});

describe('asking for a name', () => {
  test('shows the name once, and offers it only after a consent', () => {
    const root = main('names-seen');
    assert.match(words(root), /The name.*محمد بن عبد الرحمن/);
    const actions = named(root, 'form').map(({ attributes }) => attributes['action']);
    assert.deepEqual(actions, ['/desk/complaints/1/names', '/desk/complaints/1/names/1']);
  });
});
