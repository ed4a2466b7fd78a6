/** Whatever is asked of a complaint, by whomever and in whatever order, these stay true of what was let through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Choices,
  complaint,
  fingerprint,
  NO_LIKE_CASES,
  nextStep,
  POOL,
  START,
  sanctionOf,
  seat,
  speaker,
} from '../../../tests/support/conduct.ts';
import { addDays, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { never, type Result } from '../../kernel/result/result.ts';
import { navigatorCode } from '../../program/catalog/navigator-code.ts';
import { provisionsOf } from '../../program/definition/code-of-conduct.ts';
import {
  answerWithdrawal,
  appealInterim,
  decideInterimAppeal,
  end,
  extend,
  liftStay,
  redeliver,
  reopen,
  stay,
  suspendMeanwhile,
  withdraw,
} from './aside.ts';
import { running } from './clocks.ts';
import { tellClosing } from './closing.ts';
import { appeal, checkCondition, correct, publish, takeEffect } from './conduct-appeal.ts';
import type { ConductEvent, Event, PanelKind } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { APPEAL_GROUNDS, type AppealGround, SANCTIONS } from './conduct-rules.ts';
import { evolve, stateOf } from './evolve.ts';
import { byHandler, type HandlerAct } from './handler-acts.ts';
import { addCopy, addEvidence, handOn } from './inquiry.ts';
import { join } from './intake.ts';
import { answerOffer, decide, offer } from './judgment.ts';
import { openActs } from './open-acts.ts';
import { leavePanel, seatPanel } from './panels.ts';
import { passTime } from './ready.ts';
import {
  answerRecords,
  askForRecords,
  closeRequest,
  LEAST_RECORDS_DAYS,
  type RecordsRequest,
} from './records-requests.ts';
import { appealScreening } from './screening-appeal.ts';
import {
  answerAsWitness,
  inviteWitness,
  LEAST_WITNESS_DAYS,
  takeInStatement,
} from './witnesses.ts';

type What =
  | 'next'
  | 'appeal'
  | 'wait'
  | 'withdraw'
  | 'go-on'
  | 'drop'
  | 'suspend'
  | 'appeal-interim'
  | 'seat-interim'
  | 'decide-interim'
  | 'stay'
  | 'lift'
  | 'reopen'
  | 'end'
  | 'extend'
  | 'evidence'
  | 'copy'
  | 'invite'
  | 'witness'
  | 'take-in'
  | 'ask'
  | 'records'
  | 'close-request'
  | 'offer'
  | 'take-offer'
  | 'decline-offer'
  | 'join'
  | 'appeal-screening'
  | 'redeliver'
  | 'tell'
  | 'correct'
  | 'condition'
  | 'hand'
  | 'hasty-decision'
  | 'hasty-effect'
  | 'hasty-notice'
  | 'seat-anybody'
  | 'leave';
const WHAT: readonly What[] = [
  'next',
  'appeal',
  'wait',
  'withdraw',
  'go-on',
  'drop',
  'suspend',
  'appeal-interim',
  'seat-interim',
  'decide-interim',
  'stay',
  'lift',
  'reopen',
  'end',
  'extend',
  'evidence',
  'copy',
  'invite',
  'witness',
  'take-in',
  'ask',
  'records',
  'close-request',
  'offer',
  'take-offer',
  'decline-offer',
  'join',
  'appeal-screening',
  'redeliver',
  'tell',
  'correct',
  'condition',
  'hand',
  'hasty-decision',
  'hasty-effect',
  'hasty-notice',
  'seat-anybody',
  'leave',
];

interface Command extends Choices {
  readonly what: What;
  readonly days: number;
  readonly place: number;
  readonly words: string;
}

/** Tried in lives of their own, so that the others stay what they were. */
const OF_RECORDS: readonly What[] = ['ask', 'records', 'close-request'];

