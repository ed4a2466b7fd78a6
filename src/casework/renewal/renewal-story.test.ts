import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  activity,
  care,
  enough,
  ethics,
  inBlocks,
  Life,
  navigator,
  publishedRules,
  work,
} from '../../../tests/support/renewal.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { datesOnEarth, dayOfAct } from '../../kernel/dates/last-day.ts';
import type { Result } from '../../kernel/result/result.ts';
import { renewalCost } from '../../program/maintenance/renewal-fees.ts';
import {
  answerAudit,
  auditable,
  decideAudit,
  drawForAudit,
  endLeave,
  makeGood,
  mayBeDrawn,
  pauseAudit,
  resumeAudit,
  runAgain,
  VERIFIERS,
} from './audit.ts';
import { DAYS_AFTER_REFUSAL } from './credential-life.ts';
import { ifNothingIsDone } from './if-nothing.ts';
import { answerMoreTime, askForMoreTime, HARDSHIP_CRITERIA, lapse, retire } from './leave.ts';
import { balanceOf, pay, refund, settledSince } from './payment.ts';
import { notAccept, open, purposeOn } from './renew.ts';
import {
  announceEnd,
  answerEnd,
  endAfterAudit,
  endTakesEffect,
  keepAfterAudit,
} from './term-end.ts';

const refusal = (answer: Result<unknown>): string => (answer.ok ? 'done' : answer.refusal.kind);
const because = (answer: Result<unknown>): string => (answer.ok ? '' : answer.refusal.because);
/** CCM, held from June 1, 2022 to May 31, 2027, and every hour there. */
const held = () => new Life(care, '2022-06-01', '2027-05-31').claim(...enough('2025-02-03'));
const termOf = (life: Life): string =>
  `${life.state.newest.term.from} ${life.state.newest.term.to}`;

describe('renewing in time', () => {
  test('takes a check, a word and a payment, and the new term begins the day after the old one', () => {
    const life = held().renew('2027-03-01');
    assert.equal(termOf(life), '2027-06-01 2032-05-31');
    assert.deepEqual(life.events.at(-1), {
      ...{ type: 'renewed', on: '2027-03-01', rules: 'ccm/2025-08', route: 'hours' },
      term: { from: '2027-06-01', to: '2032-05-31' },
      ...{ countedUntil: '2027-03-01', carriedHours: 0 },
    });
    assert.deepEqual(life.standing('2027-04-01'), {
      ...{ kind: 'held', until: '2032-05-31', answerOwed: false },
    });
  });
  test('can be done from the first day of the window to the last day of the term, both included', () => {
    assert.equal(refusal(held().open('2027-02-28')), 'not-open-yet');
    assert.match(because(held().open('2027-02-28')), /from March 1, 2027 to May 31, 2027/);
    assert.equal(termOf(held().renew('2027-03-01')), termOf(held().renew('2027-05-31')));
  });
  test('does not depend on how long we take: what came in time is in time', () => {
    const life = held().add(held().open('2027-05-31'));
    life.add(life.attest('2027-05-31')).add(life.pay('2027-05-31')).add(life.finish('2027-06-09'));
    assert.equal(termOf(life), '2027-06-01 2032-05-31');
  });
  test('is refused with what is missing while an hour is missing', () => {
    const life = new Life(care, '2022-06-01', '2027-05-31').claim(activity('2025-01-02', 75));
    life.add(life.open('2027-03-01'));
    assert.equal(refusal(life.attest('2027-03-01')), 'hours-missing');
    assert.equal(
      because(life.attest('2027-03-01')),
      'You need 8 more hours, all of them ethics, by May 31, 2027.',
    );
  });
  test('is not finished before it is attested and paid', () => {
    const life = held();
    assert.equal(refusal(life.finish('2027-03-01')), 'nothing-open');
    life.add(life.open('2027-03-01'));
    assert.equal(refusal(life.finish('2027-03-01')), 'not-attested');
    life.add(life.attest('2027-03-01'));
    assert.equal(because(life.finish('2027-03-01')), '$275.00 is still to be paid');
  });
  test('two renewals at once are one', () => {
    const life = held();
    life.add(life.open('2027-03-01'));
    assert.equal(refusal(life.open('2027-03-01')), 'open-already');
    life.add(life.attest('2027-03-01')).add(life.pay('2027-03-01'));
    const twice = [life.finish('2027-03-01'), life.finish('2027-03-01')];
    life.add(twice[0] ?? assert.fail());
    assert.equal(refusal(life.finish('2027-03-01')), 'nothing-open');
    assert.equal(refusal(life.open('2027-03-02')), 'renewed-already');
    assert.match(because(life.open('2027-03-02')), /begins on June 1, 2027 and runs until May 31/);
  });
  test('paid twice is renewed once, and the second payment stays the holder’s', () => {
    const life = held();
    life.add(life.open('2027-03-01')).add(life.attest('2027-03-01')).add(life.pay('2027-03-01'));
    assert.equal(refusal(life.pay('2027-03-01')), 'known-already');
    life.add(life.pay('2027-03-02', 'another')).add(life.finish('2027-03-02'));
    assert.deepEqual(balanceOf(life.state), { owedCents: 0, creditCents: 27_500 });
    life.add(refund(life.state, { on: date('2027-03-09'), reference: 'back', cents: 27_500 }));
    assert.deepEqual(balanceOf(life.state), { owedCents: 0, creditCents: 0 });
    assert.equal(life.state.earlier.length, 1);
  });
  test('a double payment of which one goes back leaves it paid since the first', () => {
    const life = held();
    life.add(life.open('2027-03-01')).add(life.pay('2027-03-05')).add(life.pay('2027-03-06'));
    life.add(refund(life.state, { on: date('2027-06-20'), reference: 'back', cents: 27_500 }));
    assert.equal(settledSince(life.state), '2027-03-05');
    life.add(refund(life.state, { on: date('2027-06-21'), reference: 'all', cents: 27_500 }));
    assert.equal(settledSince(life.state), undefined);
    const tooMuch = { on: date('2027-06-22'), reference: 'more', cents: 1 };
    assert.equal(refusal(refund(life.state, tooMuch)), 'more-than-paid');
    assert.equal(refusal(pay(life.state, { ...tooMuch, cents: 0.5 })), 'not-an-amount');
  });
});

