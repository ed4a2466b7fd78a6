import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { file, fillIn, picture } from '../../../tests/support/application.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { rightAnswers, stepsIn } from '../../../tests/support/exam-steps.ts';
import {
  newCandidate,
  newPerson,
  noAward,
  secretsFor,
  storeExam,
  worldOver,
} from '../../../tests/support/exam-world.ts';
import {
  appealUpheld,
  decidedBySomebodyNew,
  recordedAndDecided,
} from '../../../tests/support/heard.ts';
import { balances } from '../../casework/fees/fees.ts';
import { formFrom } from '../../casework/form/form.ts';
import {
  demonstrationExam,
  demonstrationKeys,
} from '../../demonstration/items/demonstration-forms.ts';
import { addDays, type CivilDate, daysBetween, inWords } from '../../kernel/dates/civil-date.ts';
import { type CycleDates, cyclesFrom } from '../../program/calendar/cycle.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { storeForm } from '../../storage/tables/exam-bank.ts';
import { openApplication } from '../../workflow/apply/application.ts';
import { askAccommodation } from '../../workflow/apply/ask-accommodation.ts';
import { ownMatter } from '../../workflow/apply/own-matter.ts';
import { recordPayment } from '../../workflow/desk/fees.ts';
import { examPage } from '../../workflow/exam/exam-page.ts';
import { submitSitting } from '../../workflow/exam/hand-in.ts';
import { lodgeResultAppeal } from '../../workflow/exam/result-appeal.ts';
import { seeResult } from '../../workflow/exam/see-result.ts';
import { startSitting } from '../../workflow/exam/start-sitting.ts';
import { examsToTakeAgain, takeAgain } from '../../workflow/exam/take-again.ts';
import type { World } from '../../workflow/ports/ports.ts';
import { matterModel } from './matter-model.ts';

const PROGRAM = 'larkspur-care';

