import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  attested,
  day,
  fact,
  opened,
  openedOn,
  opening,
  sent,
  taken,
} from '../../../tests/support/matter-story.ts';
import type { Result } from '../../kernel/result/result.ts';
import {
  attest,
  decide,
  LONGEST_REASON,
  open,
  sendToReview,
  setAside,
  stepAside,
  take,
  withdraw,
} from './decide.ts';
import { type Matter, type MatterEvent, stateOf } from './matter.ts';

const aside: MatterEvent = {
  type: 'stepped-aside',
  on: day('02-04'),
  decider: 'decider',
  reason: 'a friend',
};
const yes = { criterion: 'degree', met: true, reason: '' };
const no = { criterion: 'months', met: false, reason: 'Four months are shown.' };
const decided: MatterEvent = {
  type: 'decided',
  on: day('02-05'),
  decider: 'decider',
  outcome: 'met',
  findings: [yes, no],
  appealUntil: day('03-06'),
};
const withdrawn: MatterEvent = { type: 'withdrawn', on: day('02-06') };

const recording = [opened];
const recorded = [opened, attested];
const waiting = [...recorded, sent];
const inReview = [...waiting, taken];
const done = [...inReview, decided];
const again: MatterEvent = {
  type: 'set-aside',
  on: day('03-20'),
  appeal: 'appeal',
  effect: 'decide-again',
  outcome: 'not-met',
  appealUntil: day('04-19'),
};

/** The event a command makes, or the kind of refusal; a refusal always says why in words for a person. */
function answer(result: Result<MatterEvent>): MatterEvent | string {
  if (result.ok) {
    return result.value;
  }
  assert.match(result.refusal.because, /\w+ \w+/);
  return result.refusal.kind;
}
const given =
  <Asked>(rule: (state: Matter, asked: Asked) => Result<MatterEvent>) =>
  (events: readonly MatterEvent[], asked: Asked) =>
    answer(rule(stateOf(events), asked));

describe('open', () => {
  const when = given(open);
  test('writes down the published rules and the promised date', () =>
    assert.deepEqual(when([], opening), opened));
  test('a promise for the day of filing itself can be kept', () =>
    assert.notEqual(when([], { ...opening, promisedBy: openedOn }), 'promise-in-the-past'));
  test('refuses twice: already-opened', () =>
    assert.equal(when(recording, opening), 'already-opened'));
  test('refuses after the end: already-opened', () =>
    assert.equal(when([opened, withdrawn], opening), 'already-opened'));
  test('refuses without a criterion: nothing-to-judge', () =>
    assert.equal(when([], { ...opening, criteria: [] }), 'nothing-to-judge'));
  test('refuses a date before the day of filing: promise-in-the-past', () =>
    assert.equal(when([], { ...opening, promisedBy: day('01-31') }), 'promise-in-the-past'));
});

describe('attest', () => {
  const when = given(attest);
  const asked = {
    clerk: 'clerk',
    on: day('02-02'),
    facts: [fact],
    statement: ' The job began in 2020. ',
    names: ['Ana Sousa', 'Sousa'],
  };
  const event = {
    type: 'attested',
    on: day('02-02'),
    clerk: 'clerk',
    facts: [fact],
    statement: 'The job began in 2020.',
  };
  test('writes down facts and statement, and no name list', () =>
    assert.deepEqual(when(recording, asked), event));
  test('may be done again while recording', () => assert.deepEqual(when(recorded, asked), event));
  test('refuses before opening and after sending: not-recording', () => {
    for (const events of [[], waiting, inReview, done, [opened, withdrawn]]) {
      assert.equal(when(events, asked), 'not-recording');
    }
  });
  test('refuses a fact for a criterion nobody published: unknown-criterion', () =>
    assert.equal(
      when(recording, { ...asked, facts: [fact, { ...fact, criterion: 'charm' }] }),
      'unknown-criterion',
    ));
  test('refuses a name in the statement: names-somebody', () =>
    assert.equal(
      when(recording, { ...asked, statement: 'Dr. SOUSA began in 2020.' }),
      'names-somebody',
    ));
  test('refuses a name in the value of a fact: names-somebody', () =>
    assert.equal(
      when(recording, { ...asked, facts: [{ ...fact, value: 'master (Sousa)' }] }),
      'names-somebody',
    ));
  test('does not take a part of a longer word for a name', () =>
    assert.notEqual(
      when(recording, { ...asked, statement: 'Sousaphone lessons.' }),
      'names-somebody',
    ));
});

