import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededIds } from '../../../tests/support/seeded-ids.ts';
import { draftFrom, factsClaimed, missing } from '../../casework/application/draft.ts';
import { balances } from '../../casework/fees/fees.ts';
import { stateOf } from '../../casework/matter/matter.ts';
import { stateOf as stateOfOpinion } from '../../casework/opinion/opinion.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import {
  addDays,
  addYears,
  type CivilDate,
  civilDateAt,
  date,
} from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { evaluate } from '../../program/pathway/evaluate.ts';
import type { BodyToLoad, MatterToLoad } from '../../workflow/ports/body-to-load.ts';
import { examPrograms } from '../items/demonstration-forms.ts';
import { inventedBody } from './invented-body.ts';

const today = date('2026-11-25');
const ZONE = 'America/New_York';
const bodyOn = (day: CivilDate, people?: number, seed = 'larkspur'): BodyToLoad =>
  inventedBody({
    seed,
    today: day,
    ids: seededIds('body'),
    ...(people === undefined ? {} : { people }),
  });
const body = bodyOn(today);
const events = (matter: MatterToLoad) => matter.events.map(({ event }) => event);
const statusOf = (matter: MatterToLoad) => stateOf(events(matter)).status;
const eligibility = body.matters.filter(({ row }) => row.kind === 'eligibility');

test('the same seed, day and ids give the same body, and another seed another', () => {
  const digest = (one: BodyToLoad): string =>
    sha256Hex(
      JSON.stringify({ ...one, answers: one.answers.map((row) => [...row.answers, row.person]) }),
    );
  const first = digest(bodyOn(today, 150));
  assert.equal(digest(bodyOn(today, 150)), first);
  assert.notEqual(digest(bodyOn(today, 150, 'another')), first);
});

test('three thousand people and three years, of which nothing lies ahead', () => {
  assert.equal(body.people.filter(({ email }) => /^candidate-\d/.test(email)).length, 3000);
  const from = addYears(addDays(today, -1), -3);
  for (const matter of body.matters) {
    for (const { event, at } of matter.events) {
      assert.ok(event.on < today && event.on >= from, `${event.on}`);
      assert.equal(civilDateAt(at, ZONE), event.on);
    }
    const times = matter.events.map(({ at }) => at);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
  }
  assert.ok(body.sittings.every(({ submittedAt }) => civilDateAt(submittedAt, ZONE) < today));
});

test('labels, addresses and ids stand once, and every program is applied to', () => {
  const once = (list: readonly string[]): boolean => new Set(list).size === list.length;
  assert.ok(once(body.matters.map(({ row }) => row.label)));
  assert.ok(once(body.people.map(({ email }) => email)));
  assert.ok(once([...body.people, ...body.money, ...body.sittings].map(({ id }) => id)));
  for (const program of examPrograms) {
    assert.ok(eligibility.filter(({ row }) => row.program === program).length > 300);
    assert.ok(body.sittings.filter((sitting) => sitting.program === program).length > 200);
  }
});

test('forms are filled in whole, and the facts recorded are those claimed', () => {
  for (const matter of eligibility.slice(0, 600)) {
    const rules = programOf(matter.row.program)?.rules.find(({ id }) => id === matter.row.rules);
    assert.ok(rules !== undefined);
    const draft = draftFrom(matter.claim);
    const left = missing(rules, draft, [], matter.row.openedOn);
    assert.deepEqual(
      left.filter(({ field }) => field !== undefined),
      [],
      matter.row.label,
    );
    const claimed = factsClaimed(rules, draft, matter.row.openedOn);
    const state = stateOf(events(matter));
    assert.ok(state.status !== 'not-opened');
    for (const { criterion, fact, value } of state.facts) {
      assert.equal(claimed.get(criterion)?.get(fact), value);
    }
  }
});

test('most decisions follow the facts, whoever decides', () => {
  const decided = eligibility.filter((matter) => statusOf(matter) === 'decided');
  const agreeing = decided.filter((matter) => {
    const rules = programOf(matter.row.program)?.rules.find(({ id }) => id === matter.row.rules);
    const state = stateOf(events(matter));
    if (rules === undefined || state.status !== 'decided') {
      return false;
    }
    const facts = new Map<string, Map<string, string>>();
    for (const { criterion, fact, value } of state.facts) {
      facts.set(criterion, (facts.get(criterion) ?? new Map()).set(fact, value));
    }
    return evaluate(rules, facts, matter.row.openedOn).met === (state.decision.outcome === 'met');
  });
  const share = agreeing.length / decided.length;
  assert.ok(share > 0.9 && share < 0.98, `${share}`);
});

test('on any day some matters are at each step, and a few are overdue', () => {
  for (const day of ['2026-02-10', '2026-06-20', '2026-11-25', '2028-02-29'].map(date)) {
    const { matters } = day === today ? body : bodyOn(day);
    const open = matters.filter((matter) =>
      ['recording', 'waiting', 'in-review'].includes(statusOf(matter)),
    );
    const steps = new Set(open.map(statusOf));
    assert.deepEqual(steps, new Set(['recording', 'waiting', 'in-review']), day);
    assert.ok(open.length >= 20 && open.length < 300, `${open.length} open on ${day}`);
    const overdue = open.filter(({ row }) => row.promisedBy < day);
    assert.equal(new Set(overdue.map(statusOf)).size, 3);
    assert.ok(overdue.length >= 8 && overdue.length < 60, `${overdue.length} overdue on ${day}`);
  }
});

