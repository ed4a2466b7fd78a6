import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, byId, named, parse, withClass, words } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { CredentialPage } from './credential-page.tsx';
import { exampleCard } from './examples.tsx';

const page = (demonstration: boolean) =>
  parse(
    renderPage(
      <CredentialPage
        frame={guestFrame}
        card={{ ...exampleCard, demonstration, number: undefined }}
        status={{ label: 'Revoked on March 3, 2027', tone: 'stopped' }}
        downloadAt="/c/x/credential.json"
        fileName="x.json"
        scripts={[]}
      />,
    ),
  );

test('a demonstration credential says so on the card itself, and a real one does not', () => {
  assert.match(
    words(withClass(page(true), 'credential-card')[0]!),
    /^Demonstration Not a real credential/,
  );
  assert.equal(withClass(page(false), 'credential-demonstration').length, 0);
});

test('the status stands before the card, in words', () => {
  assert.match(words(page(true)), /Status today: Revoked on March 3, 2027 ?Demonstration/);
});

test('what was not signed is not shown', () => {
  assert.ok(!named(page(true), 'dt').map(words).includes('Number'));
});

test('the page is kept out of search engines and offers the file itself', () => {
  const root = page(true);
  assert.equal(all(root, (tag) => tag.attributes['content'] === 'noindex, nofollow').length, 1);
  const [download] = all(root, (tag) => 'download' in tag.attributes);
  assert.equal(download?.attributes['href'], '/c/x/credential.json');
  assert.equal(byId(root, 'verdict').attributes['data-credential'], '/c/x/credential.json');
});
