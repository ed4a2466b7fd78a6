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
  /** Why it is milder or harder than every like case before it; undefined where it is not. */
  readonly departure: string | undefined;
}

export interface AllegationFinding {
  readonly allegation: string;
  readonly breach: boolean;
  readonly reason: string;
  /** Ids of the evidence it rests on. */
  readonly evidence: readonly string[];
}

/** Who keeps what can be asked for; as those who judge read it, without a name. */
export const HOLDER_KINDS = [
  'employer',
  'hospital',
  'state-board',
  'certification-body',
  'school',
  'insurer',
  'court',
  'other',
] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** What lets a holder be told whose records are asked for. */
export type NamingBasis =
  | { readonly kind: 'consent'; readonly given: CivilDate }
  | { readonly kind: 'rule'; readonly words: string };

export type RecordsAnswer = 'received' | 'refused' | 'not-held';

export const PANELS = [
  'screening-appeal',
  'review',
  'hearing',
  'appeal',
  'interim-appeal',
  'reinstatement',
] as const;
export type PanelKind = (typeof PANELS)[number];

/** From when to when the code bound the respondent, as far as the body knows. */
export interface Bound {
  readonly since: CivilDate;
  /** The last day; undefined while it still binds. */
  readonly until: CivilDate | undefined;
}