describe('what an upheld appeal does, with an exam that keeps its days', () => {
  let database: TestDatabase;
  let world: World;
  let today: CivilDate;
  let missed: CycleDates & { readonly exam: NonNullable<CycleDates['exam']> };
  let whileItWasOpen: World;

  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder);
    const { form, items } = demonstrationExam(PROGRAM);
    const parts = form.parts.map((part) => ({
      ...part,
      cut: { raw: 20, setBy: 'panel' as const, how: 'Set for this test.' },
    }));
    const operational = formFrom({ ...form, id: 'care-operational', kind: 'operational', parts });
    const exam = { form: operational, items, keys: demonstrationKeys(PROGRAM) };
    await database.owner.begin((tx) => storeForm(tx, world.vault, exam));
    today = world.clock.today();
    missed = windowOver(today);
    whileItWasOpen = { ...world, clock: { ...world.clock, today: () => missed.opens } };
  });
  after(() => database.close());

  /** The last window whose exam is over. */
  function windowOver(on: CivilDate): typeof missed {
    const program = programOf(PROGRAM);
    assert.ok(program);
    const rules = rulesInForce(program, addDays(on, -400));
    const over = [-500, -400, -300, -200]
      .flatMap((days) => cyclesFrom(rules, addDays(on, days)))
      .filter((cycle): cycle is typeof missed => cycle.exam !== null && cycle.exam.to < on)
      .toSorted((a, b) => Number(a.exam.to > b.exam.to) - Number(a.exam.to < b.exam.to))
      .at(-1);
    assert.ok(over);
    return over;
  }
  const filed = async (at: World, person: string): Promise<string> => {
    await fillIn(at, person, PROGRAM);
    const done = await file(at, person, PROGRAM);
    assert.ok(done.ok, done.ok ? '' : done.refusal.because);
    await paysWhatIsOwed(person);
    return done.value.matter.id;
  };
  const moneyOf = (person: string) =>
    world.records.as({ rights: 'candidate', person }, ({ money }) => money.mine());
  const balanceOf = async (person: string) => {
    const [balance] = balances(await moneyOf(person));
    assert.ok(balance);
    return balance;
  };
  const paysWhatIsOwed = async (person: string): Promise<void> => {
    const { owedCents: cents, currency } = await balanceOf(person);
    if (cents > 0) {
      const staff = await newPerson(world);
      const reference = `check ${world.chance.uuid()}`;
      const payment = { staff, person, program: PROGRAM, cents, currency, reference };
      assert.ok((await recordPayment(world, payment)).ok);
    }
  };
  const offerTo = async (person: string) => {
    const offer = await examPage(world, person, PROGRAM);
    assert.ok(offer.ok);
    return offer.value;
  };
  const missingFor = async (person: string) =>
    (await offerTo(person)).missing.map(({ kind }) => kind);
  const pageOf = async (person: string, matter: string) => {
    const own = await ownMatter(world, { person, matter });
    assert.ok(own.ok);
    return matterModel(own.value, { offer: await offerTo(person), again: [] }, today);
  };
  const standing = async (person: string) => {
    const application = await openApplication(world, { person, program: PROGRAM });
    assert.ok(application.ok);
    return application.value.standing.kind;
  };
  const length = () => daysBetween(missed.exam.from, missed.exam.to);

  test('whoever was granted in time and missed the window finds it closed, and may apply again', async () => {
    const person = await newPerson(world);
    const matter = await filed(whileItWasOpen, person);
    await recordedAndDecided(whileItWasOpen, matter, true);
    await paysWhatIsOwed(person);
    assert.deepEqual(await missingFor(person), ['window-closed']);
    const refused = await startSitting(world, person, PROGRAM);
    assert.equal(!refused.ok && refused.refusal.kind, 'window-closed');
    assert.equal(await standing(person), 'may-file');
  });

  test('a denial turned after the window was missed: the exam opens at once, nothing is owed twice, and the page says until when', async () => {
    const person = await newPerson(world);
    const first = await filed(whileItWasOpen, person);
    await recordedAndDecided(world, first, false);
    const again = await filed(world, person);
    const { paidCents } = await balanceOf(person);
    assert.deepEqual(await missingFor(person), ['not-eligible']);
    await appealUpheld(world, person, first, 'evidence-misread');

    const entries = await moneyOf(person);
    const charge = (reference: string) => entries.find((entry) => entry.reference === reference);
    assert.deepEqual(
      entries
        .filter(({ kind }) => kind !== 'payment')
        .map((entry) => `${entry.kind} ${entry.reference}`)
        .toSorted(),
      [
        `charge application:${first}`,
        `charge application:${again}`,
        `charge exam:${first}`,
        `waiver application:${again}`,
      ].toSorted(),
    );
    const fees = [`application:${first}`, `exam:${first}`].map(
      (reference) => charge(reference)?.cents ?? 0,
    );
    const { chargedCents, owedCents, creditCents } = await balanceOf(person);
    assert.equal(chargedCents, (fees[0] ?? 0) + (fees[1] ?? 0), 'each fee once');
    assert.equal(creditCents - owedCents, paidCents - chargedCents);
    await paysWhatIsOwed(person);

    const extra = { from: today, to: addDays(today, length()) };
    const [left, ...more] = (await offerTo(person)).tries;
    assert.deepEqual([left?.matter, left?.by, left?.days[0]], [first, 'appeal', extra]);
    assert.deepEqual(more, []);
    const { now } = await pageOf(person, first);
    assert.match(now.join('\n'), new RegExp(`to ${inWords(extra.to)}`));
    assert.match(now.join('\n'), /You owe no new fee/);
    assert.match(now.join('\n'), /applying again while you waited, \$[\d.]+, has been taken back/);

    await recordedAndDecided(world, again, true);
    assert.equal((await balanceOf(person)).owedCents, 0, 'one exam fee, whatever else is granted');
    assert.equal((await offerTo(person)).tries.length, 1, 'and one try');
    assert.deepEqual(await missingFor(person), []);
    const started = await startSitting(world, person, PROGRAM);
    assert.ok(started.ok, started.ok ? '' : started.refusal.because);
    await submitSitting(world, person, started.value, noAward);
    assert.deepEqual(await missingFor(person), ['not-eligible'], 'it was one try');
  });

  test('sent back and granted by other people: the same days and the same fees', async () => {
    const person = await newPerson(world);
    const first = await filed(whileItWasOpen, person);
    await recordedAndDecided(world, first, false);
    const again = await filed(world, person);
    await appealUpheld(world, person, first, 'process-not-followed');
    assert.deepEqual(await missingFor(person), ['not-eligible']);
    assert.ok((await moneyOf(person)).every(({ kind }) => kind !== 'waiver'));
    await decidedBySomebodyNew(world, first, true);
    const waived = (await moneyOf(person)).filter(({ kind }) => kind === 'waiver');
    assert.deepEqual(
      waived.map(({ reference }) => reference),
      [`application:${again}`],
    );
    const [left] = (await offerTo(person)).tries;
    assert.deepEqual(left?.days[0], { from: today, to: addDays(today, length()) });
  });

  test('sent back and refused again: no days, no fee taken back, and another appeal is open', async () => {
    const person = await newPerson(world);
    const first = await filed(whileItWasOpen, person);
    await recordedAndDecided(world, first, false);
    await appealUpheld(world, person, first, 'process-not-followed');
    await decidedBySomebodyNew(world, first, false);
    const own = await ownMatter(world, { person, matter: first });
    assert.ok(own.ok && own.value.mayAppeal);
    assert.deepEqual(await missingFor(person), ['not-eligible']);
    await appealUpheld(world, person, first, 'evidence-misread');
    await paysWhatIsOwed(person);
    assert.deepEqual(await missingFor(person), []);
  });

  test('an appeal against a result upheld after the window: days of its own, no fee, the try is there again', async () => {
    const person = await newPerson(world);
    const first = await filed(whileItWasOpen, person);
    await recordedAndDecided(world, first, false);
    await appealUpheld(world, person, first, 'evidence-misread');
    await paysWhatIsOwed(person);
    const started = await startSitting(world, person, PROGRAM);
    assert.ok(started.ok);
    const sitting = started.value;
    await submitSitting(world, person, sitting, noAward);
    const owedBefore = await moneyOf(person);
    const lodged = await lodgeResultAppeal(world, {
      person,
      sitting,
      grounds: ['exam-disrupted', 'answer-not-counted'],
      statement: 'The fire alarm rang for ten minutes and nobody gave them back.',
    });
    assert.ok(lodged.ok);
    await recordedAndDecided(world, lodged.value.id, true);
    assert.deepEqual(await missingFor(person), []);
    const [left] = (await offerTo(person)).tries;
    assert.deepEqual([left?.by, left?.days[0]?.from], ['set-aside', today]);
    assert.deepEqual(await moneyOf(person), owedBefore);
    const { now, decision } = await pageOf(person, lodged.value.id);
    assert.match(now.join('\n'), new RegExp(`to ${inWords(addDays(today, length()))}`));
    assert.deepEqual(
      decision?.findings.map(({ met, reason }) => [met, reason]),
      [
        [true, 'As the record shows.'],
        [true, 'As the record shows.'],
      ],
      'each ground is answered with its reason',
    );
    assert.notEqual((await startSitting(world, person, PROGRAM)).ok, false);
  });
});

