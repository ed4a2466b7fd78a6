/** What invented panels do in a complaint: they are drawn by lot, find or do not find, sanction, agree, and hear appeals. */
import { decideAppeal, effectsOf } from '../../casework/conduct/conduct-appeal.ts';
import type { AppealFinding, PanelKind, Sanction } from '../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import {
  type AppealGround,
  SANCTIONS,
  type SanctionKind,
  severityOf,
} from '../../casework/conduct/conduct-rules.ts';
import { decide, hear, type Judged, offer, review } from '../../casework/conduct/judgment.ts';
import { departs, likeCases } from '../../casework/conduct/like-cases.ts';
import { commitDraw, seatPanel } from '../../casework/conduct/panels.ts';
import { decideScreeningAppeal } from '../../casework/conduct/screening-appeal.ts';
import { toHex } from '../../kernel/bytes/bytes.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { between, happens } from '../people/draw.ts';
import { type Course, step } from './conduct-record.ts';
import { APPEAL_REASONS, CONDITIONS, MITIGATING, REASONS } from './conduct-words.ts';

export const isWhole = ({ sitting, rules }: ConductMatter, panel: PanelKind): boolean =>
  (sitting[panel] ?? []).length === rules.panelSize;

const speaker = ({ sitting }: ConductMatter, panel: PanelKind): string =>
  at(sitting[panel] ?? [], 0).person;

/** Announces a draw: from here on its seed is fixed. */
export function announce({ record, handler, ids }: Course, panel: PanelKind, on: CivilDate): void {
  const seed = toHex(ids.bytes(32));
  const commitment = sha256Hex(seed);
  step(record, commitDraw(record.state, { on, by: handler, panel, commitment }), undefined);
  const committedAt = record.events.at(-1)?.at ?? 0;
  record.draws.push({
    id: ids.uuid(),
    panel,
    commitment,
    seed,
    committedAt,
    revealedAt: undefined,
  });
}

/** Makes the draw. False where too few are left who may sit: then the matter waits until the body finds more. */
export function seat({ record, handler, pool }: Course, panel: PanelKind, on: CivilDate): boolean {
  const place = record.draws.length - 1;
  const draw = at(record.draws, place);
  const seated = seatPanel(record.state, { on, by: handler, panel, pool, seed: draw.seed });
  if (
    !seated.ok &&
    (seated.refusal.kind === 'too-few-public' || seated.refusal.kind === 'too-few')
  ) {
    return false;
  }
  step(record, seated, undefined);
  record.draws[place] = { ...draw, revealedAt: record.events.at(-1)?.at };
  return true;
}

const judged = (state: ConductMatter, allegations: readonly string[], breach: boolean) => {
  const reason = breach ? REASONS.breach : REASONS.noBreach;
  const evidence = state.evidence.map(({ id }) => id);
  return allegations.map((allegation) => ({ allegation, breach, reason, evidence }));
};

export function findCause({ record, fate }: Course, on: CivilDate): void {
  const { state } = record;
  const reason = fate.cause ? REASONS.cause : REASONS.noCause;
  const findings = judged(
    state,
    state.allegations.map(({ id }) => id),
    fate.cause,
  ).map((finding) => ({ ...finding, reason }));
  step(record, review(state, { on, by: speaker(state, 'review'), findings }), undefined);
}

export function offerAgreement(course: Course, on: CivilDate): void {
  step(course.record, offer(course.record.state, judgment(course, on)), undefined);
}

export function holdHearing({ record, ids }: Course, on: CivilDate): void {
  const { state } = record;
  const transcript = sha256Hex(ids.uuid());
  const represented = happens(record.chance, 0.6);
  const by = speaker(state, 'hearing');
  step(record, hear(state, { on, by, transcript, represented }), undefined);
}

export function giveDecision(course: Course, on: CivilDate): void {
  step(course.record, decide(course.record.state, judgment(course, on)), undefined);
}

function judgment({ record, fate, past }: Course, on: CivilDate): Judged {
  const { state } = record;
  const findings = judged(state, state.cause, fate.breach);
  const breached = state.allegations.filter(({ id }) =>
    findings.some(({ allegation, breach }) => breach && allegation === id),
  );
  const like = likeCases(
    past(on),
    breached.map(({ provision }) => provision.number),
  );
  const sanctioned = fate.breach && state.about === 'person';
  const drawn = sanctioned ? sanctionOf(record.chance, fate.sanction, on) : undefined;
  return {
    ...{ on, by: speaker(state, 'hearing'), like, findings },
    sanction:
      drawn !== undefined && departs(like, drawn, on)
        ? { ...drawn, departure: REASONS.departure }
        : drawn,
    remedy: fate.breach && state.about === 'body' ? REASONS.remedy : undefined,
  };
}

/** Days that a sanction of each kind lasts, from and to. */
const LASTS: Readonly<Record<SanctionKind, readonly [number, number]>> = {
  'private-reprimand': [365, 365],
  'public-reprimand': [365, 730],
  probation: [365, 730],
  suspension: [180, 400],
  revocation: [1095, 1826],
};

function sanctionOf(
  chance: Course['record']['chance'],
  kind: SanctionKind,
  on: CivilDate,
): Sanction {
  return {
    kind,
    endsOn: addDays(on, between(chance, ...LASTS[kind])),
    conditions: kind === 'probation' ? CONDITIONS : [],
    aggravating: [],
    mitigating: happens(chance, 0.5) ? [MITIGATING] : [],
    reason: REASONS.sanction,
    departure: undefined,
  };
}

export function answerScreeningAppeal({ record, fate }: Course, on: CivilDate): void {
  const { state } = record;
  const upheld = fate.takenUpAfterAll;
  const { upheld: why, not } = REASONS.screeningAppeal;
  const by = speaker(state, 'screening-appeal');
  const asked = { on, by, upheld, reason: upheld ? why : not };
  step(record, decideScreeningAppeal(state, asked), undefined);
}

export function answerAppeal({ record, fate }: Course, on: CivilDate): void {
  const { state } = record;
  const found = fate.appealFound;
  const findings: readonly AppealFinding[] = state.grounds.map((ground: AppealGround) => ({
    ...{ ground, found },
    reason: found ? APPEAL_REASONS.found : APPEAL_REASONS.not,
  }));
  // A second hearing needs nine more people than a small pool has.
  const effect = effectsOf(findings).find((one) => one !== 'heard-again') ?? 'stands';
  const before = state.decision?.sanction;
  const sanction = effect === 'lessened' && before !== undefined ? milder(before, on) : undefined;
  const by = speaker(state, 'appeal');
  step(record, decideAppeal(state, { on, by, findings, effect, sanction }), undefined);
}

function milder(before: Sanction, on: CivilDate): Sanction {
  const kind = SANCTIONS[severityOf(before.kind) - 1]?.kind;
  return kind === undefined
    ? { ...before, endsOn: addDays(on, 120) }
    : {
        ...before,
        kind,
        conditions: kind === 'probation' ? CONDITIONS : [],
        endsOn: addDays(on, LASTS[kind][0]),
      };
}
