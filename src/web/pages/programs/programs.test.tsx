import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, parse, type Tag, withClass, words } from '../../../../tests/look/markup.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../../../program/catalog/catalog.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { ProgramPage } from './program-page.tsx';
import { programEntry, programView } from './program-view.ts';
import { ProgramsPage } from './programs-page.tsx';
import { offsetInWords, yearlyInWords } from './rule-words.ts';

const pageOf = (id: string, today = '2027-01-12', authorized = false): Tag => {
  const program = programOf(id);
  assert.ok(program, `${id} is in the catalog`);
  return parse(
    renderPage(
      <ProgramPage frame={guestFrame} program={programView(program, authorized, date(today))} />,
    ),
  );
};
const section = (root: Tag, id: string): Tag =>
  named(root, 'section').find((tag) => tag.attributes['aria-labelledby'] === id)!;

test('every page that names a program carries its notice', () => {
  for (const { id, notice } of programs) assert.ok(words(pageOf(id)).includes(notice), id);
  assert.match(words(pageOf('ccm')), /Not affiliated with or endorsed by the Commission/);
});

test('under a real mark nobody can apply here until its owner has agreed', () => {
  const links = (root: Tag) => named(root, 'a').map((link) => link.attributes['href']);
  assert.ok(!links(pageOf('ccm')).includes('/apply/ccm'));
  assert.ok(links(pageOf('ccm', '2027-01-12', true)).includes('/apply/ccm'));
  assert.ok(links(pageOf('larkspur-care')).includes('/apply/larkspur-care'));
});

test('dates come from rules: the last day of February is right in a leap year too', () => {
  const dates = (today: string) => words(section(pageOf('ccm', today), 'dates'));
  assert.match(dates('2027-01-12'), /February 28, 2027/);
  assert.match(dates('2028-01-12'), /February 29, 2028/);
  assert.match(dates('2027-01-12'), /April 1 to April 30, 2027/);
});

test('what nobody set is called so, what was worked out or read elsewhere carries a remark', () => {
  const exam = words(section(pageOf('cdms'), 'exam'));
  assert.match(exam, /Time ?not set by the Commission/);
  assert.match(exam, /150 \(from a third party\)/);
  assert.match(exam, /25 \(inferred\)/);
});

test('fees are in dollars and say what happens on withdrawal', () => {
  const fees = named(section(pageOf('ccm'), 'fees'), 'tr').map(words);
  assert.ok(fees.includes('Application$235Not refunded'), fees.join(' | '));
});

test('a program of another shape fits the same page: open all year, two of three, two parts', () => {
  const root = pageOf('larkspur-navigator');
  assert.match(words(root), /You can apply on any day of the year\./);
  assert.match(words(section(root, 'eligibility')), /At least 2 of these:/);
  assert.match(words(section(root, 'exam')), /Each part is passed on its own/);
  assert.match(words(section(root, 'renewal')), /The anniversary of the award/);
});

test('the owner’s title of the code stands on the owner’s own page only', () => {
  assert.match(words(section(pageOf('cdms'), 'code')), /The CDMS Code of Professional Conduct/);
  assert.doesNotMatch(words(pageOf('larkspur-work')), /The CDMS Code of Professional Conduct/);
});

test('what can be applied for here and what is shown for reading stand apart', () => {
  const entries = programs.map((program) => programEntry(program, false, date('2027-01-12')));
  const root = parse(renderPage(<ProgramsPage frame={guestFrame} programs={entries} />));
  const names = (id: string) => withClass(section(root, id), 'program-designation').map(words);
  assert.deepEqual(names('offered'), ['LCC', 'LWS', 'LHN']);
  assert.deepEqual(names('shown'), ['CCM', 'CDMS']);
  assert.match(words(section(root, 'shown')), /By these rules: applications are open until/);
});

test('every section of the page can be reached from its list of contents', () => {
  const root = pageOf('ccm');
  for (const link of named(withClass(root, 'contents')[0]!, 'a'))
    byId(root, (link.attributes['href'] ?? '').slice(1));
});

test('rules about days are said in words', () => {
  assert.equal(yearlyInWords({ kind: 'last-day-of-month', month: 2 }), 'last day of February');
  assert.equal(yearlyInWords({ kind: 'day-of-month', month: 11, day: 1 }), 'November 1');
  assert.equal(
    yearlyInWords({ kind: 'weekday-on-or-after', month: 3, day: 9, weekday: 6 }),
    'first Saturday on or after March 9',
  );
  assert.equal(offsetInWords({ kind: 'business-days-after', days: 15 }), '15 business days');
  assert.equal(offsetInWords({ kind: 'months-after', months: 1 }), '1 month');
});
