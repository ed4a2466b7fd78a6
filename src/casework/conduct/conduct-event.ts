/**
 * What happened in a complaint about conduct, one event each. Respondent, complainant and witnesses are never named here:
 * people appear by id where they act for the body, and not at all where they are concerned.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { ComplaintAbout, NamedProvision } from '../../program/conduct/allegation.ts';
import type {
  AppealEffect,
  AppealGround,
  ConductRules,
  SanctionKind,
  Side,
  StandardOfProof,
  Step,
} from './conduct-rules.ts';

export interface Allegation {
  readonly id: string;
  readonly provision: NamedProvision;
  /** Advice cited beside it; never the ground of a sanction. */
  readonly cited: readonly NamedProvision[];
  readonly words: string;
}

/** Chosen by the complainant before anything is sent. */
export type Naming = 'to-all' | 'to-staff' | 'anonymous';

/** What the first look asks, in this order. */
export const SCREENING = ['standing', 'jurisdiction', 'provision', 'in-time'] as const;
export type ScreeningQuestion = (typeof SCREENING)[number];
export type ScreeningAnswers = Readonly<
  Record<ScreeningQuestion, { readonly met: boolean; readonly reason: string }>
>;

export type EvidenceKind = 'document' | 'record' | 'named-testimony' | 'anonymous-testimony';

export interface Sanction {
  readonly kind: SanctionKind;
  /** When it ends; for a revocation, the first day on which the credential can be asked for again. */
  readonly endsOn: CivilDate;
  readonly conditions: readonly string[];
  readonly aggravating: readonly string[];
  readonly mitigating: readonly string[];
  readonly reason: string;
}

export interface AllegationFinding {
  readonly allegation: string;
  readonly breach: boolean;
  readonly reason: string;
  /** Ids of the evidence it rests on. */
  readonly evidence: readonly string[];
}

export type PanelKind = 'review' | 'hearing' | 'appeal' | 'interim-appeal' | 'reinstatement';

export interface PanelMember {
  readonly person: string;
  /** Holds no credential of the body. */
  readonly isPublic: boolean;
}

interface On {
  readonly on: CivilDate;
}
interface By extends On {
  readonly by: string;
}
type Reasoned = { readonly reason: string };

export type ConductEvent =
  | (On & {
      readonly type: 'received';
      readonly rules: ConductRules;
      readonly about: ComplaintAbout;
      readonly naming: Naming;
      readonly allegations: readonly Allegation[];
      readonly hopes: string;
    })
  | (By & { readonly type: 'screened'; readonly answers: ScreeningAnswers })
  | (By & {
      readonly type: 'notice-given';
      /** Exactly what was disclosed: every allegation, these pieces of evidence, and what was kept back and why. */
      readonly allegations: readonly string[];
      readonly evidence: readonly string[];
      readonly keptBack: readonly { readonly what: string; readonly reason: string }[];
      readonly answerUntil: CivilDate;
    })
  | (On & { readonly type: 'responded'; readonly words: string })
  | (On & { readonly type: 'response-closed' })
  | (By & {
      readonly type: 'evidence-added';
      readonly id: string;
      readonly kind: EvidenceKind;
      readonly sha256: string;
      readonly source: string;
    })
  | (By & { readonly type: 'evidence-handed'; readonly id: string; readonly to: string })
  | (By & { readonly type: 'disclosed'; readonly evidence: readonly string[] })
  | (By & { readonly type: 'investigation-closed'; readonly summary: string })
  | (On & {
      readonly type: 'panel-seated';
      readonly panel: PanelKind;
      readonly members: readonly PanelMember[];
      /** The seed committed to before the draw. */
      readonly seed: string;
    })
  | (On &
      Reasoned & {
        readonly type: 'member-left';
        readonly panel: PanelKind;
        readonly person: string;
      })
  | (On & { readonly type: 'reviewed'; readonly findings: readonly AllegationFinding[] })
  | (On & {
      readonly type: 'hearing-noticed';
      readonly day: CivilDate;
      readonly mayBring: string;
      readonly accommodations: readonly string[];
    })
  | (On & { readonly type: 'heard'; readonly transcript: string; readonly represented: boolean })
  | (On & {
      readonly type: 'decided';
      readonly how: 'hearing' | 'consent';
      readonly standard: StandardOfProof;
      readonly findings: readonly AllegationFinding[];
      readonly sanction: Sanction | undefined;
      /** What the body does to put right what it did, where the complaint is about the body. */
      readonly remedy: string | undefined;
      readonly appealUntil: CivilDate;
    })
  | (On & {
      readonly type: 'appealed';
      readonly grounds: readonly AppealGround[];
      readonly statement: string;
    })
  | (On & {
      readonly type: 'appeal-decided';
      readonly findings: readonly AppealFinding[];
      readonly effect: AppealEffect;
      /** The milder sanction, where the appeal lessened it. */
      readonly sanction: Sanction | undefined;
    })
  | (On & { readonly type: 'appeal-time-passed' })
  | (On & { readonly type: 'took-effect'; readonly sanction: Sanction })
  | (On & { readonly type: 'published'; readonly until: CivilDate })
  | (By & { readonly type: 'condition-checked'; readonly kept: boolean; readonly words: string })
  | (On & { readonly type: 'reinstatement-asked'; readonly statement: string })
  | (On & Reasoned & { readonly type: 'reinstatement-decided'; readonly granted: boolean })
  | (On & { readonly type: 'withdrawn' })
  | (By & Reasoned & { readonly type: 'went-on' })
  | (By & Reasoned & { readonly type: 'dropped' })
  | (By & Reasoned & { readonly type: 'interim-suspended'; readonly until: CivilDate })
  | (On & { readonly type: 'interim-appealed'; readonly statement: string })
  | (On & Reasoned & { readonly type: 'interim-appeal-decided'; readonly lifted: boolean })
  | (By & Reasoned & { readonly type: 'stayed' })
  | (By & { readonly type: 'stay-lifted' })
  | (By &
      Reasoned & { readonly type: 'reopened'; readonly evidence: string; readonly sha256: string })
  | (By & Reasoned & { readonly type: 'ended'; readonly how: 'death' | 'surrender' })
  | (On &
      Reasoned & {
        readonly type: 'extended';
        readonly step: Step;
        readonly to: Side;
        readonly by: CivilDate;
      })
  | (On & {
      readonly type: 'promise-broken';
      readonly step: Step;
      readonly to: Side;
      readonly was: CivilDate;
    });

export interface AppealFinding {
  readonly ground: AppealGround;
  readonly found: boolean;
  readonly reason: string;
}

export type Event<Type extends ConductEvent['type']> = Extract<ConductEvent, { type: Type }>;
