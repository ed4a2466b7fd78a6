/**
 * How an invented complaint goes on from day to day, until it is over or the three years are: each step that its stage asks
 * for, taken by whoever takes it, on a working day that its own pace sets.
 */
import {
  answerWithdrawal,
  end,
  liftStay,
  stay,
  suspendMeanwhile,
  withdraw,
} from '../../casework/conduct/aside.ts';
import { tellClosing } from '../../casework/conduct/closing.ts';
import { appeal, publish, takeEffect } from '../../casework/conduct/conduct-appeal.ts';
import type { Achieved, PanelKind } from '../../casework/conduct/conduct-event.ts';
import { type AppealGround, isPublic } from '../../casework/conduct/conduct-rules.ts';
import { addEvidence, closeInvestigation, disclose } from '../../casework/conduct/inquiry.ts';
import {
  closeResponse,
  giveNotice,
  respond,
  screen,
  withinReach,
} from '../../casework/conduct/intake.ts';
import { answerOffer, callHearing } from '../../casework/conduct/judgment.ts';
import { appealScreening, screeningAppealUntil } from '../../casework/conduct/screening-appeal.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import { between, happens, oneOf, weighed } from '../people/draw.ts';
import * as panels from './conduct-panels.ts';
import { type Course, step, timePasses } from './conduct-record.ts';
import * as words from './conduct-words.ts';
import { workday } from './seasons.ts';

/** Takes the complaint as far as it gets. */
export function runCourse(course: Course): void {
  const once = new Set<string>();
  while (goOn(course, once)) {
    // Each turn is one step; what is over or waits for more people ends it.
  }
  timePasses(course.record, course.last);
}

type Take = (on: CivilDate) => void;

/** One step so many days after the latest; false where that lies beyond the three years. */
function after(course: Course, days: number, take: Take): boolean {
  return onDay(course, workday(addDays(course.record.state.latest, days)), take);
}

function onDay(course: Course, on: CivilDate, take: Take): boolean {
  if (on > course.last) {
    return false;
  }
  timePasses(course.record, on);
  take(on);
  return true;
}

const MISLAID = 0.05;
/** Now and then something is left lying. */
const paced = ({ record: { chance } }: Course, least: number, most: number): number =>
  between(chance, least, most) + (happens(chance, MISLAID) ? between(chance, 30, 70) : 0);

function goOn(course: Course, once: Set<string>): boolean {
  const { record, handler, fate } = course;
  const { state } = record;
  if (state.stayedSince !== undefined) {
    return after(course, between(record.chance, 45, 180), (on) =>
      step(record, liftStay(state, { on, by: handler }), undefined),
    );
  }
  if (state.withdrawnOn !== undefined && state.stage !== 'closed') {
    const { goesOn, dropped } = words.REASONS.withdrawal;
    return after(course, paced(course, 3, 12), (on) => {
      const reason = fate.goesOn ? goesOn : dropped;
      const asked = { on, by: handler, reason, goesOn: fate.goesOn };
      step(record, answerWithdrawal(record.state, asked), undefined);
    });
  }
  switch (state.stage) {
    case 'screening':
      return after(course, paced(course, 4, 24), (on) => look(course, on));
    case 'notice':
      return after(course, paced(course, 1, 7), (on) => notify(course, on));
    case 'response':
      return answer(course);
    case 'investigation':
      return aside(course, once) ?? investigate(course);
    case 'screening-appeal':
      return withPanel(course, 'screening-appeal', () =>
        after(course, paced(course, 8, 25), (on) => panels.answerScreeningAppeal(course, on)),
      );
    case 'review':
      return withPanel(course, 'review', () =>
        after(course, paced(course, 6, 26), (on) => panels.findCause(course, on)),
      );
    case 'hearing':
      return withPanel(course, 'hearing', () => hearing(course));
    case 'decision':
      return after(course, paced(course, 2, 15), (on) => panels.giveDecision(course, on));
    case 'appeal-window':
      return window(course);
    case 'appeal':
      return withPanel(course, 'appeal', () =>
        after(course, paced(course, 8, 35), (on) => panels.answerAppeal(course, on)),
      );
    case 'effect':
      return after(course, between(record.chance, 1, 8), (on) =>
        step(record, takeEffect(record.state, { on, by: handler }), undefined),
      );
    case 'monitoring':
    case 'closed':
      return close(course, once);
    case 'reinstatement':
      return false;
    default:
      throw never(state.stage);
  }
}

