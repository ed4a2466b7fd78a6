/** Whatever is claimed and asked, by whomever, in whatever order and wherever on Earth, these stay true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { care, inBlocks, navigator, providers, work } from '../../../tests/support/renewal.ts';
import { generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import {
  addDays,
  type CivilDate,
  civilDateAt,
  date,
  dayNumber,
} from '../../kernel/dates/civil-date.ts';
import { datesOnEarth, dayOfAct } from '../../kernel/dates/last-day.ts';
import type { Result } from '../../kernel/result/result.ts';
import { freshTerm } from '../../program/maintenance/term.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import { type Activity, activityKey, oncePerActivity, sumOfHours } from './activity.ts';
import {
  answerAudit,
  auditable,
  decideAudit,
  drawForAudit,
  makeGood,
  pauseAudit,
  resumeAudit,
} from './audit.ts';
import { auditPlace, isRunning } from './audit-state.ts';
import { type CredentialLife, lifeOf, termsOf } from './credential-life.ts';
import { finish } from './finish.ts';
import { hoursOn, tallyOfClosed } from './hours.ts';
import { answerMoreTime, askForMoreTime, lapse, retire } from './leave.ts';
import { balanceOf, pay, refund } from './payment.ts';
import { inOneSentence, pictureOf } from './picture.ts';
import { attest, notAccept, open } from './renew.ts';
import type { Event, RenewalEvent } from './renewal-event.ts';
import { isHeld, standingOn } from './standing.ts';
import {
  announceEnd,
  answerEnd,
  closeAudit,
  endAfterAudit,
  endTakesEffect,
  keepAfterAudit,
} from './term-end.ts';

const yearly: WorkingRules = {
  ...{ ...navigator, id: 'yearly', everyYears: 1, ends: { kind: 'day-before-anniversary' } },
  requirement: { ...navigator.requirement, hours: 10, minimums: [] },
  carryOverHours: 5,
  repeatedCourse: 'each-time',
};
const RULES = { care, work, navigator, inBlocks, yearly };
const ZONES = ['Pacific/Kiritimati', 'Etc/GMT+12', 'America/New_York', 'Asia/Kolkata', 'UTC'];
const BODY = 'America/New_York';

const WHAT = [
  ...['next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next'],
  ...['claim', 'claim', 'claim', 'claim-again', 'open', 'attest', 'pay', 'finish', 'renew'],
  ...['refund', 'not-accept', 'ask', 'answer', 'lapse', 'retire', 'draw', 'pause', 'resume'],
  ...['answer-audit', 'decide-audit', 'make-good', 'end'],
] as const;

interface Command {
  readonly what: (typeof WHAT)[number];
  readonly hours: number;
  readonly number: number;
  readonly yes: boolean;
  readonly words: string;
}
const command: fc.Arbitrary<Command> = fc.record({
  what: fc.constantFrom(...WHAT),
  // Often a few hours, sometimes years, sometimes to the very end of the term or some weeks before it.
  hours: fc.oneof(fc.nat(40), fc.nat(24 * 200), fc.nat(24 * 900), fc.constantFrom(-1, -2)),
  number: fc.nat(60),
  yes: fc.boolean(),
  words: fc.constantFrom('', ' ', 'In words.', 'In words.', 'In words.'),
});

interface Life {
  readonly rules: WorkingRules;
  readonly events: RenewalEvent[];
  readonly activities: Activity[];
  /** What each renewal rested on, as it was when it was finished. */
  readonly used: string[][];
  /** The instant of each event. */
  readonly instants: number[];
  now: number;
}

const stateOf = (life: Life): CredentialLife => {
  const state = lifeOf(life.events);
  assert.ok(state);
  return state;
};
const claimedIn = ({ activities }: Life) => ({ activities, providers });