describe('the last day', () => {
  const zone = 'America/New_York';
  const on = (instant: string) => dayOfAct(Date.parse(instant), zone, date('2027-05-31'));
  const earliest = (instant: string) => datesOnEarth(Date.parse(instant)).earliest;
  test('counts until it is over at UTC-12, wherever the holder is', () => {
    const lastMinute = '2027-06-01T11:59:00Z';
    assert.equal(termOf(held().renew(on(lastMinute))), '2027-06-01 2032-05-31');
    assert.equal(refusal(lapse(held().state, care, earliest(lastMinute))), 'still-held');
    assert.equal(refusal(lapse(held().state, care, earliest('2027-06-01T12:00:00Z'))), 'done');
  });
  test('is written in the body’s calendar: held at 23:59 there, no longer held by date at midnight', () => {
    const life = held();
    assert.equal(life.standing('2027-05-31').kind, 'held');
    assert.equal(life.standing('2027-06-01').kind, 'late');
  });
  test('may be February 29', () => {
    const life = new Life(navigator, '2025-02-28', '2028-02-29').claim(
      activity('2028-02-29', 27),
      ethics('2028-02-29', 3),
    );
    assert.equal(refusal(lapse(life.state, navigator, date('2028-02-29'))), 'still-held');
    life.renew('2028-02-29');
    assert.equal(termOf(life), '2028-03-01 2031-02-28');
  });
});

describe('what happens if nothing is done', () => {
  const steps = (life: Life, rules: typeof care, today: string): readonly string[] =>
    ifNothingIsDone(life.state, rules, date(today)).map(({ step, on }) => `${step} ${on}`);
  test('CCM: thirty days late, nine months to retire, no way back that was seen', () => {
    assert.deepEqual(steps(held(), care, '2026-01-01'), [
      'opens 2027-03-01',
      'last-day 2027-05-31',
      'not-held 2027-06-01',
      'late-until 2027-06-30',
      'renewal-closed 2027-07-01',
      'new-application 2027-07-01',
      'retire-until 2028-02-29',
      'reinstate-until null',
    ]);
  });
  test('the invented program: sixty days late, then reinstatement for a year', () => {
    const life = new Life(navigator, '2024-07-04');
    assert.deepEqual(steps(life, navigator, '2026-01-01').slice(3), [
      'late-until 2027-09-02',
      'renewal-closed 2027-09-03',
      'retire-until 2028-07-04',
      'reinstate-until 2028-07-04',
      'new-application 2028-07-05',
    ]);
  });
  test('a step that is over is marked as over', () => {
    const past = ifNothingIsDone(held().state, care, date('2027-06-15')).filter(
      ({ isPast }) => isPast,
    );
    assert.deepEqual(
      past.map(({ step }) => step),
      ['opens', 'last-day', 'not-held'],
    );
  });
});

