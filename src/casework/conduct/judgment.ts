/**
 * A panel looks whether there is cause, a hearing is called and held, and a decision is given: one finding for each
 * allegation, by the standard of proof of the rules, each with its reason. Both sides may agree instead.
 */
import { addDays, type CivilDate, daysBetween, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import type { AllegationFinding, ConductEvent, Event, Sanction } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import {
  checkedFindings,
  checkedOutcome,
  type FindingRefusal,
  type SanctionRefusal,
} from './findings.ts';
import { isWhole, notWhole } from './panels.ts';
import { isBlank, type NotReady, ready, recorded } from './ready.ts';

/** The review panel: is there cause to go on, allegation by allegation? */
export function review(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly findings: readonly AllegationFinding[] },
): Result<readonly ConductEvent[], NotReady | 'panel-not-whole' | FindingRefusal> {
  const now = ready(state, asked.on, ['review']);
  if (!now.ok) {
    return now;
  }
  if (!isWhole(state, 'review')) {
    return notWhole;
  }
  const every = state.allegations.map(({ id }) => id);
  const checked = checkedFindings(state, every, asked.findings);
  return checked.ok ? recorded(now.value, { type: 'reviewed', ...asked }) : checked;
}

/** Tells the day of the hearing, who may come along, and what was arranged for people to take part. */
export function callHearing(
  state: ConductMatter,
  asked: Omit<Event<'hearing-noticed'>, 'type'>,
): Result<readonly ConductEvent[], NotReady | 'too-short' | 'words-missing'> {
  const now = ready(state, asked.on, ['hearing']);
  if (!now.ok) {
    return now;
  }
  const { hearingNoticeDays } = state.rules;
  if (daysBetween(asked.on, asked.day) < hearingNoticeDays) {
    return refuse('too-short', `a hearing is told at least ${hearingNoticeDays} days before`);
  }
  return isBlank(asked.mayBring)
    ? refuse('words-missing', 'say whom the respondent may bring along')
    : recorded(now.value, { type: 'hearing-noticed', ...asked });
}

export type HearRefusal =
  | NotReady
  | 'no-hearing-notice'
  | 'another-day'
  | 'panel-not-whole'
  | 'no-transcript';

export function hear(
  state: ConductMatter,
  asked: Omit<Event<'heard'>, 'type'>,
): Result<readonly ConductEvent[], HearRefusal> {
  const now = ready(state, asked.on, ['hearing']);
  if (!now.ok) {
    return now;
  }
  const { hearingDay } = state;
  if (hearingDay === undefined) {
    return refuse('no-hearing-notice', 'nobody was told the day of this hearing');
  }
  if (asked.on !== hearingDay) {
    return refuse('another-day', `the hearing is on ${inWords(hearingDay)}`);
  }
  if (!isWhole(state, 'hearing')) {
    return notWhole;
  }
  return isBlank(asked.transcript)
    ? refuse('no-transcript', 'what was said is kept word for word')
    : recorded(now.value, { type: 'heard', ...asked });
}

export interface Judged {
  readonly on: CivilDate;
  readonly findings: readonly AllegationFinding[];
  readonly sanction: Sanction | undefined;
  readonly remedy: string | undefined;
}

export type DecideRefusal = NotReady | 'panel-not-whole' | FindingRefusal | SanctionRefusal;

/** The decision of the panel that heard. */
export function decide(
  state: ConductMatter,
  asked: Judged,
): Result<readonly ConductEvent[], DecideRefusal> {
  const now = ready(state, asked.on, ['decision']);
  if (!now.ok) {
    return now;
  }
  const checked = isWhole(state, 'hearing') ? judged(state, asked) : notWhole;
  return checked.ok ? recorded(now.value, decided(state, asked, 'hearing')) : checked;
}

export type AgreeRefusal =
  | NotReady
  | 'not-agreed'
  | 'nothing-admitted'
  | FindingRefusal
  | SanctionRefusal;

/**
 * Both sides agree before the hearing. The respondent admits at least one allegation, and may still think again: what was
 * agreed takes effect when the time to appeal has passed, like any decision.
 */
export function agree(
  state: ConductMatter,
  asked: Judged & { readonly respondentAgreed: boolean },
): Result<readonly ConductEvent[], AgreeRefusal> {
  const now = ready(state, asked.on, ['hearing']);
  if (!now.ok) {
    return now;
  }
  if (!asked.respondentAgreed) {
    return refuse('not-agreed', 'without the agreement of the respondent there is a hearing');
  }
  if (!asked.findings.some(({ breach }) => breach)) {
    return refuse('nothing-admitted', 'where nothing is admitted there is nothing to agree on');
  }
  const checked = judged(state, asked);
  return checked.ok ? recorded(now.value, decided(state, asked, 'consent')) : checked;
}

function judged(
  state: ConductMatter,
  asked: Judged,
): Result<true, FindingRefusal | SanctionRefusal> {
  const found = checkedFindings(state, state.cause, asked.findings);
  return found.ok ? checkedOutcome(state, asked) : found;
}

function decided(
  { rules }: ConductMatter,
  { on, findings, sanction, remedy }: Judged,
  how: 'hearing' | 'consent',
): Event<'decided'> {
  const appealUntil = addDays(on, rules.appealDays);
  const { standard } = rules;
  return { type: 'decided', on, how, standard, findings, sanction, remedy, appealUntil };
}
