/** What complainants can do besides complaining, and what a panel weighs beside the evidence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Choices,
  complaint,
  NO_LIKE_CASES,
  nextStep,
  POOL,
  START,
  sanctionOf,
  seat,
  speaker,
  usual,
} from '../../../tests/support/conduct.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { addDays, addYears, date } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { navigatorCode } from '../../program/catalog/navigator-code.ts';
import { redeliver, withdraw } from './aside.ts';
import { running } from './clocks.ts';
import { tellClosing } from './closing.ts';
import { correct } from './conduct-appeal.ts';
import type { ConductEvent } from './conduct-event.ts';
import type { ConductMatter, Stage } from './conduct-matter.ts';
import { evolve } from './evolve.ts';
import { join, screen } from './intake.ts';
import { answerOffer, decide, offer } from './judgment.ts';
import { departs, likeCases, type PastCase } from './like-cases.ts';
import { commitDraw, seatPanel } from './panels.ts';
import { passTime } from './ready.ts';
import { appealScreening } from './screening-appeal.ts';

const kindOf = (answer: Result<unknown, string>): string =>
  answer.ok ? 'done' : answer.refusal.kind;

function begun(change: Parameters<typeof complaint>[0] = {}): ConductMatter {
  const first = complaint(change);
  assert.ok(first.ok);
  const state = evolve(undefined, first.value);
  assert.ok(state);
  return state;
}
function after(
  state: ConductMatter,
  answer: Result<readonly ConductEvent[], string>,
): ConductMatter {
  assert.ok(answer.ok, answer.ok ? '' : answer.refusal.because);
  const next = answer.value.reduce<ConductMatter | undefined>(evolve, state);
  assert.ok(next);
  return next;
}
function until(stage: Stage, chosen: Partial<Choices> = {}, from = begun()): ConductMatter {
  let state = from;
  for (let step = 0; step < 40 && state.stage !== stage; step += 1) {
    const answer = nextStep(state, state.latest, { ...usual, ...chosen });
    assert.ok(answer, `stuck at ${state.stage}`);
    state = after(state, answer);
  }
  assert.equal(state.stage, stage);
  return state;
}

test('whoever was screened out may have other people look again, once and in time', () => {
  const out = until('closed', { met: false });
  const asked = { on: out.latest, complaint: 'c1', statement: 'You overlooked the letter.' };
  assert.equal(kindOf(appealScreening(out, { ...asked, statement: ' ' })), 'words-missing');
  assert.equal(kindOf(appealScreening(out, { ...asked, on: addDays(START, 31) })), 'too-late');
  const looked = after(out, appealScreening(out, asked));
  assert.equal(looked.stage, 'screening-appeal');
  assert.equal(until('notice', { granted: true }, looked).stage, 'notice');
  const left = until('closed', { granted: false }, looked);
  assert.equal(kindOf(appealScreening(left, { ...asked, on: left.latest })), 'nothing-to-appeal');
});

test('the code binds nobody before their first application, and nobody whom it never bound', () => {
  const answer = { met: true, reason: 'Looked at.' };
  const answers = { standing: answer, jurisdiction: answer, provision: answer, 'in-time': answer };
  const screened = (bound: ConductMatter['bound'], met: boolean): string =>
    kindOf(
      screen(begun({ bound }), {
        on: START,
        by: 'staff',
        answers: { ...answers, jurisdiction: { met, reason: 'By the register.' } },
      }),
    );
  assert.equal(screened(undefined, true), 'jurisdiction-misread');
  assert.equal(screened(undefined, false), 'done');
  const later = { since: date('2026-07-01'), until: undefined };
  assert.equal(screened(later, true), 'jurisdiction-misread');
  const ended = { since: date('2020-01-01'), until: date('2026-05-31') };
  assert.equal(screened(ended, true), 'jurisdiction-misread');
  assert.equal(screened({ ...ended, until: date('2026-06-01') }, true), 'done');
});

test('two complaints about the same events are one matter, and it goes on while one of them stands', () => {
  const first = begun();
  const asked = {
    ...{ on: START, by: 'staff', code: navigatorCode, complaint: 'c2' },
    naming: 'anonymous',
    hopes: 'That it stops.',
    alleged: [{ number: 'R2', conductOn: date('2026-06-02'), alsoCited: [], words: 'Again.' }],
  } as const;
  assert.equal(kindOf(join(first, { ...asked, complaint: 'c1' })), 'known-already');
  const both = after(first, join(first, asked));
  assert.deepEqual(
    both.allegations.map(({ id }) => id),
    ['a1', 'a2', 'a3'],
  );
  const one = after(both, withdraw(both, { on: START, complaint: 'c1' }));
  assert.equal(one.withdrawnOn, undefined);
  assert.equal(kindOf(withdraw(one, { on: START, complaint: 'c1' })), 'unknown-complaint');
  assert.equal(after(one, withdraw(one, { on: START, complaint: 'c2' })).withdrawnOn, START);
  const told = until('response');
  assert.equal(kindOf(join(told, { ...asked, on: told.latest })), 'told-already');
  assert.equal(kindOf(join(told, { ...asked, on: told.latest, alleged: [] })), 'done');
});

test('when it is over each complainant hears by a promised day whether what they hoped for came about', () => {
  const over = until('closed', { met: false });
  const asked = { on: over.latest, by: 'staff', complaint: 'c1', achieved: 'no' } as const;
  assert.equal(kindOf(tellClosing(over, { ...asked, reason: ' ' })), 'reason-missing');
  assert.equal(kindOf(tellClosing(begun(), { ...asked, on: START, reason: 'So.' })), 'not-over');
  const late = passTime(over, addDays(over.latest, 40));
  assert.deepEqual(
    late.map((event) => event.type === 'promise-broken' && event.step),
    ['closing', 'closing'],
  );
  const told = after(over, tellClosing(over, { ...asked, reason: 'Nothing was found.' }));
  assert.deepEqual(told.clocks.filter(running), []);
  assert.equal(kindOf(tellClosing(told, { ...asked, reason: 'Again.' })), 'told-already');
});

test('a panel is drawn from a seed announced before the pool, and from no other', () => {
  const state = until('review');
  const on = state.latest;
  const draw = { on, by: 'staff', panel: 'review', pool: POOL, seed: 'kept' } as const;
  assert.equal(kindOf(seatPanel(state, draw)), 'no-commitment');
  const announced = { on, by: 'staff', panel: 'review', commitment: sha256Hex('kept') } as const;
  assert.equal(kindOf(commitDraw(state, { ...announced, commitment: 'kept' })), 'no-commitment');
  const waits = after(state, commitDraw(state, announced));
  assert.equal(kindOf(seatPanel(waits, { ...draw, seed: 'liked better' })), 'another-seed');
  const seated = after(waits, seatPanel(waits, draw));
  assert.equal(seated.sitting.review?.length, 3);
  assert.equal(kindOf(commitDraw(seated, announced)), 'seats-taken');
});

test('the panel offers an agreement, and without the respondent it is nothing', () => {
  let state = until('hearing');
  state = after(state, seat(state, state.latest, 'hearing'));
  state = after(state, seat(state, state.latest, 'hearing'));
  const on = state.latest;
  const terms = {
    ...{ on, by: speaker(state, 'hearing'), like: NO_LIKE_CASES, remedy: undefined },
    findings: state.cause.map((allegation) => ({
      ...{ allegation, breach: true, reason: 'Admitted.' },
      evidence: ['e1'],
    })),
    sanction: sanctionOf('private-reprimand', on),
  };
  assert.equal(kindOf(offer(state, { ...terms, by: 'staff' })), 'not-on-panel');
  assert.equal(kindOf(answerOffer(state, { on, agrees: true })), 'no-offer');
  const offered = after(state, offer(state, terms));
  assert.equal(kindOf(answerOffer(offered, { on: addDays(on, 22), agrees: true })), 'too-late');
  const agreed = after(offered, answerOffer(offered, { on, agrees: true }));
  assert.deepEqual([agreed.stage, agreed.decision?.how], ['appeal-window', 'consent']);
  const declined = after(offered, answerOffer(offered, { on, agrees: false }));
  assert.deepEqual([declined.stage, declined.offer], ['hearing', undefined]);
});

test('like cases are those in which one of the provisions was breached; a sanction outside their range needs its reason', () => {
  const past: readonly PastCase[] = [
    { provisions: ['R1'], kind: 'public-reprimand', days: 365 },
    { provisions: ['R1', 'R4'], kind: 'public-reprimand', days: 730 },
    { provisions: ['R7'], kind: 'probation', days: 365 },
    { provisions: ['R9'], kind: 'revocation', days: 1825 },
  ];
  const like = likeCases(past, ['R1', 'R7']);
  assert.deepEqual(like.byKind, [
    { kind: 'public-reprimand', cases: 2, shortestDays: 365, longestDays: 730 },
    { kind: 'probation', cases: 1, shortestDays: 365, longestDays: 365 },
  ]);
  const on = START;
  const of = (kind: PastCase['kind'], years: number): boolean =>
    departs(like, { kind, endsOn: addYears(on, years) }, on);
  assert.deepEqual(
    [
      of('public-reprimand', 1),
      of('public-reprimand', 3),
      of('suspension', 1),
      of('private-reprimand', 1),
    ],
    [false, true, true, true],
  );
  assert.ok(!departs(likeCases(past, ['R9']), { kind: 'private-reprimand', endsOn: on }, on));

  const state = until('decision');
  const harsh = {
    ...{ on: state.latest, by: speaker(state, 'hearing'), like, remedy: undefined },
    findings: state.cause.map((allegation) => ({
      ...{ allegation, breach: true, reason: 'Shown.' },
      evidence: ['e1'],
    })),
  };
  const given = (departure: string | undefined): string =>
    kindOf(
      decide(state, {
        ...harsh,
        sanction: { ...sanctionOf('revocation', state.latest), departure },
      }),
    );
  assert.equal(given(undefined), 'departure-unexplained');
  assert.equal(given(' '), 'departure-unexplained');
  assert.equal(given('The client was harmed for good.'), 'done');
});

test('a letter that came back sets its time anew, and a notice can be corrected at any later day', () => {
  const waits = until('response');
  const on = addDays(waits.latest, 20);
  const asked = { on, by: 'staff', what: 'notice', reason: 'The letter came back.' } as const;
  assert.equal(kindOf(redeliver(waits, { ...asked, what: 'decision' })), 'not-now');
  assert.equal(after(waits, redeliver(waits, asked)).answerUntil, addDays(on, 30));
  const decided = until('appeal-window');
  const again = { ...asked, on: addDays(decided.latest, 9), what: 'decision' } as const;
  assert.equal(
    after(decided, redeliver(decided, again)).decision?.appealUntil,
    addDays(decided.latest, 39),
  );
  const words = { on: waits.latest, by: 'staff', words: 'The date was wrong.' };
  assert.equal(kindOf(correct(waits, words)), 'nothing-published');
});