const mostly = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean());
const what: fc.Arbitrary<What> = fc.oneof(
  { weight: 24, arbitrary: fc.constant('next' as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'appeal' as const,
      'wait' as const,
      'lift' as const,
      'go-on' as const,
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('invite' as const, 'witness' as const, 'take-in' as const),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('offer' as const, 'take-offer' as const, 'decline-offer' as const),
  },
  {
    weight: 7,
    arbitrary: fc.constantFrom(...WHAT.filter((one) => !OF_RECORDS.includes(one))),
  },
);
const command: fc.Arbitrary<Command> = fc.record({
  what,
  days: fc.oneof(
    { weight: 12, arbitrary: fc.nat(6) },
    { weight: 2, arbitrary: fc.nat(70) },
    fc.constantFrom(0, 0, 0, 0, 800),
  ),
  place: fc.nat(40),
  words: fc.constantFrom('For a reason.', 'For a reason.', ' '),
  met: mostly,
  breach: mostly,
  kind: fc.constantFrom(...SANCTIONS.map(({ kind }) => kind)),
  evidence: fc.constantFrom('document', 'record', 'named-testimony', 'anonymous-testimony'),
  ground: fc.constantFrom(...(Object.keys(APPEAL_GROUNDS) as AppealGround[])),
  found: fc.boolean(),
  granted: fc.boolean(),
  answers: mostly,
  objects: fc.boolean(),
  careful: mostly,
});

function asked(
  state: ConductMatter,
  on: CivilDate,
  one: Command,
): Result<readonly ConductEvent[], string> | undefined {
  const { words: reason, place } = one;
  const by = `m${place}`;
  switch (one.what) {
    case 'next':
      return nextStep(state, on, one);
    case 'wait':
      return { ok: true, value: passTime(state, on) };
    case 'appeal':
      return appeal(state, { on, grounds: [one.ground], statement: reason });
    case 'withdraw':
      return withdraw(state, { on, complaint: `c${1 + (place % 2)}` });
    case 'go-on':
    case 'drop':
      return answerWithdrawal(state, { on, by, reason, goesOn: one.what === 'go-on' });
    case 'suspend':
      return suspendMeanwhile(state, { on, by, reason, until: addDays(on, place * 2) });
    case 'appeal-interim':
      return appealInterim(state, { on, statement: reason });
    case 'decide-interim':
      return decideInterimAppeal(state, {
        on,
        by: speaker(state, 'interim-appeal'),
        reason,
        lifted: one.granted,
      });
    case 'stay':
      return stay(state, { on, by, reason });
    case 'lift':
      return liftStay(state, { on, by });
    case 'reopen':
      return reopen(state, {
        on,
        by,
        reason,
        evidence: `n${place}`,
        sha256: fingerprint(100 + place),
      });
    case 'end':
      return end(state, { on, by, reason, how: one.granted ? 'death' : 'surrender' });
    case 'extend': {
      const clock = state.clocks.filter(running)[place % 2];
      return (
        clock &&
        extend(state, {
          ...{ on, by, reason },
          step: clock.step,
          to: clock.to,
          until: addDays(clock.by, place),
        })
      );
    }
    case 'evidence':
      return addEvidence(state, {
        on,
        by,
        id: `e${place}`,
        kind: one.evidence,
        sha256: fingerprint(place),
        source: reason,
      });
    case 'copy':
      return addCopy(state, { on, by, id: `e${1 + (place % 2)}`, sha256: fingerprint(place) });
    case 'invite':
      return inviteWitness(state, {
        ...{ on, by, asked: [reason], answerUntil: addDays(on, place) },
        tied: state.seated.slice(0, 1),
      });
    case 'witness':
      return answerAsWitness(state, {
        ...{ on, witness: `w${1 + (place % 2)}`, declined: !one.answers },
      });
    case 'take-in':
      return takeInStatement(state, {
        ...{ on, by, witness: `w${1 + (place % 2)}` },
        pieces: [{ kind: 'named-testimony', sha256: fingerprint(place), source: 'A statement' }],
      });
    case 'ask':
      return askForRecords(state, {
        ...{ on, by, kind: 'employer', what: reason, reason, answerTo: reason },
        ...namedIn(place, on),
        answerUntil: addDays(on, place + 5),
      });
    case 'records': {
      const how = (['received', 'refused', 'not-held'] as const)[place % 3] ?? 'received';
      const sha256 = one.careful ? fingerprint(place) : undefined;
      return answerRecords(state, { on, by, holder: `h${1 + (place % 2)}`, how, reason, sha256 });
    }
    case 'close-request':
      return closeRequest(state, { on, by, holder: `h${1 + (place % 2)}`, reason });
    case 'join':
      return join(state, {
        ...{ on, by, code: navigatorCode, complaint: `c${2 + (place % 3)}` },
        naming: 'anonymous',
        hopes: reason,
        alleged: one.granted
          ? [{ number: 'R2', conductOn: addDays(START, -20), alsoCited: [], words: reason }]
          : [],
      });
    case 'appeal-screening':
      return appealScreening(state, { on, complaint: 'c1', statement: reason });
    case 'redeliver':
      return redeliver(state, { on, by, reason, what: one.granted ? 'notice' : 'decision' });
    case 'tell':
      return tellClosing(state, {
        on,
        by,
        reason,
        complaint: `c${1 + (place % 2)}`,
        achieved: 'no',
      });
    case 'correct':
      return correct(state, { on, by, words: reason });
    case 'condition':
      return checkCondition(state, { on, by, kept: one.granted, words: reason });
    case 'hand': {
      const piece = state.evidence[0];
      return (
        piece &&
        handOn(state, {
          on,
          by: piece.custody.at(-1)?.by ?? '',
          id: piece.id,
          to: by,
          sha256: piece.sha256,
        })
      );
    }
    default:
      return hasty(state, on, one);
  }
}

/** Whom a request names, on which basis: what is allowed, and what is not. */
function namedIn(place: number, on: CivilDate): Pick<RecordsRequest, 'subject' | 'basis'> {
  const basis =
    place % 4 === 0
      ? undefined
      : place % 4 === 1
        ? ({ kind: 'rule', words: 'Section 12.' } as const)
        : ({ kind: 'consent', given: addDays(on, place % 4 === 2 ? -3 : 3) } as const);
  return { subject: [undefined, undefined, 'respondent', 'c1', 'c2'][place % 5], basis };
}

const PANEL_AT: Readonly<Partial<Record<ConductMatter['stage'], PanelKind>>> = {
  review: 'review',
  hearing: 'hearing',
  decision: 'hearing',
  appeal: 'appeal',
};

/** What somebody might try who does not keep to the order of things. */
function hasty(
  state: ConductMatter,
  on: CivilDate,
  one: Command,
): Result<readonly ConductEvent[], string> | undefined {
  const { place, words: reason } = one;
  const findings = state.allegations.map(({ id }) => ({
    allegation: id,
    breach: one.breach,
    reason,
    evidence: state.evidence.map((piece) => piece.id),
  }));
  const outcome = {
    on,
    by: one.careful ? speaker(state, 'hearing') : `m${place}`,
    like: NO_LIKE_CASES,
    findings,
    sanction: sanctionOf(one.kind, on),
    remedy: undefined,
  };
  // A pool so small that most of it has had a part.
  const pool = POOL.slice(place % 30, (place % 30) + 12);
  const sitting = (['appeal', 'hearing', 'review'] as const).find(
    (each) => (state.sitting[each] ?? []).length > 0,
  );
  const panel =
    one.what === 'leave' ? (sitting ?? 'review') : (PANEL_AT[state.stage] ?? 'reinstatement');
  switch (one.what) {
    case 'offer':
      return offer(state, outcome);
    case 'take-offer':
    case 'decline-offer':
      return answerOffer(state, { on, agrees: one.what === 'take-offer' });
    case 'hasty-decision':
      return decide(state, outcome);
    case 'hasty-effect':
      return takeEffect(state, { on, by: `m${place}` });
    case 'hasty-notice':
      return publish(state, { on, by: `m${place}` });
    case 'seat-interim':
      return seat(state, on, 'interim-appeal', pool);
    case 'seat-anybody':
      return one.careful
        ? seat(state, on, panel, pool)
        : seatPanel(state, { on, by: 'staff', panel, pool, seed: 'another' });
    case 'leave': {
      const person = state.sitting[panel]?.[0]?.person ?? 'nobody';
      return leavePanel(state, { on, panel, person, reason });
    }
    case 'next':
    case 'appeal':
    case 'wait':
    case 'withdraw':
    case 'go-on':
    case 'drop':
    case 'suspend':
    case 'appeal-interim':
    case 'decide-interim':
    case 'stay':
    case 'lift':
    case 'reopen':
    case 'end':
    case 'extend':
    case 'evidence':
    case 'copy':
    case 'invite':
    case 'witness':
    case 'take-in':
    case 'ask':
    case 'records':
    case 'close-request':
    case 'join':
    case 'appeal-screening':
    case 'redeliver':
    case 'tell':
    case 'correct':
    case 'condition':
    case 'hand':
      return undefined;
    default:
      throw never(one.what);
  }
}

interface Start {
  readonly number: string;
  readonly daysBefore: number;
  readonly about: 'person' | 'body';
}
const start: fc.Arbitrary<Start> = fc.record({
  number: fc.oneof(
    fc.integer({ min: 1, max: 26 }).map((place) => `R${place}`),
    fc.integer({ min: 1, max: 20 }).map((place) => `R${place}`),
    fc.constantFrom('P1', 'P6', 'D1', 'C1', 'R99'),
  ),
  daysBefore: fc.oneof(fc.nat(200), fc.nat(1000)),
  about: fc.oneof(
    { weight: 6, arbitrary: fc.constant('person' as const) },
    fc.constant('body' as const),
  ),
});

interface Life {
  readonly events: readonly ConductEvent[];
  readonly state: ConductMatter;
  readonly today: CivilDate;
  /** The state before each event. */
  readonly before: readonly (ConductMatter | undefined)[];
}

function lived(
  { number, daysBefore, about }: Start,
  commands: readonly Command[],
): Life | undefined {
  const conductOn = addDays(START, -daysBefore);
  const alleged = [{ number, conductOn, alsoCited: [], words: 'It happened.' }];
  const first = complaint({ about, alleged });
  if (!first.ok) {
    return undefined;
  }
  const events: ConductEvent[] = [];
  let state: ConductMatter | undefined;
  const before: (ConductMatter | undefined)[] = [];
  const record = (more: readonly ConductEvent[]): ConductMatter => {
    for (const event of more) {
      events.push(event);
      before.push(state);
      state = evolve(state, event);
    }
    assert.ok(state);
    return state;
  };
  let now = record([first.value]);
  let on = START;
  for (const one of commands) {
    on = addDays(on, one.days);
    const answer = asked(now, on, one);
    if (answer?.ok) {
      now = record(answer.value);
      on = now.latest;
    } else {
      assert.ok(answer === undefined || answer.refusal.because.length > 8);
    }
  }
  return { events, state: record(passTime(now, on)), today: on, before };
}

const life = fc.tuple(start, fc.array(command, { minLength: 5, maxLength: 60, size: 'max' }));
/** Lives in which whoever handles the matter asks many third parties. */
const asking = fc.tuple(
  start,
  fc.array(
    fc
      .tuple(
        command,
        fc.constantFrom(
          ...(['next', 'next', 'next', 'ask', 'ask', 'records', 'close-request', 'wait'] as const),
          ...(['stay', 'lift', 'withdraw', 'go-on', 'reopen', 'extend'] as const),
        ),
      )
      .map(([one, instead]): Command => ({ ...one, what: instead })),
    { minLength: 10, maxLength: 40, size: 'max' },
  ),
);
/** The same lives for every law; another seed makes others. */
const LIVES: readonly Life[] = fc
  .sample(life, { numRuns: 1500, seed: 2027 })
  .concat(fc.sample(asking, { numRuns: 400, seed: 2027 }))
  .flatMap(([first, commands]) => lived(first, commands) ?? []);

function holds(law: (life: Life) => void): void {
  for (const one of LIVES) {
    law(one);
  }
}
const ofType = <Type extends ConductEvent['type']>(
  events: readonly ConductEvent[],
  ...types: readonly Type[]
): readonly Event<Type>[] =>
  events.filter((event): event is Event<Type> => types.some((type) => type === event.type));
/** The last event of these types before one. */
const lastBefore = <Type extends ConductEvent['type']>(
  events: readonly ConductEvent[],
  one: ConductEvent,
  ...types: readonly Type[]
): Event<Type> | undefined => ofType(events.slice(0, events.indexOf(one)), ...types).at(-1);

test('no sanction without a breached duty that was in force on the day of the conduct', () => {
  holds(({ events }) => {
    const [received] = ofType(events, 'received');
    assert.ok(received);
    for (const effect of ofType(events, 'took-effect', 'decided')) {
      const decision = effect.type === 'decided' ? effect : lastBefore(events, effect, 'decided');
      assert.ok(decision);
      if (effect.sanction === undefined) {
        continue;
      }
      const duties = decision.findings.filter(({ breach, allegation }) => {
        const provision = received.allegations.find(({ id }) => id === allegation)?.provision;
        const version = navigatorCode.versions.find(
          ({ from, to }) =>
            provision !== undefined &&
            from <= provision.conductOn &&
            provision.conductOn <= (to ?? provision.conductOn),
        );
        const placed =
          version &&
          provisionsOf(version).find((each) => each.provision.number === provision?.number);
        return (
          breach && placed?.part.binding.value === 'mandatory' && version?.id === provision?.version
        );
      });
      assert.ok(duties.length > 0);
      assert.equal(received.about, 'person');
    }
  });
});

test('nobody sits on two panels of a matter, nor on one after having handled it', () => {
  holds(({ events }) => {
    const seen = new Set<string>();
    const handlers = new Set<string>();
    for (const event of events) {
      if (event.type === 'panel-seated') {
        for (const { person } of event.members) {
          assert.ok(!seen.has(person) && !handlers.has(person), person);
          seen.add(person);
        }
      } else if ('by' in event && !seen.has(event.by)) {
        handlers.add(event.by);
      }
      if (event.type === 'evidence-handed') {
        handlers.add(event.to);
      }
    }
  });
});

test('every panel that judged was whole and had a public member', () => {
  const judges = {
    'screening-appeal-decided': 'screening-appeal',
    reviewed: 'review',
    heard: 'hearing',
    'appeal-decided': 'appeal',
    'reinstatement-decided': 'reinstatement',
    'interim-appeal-decided': 'interim-appeal',
  } as const;
  holds(({ events, before }) => {
    for (const event of ofType(
      events,
      'screening-appeal-decided',
      'reviewed',
      'heard',
      'appeal-decided',
      'reinstatement-decided',
      'interim-appeal-decided',
    )) {
      const state = before[events.indexOf(event)];
      const panel = state?.sitting[judges[event.type]] ?? [];
      assert.equal(panel.length, 3, event.type);
      assert.ok(panel.some(({ isPublic }) => isPublic));
      assert.ok(
        panel.some(({ person }) => person === event.by),
        'a member spoke for it',
      );
    }
  });
});

const BEFORE_NOTICE: readonly ConductEvent['type'][] = [
  'received',
  'screened',
  'notice-given',
  'evidence-added',
  'evidence-handed',
  'extended',
  'promise-broken',
  'withdrawn',
  'went-on',
  'dropped',
  'stayed',
  'stay-lifted',
  'reopened',
  'ended',
  'joined',
  'screening-appealed',
  'screening-appeal-decided',
  'draw-committed',
  'panel-seated',
  'member-left',
  'closing-told',
];

test('no step against anybody without notice, and no hearing without its day told in time', () => {
  holds(({ events }) => {
    const notice = events.findIndex(({ type }) => type === 'notice-given');
    for (const [place, event] of events.entries()) {
      assert.ok(BEFORE_NOTICE.includes(event.type) || (notice >= 0 && notice < place), event.type);
    }
    for (const heard of ofType(events, 'heard')) {
      const told = lastBefore(events, heard, 'hearing-noticed');
      assert.ok(
        told !== undefined && told.day === heard.on && daysBetween(told.on, told.day) >= 30,
        'the day was told in time',
      );
    }
  });
});

test('nobody is judged by evidence they were not shown', () => {
  holds(({ events }) => {
    for (const event of ofType(events, 'decided', 'reviewed')) {
      const earlier = events.slice(0, events.indexOf(event));
      const shown = new Set(
        ofType(earlier, 'notice-given', 'disclosed').flatMap(({ evidence }) => evidence),
      );
      assert.ok(event.findings.every(({ evidence }) => evidence.every((id) => shown.has(id))));
      assert.ok(event.findings.every(({ breach, evidence }) => !breach || evidence.length > 0));
    }
  });
});

test('every outcome has its reasons', () => {
  const said = (words: string | undefined): void => assert.notEqual((words ?? '').trim(), '');
  holds(({ events }) => {
    for (const { answers } of ofType(events, 'screened')) {
      for (const { reason } of Object.values(answers)) said(reason);
    }
    for (const { findings } of ofType(events, 'reviewed', 'decided', 'appeal-decided')) {
      assert.ok(findings.length > 0);
      for (const { reason } of findings) said(reason);
    }
    for (const { sanction } of ofType(events, 'decided')) {
      if (sanction !== undefined) said(sanction.reason);
    }
    const reasoned = ofType(
      events,
      'dropped',
      'went-on',
      'ended',
      'reopened',
      'stayed',
      'extended',
      'interim-suspended',
      'interim-appeal-decided',
      'reinstatement-decided',
      'screening-appeal-decided',
      'redelivered',
      'closing-told',
      'records-asked',
      'records-answered',
      'records-closed',
    );
    for (const { reason } of reasoned) said(reason);
  });
});

test('every promise is kept, made anew before it ran out, or on record as broken; both sides have one at each step', () => {
  holds(({ events, state, today }) => {
    for (const clock of state.clocks) {
      const rests =
        state.stayedSince !== undefined && running(clock) && clock.step !== 'interim-appeal';
      const marked = clock.broken.some(({ was }) => was === clock.by);
      assert.ok(rests || marked || (clock.doneOn ?? today) <= clock.by, JSON.stringify(clock));
      const other = state.clocks.filter(
        ({ step, began, to }) => step === clock.step && began === clock.began && to !== clock.to,
      );
      assert.ok(other.length > 0, clock.step);
    }
    for (const { was, on } of ofType(events, 'promise-broken')) assert.ok(was < on);
    const broken = state.clocks.flatMap((clock) => clock.broken).length;
    assert.equal(broken, ofType(events, 'promise-broken').length);
  });
});

test('nothing takes effect before the appeal is over, and nothing is published before it takes effect', () => {
  holds(({ events }) => {
    for (const effect of ofType(events, 'took-effect')) {
      const decision = lastBefore(events, effect, 'decided');
      const over = lastBefore(
        events,
        effect,
        'decided',
        'appealed',
        'appeal-decided',
        'appeal-time-passed',
      );
      assert.ok(decision && over);
      assert.ok(
        over.type === 'appeal-time-passed'
          ? over.on > decision.appealUntil
          : over.type === 'appeal-decided' && ['stands', 'lessened'].includes(over.effect),
        over.type,
      );
    }
    for (const notice of ofType(events, 'published')) {
      const last = lastBefore(events, notice, 'took-effect', 'published', 'reinstatement-decided');
      assert.ok(last?.type === 'took-effect' || last?.type === 'reinstatement-decided');
    }
  });
});

test('the one thing that bites before is an interim suspension: once, short, with an appeal of its own', () => {
  holds(({ events }) => {
    const orders = ofType(events, 'interim-suspended');
    assert.ok(orders.length <= 1, 'suspended twice');
    for (const { on, until } of orders) {
      assert.ok(until > on && daysBetween(on, until) <= 60);
    }
    assert.ok(ofType(events, 'interim-appealed').length <= orders.length);
  });
});

test('a copy is put beside a piece that was gathered, once', () => {
  holds(({ events }) => {
    for (const [place, event] of events.entries()) {
      if (event.type !== 'copy-added') continue;
      const earlier = events.slice(0, place);
      assert.ok(
        earlier.some(
          (one) =>
            (one.type === 'evidence-added' && one.id === event.id) ||
            (one.type === 'reopened' && one.evidence === event.id),
        ),
      );
      assert.ok(!earlier.some((one) => one.type === 'copy-added' && one.id === event.id));
    }
  });
});

test('nothing public rests on anonymous words alone', () => {
  holds(({ events }) => {
    const kinds = new Map(ofType(events, 'evidence-added').map(({ id, kind }) => [id, kind]));
    for (const notice of ofType(events, 'published')) {
      const decision = lastBefore(events, notice, 'decided');
      const basis =
        decision?.findings.filter(({ breach }) => breach).flatMap(({ evidence }) => evidence) ?? [];
      assert.ok(basis.some((id) => kinds.get(id) !== 'anonymous-testimony'));
    }
  });
});

test('an appeal never makes a sanction harder', () => {
  const severity = (kind: string) => SANCTIONS.findIndex((each) => each.kind === kind);
  holds(({ events }) => {
    for (const effect of ofType(events, 'took-effect')) {
      const decided = lastBefore(events, effect, 'decided')?.sanction;
      assert.ok(decided && severity(effect.sanction.kind) <= severity(decided.kind));
      assert.ok(effect.sanction.kind !== decided.kind || effect.sanction.endsOn <= decided.endsOn);
    }
  });
});

/** What a matter that is over still sees: it is told, kept to its promises, corrected, or opened again. */
const AFTER_THE_END: readonly ConductEvent['type'][] = [
  'reopened',
  'screening-appealed',
  'closing-told',
  'promise-broken',
  'extended',
  'corrected',
];

test('a closed matter rests unless it is opened again, one that ended never is, and days never run backward', () => {
  holds(({ events, before }) => {
    for (const [place, event] of events.entries()) {
      const state = before[place];
      assert.ok(state === undefined || event.on >= state.latest);
      assert.ok(state?.stage !== 'closed' || AFTER_THE_END.includes(event.type), event.type);
      assert.ok(state?.endedBy === undefined || event.type !== 'reopened');
    }
  });
});

test('witnesses are asked after the notice, answer once, and are heard before anybody judges', () => {
  holds(({ events, before }) => {
    for (const [place, event] of events.entries()) {
      const earlier = events.slice(0, place);
      const said = (type: ConductEvent['type'], id: string): readonly ConductEvent[] =>
        earlier.filter((one) => one.type === type && 'witness' in one && one.witness === id);
      if (event.type === 'witness-invited') {
        assert.ok(earlier.some(({ type }) => type === 'notice-given'));
        assert.equal(said('witness-invited', event.witness).length, 0);
        assert.ok(daysBetween(event.on, event.answerUntil) >= LEAST_WITNESS_DAYS);
      }
      if (event.type === 'witness-answered') {
        assert.equal(said('witness-invited', event.witness).length, 1);
        assert.equal(said('witness-answered', event.witness).length, 0);
      }
      if (event.type === 'evidence-added' && event.witness !== undefined) {
        const [answer] = said('witness-answered', event.witness);
        assert.ok(answer?.type === 'witness-answered' && !answer.declined);
      }
      if (event.type === 'investigation-closed') {
        for (const witness of before[place]?.witnesses ?? []) {
          const { answeredOn, answerUntil, declined, takenIn } = witness;
          assert.ok(answeredOn === undefined ? answerUntil < event.on : declined || takenIn);
        }
      }
    }
  });
});

test('third parties are asked after the notice, named to only as allowed, answer once, and no request is open when gathering ends', () => {
  let named = 0;
  let late = 0;
  holds(({ events }) => {
    const [received, ...joined] = ofType(events, 'received', 'joined');
    const complaints = [received, ...joined].flatMap((one) => (one === undefined ? [] : [one]));
    const open = new Map<string, CivilDate>();
    const done = new Set<string>();
    for (const [place, event] of events.entries()) {
      const earlier = events.slice(0, place);
      if (event.type === 'records-asked') {
        assert.ok(earlier.some(({ type }) => type === 'notice-given'));
        assert.ok(!open.has(event.holder) && !done.has(event.holder));
        assert.ok(daysBetween(event.on, event.answerUntil) >= LEAST_RECORDS_DAYS);
        open.set(event.holder, event.answerUntil);
        const { subject, basis } = event;
        if (subject !== undefined) {
          named += 1;
          const complaint = complaints.find((one) => one.complaint === subject);
          assert.ok(complaint?.naming !== 'anonymous');
          assert.ok(complaint !== undefined ? basis?.kind === 'consent' : basis !== undefined);
          assert.ok(basis?.kind !== 'consent' || basis.given <= event.on);
        }
      }
      if (event.type === 'records-overdue') {
        const until = open.get(event.holder);
        assert.ok(until !== undefined && until < event.on);
        open.delete(event.holder);
      }
      if (event.type === 'records-closed') {
        assert.ok(open.delete(event.holder));
        done.add(event.holder);
        assert.notEqual(event.reason.trim(), '');
      }
      if (event.type === 'records-answered') {
        assert.ok(!done.has(event.holder));
        assert.ok(
          earlier.some((one) => one.type === 'records-asked' && one.holder === event.holder),
        );
        if (!open.delete(event.holder)) late += 1;
        done.add(event.holder);
        assert.notEqual(event.reason.trim(), '');
        const next = events[place + 1];
        assert.equal(
          next?.type === 'evidence-added' && next.holder === event.holder,
          event.how === 'received',
        );
      }
      if (event.type === 'evidence-added' && event.holder !== undefined) {
        const before = events[place - 1];
        assert.ok(before?.type === 'records-answered' && before.holder === event.holder);
      }
      if (event.type === 'investigation-closed') {
        assert.deepEqual([...open], []);
      }
    }
  });
  assert.ok(named > 10 && late > 3, `${named} named, ${late} late`);
});

test('the state is what its events make of it, and nothing else', () => {
  holds(({ events, state }) => assert.deepEqual(stateOf(events), state));
});

test('these lives reach every kind of event', () => {
  const counts = new Map<string, number>();
  for (const { events } of LIVES) {
    for (const { type } of events) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  const all: Readonly<Record<ConductEvent['type'], true>> = {
    received: true,
    joined: true,
    screened: true,
    'screening-appealed': true,
    'screening-appeal-decided': true,
    'draw-committed': true,
    offered: true,
    declined: true,
    corrected: true,
    redelivered: true,
    'closing-told': true,
    'notice-given': true,
    responded: true,
    'response-closed': true,
    'evidence-added': true,
    'copy-added': true,
    'evidence-handed': true,
    'witness-invited': true,
    'witness-answered': true,
    'records-asked': true,
    'records-answered': true,
    'records-overdue': true,
    'records-closed': true,
    disclosed: true,
    'investigation-closed': true,
    'panel-seated': true,
    'member-left': true,
    reviewed: true,
    'hearing-noticed': true,
    heard: true,
    decided: true,
    appealed: true,
    'appeal-decided': true,
    'appeal-time-passed': true,
    'took-effect': true,
    published: true,
    'condition-checked': true,
    'reinstatement-asked': true,
    'reinstatement-decided': true,
    withdrawn: true,
    'went-on': true,
    dropped: true,
    'interim-suspended': true,
    'interim-appealed': true,
    'interim-appeal-decided': true,
    stayed: true,
    'stay-lifted': true,
    reopened: true,
    ended: true,
    extended: true,
    'promise-broken': true,
  };
  const missing = Object.keys(all).filter((type) => (counts.get(type) ?? 0) < 3);
  assert.deepEqual(missing, [], JSON.stringify([...counts]));
});

/** What whoever handles a matter asked for, as the event tells; undefined where somebody else acted. */
function actBehind(event: ConductEvent): Partial<HandlerAct> | undefined {
  switch (event.type) {
    case 'screened':
      return { act: 'screen' };
    case 'notice-given':
      return { act: 'give-notice' };
    case 'responded':
      return { act: 'enter-response' };
    case 'response-closed':
      return { act: 'close-response' };
    case 'evidence-added':
      // What a holder sent comes with its answer, in one act.
      return event.holder !== undefined
        ? undefined
        : event.witness === undefined
          ? { act: 'add-evidence' }
          : { act: 'take-in', witness: event.witness };
    case 'copy-added':
      return { act: 'add-copy', id: event.id };
    case 'evidence-handed':
      return { act: 'hand-on', id: event.id };
    case 'witness-invited':
      return { act: 'invite-witness' };
    case 'records-asked':
      return { act: 'ask-for-records' };
    case 'records-answered':
      return { act: 'note-records', holder: event.holder };
    case 'records-closed':
      return { act: 'close-request', holder: event.holder };
    case 'disclosed':
      return { act: 'disclose' };
    case 'investigation-closed':
      return { act: 'close-investigation' };
    case 'draw-committed':
      return { act: 'announce-draw', panel: event.panel };
    case 'panel-seated':
      return { act: 'draw', panel: event.panel };
    case 'member-left':
      return { act: 'excuse-member', panel: event.panel, person: event.person };
    case 'hearing-noticed':
      return { act: 'call-hearing' };
    case 'took-effect':
      return { act: 'take-effect' };
    case 'published':
      return { act: 'publish' };
    case 'corrected':
      return { act: 'correct' };
    case 'condition-checked':
      return { act: 'check-condition' };
    case 'went-on':
    case 'dropped':
      return { act: 'answer-withdrawal' };
    case 'interim-suspended':
      return { act: 'suspend-meanwhile' };
    case 'stayed':
      return { act: 'stay' };
    case 'stay-lifted':
      return { act: 'lift-stay' };
    case 'reopened':
      return { act: 'reopen' };
    case 'ended':
      return { act: 'end' };
    case 'extended':
      return { act: 'extend', step: event.step, to: event.to };
    case 'redelivered':
      return { act: 'redeliver', what: event.what };
    case 'closing-told':
      return { act: 'tell-closing', complaint: event.complaint };
    default:
      return undefined;
  }
}

test('whatever a handler did had been offered, and whatever is offered can be done', () => {
  const done = new Set<string>();
  holds(({ events, before, state, today }) => {
    for (const [place, event] of events.entries()) {
      const act = actBehind(event);
      const then = before[place];
      if (act === undefined || then === undefined) {
        continue;
      }
      const by = 'by' in event ? event.by : 'staff';
      const offered = openActs(then, { on: event.on, by });
      assert.ok(
        offered.some((one) =>
          Object.entries(act).every(([name, value]) =>
            Object.entries(one).some(([key, own]) => key === name && own === value),
          ),
        ),
        `${JSON.stringify(act)} was done at ${then.stage} and not offered`,
      );
      done.add(act.act ?? '');
    }
    const acting = { on: today, by: 'staff' };
    for (const act of openActs(state, acting)) {
      const answer = byHandler(state, acting, act);
      const after = answer.ok
        ? answer.value.reduce<ConductMatter | undefined>(evolve, state)
        : undefined;
      assert.ok(
        act.act === 'draw' ? state.committed[act.panel] !== undefined : after !== undefined,
      );
    }
  });
  assert.equal(done.size, 31, [...done].join());
});