describe('renewing late', () => {
  const late =
    (rules: typeof care, id: 'larkspur-care' | 'larkspur-work', life: Life) => (on: string) =>
      open(life.state, rules, {
        ...{ on: date(on), route: 'hours', reason: 'I was in hospital from April to June.' },
        dueCents: (purpose) =>
          renewalCost(publishedRules(id, date('2026-01-01')), { route: 'hours', purpose }).cents,
      });
  test('CCM: until 30 days after the end, for 175 more, with a reason that a person accepts', () => {
    const life = held();
    life.add(lapse(life.state, care, date('2027-06-01')));
    assert.equal(refusal(life.open('2027-06-20')), 'reason-missing');
    life.add(late(care, 'larkspur-care', life)('2027-06-20'));
    assert.deepEqual(
      [life.state.open?.purpose, life.state.open?.dueCents, life.state.open?.promisedBy],
      ['late', 45_000, '2027-06-29'],
    );
    life.add(life.attest('2027-06-20')).add(life.pay('2027-06-20', 'p', 45_000));
    assert.equal(refusal(life.finish('2027-06-25')), 'needs-a-person');
    life.add(life.finish('2027-06-25', 'clerk-1'));
    assert.equal(termOf(life), '2027-06-25 2032-05-31');
    assert.equal(life.standing('2027-06-10').kind, 'late');
    assert.equal(life.standing('2027-06-25').kind, 'held');
  });
  test('hours must have been earned before the end', () => {
    const life = new Life(care, '2022-06-01', '2027-05-31').claim(...enough('2027-06-02'));
    life.add(late(care, 'larkspur-care', life)('2027-06-20'));
    assert.equal(refusal(life.attest('2027-06-20')), 'hours-missing');
  });
  test('CDMS: until 90 days after the end, with a first reply within 7 business days', () => {
    const life = new Life(work, '2022-04-01', '2027-03-31').claim(
      activity('2025-01-02', 76),
      ethics('2025-01-03', 4),
    );
    assert.equal(refusal(late(work, 'larkspur-work', life)('2027-06-30')), 'no-way-back');
    life.add(late(work, 'larkspur-work', life)('2027-06-29'));
    assert.equal(life.state.open?.promisedBy, '2027-07-08');
  });
  test('after that it is refused, and what is still open is said', () => {
    const refused = held().open('2027-07-01', { reason: 'I forgot.' });
    assert.equal(
      because(refused),
      'This credential ended on May 31, 2027, and the time to renew it late is over. Until February 29, 2028 you can take retired status; a new application is open to you at any time.',
    );
  });
  test('a reason that is not accepted is refused by a person, with the reason and a day to appeal', () => {
    const life = held();
    const asked = { on: date('2027-06-22'), by: 'clerk-1', reason: 'Not shown.', appealDays: 30 };
    assert.equal(refusal(notAccept(life.state, care, asked)), 'nothing-open');
    life.add(late(care, 'larkspur-care', life)('2027-06-20'));
    assert.equal(refusal(notAccept(life.state, care, { ...asked, reason: ' ' })), 'reason-missing');
    life.add(notAccept(life.state, care, asked));
    assert.deepEqual(life.events.at(-1), {
      ...{ type: 'not-accepted', on: '2027-06-22', by: 'clerk-1', reason: 'Not shown.' },
      appealUntil: '2027-07-22',
    });
    assert.equal(refusal(late(care, 'larkspur-care', life)('2027-06-30')), 'done');
  });
  test('a renewal in time is nobody’s to refuse', () => {
    const life = held();
    life.add(life.open('2027-05-01'));
    const asked = { on: date('2027-05-02'), by: 'clerk-1', reason: 'No.', appealDays: 30 };
    assert.equal(refusal(notAccept(life.state, care, asked)), 'nobody-decides');
  });
  test('what was opened in time and not finished can be opened again as late; what was paid counts', () => {
    const life = held();
    life.add(life.open('2027-05-30')).add(life.pay('2027-05-30'));
    assert.equal(refusal(life.attest('2027-06-01')), 'too-late');
    assert.match(because(life.attest('2027-06-01')), /renew late, until June 30, 2027/);
    life.add(late(care, 'larkspur-care', life)('2027-06-02'));
    assert.deepEqual(balanceOf(life.state), { owedCents: 17_500, creditCents: 0 });
  });
  test('the invented program asks for no reason, and nobody has to accept it', () => {
    const life = new Life(navigator, '2024-07-04').claim(
      activity('2026-01-02', 27),
      ethics('2026-01-03', 3),
    );
    life.renew('2027-09-02');
    assert.equal(termOf(life), '2027-09-02 2030-07-04');
  });
});

describe('renewing by exam', () => {
  test('CDMS: in the year in which the term ends', () => {
    const life = new Life(work, '2022-04-01', '2027-03-31');
    life.add(life.open('2027-02-01', { route: 'exam' }));
    assert.equal(refusal(life.attest('2027-03-20')), 'exam-missing');
    assert.equal(refusal(life.attest('2027-03-20', '2026-12-31')), 'exam-missing');
    life.add(life.attest('2027-03-20', '2027-03-15')).add(life.pay('2027-03-20'));
    life.add(life.finish('2027-03-20'));
    assert.equal(termOf(life), '2027-04-01 2032-03-31');
    assert.equal(mayBeDrawn(life.state), false);
  });
  test('CCM: at any time in the term, as far as was seen; not late, and not in a program without it', () => {
    const life = new Life(care, '2022-06-01', '2027-05-31');
    life.add(life.open('2027-03-01', { route: 'exam' }));
    assert.equal(refusal(life.attest('2027-03-02', '2025-08-09')), 'done');
    assert.equal(
      refusal(held().open('2027-06-10', { route: 'exam', reason: 'Illness.' })),
      'no-exam-route',
    );
    const other = new Life(navigator, '2024-07-04');
    assert.equal(refusal(other.open('2027-07-01', { route: 'exam' })), 'no-exam-route');
  });
});