function claim(life: Life, { number, yes }: Command): void {
  const day = datesOnEarth(life.now).latest;
  const completed = addDays(day, -number);
  life.activities.push({
    ...{ id: `a-${life.activities.length}`, provider: 'Harbor Institute' },
    ...{ title: `Course ${number % 7}`, from: completed, to: completed, hours: 4 + (number % 19) },
    ...{ subjects: yes ? ['ethics', 'language-access'] : [], evidence: yes ? 'file' : null },
    delivery: number % 5 === 0 ? 'self-paced' : 'live',
    approval: { kind: 'provider', provider: number % 11 === 0 ? 'lapsed' : 'harbor' },
  });
}

function done(life: Life, event: Result<RenewalEvent>): void {
  if (!event.ok) {
    return;
  }
  const before = stateOf(life);
  if ('countedUntil' in event.value && event.value.route === 'hours') {
    const on = before.open?.attestedOn ?? assert.fail('finished without being attested');
    const { tally } = hoursOn(before, life.rules, claimedIn(life), { on, latest: on });
    life.used.push(tally.activities.map(({ id }) => id));
  }
  if (event.value.type === 'made-good') {
    life.used.push([...event.value.activities]);
  }
  life.events.push(event.value);
  life.instants.push(life.now);
}

function act(life: Life, one: Command): void {
  const { rules } = life;
  const state = stateOf(life);
  const { lastDay } = state.newest;
  const on = dayOfAct(life.now, BODY, lastDay);
  const { earliest, latest } = datesOnEarth(life.now);
  const { words, yes, number } = one;
  const money = { on, reference: `r-${number % 9}`, cents: 100 * (1 + (number % 40)) };
  const named = { on, by: 'somebody', reason: words, appealDays: 30 };
  switch (one.what) {
    case 'claim':
      claim(life, one);
      return;
    case 'claim-again': {
      const again = life.activities[number % Math.max(1, life.activities.length)];
      if (again !== undefined) {
        life.activities.push({ ...again, id: `a-${life.activities.length}`, evidence: null });
      }
      return;
    }
    case 'open':
      done(life, open(state, rules, { on, route: 'hours', reason: words, dueCents: () => 3_000 }));
      return;
    case 'attest':
      done(life, attest(state, rules, claimedIn(life), { on, latest, examPassedOn: null }));
      return;
    case 'pay':
      done(life, pay(state, money));
      return;
    case 'refund':
      done(life, refund(state, money));
      return;
    case 'finish':
      done(
        life,
        finish(state, rules, claimedIn(life), {
          on,
          by: yes ? 'somebody' : null,
          rulesOn: () => rules,
        }),
      );
      return;
    case 'not-accept':
      done(life, notAccept(state, rules, named));
      return;
    case 'ask':
      done(
        life,
        askForMoreTime(state, rules, { on, until: addDays(lastDay, number), matter: 'm' }),
      );
      return;
    case 'answer': {
      const until = addDays(lastDay, Math.floor(number / 2));
      const answer = yes
        ? { kind: 'granted' as const, until }
        : { kind: 'refused' as const, appealDays: 30 };
      done(life, answerMoreTime(state, { ...named, answer }));
      return;
    }
    case 'lapse':
      done(life, lapse(state, rules, earliest));
      return;
    case 'retire':
      // Rarely: who retires does little else.
      if (number < 9) {
        done(life, retire(state, rules, on));
      }
      return;
    case 'next':
      goOn(life, one);
      return;
    case 'renew':
      renewAll(life, one);
      return;
    default:
      audit(life, one, on);
      return;
  }
}