/** Was what the complainant hoped for achieved? */
export type Achieved = 'yes' | 'partly' | 'no';

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
      /** Which complaint it is; later ones about the same events join under names of their own. */
      readonly complaint: string;
      readonly naming: Naming;
      readonly allegations: readonly Allegation[];
      readonly hopes: string;
      /** Undefined where the code never bound the respondent, and where the complaint is about the body. */
      readonly bound: Bound | undefined;
    })
  | (By & {
      readonly type: 'joined';
      readonly complaint: string;
      readonly naming: Naming;
      readonly hopes: string;
      /** What this complaint alleges beyond the others. */
      readonly allegations: readonly Allegation[];
    })
  | (By & { readonly type: 'screened'; readonly answers: ScreeningAnswers })
  | (On & {
      readonly type: 'screening-appealed';
      readonly complaint: string;
      readonly statement: string;
    })
  | (By & Reasoned & { readonly type: 'screening-appeal-decided'; readonly upheld: boolean })
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
      /** The witness who sent it; undefined for what came another way. */
      readonly witness?: string;
      /** The record holder who sent it. */
      readonly holder?: string;
    })
  | (By &
      Reasoned & {
        /** A third party was asked for records; its name stands with those concerned and never here. */
        readonly type: 'records-asked';
        readonly holder: string;
        readonly kind: HolderKind;
        /** Which records, in words that name nobody. */
        readonly what: string;
        /** Where the answer is to go. */
        readonly answerTo: string;
        /** Whose records they are, where the request cannot be answered without saying so: "respondent", "c1". */
        readonly subject: string | undefined;
        /** Why the holder may be told; undefined where nobody is named to it. */
        readonly basis: NamingBasis | undefined;
        readonly answerUntil: CivilDate;
      })
  | (By &
      Reasoned & {
        readonly type: 'records-answered';
        readonly holder: string;
        readonly how: RecordsAnswer;
      })
  /** Nothing came by the day. It counts for nothing against either side. */
  | (On & { readonly type: 'records-overdue'; readonly holder: string })
  | (By & Reasoned & { readonly type: 'records-closed'; readonly holder: string })
  | (By & {
      readonly type: 'witness-invited';
      readonly witness: string;
      /** Questions in words that name nobody. */
      readonly asked: readonly string[];
      readonly answerUntil: CivilDate;
    })
  | (On & {
      readonly type: 'witness-answered';
      readonly witness: string;
      /** They say nothing, and need not say why. */
      readonly declined: boolean;
    })
  /** A copy in which nobody is named was put beside a piece that had none. */
  | (By & { readonly type: 'copy-added'; readonly id: string; readonly sha256: string })
  | (By & { readonly type: 'evidence-handed'; readonly id: string; readonly to: string })
  | (By & { readonly type: 'disclosed'; readonly evidence: readonly string[] })
  | (By & { readonly type: 'investigation-closed'; readonly summary: string })
  | (By & {
      readonly type: 'draw-committed';
      readonly panel: PanelKind;
      /** SHA-256 of the seed, told before anybody knows who can be drawn. */
      readonly commitment: string;
    })
  | (By & {
      readonly type: 'panel-seated';
      readonly panel: PanelKind;
      readonly members: readonly PanelMember[];
      readonly seed: string;
      /** Everybody who could have been drawn, in the order in which the lot was cast. */
      readonly pool: readonly string[];
    })
  | (On &
      Reasoned & {
        readonly type: 'member-left';
        readonly panel: PanelKind;
        readonly person: string;
      })
  | (By & { readonly type: 'reviewed'; readonly findings: readonly AllegationFinding[] })
  | (By & {
      readonly type: 'hearing-noticed';
      readonly day: CivilDate;
      /** The place or the address of the meeting, and the time. */
      readonly whereAndWhen: string;
      readonly mayBring: string;
      readonly accommodations: readonly string[];
    })
  | (By & { readonly type: 'heard'; readonly transcript: string; readonly represented: boolean })
  | (By & {
      /** What the panel would agree to, with no hearing. */
      readonly type: 'offered';
      readonly findings: readonly AllegationFinding[];
      readonly sanction: Sanction | undefined;
      readonly remedy: string | undefined;
      readonly until: CivilDate;
    })
  | (On & { readonly type: 'declined' })
  | (By & {
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
  | (By & {
      readonly type: 'appeal-decided';
      readonly findings: readonly AppealFinding[];
      readonly effect: AppealEffect;
      /** The milder sanction, where the appeal lessened it. */
      readonly sanction: Sanction | undefined;
    })
  | (On & { readonly type: 'appeal-time-passed' })
  | (By & { readonly type: 'took-effect'; readonly sanction: Sanction })
  | (By & { readonly type: 'published'; readonly until: CivilDate })
  | (By & {
      /** As prominent and as lasting as the notice that it corrects. */
      readonly type: 'corrected';
      readonly words: string;
    })
  | (By & { readonly type: 'condition-checked'; readonly kept: boolean; readonly words: string })
  | (On & { readonly type: 'reinstatement-asked'; readonly statement: string })
  | (By & Reasoned & { readonly type: 'reinstatement-decided'; readonly granted: boolean })
  | (On & { readonly type: 'withdrawn'; readonly complaint: string })
  | (By & Reasoned & { readonly type: 'went-on' })
  | (By & Reasoned & { readonly type: 'dropped' })
  | (By & Reasoned & { readonly type: 'interim-suspended'; readonly until: CivilDate })
  | (On & { readonly type: 'interim-appealed'; readonly statement: string })
  | (By & Reasoned & { readonly type: 'interim-appeal-decided'; readonly lifted: boolean })
  | (By & Reasoned & { readonly type: 'stayed' })
  | (By & { readonly type: 'stay-lifted' })
  | (By &
      Reasoned & { readonly type: 'reopened'; readonly evidence: string; readonly sha256: string })
  | (By & Reasoned & { readonly type: 'ended'; readonly how: 'death' | 'surrender' })
  | (By &
      Reasoned & {
        readonly type: 'extended';
        readonly step: Step;
        readonly to: Side;
        readonly until: CivilDate;
      })
  | (By &
      Reasoned & {
        /** A letter came back and was delivered another way: the time it set runs anew. */
        readonly type: 'redelivered';
        readonly what: 'notice' | 'decision';
      })
  | (By &
      Reasoned & {
        readonly type: 'closing-told';
        readonly complaint: string;
        readonly achieved: Achieved;
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