function look({ record, fate, handler }: Course, on: CivilDate): void {
  const { state } = record;
  const missing = fate.takenUp ? undefined : oneOf(record.chance, words.SCREENED_OUT);
  const answered = (question: keyof typeof words.SCREENED, met: boolean) => ({
    met,
    reason: words.SCREENED[question][met ? 0 : 1],
  });
  const answers = {
    standing: answered('standing', missing !== 'standing'),
    jurisdiction: answered('jurisdiction', withinReach(state)),
    provision: answered('provision', missing !== 'provision'),
    'in-time': answered('in-time', true),
  };
  step(record, screen(state, { on, by: handler, answers }), undefined);
}

function notify({ record, handler: by }: Course, on: CivilDate): void {
  const evidence = record.state.evidence.map(({ id }) => id);
  step(record, giveNotice(record.state, { on, by, evidence, keptBack: [] }), undefined);
}

function answer(course: Course): boolean {
  const { record, fate, handler } = course;
  const { chance, state } = record;
  return fate.answers
    ? after(course, between(chance, 5, 27), (on) => {
        const answered = respond(record.state, { on, words: oneOf(chance, words.RESPONSES) });
        step(record, answered, course.respondent ?? handler);
      })
    : onDay(course, workday(addDays(state.answerUntil ?? state.latest, 1)), (on) =>
        step(record, closeResponse(record.state, { on }), handler),
      );
}

/** What comes between: a short suspension, a court, a complainant who leaves, a credential given up. Each once. */
function aside(course: Course, once: Set<string>): boolean | undefined {
  const { record, fate, handler: by } = course;
  const { chance } = record;
  const now = (name: string, is: boolean): boolean => {
    const isNow = is && !once.has(name);
    once.add(name);
    return isNow;
  };
  const isPerson = record.state.about === 'person';
  if (now('suspended', isPerson && fate.suspendedMeanwhile)) {
    return after(course, between(chance, 1, 4), (on) => {
      const asked = { on, by, reason: words.REASONS.interim, until: addDays(on, 45) };
      step(record, suspendMeanwhile(record.state, asked), undefined);
    });
  }
  if (now('stayed', fate.stayed)) {
    return after(course, between(chance, 2, 10), (on) =>
      step(record, stay(record.state, { on, by, reason: words.REASONS.stay }), undefined),
    );
  }
  if (now('withdrawn', fate.withdrawn)) {
    return after(course, between(chance, 2, 12), (on) =>
      step(record, withdraw(record.state, { on, complaint: 'c1' }), undefined),
    );
  }
  if (now('surrendered', isPerson && fate.surrenders)) {
    const reason = words.REASONS.surrender;
    return after(course, between(chance, 5, 20), (on) =>
      step(record, end(record.state, { on, by, how: 'surrender', reason }), undefined),
    );
  }
  return undefined;
}

function investigate(course: Course): boolean {
  const { record, handler: by, ids } = course;
  const { evidence, disclosed, complaints } = record.state;
  if (evidence.length < 2) {
    const anonymous = complaints.every(({ naming }) => naming === 'anonymous');
    const [kind, source] =
      evidence.length === 0
        ? (['document', 'The papers of the day, from the place where it happened.'] as const)
        : anonymous
          ? (['anonymous-testimony', 'The complainant, who gave no name.'] as const)
          : (['named-testimony', 'The complainant.'] as const);
    return after(course, between(record.chance, 1, 9), (on) => {
      const piece = { id: `e${evidence.length + 1}`, kind, sha256: sha256Hex(ids.uuid()), source };
      step(record, addEvidence(record.state, { on, by, ...piece }), undefined);
    });
  }
  const unseen = evidence.map(({ id }) => id).filter((id) => !disclosed.includes(id));
  return unseen.length > 0
    ? after(course, between(record.chance, 0, 5), (on) =>
        step(record, disclose(record.state, { on, by, evidence: unseen }), undefined),
      )
    : after(course, paced(course, 4, 30), (on) =>
        step(
          record,
          closeInvestigation(record.state, { on, by, summary: words.SUMMARY }),
          undefined,
        ),
      );
}