/** What somebody who goes on would do next: answer what is open, else go to the last weeks of the term and renew. */
function goOn(life: Life, one: Command): void {
  const state = stateOf(life);
  const { audit } = auditable(state) ?? {};
  const running = audit !== undefined && isRunning(audit) ? audit : undefined;
  if (state.moreTime !== undefined) {
    const number = 2 + (one.number % 20);
    act(life, { ...one, what: 'answer', words: 'In words.', number });
  } else if (running?.decided !== undefined) {
    // Half of them make it good at once, the others let the time for it pass.
    life.now += (one.yes ? 40 : 200) * 24 * MS_PER_HOUR;
    for (const what of one.yes ? (['renew', 'make-good'] as const) : ENDING) {
      act(life, { ...one, what, words: 'In words.' });
      life.now += one.yes ? 0 : 32 * 24 * MS_PER_HOUR;
    }
  } else if (running !== undefined) {
    const answer = one.number % 4 === 0 ? 'pause' : 'answer-audit';
    const step = running.answeredOn === undefined ? answer : 'decide-audit';
    act(life, { ...one, what: running.paused === undefined ? step : 'resume', words: 'In words.' });
  } else if (auditable(state) !== undefined && audit === undefined && one.number % 2 === 0) {
    act(life, { ...one, what: 'draw' });
    // Some send nothing, soon: their term has years to run.
    for (const what of one.number % 4 !== 0 ? (['answer-audit', 'decide-audit'] as const) : []) {
      act(life, { ...one, what, words: 'In words.', number: 1 });
    }
    if (auditable(stateOf(life))?.audit?.decided?.outcome === 'failed') {
      goOn(life, one);
    }
  } else {
    const days = dayNumber(state.newest.lastDay) - 35 + (one.number % 50);
    life.now = Math.max(life.now, days * 24 * MS_PER_HOUR);
    const what = one.number > 48 ? 'ask' : one.number > 40 ? 'retire' : 'renew';
    act(life, { ...one, what, number: what === 'retire' ? 0 : one.number });
  }
}

const ENDING = ['end', 'end', 'end', 'end'] as const;

/** The hours that are missing, and every step of a renewal at once, as far as the rules let it go. */
function renewAll(life: Life, one: Command): void {
  const day = datesOnEarth(life.now).earliest;
  for (let back = 0; back < 6; back += 1) {
    life.activities.push({
      ...{ id: `a-${life.activities.length}`, provider: 'Harbor Institute', hours: 17 },
      ...{ title: `All ${back} ${day}`, from: addDays(day, -back), to: addDays(day, -back) },
      ...{ subjects: ['ethics', 'language-access'], evidence: 'file', delivery: 'live' },
      approval: { kind: 'provider', provider: 'harbor' },
    });
  }
  const words = 'In words.';
  for (const what of ['open', 'attest'] as const) {
    act(life, { ...one, what, words });
  }
  const state = stateOf(life);
  const { owedCents } = balanceOf(state);
  const on = dayOfAct(life.now, BODY, state.newest.lastDay);
  done(life, pay(state, { on, reference: `all-${life.events.length}`, cents: owedCents }));
  act(life, { ...one, what: 'finish' });
}

function audit(life: Life, one: Command, on: CivilDate): void {
  const { rules } = life;
  const state = stateOf(life);
  const claimed = claimedIn(life);
  const named = { on, by: 'somebody', reason: one.words, appealDays: 30 };
  switch (one.what) {
    case 'draw':
      done(life, drawForAudit(state, rules, { on, lottery: 'l' }));
      return;
    case 'pause':
      done(
        life,
        pauseAudit(state, { on, why: one.yes ? 'leave' : 'third-party', until: addDays(on, 30) }),
      );
      return;
    case 'resume':
      done(life, resumeAudit(state, on));
      return;
    case 'answer-audit':
      done(life, answerAudit(state, on));
      return;
    case 'decide-audit': {
      const counted = tallyOfClosed(state, rules, claimed, { without: [], with: [] });
      const findings = (counted?.activities ?? []).map(({ id }, place) => ({
        ...{ activity: id, reason: one.words },
        accepted: one.number % 4 !== 1 && place % 3 !== one.number % 3,
      }));
      done(life, decideAudit(state, rules, claimed, { ...named, findings }));
      return;
    }
    case 'make-good': {
      const { fates } = hoursOn(state, rules, claimed, { on, latest: on });
      const activities = fates.flatMap(({ activity, kind }) =>
        kind === 'counts' ? [activity.id] : [],
      );
      done(life, makeGood(state, rules, claimed, { on, activities }));
      return;
    }
    case 'end':
      endingStep(life, one, on);
      return;
    default:
      assert.fail(one.what);
  }
}