test('appeals and accommodations are decided both ways, and deciders of appeals had no earlier part', () => {
  for (const kind of ['appeal', 'accommodation'] as const) {
    const outcomes = body.matters
      .filter(({ row }) => row.kind === kind)
      .map((matter) => stateOf(events(matter)))
      .map((state) => (state.status === 'decided' ? state.decision.outcome : state.status));
    assert.ok(outcomes.includes('met') && outcomes.includes('not-met'), kind);
  }
  const byId = new Map(body.matters.map((matter) => [matter.row.id, matter]));
  const appeals = body.matters.filter(({ row }) => row.appealOf !== undefined);
  const overturned = eligibility.filter((matter) =>
    events(matter).some(({ type }) => type === 'set-aside'),
  );
  assert.ok(overturned.length > 0);
  for (const appeal of appeals) {
    const refused = byId.get(appeal.row.appealOf ?? '');
    assert.ok(refused !== undefined);
    const aside = refused.events.findIndex(({ event }) => event.type === 'set-aside');
    const before = aside < 0 ? refused.events : refused.events.slice(0, aside);
    const involved = new Set(before.map(({ actor }) => actor));
    const hearing = appeal.events.filter(({ event }) => event.type !== 'opened');
    assert.ok(
      hearing.every(({ actor }) => !involved.has(actor)),
      appeal.row.label,
    );
  }
});

test('whoever sat an exam was found eligible before and owes nothing; whoever passed is awarded', () => {
  for (const sitting of body.sittings) {
    const own = body.money.filter(
      ({ person, program }) => person === sitting.person && program === sitting.program,
    );
    const settled = own.filter(({ at }) => at < sitting.startedAt);
    assert.ok(balances(settled).every(({ owedCents }) => owedCents === 0));
  }
  const sat = new Set(body.sittings.map(({ person }) => person));
  const eligible = new Set(
    eligibility
      .filter((matter) => events(matter).some((e) => e.type === 'decided' && e.outcome === 'met'))
      .map(({ subject }) => subject),
  );
  assert.ok([...sat].every((person) => eligible.has(person)));
  assert.deepEqual(
    new Set(body.awards.map(({ sitting }) => sitting)),
    new Set(body.sittings.filter(({ passed }) => passed).map(({ id }) => id)),
  );
  const revoked = body.awards.filter((award) => award.revoked !== undefined);
  assert.ok(revoked.length >= 3 && revoked.length < body.awards.length / 30);
  assert.ok(body.awards.every(({ revoked: one, on }) => one === undefined || one.on > on));
});

test('the log has a line for each decision, result, award and revocation, in order of time', () => {
  const count = (kind: string): number => body.lines.filter((line) => line.kind === kind).length;
  const decisions = body.matters.flatMap(events).filter(({ type }) => type === 'decided');
  const kinds = ['eligibility', 'appeal', 'accommodation'];
  assert.equal(
    kinds.reduce((sum, kind) => sum + count(kind), 0),
    decisions.length,
  );
  assert.equal(count('exam-result'), body.sittings.length);
  assert.equal(count('award'), body.awards.length);
  const times = body.lines.map(({ at }) => at);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
});

test('five candidates stand ready to try the demonstration with', () => {
  const stateFor = (word: string) => {
    const person = body.people.find(({ email }) => email.startsWith(`candidate.${word}@desk.`));
    assert.ok(person?.signsIn === true);
    const matter = body.matters.find(({ subject }) => subject === person.id);
    const sitting = body.sittings.find((one) => one.person === person.id);
    return { matter: matter && stateOf(events(matter)), sitting };
  };
  assert.equal(stateFor('new').matter, undefined);
  assert.equal(stateFor('waiting').matter?.status, 'recording');
  const outcome = (word: string) => {
    const { matter } = stateFor(word);
    return matter?.status === 'decided' ? matter.decision.outcome : undefined;
  };
  assert.equal(outcome('eligible'), 'met');
  assert.equal(stateFor('eligible').sitting, undefined);
  assert.equal(outcome('refused'), 'not-met');
  assert.equal(stateFor('certified').sitting?.passed, true);
});

test('every paper that an open matter needs is there, and says what was claimed', () => {
  const open = body.matters.filter((matter) => {
    const last = events(matter).at(-1)?.type;
    return last !== 'decided' && last !== 'withdrawn' && last !== 'set-aside';
  });
  const withPapers = new Set(body.documents.map(({ matter }) => matter));
  assert.ok(withPapers.size > 20);
  assert.ok([...withPapers].every((id) => open.some(({ row }) => row.id === id)));
  const licenses = body.documents.filter(({ supports }) => supports === 'license');
  assert.ok(licenses.length > 0);
  for (const { lines } of licenses) {
    assert.ok(lines.some((line) => line.startsWith('Standing: ')));
    assert.ok(lines.some((line) => line.startsWith('License number: 0')));
  }
});

test('three opinions are published, drafted and signed by two people, and two questions wait, one of them late', () => {
  const states = body.questions.map(({ events }) =>
    stateOfOpinion(events.map(({ event }) => event)),
  );
  const standings = states.map(({ standing }) => standing);
  assert.deepEqual(standings, ['published', 'published', 'published', 'waiting', 'waiting']);
  const askers = new Set(
    body.people.filter(({ offices }) => offices.length === 0).map(({ id }) => id),
  );
  for (const { asker, events, askedOn, promisedBy } of body.questions) {
    assert.ok(askers.has(asker));
    const [drafted, signed] = events;
    assert.ok(drafted === undefined || (signed !== undefined && drafted.actor !== signed.actor));
    assert.ok(events.every(({ event }) => event.on > askedOn && event.on <= promisedBy));
  }
  const late = body.questions.filter(
    ({ events, promisedBy }) => events.length === 0 && promisedBy < today,
  );
  assert.equal(late.length, 1);
});
