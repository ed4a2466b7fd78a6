import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, parse, type Tag, withClass, words } from '../../../../tests/look/markup.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../../../program/catalog/catalog.ts';
import { codeOf } from '../../../program/catalog/codes.ts';
import { provisionsOf } from '../../../program/definition/code-of-conduct.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { ChangesPage } from './changes-page.tsx';
import { changesView } from './changes-view.ts';
import { CodePage } from './code-page.tsx';
import { codeView, versionNamed } from './code-view.ts';

function asked(id: string, name = '', today = '2027-01-12') {
  const [program, code] = [programOf(id), codeOf(id)];
  assert.ok(program && code);
  const version = versionNamed(code, name, date(today));
  assert.ok(version);
  return { program, code, version, today: date(today) };
}
function pageOf(id: string, name = '', day = '2027-01-12'): Tag {
  const { program, code, version, today } = asked(id, name, day);
  const view = codeView(program, code, version, today);
  return parse(renderPage(<CodePage frame={guestFrame} code={view} />));
}
const section = (root: Tag, id: string): Tag => {
  const found = named(root, 'section').find((tag) => tag.attributes['aria-labelledby'] === id);
  assert.ok(found, id);
  return found;
};

test('every provision of every code has an address of its own on the page', () => {
  for (const { id } of programs) {
    const root = pageOf(id);
    for (const { provision } of provisionsOf(asked(id).version)) {
      assert.ok(words(byId(root, provision.number)).includes(provision.number), provision.number);
    }
  }
});

test('what is advice and what binds is said in plain words, and what nobody knows is not claimed', () => {
  const root = pageOf('ccm');
  assert.match(words(section(root, 'principles')), /Advice\. .*nobody is sanctioned/);
  assert.match(words(section(root, 'rules')), /Binding\. .*A sanction can follow/);
  assert.match(words(section(root, 'preamble')), /Not known whether it binds/);
});

test('the page says whose words these are before any of them, with the notice of the program', () => {
  for (const program of programs) {
    const text = words(pageOf(program.id));
    assert.ok(text.includes(program.notice), program.id);
    const owned = asked(program.id).code.texts === 'owned';
    assert.equal(/The text of this code belongs to the Commission/.test(text), owned, program.id);
    assert.equal(
      text.includes('Title and text are supplied by the body'),
      program.id.match(/ccm|care/) !== null,
    );
  }
});

test('a title read elsewhere carries its remark, one nobody saw is left to the body', () => {
  const standards = words(section(pageOf('ccm'), 'standards'));
  assert.match(standards, /S3 ?Competence \(from a third party\)/);
  assert.match(standards, /3\. Title supplied by the body/);
  assert.match(standards, /26 provisions\./);
});

test('the owner’s mark and title stand on the owner’s page only', () => {
  assert.match(words(pageOf('ccm')), /Use of CCM designation/);
  const care = pageOf('larkspur-care');
  assert.match(words(byId(care, 'S6')), /Use of the designation/);
  assert.doesNotMatch(words(care), /Use of CCM|Code of Professional Conduct for Case Managers/);
  assert.match(words(withClass(pageOf('larkspur-navigator'), 'code-title')[0]!), /Larkspur Code/);
});

test('an earlier and a later version say so; without a name the version of today is shown', () => {
  assert.match(words(pageOf('larkspur-navigator')), /In force since January 1, 2026/);
  assert.match(words(pageOf('larkspur-navigator', '2023')), /An earlier version, in force from/);
  assert.match(
    words(pageOf('larkspur-navigator', '2026', '2025-05-01')),
    /A later version, in force/,
  );
  assert.match(
    words(byId(pageOf('larkspur-navigator', '', '2025-05-01'), 'R12')),
    /Use of the title/,
  );
  const { code } = asked('larkspur-navigator');
  assert.equal(versionNamed(code, '2019', date('2027-01-12')), undefined);
});

test('only a code with two versions offers to compare them', () => {
  const offers = (id: string) =>
    named(pageOf(id), 'a').some(({ attributes }) => attributes['href']?.endsWith('/code/changes'));
  assert.ok(offers('larkspur-navigator'));
  assert.ok(!offers('ccm'));
});

test('what changed stands side by side, and what did not is listed after it', () => {
  const { program, code } = asked('larkspur-navigator');
  const [before, after] = code.versions;
  assert.ok(before && after);
  const view = changesView(program, code, before, after);
  const root = parse(renderPage(<ChangesPage frame={guestFrame} changes={view} />));
  const rows = named(root, 'tr').map(words);
  assert.ok(
    rows.some((row) =>
      /^New number, new title ?R12 Use of the title ?R14 Use of the designation$/.test(row),
    ),
    rows.join('\n'),
  );
  assert.ok(rows.some((row) => /^Added ?Not in this version ?R24 No retaliation/.test(row)));
  assert.match(words(root), /5 added, 0 removed, 13 changed, 26 unchanged\./);
  assert.equal(view.lines.length + view.unchanged.length, provisionsOf(after).length);
  const same = changesView(program, code, after, after);
  const still = parse(renderPage(<ChangesPage frame={guestFrame} changes={same} />));
  assert.match(words(still), /Nothing has changed between these versions/);
});
