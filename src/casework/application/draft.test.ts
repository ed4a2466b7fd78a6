import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import {
  criteriaReliedOn,
  documentsAsked,
  draftFrom,
  emptyDraft,
  factsClaimed,
  missing,
  nextPage,
  previousPage,
  summary,
  supervisorsOf,
  withPage,
} from './draft.ts';
import { type Draft, type FormRules, formPages, pageOf, pagesFor } from './form-pages.ts';

const on = date('2026-06-30');
function rulesOf(id: string): FormRules {
  const program = programOf(id);
  assert.ok(program !== undefined);
  return rulesInForce(program, on);
}
const care = rulesOf('larkspur-care');
const navigator = rulesOf('larkspur-navigator');
const idsFor = (rules: FormRules, draft: Draft): string[] =>
  pagesFor(rules, draft).map(({ id }) => id);

const employer = {
  employer: 'Mercy Hospital',
  started: '2021-03',
  'supervisor-name': 'Grace Hopper',
  'supervisor-email': 'grace@example.org',
  another: 'no',
};
const complete: Draft = {
  answers: {
    'your-name': { 'full-name': 'Ada Lovelace' },
    'choose-license': { chosen: ['license'] },
    license: {
      field: 'nursing',
      independent: 'yes',
      status: 'active',
    },
    'license-2': { expires: '2028-02-29', place: 'us' },
    'license-3': { issuer: 'State board', number: '0012-7' },
    'choose-supervised-by-holder': { chosen: ['supervised-by-other'] },
    'supervised-by-other': { months: '30', 'case-management': 'yes' },
    character: { agreed: 'yes', record: 'none' },
    employer,
  },
};
const licensed = [{ supports: 'license' }];

test('every program gets a form whose pages and fields have ids that can stand in an address', () => {
  for (const program of programs) {
    const rules = rulesInForce(program, on);
    const pages = formPages(rules);
    assert.equal(new Set(pages.map(({ id }) => id)).size, pages.length, program.id);
    for (const page of pages) {
      assert.match(page.id, /^[a-z0-9-]+$/);
      const fields = page.fields.map(({ id }) => id);
      assert.equal(new Set(fields).size, fields.length, page.id);
      assert.ok(fields.length > 0, page.id);
      assert.equal(pageOf(rules, page.id)?.id, page.id);
    }
    assert.equal(pages[0]?.id, 'your-name');
    assert.equal(pages.at(-1)?.id, 'check-your-answers');
  }
});

test('every criterion of every program says what shows it', () => {
  for (const program of programs) {
    for (const { id, evidence } of rulesInForce(program, on).criteria) {
      assert.notEqual(evidence, undefined, `${program.id} ${id}`);
    }
  }
});

test('a page is asked only where the candidate relies on it', () => {
  assert.deepEqual(idsFor(care, emptyDraft), [
    'your-name',
    'choose-license',
    'choose-supervised-by-holder',
    'character',
    'check-your-answers',
  ]);
  assert.deepEqual(idsFor(care, complete), [
    'your-name',
    'choose-license',
    'license',
    'license-2',
    'license-3',
    'choose-supervised-by-holder',
    'supervised-by-other',
    'character',
    'employer',
    'check-your-answers',
  ]);
  assert.deepEqual(criteriaReliedOn(care, complete), [
    'license',
    'supervised-by-other',
    'character',
  ]);
});

test('where at least two are needed, two must be chosen', () => {
  const one = withPage(emptyDraft, 'choose-training', { chosen: ['training'] });
  const told = missing(navigator, one, [], on).filter(({ page }) => page === 'choose-training');
  assert.match(told[0]?.message ?? '', /at least 2/);
  const two = withPage(emptyDraft, 'choose-training', { chosen: ['training', 'practice'] });
  assert.deepEqual(criteriaReliedOn(navigator, two), ['training', 'practice', 'code']);
});

test('rules without a choice ask everything once, and employers once however many criteria rest on work', () => {
  const work = rulesOf('larkspur-work');
  const ids = idsFor(work, emptyDraft);
  assert.deepEqual(ids.slice(2, 6), ['employed-now', 'hours', 'domains', 'code']);
  assert.equal(ids.filter((id) => id.startsWith('employer')).length, 1);
  const draft = withPage(emptyDraft, 'employer', employer);
  assert.deepEqual(supervisorsOf(work, draft)[0]?.supports, ['employed-now', 'hours', 'domains']);
});

test('a choice inside a choice opens only with the way that leads to it', () => {
  const of = (...ids: string[]) =>
    ids.map((criterion) => ({ kind: 'criterion' as const, criterion }));
  const nested: FormRules = {
    criteria: care.criteria,
    pathway: {
      kind: 'any',
      of: [
        { kind: 'all', of: [{ kind: 'any', of: of('license', 'degree') }, ...of('character')] },
        ...of('certification'),
      ],
    },
  };
  assert.deepEqual(idsFor(nested, emptyDraft), [
    'your-name',
    'choose-license',
    'check-your-answers',
  ]);
  const outer = withPage(emptyDraft, 'choose-license', { chosen: ['license+degree+character'] });
  assert.deepEqual(idsFor(nested, outer).slice(2, 4), ['choose-license-2', 'character']);
  const inner = withPage(outer, 'choose-license-2', { chosen: ['degree'] });
  assert.deepEqual(criteriaReliedOn(nested, inner), ['degree', 'character']);
});

test('the way forward and back skips what does not apply, and a stale page leads to the first', () => {
  assert.equal(nextPage(care, complete, 'choose-license')?.id, 'license');
  assert.equal(previousPage(care, complete, 'choose-supervised-by-holder')?.id, 'license-3');
  assert.equal(previousPage(care, complete, 'your-name'), undefined);
  assert.equal(nextPage(care, complete, 'check-your-answers'), undefined);
  assert.equal(nextPage(care, emptyDraft, 'license')?.id, 'your-name');
});

