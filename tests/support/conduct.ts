/**
 * A complaint about conduct under the invented code, taken from step to step as people who do their work would: the next
 * step that its stage asks for, with what was chosen of it.
 */

import {
  answerWithdrawal,
  appealInterim,
  decideInterimAppeal,
  liftStay,
} from '../../src/casework/conduct/aside.ts';
import { tellClosing } from '../../src/casework/conduct/closing.ts';
import {
  appeal,
  askReinstatement,
  decideAppeal,
  decideReinstatement,
  effectsOf,
  publish,
  takeEffect,
} from '../../src/casework/conduct/conduct-appeal.ts';
import type {
  ConductEvent,
  EvidenceKind,
  PanelKind,
  Sanction,
} from '../../src/casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../src/casework/conduct/conduct-matter.ts';
import {
  type AppealEffect,
  type AppealGround,
  DEFAULT_CONDUCT_RULES,
  type SanctionKind,
} from '../../src/casework/conduct/conduct-rules.ts';
import { addEvidence, closeInvestigation, disclose } from '../../src/casework/conduct/inquiry.ts';
import {
  closeResponse,
  giveNotice,
  receive,
  respond,
  screen,
  withinReach,
} from '../../src/casework/conduct/intake.ts';
import {
  answerOffer,
  callHearing,
  decide,
  hear,
  review,
} from '../../src/casework/conduct/judgment.ts';
import { likeCases } from '../../src/casework/conduct/like-cases.ts';
import type { PoolMember } from '../../src/casework/conduct/panel-lottery.ts';
import { commitDraw, seatPanel } from '../../src/casework/conduct/panels.ts';
import { passTime } from '../../src/casework/conduct/ready.ts';
import { isOpen } from '../../src/casework/conduct/record-holders.ts';
import { answerRecords } from '../../src/casework/conduct/records-requests.ts';
import {
  appealScreening,
  decideScreeningAppeal,
} from '../../src/casework/conduct/screening-appeal.ts';
import {
  answerAsWitness,
  statementWaits,
  takeInStatement,
} from '../../src/casework/conduct/witnesses.ts';
import { sha256Hex } from '../../src/kernel/bytes/sha256.ts';
import { addDays, addYears, type CivilDate, date } from '../../src/kernel/dates/civil-date.ts';
import { never, type Result } from '../../src/kernel/result/result.ts';
import { navigatorCode } from '../../src/program/catalog/navigator-code.ts';

export const START = date('2026-09-01');

export interface Choices {
  readonly met: boolean;
  readonly breach: boolean;
  readonly kind: SanctionKind;
  readonly evidence: EvidenceKind;
  readonly ground: AppealGround;
  readonly found: boolean;
  readonly granted: boolean;
  readonly answers: boolean;
  /** The respondent appeals what can be appealed. */
  readonly objects: boolean;
  /** False: a step is tried without what has to come before it. */
  readonly careful: boolean;
}

export const usual: Choices = {
  met: true,
  breach: true,
  kind: 'public-reprimand',
  evidence: 'document',
  ground: 'sanction-out-of-measure',
  found: false,
  granted: true,
  answers: true,
  objects: false,
  careful: true,
};

export const complaint = (
  change: Partial<Parameters<typeof receive>[0]> = {},
): ReturnType<typeof receive> =>
  receive({
    on: START,
    code: navigatorCode,
    rules: DEFAULT_CONDUCT_RULES,
    about: 'person',
    complaint: 'c1',
    bound: { since: addYears(START, -5), until: undefined },
    naming: 'to-staff',
    alleged: [
      { number: 'R1', conductOn: date('2026-06-01'), alsoCited: ['P2'], words: 'Turned away.' },
      { number: 'R7', conductOn: date('2026-06-01'), alsoCited: [], words: 'Told others.' },
    ],
    hopes: 'An apology.',
    ...change,
  });

export const fingerprint = (place: number): string => place.toString(16).padStart(64, '0');

/** Two hundred people who could sit, every third of them public. */
export const POOL: readonly PoolMember[] = Array.from({ length: 200 }, (_, place) => ({
  person: `m${place}`,
  isPublic: place % 3 === 0,
  trainedUntil: addYears(START, 20),
  termEnds: addYears(START, 20),
  conflict: false,
}));
export const NO_LIKE_CASES = likeCases([], []);
const SEED = 'kept in a drawer';

export const sanctionOf = (kind: SanctionKind, on: CivilDate): Sanction => ({
  kind,
  endsOn: addYears(on, 2),
  conditions: ['Works under supervision.'],
  aggravating: [],
  mitigating: ['First complaint.'],
  reason: 'The least that protects people.',
  departure: undefined,
});

const isWhole = ({ sitting, rules }: ConductMatter, panel: PanelKind): boolean =>
  (sitting[panel] ?? []).length === rules.panelSize;
