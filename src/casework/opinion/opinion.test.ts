import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { navigatorCode } from '../../program/catalog/navigator-code.ts';
import {
  decline,
  draft,
  giveBack,
  opinionPromisedBy,
  sign,
  supersede,
  withdraw,
} from './decide.ts';
import { draftNames, readDraft, readQuestion } from './forms.ts';
import { type Draft, fits, isOpen, type OpinionEvent, published, stateOf } from './opinion.ts';

const on = date('2026-03-02');
const VERSION = 'navigator-code/2026';
const words: Draft = {
  version: VERSION,
  cites: ['R18', 'D3'],
  title: 'Gifts at the end of help',
  situation: 'A family thanks a navigator with a basket of fruit on the last day.',
  answer:
    'A small token of thanks may be taken. Write down what it was and share it with the team.',
};
const act = { on, by: 'ada' };
const other = { on, by: 'bo' };
const reason = 'It cites the wrong rule.';

function after(...results: readonly ({ ok: true; value: OpinionEvent } | { ok: false })[]) {
  return stateOf(
    results.map((result) => {
      assert.ok(result.ok);
      return result.value;
    }),
  );
}
const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) =>
  result.ok ? 'allowed' : result.refusal.kind;

const waiting = stateOf([]);
const drafted = after(draft(waiting, { ...act, words }));
const signed = after(
  draft(waiting, { ...act, words }),
  sign(drafted, { ...other, inForce: VERSION }),
);

test('an answer is promised within 30 days, on a day on which somebody works', () => {
  assert.equal(opinionPromisedBy(date('2026-03-02'), FEDERAL_HOLIDAYS), '2026-04-01');
  assert.equal(opinionPromisedBy(date('2026-03-06'), FEDERAL_HOLIDAYS), '2026-04-03');
  assert.equal(opinionPromisedBy(date('2026-11-25'), FEDERAL_HOLIDAYS), '2026-12-24');
});

test('one person drafts, another signs, and then it is published', () => {
  assert.equal(kindOf(sign(drafted, { ...act, inForce: VERSION })), 'own-draft');
  assert.equal(signed.standing, 'published');
  assert.deepEqual(published({ label: 'O-1', program: 'p' }, signed), {
    label: 'O-1',
    program: 'p',
    ...words,
    publishedOn: on,
    standing: 'published',
    reason: undefined,
    endedOn: undefined,
    later: undefined,
  });
  assert.equal(published({ label: 'O-1', program: 'p' }, drafted), undefined);
});

test('whoever drafted once never signs, even after somebody else drafted anew', () => {
  const again = after(
    draft(waiting, { ...act, words }),
    giveBack(drafted, { ...other, reason }),
    draft(waiting, { ...other, words }),
  );
  for (const by of ['ada', 'bo']) {
    assert.equal(kindOf(sign(again, { on, by, inForce: VERSION })), 'own-draft');
  }
  assert.equal(kindOf(sign(again, { on, by: 'cy', inForce: VERSION })), 'allowed');
});

test('a draft is signed under the version it cites, or drafted anew', () => {
  assert.equal(kindOf(sign(drafted, { ...other, inForce: 'navigator-code/2029' })), 'code-changed');
});

test('nothing is signed or returned before it is drafted, and nothing is answered twice', () => {
  assert.equal(kindOf(sign(waiting, { ...other, inForce: VERSION })), 'nothing-drafted');
  assert.equal(kindOf(giveBack(waiting, { ...other, reason })), 'nothing-drafted');
  assert.equal(kindOf(draft(signed, { ...act, words })), 'already-answered');
  assert.equal(kindOf(decline(signed, { ...act, reason })), 'already-answered');
  assert.equal(kindOf(decline(drafted, { ...act, reason })), 'draft-waits');
});

test('a question that is not about the code is declined with a reason, and is then closed', () => {
  assert.equal(kindOf(decline(waiting, { ...act, reason: ' No. ' })), 'reason-missing');
  const declined = after(decline(waiting, { ...act, reason: 'This asks about tax law.' }));
  assert.equal(declined.standing, 'declined');
  assert.ok(!isOpen(declined));
  assert.equal(kindOf(draft(declined, { ...act, words })), 'already-answered');
});

