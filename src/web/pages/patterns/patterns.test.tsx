import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

describe('patterns in complaints', () => {
  test('say what is named most often, and never the group that names nothing', () => {
    const titles = named(main('patterns'), 'figcaption').map(words);
    assert.deepEqual(titles, [
      'Most often named: Race (52 complaints)',
      'Most often named: Hospital (102 complaints)',
    ]);
  });
  test('a year below eleven reads withheld, in the drawing and in the table', () => {
    const [figure] = named(main('patterns'), 'figure');
    assert.ok(figure !== undefined);
    assert.match(words(figure), /Race ?2024 ?18 ?2025 ?20 ?2026, so far ?withheld/);
    const [table] = named(figure, 'table');
    assert.ok(table !== undefined);
    const race = named(table, 'tr')
      .map(words)
      .find((row) => row.startsWith('Race'));
    assert.match(race ?? '', /18, 14 taken up ?20, 17 taken up ?withheld ?52, 41 taken up/);
  });
  test('broken promises are counted by step and side, and the latest stand under their labels', () => {
    const text = words(main('patterns'));
    assert.match(text, /44 broken promises/);
    const tables = named(main('patterns'), 'table');
    const latest = tables.at(-1);
    assert.ok(latest !== undefined);
    assert.equal(named(latest, 'tr').length, 31);
    assert.match(words(latest), /X-4K7QM20 ?the body/);
  });
  test('before the first release, only promises are told of', () => {
    const root = main('before-the-first-release');
    assert.equal(named(root, 'figure').length, 0);
    assert.match(words(root), /being worked out and proved.*No promise was broken\./);
  });
});