/** The next step towards the end of a term: told, said, decided either way, carried out. */
function endingStep(life: Life, one: Command, on: CivilDate): void {
  const state = stateOf(life);
  const end = auditable(state)?.audit?.end;
  const named = { on, by: 'somebody', reason: one.words };
  const late = { today: on, earliest: on, appealOpen: one.number % 7 === 0 };
  if (end === undefined) {
    done(life, announceEnd(state, life.rules, late));
    done(life, closeAudit(state, late));
  } else if (end.decided !== undefined) {
    done(life, endTakesEffect(state, { ...late, dismissedOn: undefined }));
  } else if (end.said === undefined && one.hours % 2 === 0) {
    done(life, answerEnd(state, { on, words: one.words, opened: false }));
  } else if (one.hours % 2 !== 0) {
    done(life, keepAfterAudit(state, named));
  } else {
    done(life, endAfterAudit(state, { ...named, appealDays: 30 }));
  }
}

const MS_PER_HOUR = 3_600_000;

function lived(name: keyof typeof RULES, start: CivilDate, commands: readonly Command[]): Life {
  const rules = RULES[name];
  const term = freshTerm(rules, start);
  const life: Life = {
    ...{ rules, activities: [], used: [], instants: [], now: 0 },
    events: [{ type: 'granted', on: start, rules: rules.id, term }],
  };
  life.instants.push(0);
  life.now = dayNumber(start) * 24 * MS_PER_HOUR + 20 * MS_PER_HOUR;
  for (const one of commands) {
    const { lastDay } = stateOf(life).newest;
    const end = (dayNumber(lastDay) + 1) * 24 * MS_PER_HOUR + (one.number - 30) * MS_PER_HOUR;
    const weeks = one.hours === -2 ? 20 * 24 * MS_PER_HOUR : 0;
    life.now = one.hours < 0 ? Math.max(life.now, end - weeks) : life.now + one.hours * MS_PER_HOUR;
    act(life, one);
  }
  return life;
}

const anyLife = fc.tuple(
  fc.constantFrom(...(Object.keys(RULES) as (keyof typeof RULES)[])),
  fc.integer({ min: 19_000, max: 24_000 }).map((days) => addDays(date('1970-01-01'), days)),
  fc.array(command, { minLength: 8, maxLength: 30, size: 'max' }),
);
/** Of a life that breaks a law. */
const SHOWN_OF_A_LIFE = 2000;
const livesOf = (sample: { readonly numRuns: number; readonly seed?: number }) =>
  fc.sample(anyLife, sample).map((told) => ({ told, life: lived(...told) }));
const same = livesOf({ numRuns: 330, seed: 11 });
/** Some that are always the same and some that are new each time, held against every law. */
const lives = [...same, ...livesOf({ numRuns: 120 })];
function holds(law: (life: Life, state: CredentialLife) => void): void {
  for (const { told, life } of lives) {
    try {
      law(life, stateOf(life));
    } catch (cause) {
      throw new Error(JSON.stringify(told).slice(0, SHOWN_OF_A_LIFE), { cause });
    }
  }
}
const ofType = <Type extends RenewalEvent['type']>(
  { events }: Life,
  type: Type,
): readonly Event<Type>[] => events.filter((event): event is Event<Type> => event.type === type);