const seatedFor = (state: ConductMatter, panel: PanelKind, { careful }: Choices): boolean =>
  !careful || isWhole(state, panel);
/** Who speaks for a panel; nobody of it where it is not seated. */
export const speaker = (state: ConductMatter, panel: PanelKind): string =>
  state.sitting[panel]?.[0]?.person ?? 'nobody';

/** Announces the draw, then makes it. */
export const seat = (
  state: ConductMatter,
  on: CivilDate,
  panel: PanelKind,
  pool: readonly PoolMember[] = POOL,
) =>
  state.committed[panel] === undefined
    ? commitDraw(state, { on, by: 'staff', panel, commitment: sha256Hex(SEED) })
    : seatPanel(state, { on, by: 'staff', panel, pool, seed: SEED });

const judged = (state: ConductMatter, ids: readonly string[], breach: boolean) =>
  ids.map((allegation) => ({
    allegation,
    breach,
    reason: 'As the record shows.',
    evidence: state.evidence.map(({ id }) => id),
  }));

function told(state: ConductMatter, on: CivilDate): Step {
  const complaint = state.complaints.find(({ toldOn }) => toldOn === undefined)?.id ?? '';
  const reason = 'It was looked into.';
  return tellClosing(state, { on, by: 'staff', complaint, achieved: 'partly', reason });
}

type Step = Result<readonly ConductEvent[], string> | undefined;

/** The step that the stage asks for next; undefined where nothing is to be done but wait. */
/** Whoever was asked answers before anything else, and what they said is taken in. */
function witnessHeard(state: ConductMatter, on: CivilDate, chosen: Choices): Step | undefined {
  const waits = state.witnesses.find(statementWaits);
  const asked = state.witnesses.find(({ answeredOn }) => answeredOn === undefined);
  const pieces = [
    { kind: 'named-testimony', sha256: fingerprint(state.evidence.length), source: 'A statement.' },
  ] as const;
  return waits !== undefined
    ? takeInStatement(state, { on, by: 'staff', witness: waits.id, pieces })
    : asked !== undefined && chosen.careful
      ? answerAsWitness(state, { on, witness: asked.id, declined: !chosen.answers })
      : undefined;
}

/** Whoever was asked for records answers, or the day passes. */
function recordsCame(state: ConductMatter, on: CivilDate, chosen: Choices): Step | undefined {
  const open = state.holders.find(isOpen);
  if (open === undefined || !chosen.careful) {
    return undefined;
  }
  return chosen.granted
    ? answerRecords(state, {
        ...{ on, by: 'staff', holder: open.id, how: 'received', reason: 'A log.' },
        sha256: fingerprint(state.evidence.length),
      })
    : { ok: true, value: passTime(state, later(on, addDays(open.answerUntil, 1))) };
}

export function nextStep(state: ConductMatter, on: CivilDate, chosen: Choices): Step {
  const by = 'staff';
  if (state.stayedSince !== undefined) {
    return liftStay(state, { on, by });
  }
  if (state.withdrawnOn !== undefined) {
    return answerWithdrawal(state, {
      on,
      by,
      reason: 'It concerns others too.',
      goesOn: chosen.granted,
    });
  }
  const interim = interimStep(state, on, chosen);
  if (interim !== undefined) {
    return interim;
  }
  switch (state.stage) {
    case 'screening': {
      const answer = { met: chosen.met, reason: 'Looked at.' };
      const answers = {
        standing: answer,
        jurisdiction: { ...answer, met: withinReach(state) },
        provision: answer,
        'in-time': { met: true, reason: 'Looked at.' },
      };
      return screen(state, { on, by, answers });
    }
    case 'notice':
      return giveNotice(state, {
        on,
        by,
        evidence: state.evidence.map(({ id }) => id),
        keptBack: [],
      });
    case 'response':
      return chosen.answers
        ? respond(state, { on, words: 'It was otherwise.' })
        : closeResponse(state, { on: later(on, addDays(state.answerUntil ?? on, 1)) });
    case 'investigation':
      return (
        witnessHeard(state, on, chosen) ??
        recordsCame(state, on, chosen) ??
        investigated(state, on, chosen)
      );
    case 'review':
      return seatedFor(state, 'review', chosen)
        ? review(state, {
            on,
            by: speaker(state, 'review'),
            findings: judged(
              state,
              state.allegations.map(({ id }) => id),
              chosen.breach,
            ),
          })
        : seat(state, on, 'review');
    case 'hearing':
      return heard(state, on, chosen);
    case 'decision':
      return seatedFor(state, 'hearing', chosen)
        ? decide(state, {
            on,
            by: speaker(state, 'hearing'),
            like: NO_LIKE_CASES,
            findings: judged(state, state.cause, chosen.breach),
            sanction:
              chosen.breach && state.about === 'person' ? sanctionOf(chosen.kind, on) : undefined,
            remedy: state.about === 'body' ? 'The form is mended.' : undefined,
          })
        : seat(state, on, 'hearing');
    case 'appeal-window':
      return chosen.objects
        ? appeal(state, { on, grounds: [chosen.ground], statement: 'It was too much.' })
        : {
            ok: true,
            value: passTime(state, later(on, addDays(state.decision?.appealUntil ?? on, 1))),
          };
    case 'closed':
      if (state.screenedOutOn !== undefined && chosen.objects) {
        return appealScreening(state, { on, complaint: 'c1', statement: 'They were overlooked.' });
      }
      return state.complaints.some(({ toldOn }) => toldOn === undefined)
        ? told(state, on)
        : undefined;
    case 'screening-appeal':
      return seatedFor(state, 'screening-appeal', chosen)
        ? decideScreeningAppeal(state, {
            on,
            by: speaker(state, 'screening-appeal'),
            upheld: chosen.granted,
            reason: 'Looked at anew.',
          })
        : seat(state, on, 'screening-appeal');
    case 'appeal':
      return seatedFor(state, 'appeal', chosen)
        ? appealJudged(state, on, chosen)
        : seat(state, on, 'appeal');
    case 'effect':
      return takeEffect(state, { on, by });
    case 'monitoring':
      return state.complaints.some(({ toldOn }) => toldOn === undefined)
        ? told(state, on)
        : state.publishedOn === undefined
          ? publish(state, { on, by })
          : askReinstatement(state, {
              on: later(on, state.inForce?.sanction.endsOn ?? on),
              statement: 'Two years of other work.',
            });
    case 'reinstatement':
      return seatedFor(state, 'reinstatement', chosen)
        ? decideReinstatement(state, {
            on,
            by: speaker(state, 'reinstatement'),
            granted: chosen.granted,
            reason: 'As was shown.',
          })
        : seat(state, on, 'reinstatement');
    default:
      throw never(state.stage);
  }
}