test('a complete application misses nothing; each gap is told with its page', () => {
  assert.deepEqual(missing(care, complete, licensed, on), []);
  assert.deepEqual(
    missing(care, complete, [], on).map(({ page, field }) => [page, field]),
    [['license-3', undefined]],
  );
  const gaps = missing(care, withPage(complete, 'license', { status: 'active' }), licensed, on);
  assert.deepEqual(
    gaps.map(({ field }) => field),
    ['field', 'independent'],
  );
});

test('no page of a criterion asks for more than a small group, and its papers come with the last', () => {
  for (const program of programs) {
    for (const page of formPages(rulesInForce(program, on)).filter((one) => one.criterion)) {
      assert.ok(page.fields.length <= 4, `${program.id} ${page.id}`);
    }
  }
  const pages = formPages(care).filter(({ criterion }) => criterion === 'license');
  assert.deepEqual(
    pages.map(({ fields, documents }) => [fields.length, documents.length]),
    [
      [3, 0],
      [2, 0],
      [2, 1],
    ],
  );
});

test('answers kept when a criterion was one page are still read, and claim the same', () => {
  const { license, 'license-2': second, 'license-3': third, ...others } = complete.answers;
  const earlier: Draft = { answers: { ...others, license: { ...license, ...second, ...third } } };
  assert.deepEqual(missing(care, earlier, licensed, on), []);
  assert.deepEqual(factsClaimed(care, earlier, on), factsClaimed(care, complete, on));
});

test('a saved mistake keeps the application from being filed', () => {
  const wrong = withPage(complete, 'supervised-by-other', {
    months: 'twelve',
    'case-management': 'yes',
  });
  assert.match(missing(care, wrong, licensed, on)[0]?.message ?? '', /digits only/);
  assert.deepEqual(
    [...(factsClaimed(care, wrong, on).get('supervised-by-other') ?? [])],
    [['case-management', 'yes']],
  );
});

test('what is claimed are facts of the criteria relied on, and nothing that says who it is', () => {
  const changed = withPage(complete, 'degree', { level: 'master' });
  const claimed = factsClaimed(care, changed, on);
  assert.deepEqual([...claimed.keys()], ['license', 'supervised-by-other', 'character']);
  assert.deepEqual(Object.fromEntries(claimed.get('license') ?? []), {
    field: 'nursing',
    independent: 'yes',
    status: 'active',
    expires: '2028-02-29',
    place: 'us',
  });
});

test('papers are asked for where something other than work or a word shows the criterion', () => {
  assert.deepEqual(
    documentsAsked(care, complete).map(({ supports, required }) => [supports, required]),
    [
      ['license', true],
      ['supervised-by-other', false],
    ],
  );
});

test('each supervisor is asked once, up to three employers', () => {
  const second = { ...employer, employer: 'City Clinic', another: 'yes' };
  const draft: Draft = {
    answers: {
      ...complete.answers,
      employer: { ...employer, another: 'yes' },
      'employer-2': second,
      'employer-3': { ...employer, 'supervisor-email': 'alan@example.org' },
      'employer-4': { ...employer, 'supervisor-email': 'nobody@example.org' },
    },
  };
  assert.deepEqual(
    supervisorsOf(care, draft).map(({ email, employer: place }) => [email, place]),
    [
      ['grace@example.org', 'Mercy Hospital'],
      ['alan@example.org', 'Mercy Hospital'],
    ],
  );
  assert.equal(supervisorsOf(care, withPage(draft, 'employer', employer)).length, 1);
  assert.deepEqual(supervisorsOf(care, emptyDraft), []);
});

test('the last look shows every answer in words, and where to change it', () => {
  const sections = summary(care, complete);
  assert.deepEqual(
    sections.map(({ page }) => page),
    idsFor(care, complete).slice(0, -1),
  );
  const license = sections
    .filter(({ page }) => page.startsWith('license'))
    .flatMap(({ rows }) => rows);
  const words = Object.fromEntries(license.map(({ field, value }) => [field, value]));
  assert.equal(words['expires'], 'February 29, 2028');
  assert.equal(words['independent'], 'Yes');
  assert.equal(words['number'], '0012-7');
  const work = sections.find(({ page }) => page === 'employer')?.rows ?? [];
  assert.deepEqual(
    work.slice(1, 3).map(({ value }) => value),
    ['March 2021', ''],
  );
});

test('an unreadable date is shown as it was typed', () => {
  const draft = withPage(complete, 'license-2', {
    'expires-month': '2',
    'expires-day': '30',
    'expires-year': '2028',
  });
  const rows = summary(care, draft).find(({ page }) => page === 'license-2')?.rows ?? [];
  assert.equal(rows.find(({ field }) => field === 'expires')?.value, '2 30 2028');
});

test('a draft comes back from storage as it went, and what is not a draft is left out', () => {
  assert.deepEqual(draftFrom(JSON.parse(JSON.stringify(complete))), complete);
  for (const strange of [null, 7, 'x', [], {}, { answers: null }, { answers: [1] }]) {
    const draft = draftFrom(strange);
    assert.deepEqual(idsFor(care, draft), idsFor(care, emptyDraft));
  }
  assert.deepEqual(draftFrom({ answers: { a: { b: 1, c: ['x', 2], d: 'e' } } }), {
    answers: { a: { c: ['x'], d: 'e' } },
  });
});

test('a stored page named like a built-in does no harm', () => {
  const draft = draftFrom(JSON.parse('{"answers":{"__proto__":{"chosen":"license"}}}'));
  assert.deepEqual(idsFor(care, draft), idsFor(care, emptyDraft));
});