describe('more time for hardship', () => {
  const ask = (life: Life, on: string, until: string, rules = care) =>
    askForMoreTime(life.state, rules, { on: date(on), until: date(until), matter: 'm-1' });
  const answer = (life: Life, on: string, given: Parameters<typeof answerMoreTime>[1]['answer']) =>
    answerMoreTime(life.state, {
      on: date(on),
      by: 'reviewer-1',
      reason: 'As shown.',
      answer: given,
    });
  test('is asked for on or before the last day, and an answer is promised', () => {
    const life = held();
    assert.equal(refusal(ask(life, '2027-06-01', '2027-08-31')), 'too-late');
    life.add(ask(life, '2027-05-31', '2027-08-31'));
    assert.equal(life.state.moreTime?.promisedBy, '2027-06-09');
    assert.equal(HARDSHIP_CRITERIA.length, 3);
  });
  test('goes no further than the rules, and is asked for once in a term', () => {
    const life = held();
    assert.equal(refusal(ask(life, '2027-05-01', '2027-12-01')), 'too-long');
    assert.equal(refusal(ask(life, '2027-05-01', '2027-05-31')), 'not-later');
    life.add(ask(life, '2027-05-01', '2027-08-31'));
    assert.equal(refusal(ask(life, '2027-05-02', '2027-09-30')), 'asked-already');
  });
  test('while we owe the answer nobody lapses, and the credential stays held', () => {
    const life = held();
    life.add(ask(life, '2027-05-31', '2027-08-31'));
    assert.equal(refusal(lapse(life.state, care, date('2027-07-15'))), 'answer-owed');
    assert.deepEqual(life.standing('2027-07-15'), {
      ...{ kind: 'held', until: '2027-05-31', answerOwed: true },
    });
  });
  test('granted, it moves the last day; the next term begins the day after and ends when it would have', () => {
    const life = held();
    life.add(ask(life, '2027-05-01', '2027-08-31'));
    assert.equal(
      refusal(answer(life, '2027-05-10', { kind: 'granted', until: date('2027-09-01') })),
      'too-long',
    );
    life.add(answer(life, '2027-05-10', { kind: 'granted', until: date('2027-07-31') }));
    assert.equal(life.standing('2027-07-31').kind, 'held');
    life.renew('2027-07-31');
    assert.equal(termOf(life), '2027-08-01 2032-05-31');
  });
  test('hours earned in the time that was given count for the term it was given for', () => {
    const life = new Life(care, '2022-06-01', '2027-05-31').claim(activity('2025-01-02', 72));
    life.add(ask(life, '2027-05-01', '2027-08-31'));
    life.add(answer(life, '2027-05-10', { kind: 'granted', until: date('2027-08-31') }));
    life.claim(ethics('2027-08-31', 8)).renew('2027-08-31');
    assert.equal(life.hours('2027-09-10').tally.counted, 0);
  });
  test('refused, two weeks are left to finish, however long we took', () => {
    const life = held();
    life.add(ask(life, '2027-05-31', '2027-08-31'));
    life.add(answer(life, '2027-06-20', { kind: 'refused', appealDays: 30 }));
    assert.equal(life.state.newest.lastDay, addDays(date('2027-06-20'), DAYS_AFTER_REFUSAL));
    life.renew('2027-07-04');
    assert.equal(termOf(life), '2027-07-05 2032-05-31');
  });
  test('an answer has reasons, and there is none without a question', () => {
    const life = held();
    assert.equal(
      refusal(answer(life, '2027-05-10', { kind: 'refused', appealDays: 30 })),
      'nothing-asked',
    );
    life.add(ask(life, '2027-05-01', '2027-08-31'));
    const bare = { on: date('2027-05-02'), by: 'reviewer-1', reason: ' ' };
    const given = { kind: 'refused', appealDays: 30 } as const;
    assert.equal(refusal(answerMoreTime(life.state, { ...bare, answer: given })), 'reason-missing');
  });
});

describe('retiring and coming back', () => {
  test('CCM: until nine months after the end, and back within five years by hours, without an exam', () => {
    const life = held();
    assert.equal(refusal(retire(life.state, care, date('2028-03-01'))), 'too-late');
    life.add(retire(life.state, care, date('2028-02-29')));
    assert.deepEqual(life.standing('2029-01-01'), {
      ...{ kind: 'retired', since: '2028-02-29', returnUntil: '2033-02-28' },
    });
    assert.equal(refusal(life.open('2033-03-01')), 'no-way-back');
    life.renew('2030-10-01');
    assert.deepEqual(life.events.at(-1)?.type, 'returned');
    assert.equal(termOf(life), '2030-10-01 2035-11-30');
    assert.equal(life.standing('2030-09-30').kind, 'retired');
    assert.equal(life.standing('2027-12-01').kind, 'over');
  });
  test('retiring ends the credential that day, also one that was renewed early', () => {
    const life = held().renew('2027-03-01');
    life.add(retire(life.state, care, date('2027-04-15')));
    assert.equal(life.standing('2027-04-14').kind, 'held');
    assert.equal(life.standing('2027-05-01').kind, 'retired');
    assert.equal(life.standing('2027-07-01').kind, 'retired');
    assert.equal(refusal(retire(life.state, care, date('2027-05-01'))), 'retired-already');
    assert.equal(refusal(lapse(life.state, care, date('2027-07-01'))), 'retired');
  });
  test('hours that a renewal used do not bring anybody back', () => {
    const life = held().renew('2027-03-01');
    life.add(retire(life.state, care, date('2027-04-15'))).add(life.open('2027-05-01'));
    assert.equal(refusal(life.attest('2027-05-01')), 'hours-missing');
  });
  test('CDMS: while it is held, since no more was seen', () => {
    const life = new Life(work, '2022-04-01', '2027-03-31');
    assert.equal(refusal(retire(life.state, work, date('2027-04-01'))), 'too-late');
    assert.equal(refusal(retire(life.state, work, date('2027-03-31'))), 'done');
  });
});