const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);

function interimStep(state: ConductMatter, on: CivilDate, chosen: Choices): Step {
  const { interim, stage } = state;
  if (interim === undefined || interim.appealDecidedOn !== undefined || stage === 'closed') {
    return undefined;
  }
  if (interim.appealedOn === undefined) {
    return chosen.objects && on <= interim.until
      ? appealInterim(state, { on, statement: 'Nobody was in danger.' })
      : undefined;
  }
  return seatedFor(state, 'interim-appeal', chosen)
    ? decideInterimAppeal(state, {
        on,
        by: speaker(state, 'interim-appeal'),
        reason: 'Looked at.',
        lifted: chosen.granted,
      })
    : seat(state, on, 'interim-appeal');
}

function investigated(state: ConductMatter, on: CivilDate, chosen: Choices): Step {
  const by = 'investigator';
  const { evidence, disclosed } = state;
  if (evidence.length === 0) {
    return addEvidence(state, {
      on,
      by,
      id: 'e1',
      kind: chosen.evidence,
      sha256: fingerprint(1),
      source: 'A letter.',
    });
  }
  const unseen = evidence.map(({ id }) => id).filter((id) => !disclosed.includes(id));
  return unseen.length > 0 && chosen.careful
    ? disclose(state, { on, by, evidence: unseen })
    : closeInvestigation(state, { on, by, summary: 'Both were asked.' });
}

function heard(state: ConductMatter, on: CivilDate, chosen: Choices): Step {
  const { hearingDay, rules } = state;
  if (state.offer !== undefined) {
    return answerOffer(state, { on, agrees: chosen.granted && on <= state.offer.until });
  }
  if (hearingDay === undefined || hearingDay < on) {
    const day = addDays(on, chosen.careful ? rules.hearingNoticeDays : 3);
    return callHearing(state, {
      on,
      by: 'staff',
      day,
      whereAndWhen: 'Room 4, at ten.',
      mayBring: 'Anybody.',
      accommodations: [],
    });
  }
  return seatedFor(state, 'hearing', chosen)
    ? hear(state, {
        on: hearingDay,
        by: speaker(state, 'hearing'),
        transcript: fingerprint(9),
        represented: true,
      })
    : seat(state, on, 'hearing');
}

function appealJudged(state: ConductMatter, on: CivilDate, chosen: Choices): Step {
  const findings = state.grounds.map((ground) => ({
    ground,
    found: chosen.found,
    reason: 'Looked at anew.',
  }));
  const effect: AppealEffect = effectsOf(findings)[0] ?? 'stands';
  const before = state.decision?.sanction;
  const sanction =
    effect === 'lessened' && before !== undefined
      ? { ...before, endsOn: addDays(before.endsOn, -1) }
      : undefined;
  const by = speaker(state, 'appeal');
  return decideAppeal(state, { on, by, findings, effect, sanction });
}