describe('send to review', () => {
  const when = given(sendToReview);
  const asked = { clerk: 'sender', on: day('02-03') };
  test('hands the matter to the deciders', () => assert.deepEqual(when(recorded, asked), sent));
  test('refuses twice, and before opening: not-recording', () => {
    for (const events of [[], waiting, inReview, done, [opened, withdrawn]]) {
      assert.equal(when(events, asked), 'not-recording');
    }
  });
  test('refuses where no clerk has looked yet: nothing-attested', () =>
    assert.equal(when(recording, asked), 'nothing-attested'));
});

describe('take', () => {
  const when = given(take);
  const asked = { decider: 'decider', on: day('02-04'), excluded: false };
  test('puts the matter in one person’s hands', () =>
    assert.deepEqual(when(waiting, asked), taken));
  test('somebody else may take it after one stepped aside', () =>
    assert.deepEqual(when([...inReview, aside], { ...asked, decider: 'other' }), {
      ...taken,
      decider: 'other',
    }));
  test('refuses what is not in the queue: not-waiting', () => {
    for (const events of [[], recording, recorded, inReview, done, [...waiting, withdrawn]]) {
      assert.equal(when(events, asked), 'not-waiting');
    }
  });
  test('refuses whom the records exclude: excluded', () =>
    assert.equal(when(waiting, { ...asked, excluded: true }), 'excluded'));
  test('refuses the clerk who recorded and the clerk who sent it: excluded', () => {
    assert.equal(when(waiting, { ...asked, decider: 'clerk' }), 'excluded');
    assert.equal(when(waiting, { ...asked, decider: 'sender' }), 'excluded');
  });
  test('refuses whoever stepped aside: excluded', () =>
    assert.equal(when([...inReview, aside], asked), 'excluded'));
  test('refuses whoever made the decision that was set aside: excluded', () =>
    assert.equal(when([...done, again], asked), 'excluded'));
});

describe('step aside', () => {
  const when = given(stepAside);
  const asked = { decider: 'decider', on: day('02-04'), reason: '  a friend ' };
  test('gives the matter back, with the reason', () =>
    assert.deepEqual(when(inReview, asked), aside));
  test('refuses whoever has not taken it: not-your-matter', () => {
    assert.equal(when(inReview, { ...asked, decider: 'other' }), 'not-your-matter');
    for (const events of [[], recording, waiting, done]) {
      assert.equal(when(events, asked), 'not-your-matter');
    }
  });
  test('refuses blanks for a reason: reason-missing', () =>
    assert.equal(when(inReview, { ...asked, reason: ' \n\t' }), 'reason-missing'));
});

