import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, parse, type Tag, words } from '../../../../tests/look/markup.ts';
import {
  APPEAL_RULES,
  DECISION_KINDS,
  NO_APPEAL_CHANGES,
  NOT_APPEALABLE,
} from '../../../casework/appeal/appeal-rules.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { programs } from '../../../program/catalog/catalog.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { en } from '../../words/en.ts';
import { examples as accommodation } from '../accommodation/examples.tsx';
import { examples as apply } from '../apply/examples.tsx';
import { examples as exam } from '../exam/examples.tsx';
import { examples as program } from '../programs/examples.tsx';
import { AppealsPage } from './appeals-page.tsx';
import { appealsView } from './appeals-view.ts';

const own = programs.filter(({ realMark }) => !realMark);
const pageOf = (of: typeof programs): Tag =>
  parse(renderPage(<AppealsPage frame={guestFrame} kinds={appealsView(of, date('2026-11-30'))} />));
const page = pageOf(own);
const section = (id: string): string => {
  const found = named(page, 'section').find((tag) => tag.attributes['aria-labelledby'] === id);
  assert.ok(found, id);
  return words(found);
};

test('every kind of decision has a part of its own, reached from the top, with all of its rules', () => {
  const links = new Set(named(page, 'a').map(({ attributes }) => attributes['href']));
  for (const kind of DECISION_KINDS) {
    const { title, grounds, heardBy, canChange, cannotChange } = APPEAL_RULES[kind];
    assert.ok(links.has(`#${kind}`), kind);
    assert.equal(words(byId(page, kind)), title);
    const text = section(kind);
    for (const line of [
      ...grounds.flatMap((ground) => [ground.title, ground.rule]),
      heardBy,
      ...canChange,
      ...cannotChange,
    ]) {
      assert.ok(text.includes(line), line);
    }
  }
});

test('each ground says what it leads to', () => {
  assert.match(section('eligibility'), /The decision turns\./);
  assert.match(section('exam-result'), /The result no longer counts, and you may take the exam/);
  assert.match(section('conduct'), /Another panel hears it again, or the decision turns\./);
});

test('how long there is stands with each kind, program by program where they differ', () => {
  assert.match(
    section('eligibility'),
    /45 days from the day of the decision: Larkspur Health Navigator\. Set by the Larkspur Board/,
  );
  assert.match(section('eligibility'), /30 days from the day of the decision: Larkspur Care/);
  assert.match(section('exam-result'), /30 days from the day of the decision, in every program/);
  assert.match(words(pageOf([])), /Each program sets it/);
});

test('what cannot be appealed stands first, each with the reason and another way', () => {
  const text = section('cannot');
  for (const { what, why, instead } of NOT_APPEALABLE) {
    assert.ok(text.includes(what) && text.includes(why) && text.includes(instead), what);
  }
  const whole = words(page);
  assert.ok(NO_APPEAL_CHANGES.every((line) => whole.includes(line)));
  assert.ok(
    whole.indexOf(en.appeals.cannotLead) < whole.indexOf(APPEAL_RULES.eligibility.decision),
  );
});

test('where no decision of a kind is made yet, the page says so', () => {
  for (const kind of DECISION_KINDS) {
    assert.equal(section(kind).includes(en.appeals.notMade), !APPEAL_RULES[kind].made, kind);
  }
});

test('every page that comes before a decision says it before its button', () => {
  const before = (examples: readonly Example[], address: string, button: string): boolean =>
    examples.some(({ element }) => {
      const html = renderPage(element);
      const [line, pressed] = [html.indexOf(`href="${address}"`), html.lastIndexOf(button)];
      return line > 0 && line < pressed;
    });
  assert.ok(before(apply, '/appeals#eligibility', en.apply.check.button));
  assert.ok(before(accommodation, '/appeals#accommodation', '<button'));
  assert.ok(before(exam, '/appeals#exam-irregularity', '<button'));
  assert.ok(before(program, '/appeals', '</main>'));
});