describe('reinstatement', () => {
  const over = () => new Life(navigator, '2024-07-04');
  test('the invented program: for a year, by hours earned by then, accepted by a person', () => {
    const life = over().claim(activity('2027-12-02', 27), ethics('2027-12-03', 3));
    assert.equal(life.standing('2027-12-10').kind, 'over');
    life.add(life.open('2027-12-10')).add(life.attest('2027-12-10')).add(life.pay('2027-12-10'));
    assert.equal(refusal(life.finish('2027-12-12')), 'needs-a-person');
    life.add(life.finish('2027-12-12', 'clerk-1'));
    assert.equal(termOf(life), '2027-12-12 2030-12-12');
    assert.equal(life.standing('2027-12-11').kind, 'over');
  });
  test('after that it takes a new application', () => {
    assert.equal(refusal(over().open('2028-07-05')), 'no-way-back');
  });
});

test('what can be opened follows the day: a renewal, a late one, nothing, a return', () => {
  const on = (life: Life, day: string) => {
    const purpose = purposeOn(life.state, care, date(day));
    return purpose.ok ? purpose.value : purpose.refusal.kind;
  };
  const life = held();
  assert.deepEqual(
    ['2027-02-28', '2027-05-31', '2027-06-30', '2027-07-01'].map((day) => on(life, day)),
    ['not-open-yet', 'renewal', 'late', 'no-way-back'],
  );
  life.add(retire(life.state, care, date('2027-07-01')));
  assert.equal(on(life, '2030-01-01'), 'return');
});

