import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, parse, words } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { AccessibilityPage, PrivacyPage } from './statement-page.tsx';

for (const [name, Page] of [
  ['accessibility', AccessibilityPage],
  ['privacy', PrivacyPage],
] as const) {
  test(`the statement on ${name} ends with a way to reach somebody`, () => {
    const main = only(parse(renderPage(<Page frame={guestFrame} />)), 'main');
    assert.ok(named(main, 'a').some((link) => link.attributes['href'] === '/concern'));
  });
}

test('the statement on accessibility admits what has not been tested', () => {
  const said = words(parse(renderPage(<AccessibilityPage frame={guestFrame} />)));
  assert.match(said, /What has not been done yet/);
});