describe('an accommodation granted on appeal after the exam', () => {
  let database: TestDatabase;
  let world: World;
  let sitter: ReturnType<typeof stepsIn>;
  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder);
    sitter = stepsIn(world, database);
    await storeExam(database.owner, world);
  });
  after(() => database.close());

  const refusedRequest = async (person: string): Promise<string> => {
    const asked = await askAccommodation(world, {
      person,
      program: PROGRAM,
      kinds: ['extra-time-50'],
      need: 'I read with a screen magnifier.',
      uploads: [{ name: 'letter.png', bytes: await picture(40), tooLarge: false }],
    });
    assert.ok(asked.ok);
    await recordedAndDecided(world, asked.value.id, false);
    return asked.value.id;
  };
  const sat = async (person: string, right: number): Promise<string> => {
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    await sitter.send(person, sitting, epoch, rightAnswers(items.slice(0, right)));
    assert.ok((await submitSitting(world, person, sitting, noAward)).ok);
    return sitting;
  };
  const seen = async (person: string, sitting: string) => {
    const result = await seeResult(world, person, sitting);
    assert.ok(result.ok);
    return result.value;
  };

  test('sets the result aside when asked, once, and the exam is taken again with it for no fee', async () => {
    const person = await newCandidate(world);
    const request = await refusedRequest(person);
    const sitting = await sat(person, 3);
    assert.equal((await seen(person, sitting)).takeAgain, undefined, 'it still stands refused');
    const early = await takeAgain(world, { person, sitting });
    assert.equal(!early.ok && early.refusal.kind, 'nothing-to-set-aside');
    await appealUpheld(world, person, request, 'document-misread');
    assert.equal((await seen(person, sitting)).takeAgain?.matter, request);
    const found = await examsToTakeAgain(world, { person, matter: request });
    assert.deepEqual(
      found.map((one) => one.sitting),
      [sitting],
    );
    assert.equal((await sitter.offer(person)).missing[0]?.kind, 'not-eligible');
    const stranger = await takeAgain(world, { person: await newPerson(world), sitting });
    assert.equal(!stranger.ok && stranger.refusal.kind, 'no-such-sitting');
    const presses = await Promise.all([1, 2, 3].map(() => takeAgain(world, { person, sitting })));
    assert.ok(presses.every(({ ok }) => ok));
    const [lines] = await database.owner<{ n: number }[]>`select count(*)::int as n
      from ledger.opening where plain->'outcome'->>'effect' = 'exam-again' and matter = ${request}`;
    assert.equal(lines?.n, 1, 'one line of the log');
    const { takeAgain: offer, setAsideOnRequest, report } = await seen(person, sitting);
    assert.deepEqual([offer, setAsideOnRequest], [undefined, true]);
    assert.equal(report?.outcome, 'not-passed', 'the result is kept, and counts no longer');
    const { missing, form } = await sitter.offer(person);
    assert.deepEqual(missing, []);
    assert.equal(form?.minutes, 45);
    assert.notEqual(await sitter.started(person), sitting);
  });

  test('sets no pass aside, and none that was taken before or after', async () => {
    const person = await newCandidate(world);
    const request = await refusedRequest(person);
    const sitting = await sat(person, 30);
    await appealUpheld(world, person, request, 'part-misapplied');
    assert.equal((await seen(person, sitting)).takeAgain, undefined);
    const refused = await takeAgain(world, { person, sitting });
    assert.equal(!refused.ok && refused.refusal.kind, 'nothing-to-set-aside');
    const later = await newCandidate(world);
    const asked = await refusedRequest(later);
    await appealUpheld(world, later, asked, 'document-misread');
    const withIt = await sat(later, 3);
    const none = await takeAgain(world, { person: later, sitting: withIt });
    assert.equal(!none.ok && none.refusal.kind, 'nothing-to-set-aside');
  });
});
