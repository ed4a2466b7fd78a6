/**
 * A complaint about conduct as it stands after its events. Nothing here decides. What each event makes of it
 * stands in evolve.ts; what may be asked of it in intake, inquiry, panels, judgment, conduct-appeal and aside.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Clock, started } from './clocks.ts';
import type {
  Allegation,
  Bound,
  Event,
  EvidenceKind,
  Naming,
  PanelKind,
  PanelMember,
  RecordsAnswer,
  Sanction,
} from './conduct-event.ts';
import type { ConductRules, Step } from './conduct-rules.ts';

export type Stage =
  | Exclude<Step, 'interim-appeal' | 'closing'>
  /** The decision is out and can be appealed. */
  | 'appeal-window'
  /** A sanction is in force, or its conditions are watched. */
  | 'monitoring'
  | 'closed';

export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly sha256: string;
  /** A copy without names was put beside it later. One that came with it is known by its file alone. */
  readonly copied: boolean;
  /** Everybody who has held it, in order; the last holds it now. */
  readonly custody: readonly { readonly by: string; readonly since: CivilDate }[];
}

export interface Witness {
  /** "w1". */
  readonly id: string;
  readonly answerUntil: CivilDate;
  readonly answeredOn: CivilDate | undefined;
  readonly declined: boolean;
  /** What they sent is evidence now. */
  readonly takenIn: boolean;
}

/** A third party that was asked for records. */
export interface RecordHolder {
  /** "h1". */
  readonly id: string;
  readonly answerUntil: CivilDate;
  readonly answer: RecordsAnswer | undefined;
  /** The day on which it was noted that nothing had come by the day. */
  readonly overdueOn: CivilDate | undefined;
  /** The request was closed with a reason. */
  readonly closedOn: CivilDate | undefined;
}

export type Decision = Omit<Event<'decided'>, 'type' | 'on'> & { readonly decidedOn: CivilDate };

export interface Complaint {
  readonly id: string;
  readonly naming: Naming;
  readonly hopes: string;
  readonly withdrawnOn: CivilDate | undefined;
  /** The day on which its complainant was told what came of it. */
  readonly toldOn: CivilDate | undefined;
}

export interface Interim {
  readonly on: CivilDate;
  readonly until: CivilDate;
  readonly appealedOn: CivilDate | undefined;
  readonly appealDecidedOn: CivilDate | undefined;
  readonly lifted: boolean;
}

export interface ConductMatter {
  readonly stage: Stage;
  readonly receivedOn: CivilDate;
  /** The day of the latest event; nothing is recorded before it. */
  readonly latest: CivilDate;
  readonly rules: ConductRules;
  readonly about: Event<'received'>['about'];
  /** Undefined: the code never bound the respondent. */
  readonly bound: Bound | undefined;
  /** One, or several about the same events. */
  readonly complaints: readonly Complaint[];
  readonly allegations: readonly Allegation[];
  readonly clocks: readonly Clock[];
  /** The day on which it was screened out, while an appeal against that is possible or open. */
  readonly screenedOutOn: CivilDate | undefined;
  readonly noticedOn: CivilDate | undefined;
  readonly answerUntil: CivilDate | undefined;
  readonly evidence: readonly Evidence[];
  readonly witnesses: readonly Witness[];
  readonly holders: readonly RecordHolder[];
  /** Ids of the evidence that the respondent has been shown. */
  readonly disclosed: readonly string[];
  /** Everybody who ever sat on a panel of this matter. */
  readonly seated: readonly string[];
  /** Everybody who took a step for the body or held evidence; they sit on no panel of it. */
  readonly handledBy: readonly string[];
  /** SHA-256 of the seed of each draw that was announced and not made yet. */
  readonly committed: Readonly<Partial<Record<PanelKind, string>>>;
  readonly sitting: Readonly<Partial<Record<PanelKind, readonly PanelMember[]>>>;
  /** Allegations in which the review panel found cause to go on. */
  readonly cause: readonly string[];
  readonly hearingDay: CivilDate | undefined;
  readonly offer: Omit<Event<'offered'>, 'type'> | undefined;
  readonly decision: Decision | undefined;
  readonly grounds: Event<'appealed'>['grounds'];
  readonly inForce: { readonly sanction: Sanction; readonly since: CivilDate } | undefined;
  readonly publishedOn: CivilDate | undefined;
  /** A notice was out at some time, so that it can be corrected also later. */
  readonly everPublished: boolean;
  /** Every complaint was withdrawn, and the body has not said yet whether it goes on. */
  readonly withdrawnOn: CivilDate | undefined;
  readonly stayedSince: CivilDate | undefined;
  readonly interim: Interim | undefined;
  /** Death and surrender end a matter for good. */
  readonly endedBy: 'death' | 'surrender' | undefined;
}

export const newComplaint = ({
  complaint: id,
  naming,
  hopes,
}: Event<'received'> | Event<'joined'>): Complaint => ({
  ...{ id, naming, hopes },
  withdrawnOn: undefined,
  toldOn: undefined,
});

/** A complaint as it came in. */
export const opened = (event: Event<'received'>): ConductMatter => ({
  stage: 'screening',
  receivedOn: event.on,
  latest: event.on,
  rules: event.rules,
  about: event.about,
  bound: event.bound,
  complaints: [newComplaint(event)],
  allegations: event.allegations,
  clocks: started(event.rules, 'screening', event.on),
  screenedOutOn: undefined,
  noticedOn: undefined,
  answerUntil: undefined,
  evidence: [],
  witnesses: [],
  holders: [],
  disclosed: [],
  seated: [],
  handledBy: [],
  committed: {},
  sitting: {},
  cause: [],
  hearingDay: undefined,
  offer: undefined,
  decision: undefined,
  grounds: [],
  inForce: undefined,
  publishedOn: undefined,
  everPublished: false,
  withdrawnOn: undefined,
  stayedSince: undefined,
  interim: undefined,
  endedBy: undefined,
});

/** Is an interim suspension in force on this day? */
export const suspendedMeanwhile = (
  { interim, stage, inForce }: ConductMatter,
  on: CivilDate,
): boolean =>
  interim !== undefined &&
  !interim.lifted &&
  stage !== 'closed' &&
  inForce === undefined &&
  on <= interim.until;

/** The time to appeal has run out. While a stay lasts it does not run. */
export const appealTimeIsOver = (
  { decision, stayedSince }: ConductMatter,
  on: CivilDate,
): boolean => decision !== undefined && stayedSince === undefined && on > decision.appealUntil;