test('what counts does not depend on the order in which it was claimed', () => {
  holds((life, state) => {
    const { latest, earliest } = datesOnEarth(life.now);
    const asked = (activities: readonly Activity[]) => {
      const hours = hoursOn(state, life.rules, { activities, providers }, { on: earliest, latest });
      const fates = hours.fates.map(({ activity, kind }) => `${activity.id} ${kind}`).toSorted();
      return { ...hours, fates, sentence: inOneSentence(pictureOf(hours, life.rules, earliest)) };
    };
    const order = shuffled(life.activities, generatorFrom(`${life.now}`));
    assert.deepEqual(asked(order), asked(life.activities));
  });
});

test('no hour counts twice: not for two terms, not for a term and an audit, not as two claims', () => {
  holds((life) => {
    const used = life.used.flat();
    assert.equal(new Set(used).size, used.length);
    const keys = used.flatMap((id) =>
      life.activities.filter((each) => each.id === id).map(activityKey),
    );
    assert.equal(new Set(keys).size, keys.length);
  });
});

test('all the terms together never rest on more hours than were earned, carried hours included', () => {
  holds((life) => {
    const renewals = life.events.filter((event) => 'countedUntil' in event).length;
    const earned = sumOfHours(oncePerActivity(life.activities).map(({ hours }) => hours));
    assert.ok(renewals * life.rules.requirement.hours <= earned);
  });
});

test('no day belongs to two terms, and a renewal in time leaves no day between', () => {
  holds((life, state) => {
    const terms = termsOf(state).filter(({ term, lastDay }) => term.from <= lastDay);
    for (const [place, held] of terms.slice(1).entries()) {
      assert.ok((terms[place]?.lastDay ?? '') < held.term.from);
    }
    for (const [place, event] of life.events.entries()) {
      if (event.type === 'renewed') {
        const before = lifeOf(life.events.slice(0, place));
        assert.equal(event.term.from, addDays(before?.newest.lastDay ?? event.on, 1));
      }
    }
  });
});

test('no new term is over when it begins, and every one that did not come early begins that day', () => {
  holds((life) => {
    for (const event of life.events) {
      if ('countedUntil' in event) {
        assert.ok(event.term.to > event.on, `${event.type} ${event.on} to ${event.term.to}`);
        assert.ok(event.type === 'renewed' || event.term.from === event.on);
      }
    }
  });
});

test('nobody lapses while it is their last day anywhere on Earth, or while we owe them an answer', () => {
  holds((life) => {
    for (const [place, event] of life.events.entries()) {
      if (event.type === 'lapsed') {
        const instant = life.instants[place] ?? 0;
        for (const zone of ZONES) {
          assert.ok(civilDateAt(instant, zone) > event.lastDay, zone);
        }
        assert.equal(lifeOf(life.events.slice(0, place))?.moreTime, undefined);
      }
    }
  });
});

test('every day of every term is held, its first and its last included', () => {
  holds((life, state) => {
    for (const { term, lastDay } of termsOf(state)) {
      for (const day of term.from <= lastDay ? [term.from, lastDay] : []) {
        assert.equal(standingOn(state, life.rules, day).kind, 'held', `${day}`);
        assert.equal(isHeld(state, day), true);
      }
    }
  });
});

test('each term is drawn for audit at most once, and decided, made good or ended at most once', () => {
  holds((life) => {
    for (const type of [
      'audit-drawn',
      'audit-decided',
      'made-good',
      'end-announced',
      'ended-after-audit',
      'end-took-effect',
    ] as const) {
      const terms = life.events.flatMap((event, place) => {
        const earlier = lifeOf(life.events.slice(0, place))?.earlier ?? [];
        const drawn = type === 'audit-drawn';
        return event.type === type ? [drawn ? earlier.length - 1 : auditPlace(earlier)] : [];
      });
      assert.equal(new Set(terms).size, terms.length, type);
    }
  });
});