describe('an audit', () => {
  const drawn = () => {
    const life = held().claim(activity('2025-03-01', 10)).renew('2027-03-01');
    return life.add(drawForAudit(life.state, care, { on: date('2027-09-01'), lottery: 'l-1' }));
  };
  const decide = (life: Life, on: string, refused: readonly number[]) =>
    decideAudit(life.state, care, life.claimed, {
      ...{ on: date(on), by: 'auditor-1', appealDays: 30 },
      findings: life.activities.slice(0, 3).map(({ id }, place) => ({
        activity: id,
        accepted: !refused.includes(place),
        reason: refused.includes(place) ? 'The provider has no record of it.' : '',
      })),
    });
  test('looks at a term that was renewed on hours, and is drawn once for it', () => {
    const life = held();
    assert.equal(mayBeDrawn(life.state), false);
    const asked = { on: date('2027-09-01'), lottery: 'l-1' };
    assert.equal(refusal(drawForAudit(life.state, care, asked)), 'nothing-renewed');
    const once = drawn();
    assert.equal(mayBeDrawn(once.state), false);
    assert.equal(refusal(drawForAudit(once.state, care, asked)), 'drawn-before');
    assert.equal(once.state.earlier[0]?.audit?.answerBy, '2027-10-29');
  });
  test('its clock stands still while a third party owes an answer, and on leave', () => {
    const life = drawn();
    const pause = (on: string, why: 'third-party' | 'leave', until: string) =>
      pauseAudit(life.state, { on: date(on), why, until: date(until) });
    life.add(pause('2027-09-11', 'third-party', '2027-11-10'));
    // Somebody else is asked later, and leave begins: it stands still as long as the last of them.
    life.add(pause('2027-09-20', 'third-party', '2027-11-19'));
    life.add(pause('2027-09-21', 'leave', '2027-10-12'));
    assert.equal(refusal(pause('2027-09-22', 'leave', '2027-10-13')), 'paused-already');
    const again = (on: string, somebodyOwes: boolean) =>
      runAgain(life.state, { on: date(on), somebodyOwes })?.answerBy;
    assert.equal(again('2027-10-11', false), undefined);
    assert.equal(again('2027-10-12', true), undefined);
    // October 29, and the 31 days from September 11 to October 12.
    assert.equal(again('2027-10-12', false), '2027-11-29');
    life.add(endLeave(life.state, { on: date('2027-10-01'), somebodyOwes: true }));
    assert.equal(again('2027-10-02', false), '2027-11-19');
    assert.equal(refusal(decide(life, '2028-09-01', [])), 'still-time-to-answer');
    life.add(resumeAudit(life.state, date('2027-11-10')));
    assert.equal(life.state.earlier[0]?.audit?.answerBy, '2027-12-28');
    life.add(pause('2027-12-10', 'leave', '2028-06-10'));
    life.add(resumeAudit(life.state, date('2028-03-10')));
    assert.equal(life.state.earlier[0]?.audit?.answerBy, '2028-03-28');
    assert.equal(refusal(resumeAudit(life.state, date('2028-03-11'))), 'not-paused');
    assert.equal(refusal(pause('2028-04-01', 'leave', '2028-05-01')), 'past-its-day');
  });
  test('stands still no longer than until the day that was named, and no longer than a year', () => {
    const life = drawn();
    const pause = (until: string) =>
      pauseAudit(life.state, { on: date('2027-09-11'), why: 'third-party', until: date(until) });
    assert.equal(refusal(pause('2027-11-11')), 'not-a-pause');
    assert.equal(refusal(pause('2027-09-11')), 'not-a-pause');
    life.add(pause('2027-09-21')).add(resumeAudit(life.state, date('2027-12-01')));
    assert.equal(life.state.earlier[0]?.audit?.answerBy, '2027-11-08');
  });
  test('takes any of several proofs, so that nobody fails because one person cannot be reached', () => {
    assert.ok(VERIFIERS.length >= 3 && new Set(VERIFIERS).size === VERIFIERS.length);
  });
  test('is passed where what is shown is enough, although not everything was', () => {
    const life = drawn();
    life.add(answerAudit(life.state, date('2027-09-20')));
    assert.equal(refusal(answerAudit(life.state, date('2027-09-21'))), 'answered-already');
    life.add(decide(life, '2027-10-01', [2]));
    const decided = life.state.earlier[0]?.audit?.decided;
    assert.deepEqual([decided?.outcome, decided?.makeGoodBy], ['passed', null]);
    assert.equal(life.hours('2027-11-01').fates[2]?.kind, 'not-accepted');
  });
  test('asks for a finding on every activity, with a reason for each that is not accepted', () => {
    const life = drawn();
    assert.equal(refusal(decide(life, '2027-09-20', [])), 'still-time-to-answer');
    life.add(answerAudit(life.state, date('2027-09-20')));
    const asked = { on: date('2027-10-01'), by: 'auditor-1', appealDays: 30 };
    const findings = life.activities.map(({ id }) => ({
      activity: id,
      accepted: false,
      reason: '',
    }));
    const answer = (some: typeof findings) =>
      refusal(decideAudit(life.state, care, life.claimed, { ...asked, findings: some }));
    assert.equal(answer(findings.slice(1)), 'activity-left-out');
    assert.equal(
      answer([...findings, { activity: 'other', accepted: true, reason: '' }]),
      'unknown-activity',
    );
    assert.equal(answer(findings), 'reason-missing');
  });
  test('failed, it leaves time to make good what is missing; those hours count for nothing else', () => {
    const life = drawn();
    life.add(answerAudit(life.state, date('2027-09-20'))).add(decide(life, '2027-10-01', [0, 2]));
    assert.equal(life.state.earlier[0]?.audit?.decided?.outcome, 'failed');
    assert.equal(life.state.earlier[0]?.audit?.decided?.makeGoodBy, '2027-12-30');
    assert.equal(life.standing('2027-12-30').kind, 'held');
    const few = activity('2027-11-01', 40);
    const more = activity('2027-11-02', 40);
    life.claim(few, more);
    const fill = (ids: readonly string[], on = '2027-12-30') =>
      makeGood(life.state, care, life.claimed, { on: date(on), activities: ids });
    assert.equal(refusal(fill([few.id])), 'hours-missing');
    assert.equal(refusal(fill([life.activities[0]?.id ?? ''])), 'not-usable');
    assert.equal(refusal(fill([few.id, more.id], '2027-12-31')), 'too-late');
    life.add(fill([few.id, more.id]));
    assert.equal(life.hours('2028-01-01').tally.counted, 0);
    assert.equal(refusal(fill([few.id])), 'nothing-to-make-good');
  });
  const failed = (): Life => {
    const life = drawn();
    return life
      .add(answerAudit(life.state, date('2027-09-20')))
      .add(decide(life, '2027-10-01', [0]));
  };
  const told = (life: Life, earliest: string, appealOpen = false) =>
    announceEnd(life.state, care, { today: date(earliest), earliest: date(earliest), appealOpen });
  const decision = (on: string, reason = 'Not made good.') => ({
    ...{ on: date(on), by: 'reviewer-1', reason, appealDays: 30 },
  });
  const effect = (
    life: Life,
    earliest: string,
    change: { appealOpen?: boolean; on?: string } = {},
  ) =>
    endTakesEffect(life.state, {
      ...{
        today: date(earliest),
        earliest: date(earliest),
        appealOpen: change.appealOpen ?? false,
      },
      dismissedOn: change.on === undefined ? undefined : date(change.on),
    });
  test('not made good, its holder is told and can say something before anybody decides', () => {
    const life = failed();
    // 90 days to make it good from October 1: until December 30.
    assert.equal(refusal(told(life, '2027-12-30')), 'still-time');
    assert.equal(refusal(told(life, '2027-12-31', true)), 'appeal-open');
    const early = endAfterAudit(life.state, decision('2027-12-31'));
    assert.equal(refusal(early), 'not-announced');
    life.add(told(life, '2027-12-31'));
    // 30 days to say something.
    assert.equal(life.state.earlier[0]?.audit?.end?.answerBy, '2028-01-30');
    assert.equal(refusal(endAfterAudit(life.state, decision('2028-01-30'))), 'still-time');
    const say = (words: string, opened = false) =>
      answerEnd(life.state, { on: date('2028-01-10'), words, opened });
    assert.equal(refusal(say(' ')), 'words-missing');
    assert.equal(refusal(say('I was ill.', true)), 'too-late');
    life.add(say('I was ill.'));
    assert.equal(refusal(say('Again.')), 'answered-already');
    assert.equal(refusal(endAfterAudit(life.state, decision('2028-01-11', ' '))), 'reason-missing');
    life.add(endAfterAudit(life.state, decision('2028-01-11')));
    assert.equal(refusal(endAfterAudit(life.state, decision('2028-01-12'))), 'decided-already');
  });
  test('ended by a named person, the term ends when the appeal is over, and is not late then but over', () => {
    const life = failed();
    life.add(told(life, '2027-12-31')).add(endAfterAudit(life.state, decision('2028-01-31')));
    // 30 days to appeal from January 31: until March 1.
    assert.equal(refusal(effect(life, '2028-03-01')), 'still-time');
    assert.equal(refusal(effect(life, '2028-03-02', { appealOpen: true })), 'appeal-open');
    assert.equal(life.standing('2028-06-01').kind, 'held');
    const dismissed = effect(life, '2028-04-20', { on: '2028-04-19' });
    assert.equal(dismissed.ok ? dismissed.value.lastDay : '', '2028-04-19');
    life.add(effect(life, '2028-03-02'));
    assert.equal(life.standing('2028-03-01').kind, 'held');
    assert.equal(life.standing('2028-03-02').kind, 'over');
    assert.equal(refusal(effect(life, '2028-03-03')), 'not-decided');
    assert.equal(refusal(lapse(life.state, care, date('2028-03-03'))), 'ended-after-audit');
  });
  test('a person can keep the term, and then the audit is over', () => {
    const life = failed();
    life.add(told(life, '2027-12-31')).add(keepAfterAudit(life.state, decision('2028-01-31')));
    assert.equal(life.standing('2028-06-01').kind, 'held');
    assert.equal(
      refusal(endAfterAudit(life.state, decision('2028-06-02'))),
      'nothing-to-make-good',
    );
  });
  test('goes on when its holder renews, and ends the term that rested on the gap and no other', () => {
    const life = new Life(care, '2022-06-01', '2027-05-31');
    life.claim(...enough('2025-02-03')).renew('2027-03-01');
    life.claim(...enough('2030-02-03'));
    life.add(drawForAudit(life.state, care, { on: date('2032-03-01'), lottery: 'l-1' }));
    life.renew('2032-03-15');
    assert.equal(life.state.newest.term.from, '2032-06-01');
    assert.equal(auditable(life.state)?.term.to, '2027-05-31');
    assert.equal(mayBeDrawn(life.state), false);
    life.add(answerAudit(life.state, date('2032-03-20')));
    const findings = life.activities
      .filter(({ to }) => to < '2027-03-02')
      .map(({ id }) => ({ activity: id, accepted: false, reason: 'Nothing was sent.' }));
    life.add(
      decideAudit(life.state, care, life.claimed, {
        ...{ on: date('2032-03-21'), by: 'r-1', appealDays: 1, findings },
      }),
    );
    assert.equal(life.state.earlier[0]?.audit?.decided?.outcome, 'failed');
    const soon = { ...care, answerEndWithin: { kind: 'days-after', days: 1 } } as const;
    const rules = { ...soon, makeGoodWithin: care.makeGoodWithin };
    // Its term is over on May 31, before the 90 days to make it good: nothing is left to end.
    const late = date('2032-06-20');
    const asked = { today: late, earliest: late, appealOpen: false };
    assert.equal(refusal(announceEnd(life.state, rules, asked)), 'nothing-to-end');
    assert.equal(life.standing('2032-06-20').kind, 'held');
  });
  test('renewed meanwhile, the next term begins on its own day after a gap', () => {
    const life = new Life(care, '2022-06-01', '2027-05-31');
    life
      .claim(...enough('2025-02-03'))
      .renew('2027-03-01')
      .claim(...enough('2030-02-03'));
    life.add(drawForAudit(life.state, care, { on: date('2031-10-01'), lottery: 'l-1' }));
    life.add(answerAudit(life.state, date('2031-10-02')));
    const findings = life.activities
      .filter(({ to }) => to < '2027-03-02')
      .map(({ id }) => ({ activity: id, accepted: false, reason: 'Nothing was sent.' }));
    life.add(
      decideAudit(life.state, care, life.claimed, {
        ...{ on: date('2031-10-03'), by: 'r-1', appealDays: 30, findings },
      }),
    );
    life.add(told(life, '2032-01-02')).renew('2032-03-15');
    life.add(endAfterAudit(life.state, decision('2032-03-20')));
    life.add(effect(life, '2032-04-20'));
    assert.equal(life.standing('2032-04-19').kind, 'held');
    assert.deepEqual(life.standing('2032-04-20'), { kind: 'not-begun', from: '2032-06-01' });
    assert.deepEqual(life.standing('2032-06-01'), {
      ...{ kind: 'held', until: '2037-05-31', answerOwed: false },
    });
  });
  test('takes back what was carried along where the hours for it were not shown', () => {
    const rules = { ...care, carryOverHours: 10 };
    const life = new Life(rules, '2022-06-01', '2027-05-31');
    life.claim(...enough('2025-02-03'), activity('2025-03-01', 10)).renew('2027-03-01');
    assert.equal(life.hours('2027-07-01').tally.counted, 10);
    life.add(drawForAudit(life.state, rules, { on: date('2027-09-01'), lottery: 'l-1' }));
    life.add(answerAudit(life.state, date('2027-09-20'))).add(decide(life, '2027-10-01', [2]));
    assert.equal(life.hours('2027-11-01').tally.counted, 0);
  });
});

