import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Choices,
  complaint,
  fingerprint,
  nextStep,
  START,
  usual,
} from '../../../tests/support/conduct.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { extend, liftStay, stay, suspendMeanwhile } from './aside.ts';
import { running } from './clocks.ts';
import { checkCondition, publish } from './conduct-appeal.ts';
import type { ConductEvent } from './conduct-event.ts';
import { type ConductMatter, type Stage, suspendedMeanwhile } from './conduct-matter.ts';
import { evolve } from './evolve.ts';
import { addEvidence, handOn } from './inquiry.ts';
import { promisesNow } from './promises.ts';
import { passTime } from './ready.ts';

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
/** Taken from step to step until it is at this stage. */
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

test('a complaint that holds goes from intake to a public reprimand that ends', () => {
  const state = until('monitoring');
  assert.equal(state.inForce?.sanction.kind, 'public-reprimand');
  const told = after(state, publish(state, { on: state.latest, by: 'staff' }));
  assert.equal(told.publishedOn, state.latest);
  assert.equal(kindOf(publish(told, { on: told.latest, by: 'staff' })), 'published-before');
  assert.equal(
    kindOf(checkCondition(told, { on: told.latest, by: 'staff', kept: true, words: 'Seen.' })),
    'done',
  );
});

test('a private reprimand is told to nobody', () => {
  const state = until('monitoring', { kind: 'private-reprimand' });
  assert.equal(kindOf(publish(state, { on: state.latest, by: 'staff' })), 'not-public');
});

test('a false complaint is screened out with four reasons, and nobody was told of it', () => {
  const state = until('closed', { met: false });
  assert.deepEqual(
    [state.noticedOn, state.decision, state.inForce],
    [undefined, undefined, undefined],
  );
});

test('an appeal that finds the rule misread reverses the decision, and nothing ever took effect', () => {
  const state = until('closed', { objects: true, ground: 'rule-misread', found: true });
  assert.deepEqual(
    [state.decision, state.inForce, state.publishedOn],
    [undefined, undefined, undefined],
  );
});

test('on anonymous words alone a private reprimand is the most there is', () => {
  const state = until('decision', { evidence: 'anonymous-testimony' });
  const tried = nextStep(state, state.latest, usual);
  assert.equal(tried && kindOf(tried), 'anonymous-alone');
  const mild = nextStep(state, state.latest, { ...usual, kind: 'private-reprimand' });
  assert.equal(mild && kindOf(mild), 'done');
});

test('advice accuses nobody, and a rule that came later neither', () => {
  const alleged = (number: string, day: string) =>
    kindOf(
      complaint({
        alleged: [{ number, conductOn: date(day), alsoCited: [], words: 'So it was.' }],
      }),
    );
  assert.equal(alleged('P2', '2026-06-01'), 'advisory-only');
  assert.equal(alleged('R25', '2025-06-01'), 'not-in-force-then');
  assert.equal(alleged('R20', '2026-09-02'), 'not-yet');
  assert.equal(alleged('R20', '2025-06-01'), 'done');
});

test('evidence is handed on by its holder alone, and only unchanged', () => {
  const at = until('investigation');
  const asked = {
    on: at.latest,
    by: 'ana',
    id: 'e1',
    kind: 'document',
    sha256: fingerprint(1),
    source: 'A letter.',
  } as const;
  const state = after(at, addEvidence(at, asked));
  const hand = { on: at.latest, by: 'ana', id: 'e1', to: 'bo', sha256: fingerprint(1) };
  assert.equal(kindOf(handOn(state, { ...hand, by: 'bo' })), 'not-the-holder');
  assert.equal(kindOf(handOn(state, { ...hand, sha256: fingerprint(2) })), 'changed');
  assert.equal(kindOf(handOn(state, { ...hand, id: 'e9' })), 'unknown-evidence');
  const handed = after(state, handOn(state, hand));
  assert.deepEqual(
    handed.evidence[0]?.custody.map(({ by }) => by),
    ['ana', 'bo'],
  );
  assert.equal(kindOf(handOn(handed, hand)), 'not-the-holder');
  const held = nextStep(handed, handed.latest, { ...usual, careful: false });
  assert.equal(held && kindOf(held), 'not-disclosed');
});

test('a hearing is told thirty days before, and nobody is suspended meanwhile twice or for long', () => {
  const state = until('hearing');
  const short = nextStep(state, state.latest, { ...usual, careful: false });
  assert.equal(short && kindOf(short), 'too-short');
  const asked = { on: state.latest, by: 'director', reason: 'Somebody is in danger.' };
  assert.equal(
    kindOf(suspendMeanwhile(state, { ...asked, until: addDays(state.latest, 61) })),
    'too-long',
  );
  const ordered = after(
    state,
    suspendMeanwhile(state, { ...asked, until: addDays(state.latest, 60) }),
  );
  assert.ok(suspendedMeanwhile(ordered, addDays(state.latest, 60)));
  assert.ok(!suspendedMeanwhile(ordered, addDays(state.latest, 61)));
  assert.equal(
    kindOf(suspendMeanwhile(ordered, { ...asked, until: addDays(state.latest, 9) })),
    'once-only',
  );
  const early = begun();
  assert.equal(
    kindOf(suspendMeanwhile(early, { ...asked, on: START, until: addDays(START, 9) })),
    'no-notice',
  );
});

test('a promise is made anew with a reason, stands still while the matter rests, and is broken by waiting', () => {
  const state = begun();
  const [clock] = state.clocks;
  assert.ok(clock);
  const { by } = clock;
  const asked = {
    on: START,
    step: 'screening',
    to: 'complainant',
    by: 'staff',
    until: addDays(by, 10),
  } as const;
  assert.equal(kindOf(extend(state, { ...asked, reason: ' ' })), 'reason-missing');
  assert.equal(kindOf(extend(state, { ...asked, until: by, reason: 'Ill.' })), 'not-later');
  const longer = after(state, extend(state, { ...asked, reason: 'Ill.' }));
  assert.equal(passTime(longer, addDays(by, 1)).length, 1);
  assert.equal(passTime(longer, addDays(by, 11)).length, 2);
  const rests = after(
    state,
    stay(state, { on: START, by: 'staff', reason: 'A court decides first.' }),
  );
  assert.deepEqual(passTime(rests, addDays(by, 400)), []);
  assert.deepEqual([promisesNow(rests), promisesNow(state, 'respondent').length], [[], 1]);
  const back = after(rests, liftStay(rests, { on: addDays(START, 100), by: 'staff' }));
  assert.deepEqual(
    back.clocks.filter(running).map((one) => one.by),
    [addDays(by, 100), addDays(by, 100)],
  );
});