describe('decide', () => {
  const when = given(decide);
  const asked = { decider: 'decider', on: day('02-05'), findings: [yes, no] };
  test('the outcome follows from the findings; the last day to appeal from the published rule', () =>
    assert.deepEqual(when(inReview, asked), decided));
  test('reasons lose the blanks around them', () =>
    assert.deepEqual(
      when(inReview, { ...asked, findings: [yes, { ...no, reason: ` ${no.reason}\n` }] }),
      decided,
    ));
  test('refuses whoever has not taken it: not-your-matter', () => {
    assert.equal(when(inReview, { ...asked, decider: 'other' }), 'not-your-matter');
    for (const events of [[], recording, waiting, done, [...inReview, aside]]) {
      assert.equal(when(events, asked), 'not-your-matter');
    }
  });
  test('refuses a criterion without an answer, and names it: criterion-left-out', () => {
    const answered = decide(stateOf(inReview), { ...asked, findings: [yes] });
    assert.equal(answer(answered), 'criterion-left-out');
    assert.match(answered.ok ? '' : answered.refusal.because, /12 months of work/);
  });
  test('refuses an answer to what was never asked: unknown-criterion', () =>
    assert.equal(
      when(inReview, { ...asked, findings: [yes, no, { ...yes, criterion: 'charm' }] }),
      'unknown-criterion',
    ));
  test('refuses two answers to one criterion: criterion-answered-twice', () =>
    assert.equal(
      when(inReview, { ...asked, findings: [yes, no, { ...no, met: true }] }),
      'criterion-answered-twice',
    ));
  test('refuses "not met" without a reason: reason-missing', () =>
    assert.equal(
      when(inReview, { ...asked, findings: [yes, { ...no, reason: '   ' }] }),
      'reason-missing',
    ));
  test('refuses a ground of appeal without a reason, found or not: reason-missing', () => {
    const heard = inReview.map((event) =>
      event.type === 'opened' ? { ...event, kind: 'appeal' as const } : event,
    );
    for (const met of [true, false]) {
      const answer = given(decide)(heard, {
        ...asked,
        findings: [
          { ...yes, reason: 'It is so.' },
          { ...no, met, reason: ' ' },
        ],
      });
      assert.equal(answer, 'reason-missing');
    }
    const answered = [yes, no].map((finding) => ({ ...finding, reason: 'As the record shows.' }));
    assert.notEqual(when(heard, { ...asked, findings: answered }), 'reason-missing');
  });
  test('refuses a reason past the limit, and takes one at the limit: reason-too-long', () => {
    const long = 'x'.repeat(LONGEST_REASON);
    assert.equal(
      when(inReview, { ...asked, findings: [yes, { ...no, reason: `${long}x` }] }),
      'reason-too-long',
    );
    assert.notEqual(
      when(inReview, { ...asked, findings: [{ ...yes, reason: long }, no] }),
      'reason-too-long',
    );
  });
});

describe('withdraw', () => {
  const when = given(withdraw);
  const asked = { on: day('02-06') };
  test('closes an open matter at any step', () => {
    for (const events of [recording, recorded, waiting, inReview, [...done, again]]) {
      assert.deepEqual(when(events, asked), withdrawn);
    }
  });
  test('refuses what is closed or was never opened: already-closed', () => {
    for (const events of [[], done, [opened, withdrawn]]) {
      assert.equal(when(events, asked), 'already-closed');
    }
  });
});

describe('set aside', () => {
  const when = given(setAside);
  const asked = { on: day('03-20'), appeal: 'appeal', effect: 'decide-again' } as const;
  const lost: readonly MatterEvent[] = [...inReview, { ...decided, outcome: 'not-met' }];
  test('carries out an upheld appeal, with a new last day to appeal', () =>
    assert.deepEqual(when(lost, asked), { ...again, outcome: 'met' }));
  test('the outcome turns in favor of whoever appealed', () =>
    assert.deepEqual(when(lost, { ...asked, effect: 'reversed' }), {
      ...again,
      effect: 'reversed',
      outcome: 'met',
    }));
  test('takes nothing that was given: nothing-to-appeal', () => {
    for (const effect of ['reversed', 'decide-again'] as const) {
      assert.equal(when(done, { ...asked, effect }), 'nothing-to-appeal');
    }
  });
  test('refuses where nothing is decided: not-decided', () => {
    for (const events of [
      [],
      recording,
      waiting,
      inReview,
      [opened, withdrawn],
      [...done, again],
    ]) {
      assert.equal(when(events, asked), 'not-decided');
    }
  });
});