test('time that stood still is given back to the day, until the day that was named', () => {
  holds((life) => {
    for (const [place, event] of life.events.entries()) {
      if (event.type === 'audit-resumed') {
        const before = lifeOf(life.events.slice(0, place));
        const { answerBy, paused } = (before && auditable(before)?.audit) ?? assert.fail();
        assert.equal(
          dayNumber(event.answerBy) - dayNumber(answerBy),
          Math.min(
            dayNumber(event.on) - dayNumber(paused?.since ?? event.on),
            dayNumber(paused?.until ?? event.on) - dayNumber(paused?.since ?? event.on),
          ),
        );
      }
    }
  });
});

test('whatever a person decides against somebody has a name, a reason and a day until which to appeal', () => {
  holds((life) => {
    for (const event of life.events) {
      if ('appealUntil' in event) {
        assert.ok(event.by !== '' && event.appealUntil > event.on);
        assert.ok(!('reason' in event) || event.reason.trim() !== '');
      }
    }
    for (const { findings, outcome } of ofType(life, 'audit-decided')) {
      assert.ok(findings.every(({ accepted, reason }) => accepted || reason.trim() !== ''));
      assert.ok(outcome === 'passed' || findings.some(({ accepted }) => !accepted));
    }
  });
});

test('a renewal takes its fee once, and what is beyond is the holder’s to the cent', () => {
  holds((life, state) => {
    const once = new Map(
      life.events.flatMap((event) =>
        event.type === 'paid' || event.type === 'refunded'
          ? [
              [
                `${event.type} ${event.reference}`,
                event.type === 'paid' ? event.cents : -event.cents,
              ],
            ]
          : [],
      ),
    );
    const paid = [...once.values()].reduce((sum, cents) => sum + cents, 0);
    const renewals = life.events.filter((event) => 'countedUntil' in event).length;
    const { owedCents, creditCents } = balanceOf(state);
    const due = 3_000 * (renewals + (state.open === undefined ? 0 : 1));
    assert.equal(creditCents - owedCents, paid - due);
  });
});

test('who earns what the picture asks for has every hour', () => {
  holds((life, state) => {
    const { earliest: on, latest } = datesOnEarth(life.now);
    const before = hoursOn(state, life.rules, claimedIn(life), { on, latest });
    const { term } = pictureOf(before, life.rules, on);
    const inside = before.period.from <= on && on <= before.period.to;
    if (!inside || term.subjects.some(({ isTooLate }) => isTooLate) || life.rules.blocks !== null) {
      return;
    }
    const more: Activity = {
      ...{ id: 'more', provider: 'Harbor Institute', title: 'What is missing', hours: term.hours },
      ...{ from: on, to: on, subjects: ['ethics'], delivery: 'live', evidence: null },
      approval: { kind: 'provider', provider: 'harbor' },
    };
    const activities = [...life.activities, more];
    const after = hoursOn(state, life.rules, { activities, providers }, { on, latest });
    assert.equal(after.tally.isComplete, true);
  });
});

test('these lives reach every event', () => {
  const times = new Map<string, number>();
  for (const { type } of same.flatMap(({ life }) => life.events)) {
    times.set(type, (times.get(type) ?? 0) + 1);
  }
  const all: readonly RenewalEvent['type'][] = [
    ...(['opened', 'attested', 'paid', 'refunded', 'renewed', 'late-renewed', 'returned'] as const),
    ...([
      'reinstated',
      'not-accepted',
      'more-time-asked',
      'extended',
      'more-time-refused',
    ] as const),
    ...(['lapsed', 'retired', 'audit-drawn', 'audit-paused', 'audit-resumed'] as const),
    ...(['audit-answered', 'audit-decided', 'made-good', 'ended-after-audit'] as const),
    ...(['end-announced', 'end-answered', 'kept-after-audit', 'end-took-effect'] as const),
    ...(['audit-closed'] as const),
  ];
  for (const type of all) {
    assert.ok((times.get(type) ?? 0) >= 3, `${type}: ${times.get(type) ?? 0}`);
  }
});
