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
import type { LikeCases } from './like-cases.ts';
import { mayJudge, type PanelRefusal } from './panels.ts';
import { isBlank, type NotReady, ready, recorded } from './ready.ts';

/** The review panel: is there cause to go on, allegation by allegation? */
export function review(
  state: ConductMatter,
  asked: Omit<Event<'reviewed'>, 'type'>,
): Result<readonly ConductEvent[], NotReady | PanelRefusal | FindingRefusal> {
  const now = ready(state, asked.on, ['review']);
  if (!now.ok) {
    return now;
  }
  const panel = mayJudge(state, 'review', asked.by);
  if (!panel.ok) {
    return panel;
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
  if (isBlank(asked.whereAndWhen)) {
    return refuse('words-missing', 'say where and at what time the hearing is');
  }
  return isBlank(asked.mayBring)
    ? refuse('words-missing', 'say whom the respondent may bring along')
    : recorded(now.value, { type: 'hearing-noticed', ...asked });
}

export type HearRefusal =
  | NotReady
  | 'no-hearing-notice'
  | 'another-day'
  | PanelRefusal
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
  const panel = mayJudge(state, 'hearing', asked.by);
  if (!panel.ok) {
    return panel;
  }
  return isBlank(asked.transcript)
    ? refuse('no-transcript', 'what was said is kept word for word')
    : recorded(now.value, { type: 'heard', ...asked });
}

export interface Judged {
  readonly on: CivilDate;
  readonly by: string;
  /** How the provisions found breached were sanctioned before. */
  readonly like: LikeCases;
  readonly findings: readonly AllegationFinding[];
  readonly sanction: Sanction | undefined;
  readonly remedy: string | undefined;
}

export type DecideRefusal = NotReady | PanelRefusal | FindingRefusal | SanctionRefusal;

/** The decision of the panel that heard. */
export function decide(
  state: ConductMatter,
  asked: Judged,
): Result<readonly ConductEvent[], DecideRefusal> {
  const now = ready(state, asked.on, ['decision']);
  if (!now.ok) {
    return now;
  }
  const panel = mayJudge(state, 'hearing', asked.by);
  const checked = panel.ok ? judged(state, asked) : panel;
  return checked.ok ? recorded(now.value, decided(state, asked, 'hearing')) : checked;
}

export type OfferRefusal =
  | NotReady
  | PanelRefusal
  | 'nothing-admitted'
  | FindingRefusal
  | SanctionRefusal;

/**
 * The panel says what it would agree to with no hearing. The respondent would admit at least one allegation, has time to
 * think it over, and loses nothing by declining.
 */
export function offer(
  state: ConductMatter,
  asked: Judged,
): Result<readonly ConductEvent[], OfferRefusal> {
  const now = ready(state, asked.on, ['hearing']);
  if (!now.ok) {
    return now;
  }
  if (!asked.findings.some(({ breach }) => breach)) {
    return refuse('nothing-admitted', 'where nothing is admitted there is nothing to agree on');
  }
  const panel = mayJudge(state, 'hearing', asked.by);
  const checked = panel.ok ? judged(state, asked) : panel;
  if (!checked.ok) {
    return checked;
  }
  const { on, by, findings, sanction, remedy } = asked;
  const until = addDays(on, state.rules.offerDays);
  return recorded(now.value, { type: 'offered', on, by, findings, sanction, remedy, until });
}

/**
 * The respondent answers the offer. What was agreed is a decision like any other: it takes effect when the time to appeal
 * has passed.
 */
export function answerOffer(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly agrees: boolean },
): Result<readonly ConductEvent[], NotReady | 'no-offer' | 'too-late'> {
  const { on, agrees } = asked;
  const now = ready(state, on, ['hearing']);
  if (!now.ok) {
    return now;
  }
  const open = state.offer;
  if (open === undefined) {
    return refuse('no-offer', 'no agreement is offered here');
  }
  if (!agrees) {
    return recorded(now.value, { type: 'declined', on });
  }
  if (on > open.until) {
    return refuse('too-late', `the offer could be taken until ${inWords(open.until)}`);
  }
  return recorded(now.value, decided(state, { ...open, on }, 'consent'));
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
  { on, by, findings, sanction, remedy }: Omit<Judged, 'like'>,
  how: 'hearing' | 'consent',
): Event<'decided'> {
  const appealUntil = addDays(on, rules.appealDays);
  const { standard } = rules;
  return { type: 'decided', on, by, how, standard, findings, sanction, remedy, appealUntil };
}