/** Announced, then drawn; false where too few are left who may sit. */
function withPanel(course: Course, panel: PanelKind, then: () => boolean): boolean {
  const { record } = course;
  if (panels.isWhole(record.state, panel)) {
    return then();
  }
  if (record.state.committed[panel] === undefined) {
    return after(course, between(record.chance, 0, 2), (on) => panels.announce(course, panel, on));
  }
  let isDrawn = false;
  const inTime = after(course, between(record.chance, 1, 4), (on) => {
    isDrawn = panels.seat(course, panel, on);
  });
  return inTime && isDrawn;
}

function hearing(course: Course): boolean {
  const { record, fate, handler: by } = course;
  const { chance, state } = record;
  if (state.offer !== undefined) {
    return after(course, between(chance, 3, 18), (on) =>
      step(record, answerOffer(record.state, { on, agrees: true }), course.respondent ?? by),
    );
  }
  if (fate.agrees && fate.breach) {
    return after(course, paced(course, 2, 10), (on) => panels.offerAgreement(course, on));
  }
  if (state.hearingDay === undefined) {
    return after(course, between(chance, 1, 6), (on) => {
      const day = workday(addDays(on, between(chance, state.rules.hearingNoticeDays, 44)));
      const mayBring = 'Anybody you trust, and a lawyer if you wish.';
      const whereAndWhen = words.WHERE_AND_WHEN;
      const asked = { on, by, day, whereAndWhen, mayBring, accommodations: [] };
      step(record, callHearing(record.state, asked), undefined);
    });
  }
  return onDay(course, state.hearingDay, (on) => panels.holdHearing(course, on));
}

const APPEAL_ON: readonly AppealGround[] = [
  'sanction-out-of-measure',
  'sanction-out-of-measure',
  'rule-misread',
  'process-not-followed',
  'new-evidence',
];

function window(course: Course): boolean {
  const { record, fate } = course;
  const { chance, state } = record;
  if (!fate.appeals) {
    const day = addDays(state.decision?.appealUntil ?? state.latest, 1);
    if (day > course.last) {
      return false;
    }
    timePasses(record, day);
    return record.state.stage !== 'appeal-window';
  }
  const ground = oneOf(chance, APPEAL_ON);
  const statement = words.APPEAL_STATEMENTS[ground] ?? words.SCREENING_APPEAL;
  return after(course, between(chance, 4, 24), (on) =>
    step(record, appeal(record.state, { on, grounds: [ground], statement }), course.respondent),
  );
}

const ACHIEVED: Readonly<
  Record<'breach' | 'none', readonly { value: Achieved; weight: number }[]>
> = {
  breach: [
    { value: 'yes', weight: 45 },
    { value: 'partly', weight: 35 },
    { value: 'no', weight: 20 },
  ],
  none: [
    { value: 'partly', weight: 25 },
    { value: 'no', weight: 75 },
  ],
};

/** The public is told where the rule says so, each complainant hears what came of it, and one who was not taken up may object. */
function close(course: Course, once: Set<string>): boolean {
  const { record, handler: by, fate } = course;
  const { chance, state } = record;
  const sanction = state.inForce?.sanction;
  const out = workday(addDays(state.latest, between(chance, 0, 3)));
  const isDue = sanction !== undefined && isPublic(sanction.kind) && sanction.endsOn >= out;
  if (state.stage === 'monitoring' && isDue && state.publishedOn === undefined) {
    return onDay(course, out, (on) => step(record, publish(record.state, { on, by }), undefined));
  }
  const untold = state.complaints.find(({ toldOn }) => toldOn === undefined);
  if (untold !== undefined) {
    const helped = state.decision?.findings.some(({ breach }) => breach) === true;
    const achieved = weighed(chance, ACHIEVED[helped ? 'breach' : 'none']);
    return after(course, paced(course, 1, 9), (on) => {
      const told = { on, by, complaint: untold.id, achieved, reason: words.CLOSING[achieved] };
      step(record, tellClosing(record.state, told), undefined);
    });
  }
  const until = screeningAppealUntil(state);
  if (until === undefined || !fate.appealsScreening || once.has('screening')) {
    return false;
  }
  once.add('screening');
  const on = workday(addDays(state.latest, between(chance, 3, 14)));
  return on > until
    ? false
    : onDay(course, on, () => {
        const asked = { on, complaint: 'c1', statement: words.SCREENING_APPEAL };
        step(record, appealScreening(record.state, asked), undefined);
      });
}