test('an opinion that no longer holds stays readable, with since when and why', () => {
  const gone = after(
    draft(waiting, { ...act, words }),
    sign(drafted, { ...other, inForce: VERSION }),
    withdraw(signed, { on: date('2026-06-01'), by: 'ada', reason }),
  );
  const shown = published({ label: 'O-1', program: 'p' }, gone);
  assert.deepEqual(
    [shown?.standing, shown?.endedOn, shown?.reason, shown?.title],
    ['withdrawn', '2026-06-01', reason, words.title],
  );
  assert.equal(kindOf(withdraw(gone, { ...act, reason })), 'not-in-effect');
  assert.equal(kindOf(withdraw(drafted, { ...act, reason })), 'not-in-effect');
});

test('only another opinion that is in effect takes the place of one', () => {
  const replaced = (later: string) =>
    supersede(signed, { ...act, reason, later, own: 'O-1', inEffect: ['O-1', 'O-2'] });
  assert.equal(kindOf(replaced('O-1')), 'no-later-opinion');
  assert.equal(kindOf(replaced('O-9')), 'no-later-opinion');
  assert.equal(kindOf(replaced('O-2')), 'allowed');
});

test('opinions are found by provision and by words, whatever their accents and capitals', () => {
  const one = published({ label: 'O-1', program: 'p' }, signed);
  assert.ok(one);
  const found = (provision: string, typed: string) => fits(one, { provision, words: typed });
  assert.ok(
    found('', '') && found('R18', '') && found('', 'FAMÍLY basket') && found('D3', 'token'),
  );
  assert.ok(!found('R1', '') && !found('R18', 'basket of gold'));
});

test('a question holds no name of whoever asks; a provision that is not there counts as not known', () => {
  const me = { fullName: 'Ayşe Yılmaz', formerNames: ['Ayşe Demir'] };
  const read = (typed: string, provision = '') =>
    readQuestion({ words: typed, provision }, { numbers: ['R18'], me });
  assert.deepEqual(read('A family offers me a basket of fruit.', 'R18'), {
    ok: true,
    value: { provision: 'R18', words: 'A family offers me a basket of fruit.' },
  });
  assert.deepEqual(read('A family offers me a basket of fruit.', 'R99'), {
    ok: true,
    value: { provision: undefined, words: 'A family offers me a basket of fruit.' },
  });
  for (const typed of ['May I keep it? I am Ayse Yilmaz.', 'Do you know me? signed, demir, ever']) {
    const named = read(typed);
    assert.ok(!named.ok && /is a name of yours/.test(named.mistakes[0]?.message ?? ''), typed);
  }
  assert.ok(!read('Too short').ok);
});

test('a draft says everything that is to be mended at once, and cites what is in force', () => {
  const people = [{ fullName: 'Halina Wójcik', formerNames: [] }];
  const rules = { code: navigatorCode, on, people };
  const { title, situation, answer } = words;
  assert.deepEqual(readDraft({ title, situation, answer, cites: 'R18, D3; R18' }, rules), {
    ok: true,
    value: words,
  });
  const wrong = readDraft(
    { title: 'Gifts', situation: `${situation} Wójcik asked.`, answer: '', cites: 'R99' },
    rules,
  );
  assert.ok(!wrong.ok);
  assert.deepEqual(
    wrong.mistakes.map(({ field }) => field),
    ['title', 'situation', 'answer', 'cites'],
  );
  assert.match(wrong.mistakes[1]?.message ?? '', /“Wójcik” is a name of somebody/);
  const early = readDraft(
    { title, situation, answer, cites: 'R25' },
    { ...rules, on: date('2025-03-03') },
  );
  assert.ok(!early.ok && /was not in force/.test(early.mistakes[0]?.message ?? ''));
  assert.ok(!readDraft({ title, situation, answer, cites: ' , ' }, rules).ok);
  assert.equal(draftNames({ ...words, answer: 'Ask Halina.' }, people), 'Halina');
});
