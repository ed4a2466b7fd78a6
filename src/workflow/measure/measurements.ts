/**
 * What the measuring use cases may ask of the world: one row a person, without any name or number that leads back to
 * one. Only workflow/measure may call these; what it returns has passed the disclosure gate.
 */
import type { MatterKind } from '../../casework/matter/matter.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import type { ConductSide, MeasuredConduct } from './measured-conduct.ts';

export interface MeasuredDecision {
  readonly program: string;
  /** What the person told us about themselves on the dimension asked; undefined where they told us nothing. */
  readonly groups: readonly string[] | undefined;
  readonly openedOn: string;
  /** Milliseconds; undefined while open. */
  readonly closedAt: number | undefined;
  readonly withdrawn: boolean;
  readonly outcome: 'met' | 'not-met' | undefined;
  readonly decider: string | undefined;
}

/** A decision on eligibility with what was found on each criterion, and the rule in force that made the outcome of it. */
export interface MeasuredJudgment extends MeasuredDecision {
  readonly expression: Pathway;
  /** By criterion, whether it was found to be met. */
  readonly findings: ReadonlyMap<string, boolean>;
}

export interface MeasuredResult {
  readonly program: string;
  readonly groups: readonly string[] | undefined;
  readonly form: string;
  /** Milliseconds. */
  readonly scoredAt: number;
  readonly passed: boolean;
}

/** One person's way in one program, from the first application. Instants in milliseconds, undefined where not reached. */
export interface MeasuredWay {
  readonly program: string;
  readonly groups: readonly string[] | undefined;
  readonly appliedOn: string;
  readonly eligibleAt: number | undefined;
  readonly satAt: number | undefined;
  readonly passedAt: number | undefined;
}

export interface MeasuredResponses {
  /** Milliseconds. */
  readonly scoredAt: number;
  readonly groups: readonly string[] | undefined;
  readonly items: readonly string[];
  readonly rights: readonly boolean[];
}

/** How far one person got in a program after coming by an outreach. Instants in milliseconds; undefined: not yet. */
export interface MeasuredJourney {
  readonly program: string;
  readonly code: string;
  readonly cameAt: number;
  /** The day of each application in the program, also from before they came. */
  readonly appliedOn: readonly CivilDate[];
  readonly eligibleAt: number | undefined;
  readonly satAt: number | undefined;
  readonly passedAt: number | undefined;
  readonly certifiedAt: number | undefined;
}

/** One term of a credential that came to its end. */
export interface MeasuredTerm {
  readonly program: string;
  readonly groups: readonly string[] | undefined;
  readonly inTimeOn: string | undefined;
  readonly lateOn: string | undefined;
  /** The last day of a term that ran out; it may still have been renewed late. */
  readonly ranOutOn: string | undefined;
}

/** Somebody in the pool of a lottery for audits that was drawn. */
export interface MeasuredAuditChance {
  readonly program: string;
  readonly groups: readonly string[] | undefined;
  readonly lottery: string;
  readonly stratum: string;
  /** Milliseconds. */
  readonly drawnAt: number;
  readonly drawn: boolean;
}

/** One certificant in one program: the day on which they first came to each step of serving it. */
export interface MeasuredService {
  readonly program: string;
  readonly groups: readonly string[] | undefined;
  /** Milliseconds. */
  readonly certifiedAt: number;
  readonly forwardOn: string | undefined;
  /** They came forward because somebody else thought of them. */
  readonly suggestedOn: string | undefined;
  readonly servedOn: string | undefined;
  readonly againOn: string | undefined;
  readonly chairedOn: string | undefined;
}

/** Somebody whose statement was read for a seat, once a decision stands. */
export interface MeasuredChoice {
  readonly program: string;
  readonly groups: readonly string[] | undefined;
  readonly decidedOn: string;
  readonly chosen: boolean;
  /** For a recognition; else for a seat. */
  readonly forRecognition: boolean;
  /** When an appeal against not being chosen was upheld. */
  readonly upheldOn: string | undefined;
}

/** Somebody in the pool of a public draw, with the tickets that held them. */
export interface MeasuredSeatChance {
  readonly program: string;
  readonly groups: readonly string[] | undefined;
  readonly opening: string;
  readonly drawnOn: string;
  readonly drawn: boolean;
  readonly tickets: readonly number[];
}

export interface MeasuredIdea {
  /** Undefined where it is about no program alone. */
  readonly program: string | undefined;
  readonly groups: readonly string[] | undefined;
  readonly proposedOn: string;
  readonly answeredOn: string | undefined;
  /** In whole or in part, by the first answer; and by the second look of the board, where there was one. */
  readonly adopted: boolean | undefined;
  readonly againOn: string | undefined;
  readonly adoptedAgain: boolean | undefined;
}

export interface Measurements {
  /** Of every program, because tables of programs and of all together are protected together. */
  decisions(dimension: string, kind: MatterKind): Promise<readonly MeasuredDecision[]>;
  judgments(dimension: string): Promise<readonly MeasuredJudgment[]>;
  results(dimension: string): Promise<readonly MeasuredResult[]>;
  ways(dimension: string): Promise<readonly MeasuredWay[]>;
  responses(dimension: string, form: string): Promise<readonly MeasuredResponses[]>;
  /** Complaints about conduct, by the group of one side. */
  complaints(dimension: string, side: ConductSide): Promise<readonly MeasuredConduct[]>;
  terms(dimension: string): Promise<readonly MeasuredTerm[]>;
  auditChances(dimension: string): Promise<readonly MeasuredAuditChance[]>;
  service(dimension: string): Promise<readonly MeasuredService[]>;
  choices(dimension: string): Promise<readonly MeasuredChoice[]>;
  seatChances(dimension: string): Promise<readonly MeasuredSeatChance[]>;
  ideas(dimension: string): Promise<readonly MeasuredIdea[]>;
  /** Of everybody who came by any outreach. */
  journeys(): Promise<readonly MeasuredJourney[]>;
}
