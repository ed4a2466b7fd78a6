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
  PanelMember,
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
} from '../../src/casework/conduct/intake.ts';
import { callHearing, decide, hear, review } from '../../src/casework/conduct/judgment.ts';
import { hadAPart, isWhole, seatPanel } from '../../src/casework/conduct/panels.ts';
import { passTime } from '../../src/casework/conduct/ready.ts';
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
    naming: 'to-staff',
    alleged: [
      { number: 'R1', conductOn: date('2026-06-01'), alsoCited: ['P2'], words: 'Turned away.' },
      { number: 'R7', conductOn: date('2026-06-01'), alsoCited: [], words: 'Told others.' },
    ],
    hopes: 'An apology.',
    ...change,
  });

export const fingerprint = (place: number): string => place.toString(16).padStart(64, '0');

/** Members who have had no part, a public one among them. */
function fresh(state: ConductMatter, count: number): readonly PanelMember[] {
  return Array.from({ length: 200 }, (_, place) => ({
    person: `m${place}`,
    isPublic: place % 3 === 0,
  }))
    .filter(({ person }) => !hadAPart(state, person))
    .slice(0, count);
}

export const sanctionOf = (kind: SanctionKind, on: CivilDate): Sanction => ({
  kind,
  endsOn: addYears(on, 2),
  conditions: ['Works under supervision.'],
  aggravating: [],
  mitigating: ['First complaint.'],
  reason: 'The least that protects people.',
});

const seatedFor = (state: ConductMatter, panel: PanelKind, { careful }: Choices): boolean =>
  !careful || isWhole(state, panel);

const seat = (state: ConductMatter, on: CivilDate, panel: PanelKind) =>
  seatPanel(state, {
    on,
    panel,
    members: fresh(state, state.rules.panelSize - (state.sitting[panel] ?? []).length),
    seed: 'committed',
  });

const judged = (state: ConductMatter, ids: readonly string[], breach: boolean) =>
  ids.map((allegation) => ({
    allegation,
    breach,
    reason: 'As the record shows.',
    evidence: state.evidence.map(({ id }) => id),
  }));

type Step = Result<readonly ConductEvent[], string> | undefined;

/** The step that the stage asks for next; undefined where nothing is to be done but wait. */
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
        jurisdiction: answer,
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
      return investigated(state, on, chosen);
    case 'review':
      return seatedFor(state, 'review', chosen)
        ? review(state, {
            on,
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
      return undefined;
    case 'appeal':
      return seatedFor(state, 'appeal', chosen)
        ? appealJudged(state, on, chosen)
        : seat(state, on, 'appeal');
    case 'effect':
      return takeEffect(state, { on });
    case 'monitoring':
      return state.publishedOn === undefined
        ? publish(state, { on })
        : askReinstatement(state, {
            on: later(on, state.inForce?.sanction.endsOn ?? on),
            statement: 'Two years of other work.',
          });
    case 'reinstatement':
      return seatedFor(state, 'reinstatement', chosen)
        ? decideReinstatement(state, { on, granted: chosen.granted, reason: 'As was shown.' })
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
    ? decideInterimAppeal(state, { on, reason: 'Looked at.', lifted: chosen.granted })
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
  if (hearingDay === undefined || hearingDay < on) {
    const day = addDays(on, chosen.careful ? rules.hearingNoticeDays : 3);
    return callHearing(state, { on, day, mayBring: 'Anybody.', accommodations: [] });
  }
  return seatedFor(state, 'hearing', chosen)
    ? hear(state, { on: hearingDay, transcript: fingerprint(9), represented: true })
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
  return decideAppeal(state, { on, findings, effect, sanction });
}