describe('ten years in periods', () => {
  test('are renewed once every period is whole, with what one lacked made up in the next', () => {
    const life = new Life(inBlocks, '2027-07-04');
    const years = ['2028', '2030', '2032', '2034', '2036'];
    for (const [place, year] of years.entries()) {
      life.claim(activity(`${year}-02-01`, place === 1 ? 14 : 16), ethics(`${year}-02-02`, 2));
      life.claim(
        ethics(`${year}-02-03`, place === 2 ? 4 : 2, {
          subjects: place < 2 ? ['language-access'] : [],
        }),
      );
    }
    assert.equal(life.hours('2037-06-01').tally.isComplete, true);
    life.renew('2037-06-01');
    assert.equal(termOf(life), '2037-07-05 2047-07-04');
  });
});

describe('an upheld appeal', () => {
  const turned = (of: 'renewal' | 'more-time' | 'audit', effect: 'reversed' | 'decide-again') =>
    ({
      ...({ type: 'set-aside', by: 'reviewer-2', matter: 'm-1' } as const),
      ...{ on: date('2027-12-01'), of, effect },
    }) as const;
  test('against a reason that was not accepted opens the renewal again, and it is finished', () => {
    const life = held();
    life.add(life.open('2027-06-20', { reason: 'I was in hospital.' }));
    life.add(life.attest('2027-06-20')).add(life.pay('2027-06-20'));
    const asked = { on: date('2027-06-25'), by: 'clerk-1', reason: 'Not shown.', appealDays: 30 };
    life.add(notAccept(life.state, care, asked));
    life.events.push(turned('renewal', 'reversed'));
    life.add(life.finish('2027-12-01', 'reviewer-2'));
    assert.equal(life.standing('2027-12-01').kind, 'held');
    assert.equal(life.state.newest.term.to, '2032-05-31');
  });
  test('against more time that was refused puts the question back, and the credential is held again', () => {
    const life = held();
    const until = date('2027-08-31');
    life.add(askForMoreTime(life.state, care, { on: date('2027-05-31'), until, matter: 'm-1' }));
    const refused = { on: date('2027-06-05'), by: 'r-1', reason: 'Not shown.' };
    const answer = { kind: 'refused', appealDays: 30 } as const;
    life.add(answerMoreTime(life.state, { ...refused, answer }));
    assert.equal(life.standing('2027-07-01').kind, 'late');
    life.events.push(turned('more-time', 'reversed'));
    assert.equal(life.standing('2027-07-01').kind, 'held');
    const given = { kind: 'granted', until } as const;
    life.add(answerMoreTime(life.state, { ...refused, on: date('2027-07-02'), answer: given }));
    assert.equal(life.state.newest.lastDay, '2027-08-31');
  });
  test('against an audit counts as passed, or lets other people decide it again', () => {
    const failed = () => {
      const life = held().renew('2027-03-01');
      life.add(drawForAudit(life.state, care, { on: date('2027-09-01'), lottery: 'l-1' }));
      life.add(answerAudit(life.state, date('2027-09-20')));
      const findings = life.activities.map(({ id }) => ({
        ...{ activity: id, accepted: false, reason: 'Nothing shows it.' },
      }));
      return life.add(
        decideAudit(life.state, care, life.claimed, {
          ...{ on: date('2027-10-01'), by: 'r-1', findings, appealDays: 30 },
        }),
      );
    };
    const one = failed();
    assert.equal(one.state.earlier[0]?.audit?.decided?.outcome, 'failed');
    one.events.push(turned('audit', 'reversed'));
    assert.equal(one.state.earlier[0]?.audit?.decided?.outcome, 'passed');
    assert.deepEqual(one.state.notAccepted, []);
    const again = failed();
    again.events.push(turned('audit', 'decide-again'));
    assert.equal(again.state.earlier[0]?.audit?.decided, undefined);
    assert.equal(mayBeDrawn(again.state), false);
  });
});
