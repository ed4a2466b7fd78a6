import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { all, byId, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { routes } from '../../../contract/routes/routes.ts';
import { candidateFrame, guestFrame } from './examples.tsx';
import { fontFiles } from './font-files.ts';
import { currentPlace, placesOf, publicPlaces } from './navigation.ts';
import { PageFrame } from './page-frame.tsx';
import { renderPage } from './render-page.ts';

const page = (props: Partial<Parameters<typeof PageFrame>[0]>) =>
  parse(
    renderPage(
      <PageFrame frame={guestFrame} title="Programs" {...props}>
        <h1>Programs</h1>
      </PageFrame>,
    ),
  );

test('a page is a whole document, in its language, with a title that names the site', () => {
  const text = renderPage(
    <PageFrame frame={guestFrame} title="Programs">
      <h1>Programs</h1>
    </PageFrame>,
  );
  assert.ok(text.startsWith('<!doctype html><html lang="en-US"'));
  assert.equal(words(only(parse(text), 'title')), 'Programs | Evenhand');
});

test('the first link leads past the header to the one main text', () => {
  const root = page({});
  const [first] = named(root, 'a');
  assert.equal(first?.attributes['href'], '#main');
  assert.equal(byId(root, 'main').name, 'main');
  assert.equal(byId(root, 'main').attributes['tabindex'], '-1');
});

test('a form with mistakes says so in the title of the window', () => {
  assert.equal(words(only(page({ mistakes: 2 }), 'title')), 'Error: Programs | Evenhand');
});

test('the banner is there for the invented body and only there', () => {
  assert.match(words(page({})), /This body and its people are invented\./);
  const real = page({ frame: { ...guestFrame, demonstration: false } });
  assert.doesNotMatch(words(real), /invented/);
});

test('the two bars of the mark are exactly equal', () => {
  const [one, other] = named(page({}), 'rect').map((bar) => bar.attributes);
  assert.equal(one?.['width'], other?.['width']);
  assert.equal(one?.['height'], other?.['height']);
});

test('a guest may sign in; a signed-in person sees their name and may sign out by a form', () => {
  assert.match(words(page({})), /Sign in/);
  const root = page({ frame: candidateFrame });
  assert.match(words(root), /Nguyễn Thị Minh Khai/);
  const form = only(root, 'form');
  assert.equal(form.attributes['method'], 'post');
  assert.equal(form.attributes['action'], '/sign-out');
  assert.equal(
    all(form, (tag) => tag.attributes['name'] === 'form-token')[0]?.attributes['value'],
    candidateFrame.formToken,
  );
});

test('each navigation has its own name, and the current place is marked in it', () => {
  const root = page({ frame: { ...candidateFrame, path: '/my/a1/step/2' } });
  const names = named(root, 'nav').map((nav) => nav.attributes['aria-label']);
  assert.equal(new Set(names).size, names.length);
  const marked = all(root, (tag) => tag.attributes['aria-current'] === 'page');
  assert.deepEqual(marked.map(words), ['Your applications']);
});

test('the places lie in one menu that says what it is in the language of the page', () => {
  for (const [language, word] of [
    ['en', 'Menu'],
    ['es', 'Menú'],
  ] as const) {
    const menu = only(page({ frame: candidateFrame, language }), 'details');
    assert.equal(words(only(menu, 'summary')), word);
    assert.equal(named(menu, 'nav').length, 2);
    assert.ok(!('open' in menu.attributes), 'what was asked for comes first');
  }
});

test('the current place is the longest address that the page starts with', () => {
  assert.equal(currentPlace('/', publicPlaces), '/');
  assert.equal(currentPlace('/programs/ccm', publicPlaces), '/programs');
  assert.equal(currentPlace('/programs-of-others', publicPlaces), undefined);
  assert.equal(currentPlace('/my/about-you', placesOf.candidate), '/my/about-you');
});

test('no desk is sent to a place that the contract of addresses does not open to it', () => {
  for (const [role, places] of Object.entries(placesOf)) {
    for (const { href } of places) {
      const route = routes.find(({ method, path }) => method === 'GET' && path === href);
      assert.ok(route, `${href} is an address`);
      const who: unknown = route.who;
      const open = Array.isArray(who) ? who.includes(role) : who === 'signed-in';
      assert.ok(open, `${href} is open to ${role}`);
    }
  }
});

test('the exam is quiet: no navigation, no footer, and it carries the chosen size and contrast', () => {
  const root = page({
    quiet: true,
    frame: { ...candidateFrame, display: { size: 'largest', contrast: 'more', theme: 'dark' } },
  });
  assert.equal(named(root, 'nav').length, 0);
  assert.equal(named(root, 'footer').length, 0);
  const {
    'data-size': size,
    'data-contrast': contrast,
    'data-theme': theme,
  } = only(root, 'html').attributes;
  assert.deepEqual([size, contrast, theme], ['largest', 'more', 'dark']);
});

test('only a page that asks for a script has one', () => {
  assert.equal(named(page({}), 'script').length, 0);
  const [script] = named(page({ scripts: ['/assets/verify.js'] }), 'script');
  assert.deepEqual(script?.attributes, { type: 'module', src: '/assets/verify.js' });
});

test('an unlisted page asks search engines to stay away', () => {
  const robots = all(page({ unlisted: true }), (tag) => tag.attributes['name'] === 'robots');
  assert.equal(robots[0]?.attributes['content'], 'noindex, nofollow');
});

test('the fonts named in the style are the fonts the server is told to serve, and they exist', () => {
  const css = readFileSync('src/web/parts/page-frame/fonts.css', 'utf8');
  const inStyle = [...css.matchAll(/\/assets\/fonts\/([^"]+\.woff2)"/g)].map(([, file]) => file);
  assert.deepEqual(new Set(inStyle), new Set(fontFiles.map(({ file }) => file)));
  for (const { family, file } of fontFiles)
    assert.ok(existsSync(`node_modules/@fontsource/${family}/files/${file}`), file);
});

test('whoever is signed in reads on every page how long a form may take; a guest has nothing to lose', () => {
  const root = page({ frame: candidateFrame });
  assert.match(
    words(only(root, 'footer')),
    /signed in for 60 minutes .* nothing you typed is lost/,
  );
  assert.doesNotMatch(words(only(page({}), 'footer')), /signed in/);
});
