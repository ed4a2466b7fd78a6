/** What is kept about keeping a credential: hours, courses, events, papers, reminders. Types only. */
import type { NotHeld } from '../../casework/award/standing.ts';
import type { Activity } from '../../casework/renewal/activity.ts';
import type { Provider } from '../../casework/renewal/approval.ts';
import type { AuditPlan, ClosedPool, PoolEntry } from '../../casework/renewal/audit-lottery.ts';
import type { SetAside } from '../../casework/renewal/exam-given-back.ts';
import type { TakenExam } from '../../casework/renewal/exam-route.ts';
import type { ActivityDraft } from '../../casework/renewal/read-activity.ts';
import type { RenewalEvent } from '../../casework/renewal/renewal-event.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { CopyRow } from './copy-records.ts';
import type { CredentialRow } from './exam-records.ts';
import type { MatterHistory } from './matter-history.ts';
import type { MoneyRow } from './money-records.ts';
import type { Written } from './written.ts';

/** A credential and what happened to it after its award. */
export interface CredentialHistory {
  readonly credential: CredentialRow;
  readonly events: readonly RenewalEvent[];
  /** The number of events; whoever appends says how many they had seen. */
  readonly version: number;
  /** The version of the event with which the newest term began; 0 for the first term. */
  readonly begunAt: number;
}

/** What is read of a credential where nothing follows for it. */
export interface ReadAhead {
  readonly history: CredentialHistory;
  readonly activities: readonly Activity[];
  /** Of its holder, in every program. */
  readonly entries: readonly MoneyRow[];
  readonly matters: readonly MatterHistory[];
  readonly reminders: readonly ReminderRow[];
  readonly copy: CopyRow | undefined;
}

export interface ProofRow {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly originalName: string;
}

export interface CourseToReview {
  readonly id: string;
  readonly program: string;
  readonly provider: string;
  readonly title: string;
  readonly began: CivilDate;
  readonly completed: CivilDate;
  readonly hours: number;
  readonly subjects: readonly string[];
  readonly delivery: string;
}

export interface CourseToLookAtAgain extends CourseToReview {
  /** Why it did not count. */
  readonly reason: string;
  /** What whoever claimed it says to that. */
  readonly said: string;
  readonly promisedBy: CivilDate;
}

export interface CourseAskedAgain {
  readonly activity: string;
  readonly promisedBy: CivilDate;
  readonly answered: boolean;
}

/** 'refused' where it is one's own, or nothing stands there that could be answered. */
export type CourseWritten = 'written' | 'reviewed-before' | 'refused';

export interface ProviderRow extends Provider {
  /** Ed25519, base64url; undefined where it signs no records. */
  readonly signsWith: string | undefined;
}

export interface ReminderRow {
  readonly id: string;
  readonly kind: string;
  readonly aboutDay: CivilDate;
  readonly sentAt: number;
  /** Undefined while nothing is known of it. */
  readonly delivered: { readonly at: number; readonly yes: boolean } | undefined;
}

export interface ConfirmationRow {
  readonly id: string;
  readonly activity: string;
  readonly name: string;
  readonly expiresAt: number;
  readonly answeredAt: number | undefined;
}

export interface ConfirmationAnswer {
  readonly activity: string;
  readonly name: string;
  readonly tookPlace: boolean;
  readonly hours: number | null;
  readonly words: string;
}

export interface AskedByLink {
  readonly askedName: string;
  readonly holderName: string;
  readonly program: string;
  readonly provider: string;
  readonly title: string;
  readonly began: CivilDate;
  readonly completed: CivilDate;
  readonly hours: number;
  readonly answered: boolean;
}

export interface LotteryRow {
  readonly id: string;
  readonly program: string;
  readonly plan: AuditPlan;
  /** Places of its lines in the decision log. */
  readonly planPlace: number;
  readonly pool:
    | (ClosedPool & { readonly fingerprint: string; readonly place: number })
    | undefined;
  readonly draw:
    | {
        readonly publicNumber: string;
        readonly seed: string;
        readonly drawn: readonly string[];
        readonly compared: Json;
        readonly place: number;
      }
    | undefined;
}

export interface PooledCredential extends PoolEntry {
  readonly credential: string;
  readonly traits: readonly string[];
}

export type ClaimWritten = 'written' | 'claimed-before' | 'settled';

export interface RenewalRecords {
  /** The actor's own credentials, the newest first. */
  mine(): Promise<readonly CredentialHistory[]>;
  one(credential: string): Promise<CredentialHistory | undefined>;
  append(
    credential: string,
    version: number,
    events: readonly RenewalEvent[],
    /** The matter that a decision was made in, where it was. */
    matter?: string,
  ): Promise<Written>;
  activities(credential: string): Promise<readonly Activity[]>;
  claim(credential: string, id: string, draft: ActivityDraft): Promise<ClaimWritten>;
  change(id: string, draft: ActivityDraft): Promise<ClaimWritten>;
  takeBack(id: string): Promise<ClaimWritten>;
  addProof(credential: string, proof: ProofRow): Promise<void>;
  proof(id: string): Promise<ProofRow | undefined>;
  proofs(ids: readonly string[]): Promise<readonly ProofRow[]>;
  /** Ties the signed record of a provider to an activity. */
  keepSignedRecord(id: string, record: Json): Promise<void>;
  providers(): Promise<readonly ProviderRow[]>;
  addProvider(row: {
    readonly id: string;
    readonly title: string;
    readonly signsWith: string | undefined;
    readonly by: string;
  }): Promise<boolean>;
  approve(row: {
    readonly provider: string;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly by: string;
  }): Promise<boolean>;
  endApproval(provider: string, to: CivilDate): Promise<boolean>;
  coursesToReview(limit: number): Promise<readonly CourseToReview[]>;
  /** 'reviewed-before' where somebody else was first. */
  reviewCourse(row: {
    readonly activity: string;
    readonly accepted: boolean;
    readonly reason: string;
    readonly by: string;
    readonly on: CivilDate;
  }): Promise<CourseWritten>;
  programOfCourse(activity: string): Promise<string | undefined>;
  /** The holder asks that somebody else look at a course that does not count. */
  askCourseAgain(row: {
    readonly activity: string;
    readonly said: string;
    readonly on: CivilDate;
    readonly promisedBy: CivilDate;
  }): Promise<CourseWritten>;
  coursesAskedAgain(credential: string): Promise<readonly CourseAskedAgain[]>;
  /** Those that the actor neither reviewed nor claimed; the earliest promise first. */
  coursesToLookAtAgain(limit: number): Promise<readonly CourseToLookAtAgain[]>;
  lookAtCourseAgain(row: {
    readonly activity: string;
    readonly accepted: boolean;
    readonly reason: string;
    readonly by: string;
    readonly on: CivilDate;
  }): Promise<CourseWritten>;
  tellClaimant(mail: {
    readonly id: string;
    readonly activity: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  tieMatter(matter: string, credential: string): Promise<void>;
  askToConfirm(row: {
    readonly id: string;
    readonly credential: string;
    readonly activity: string;
    readonly tokenHash: Uint8Array;
    readonly name: string;
    readonly email: string;
    readonly expiresAt: number;
  }): Promise<void>;
  /** Whom its holder asked; what they answered is for the worker alone. */
  confirmations(credential: string): Promise<readonly ConfirmationRow[]>;
  confirmationsAnswered(credential: string): Promise<readonly ConfirmationAnswer[]>;
  askedByLink(tokenHash: Uint8Array, at: number): Promise<AskedByLink | undefined>;
  /** False where it was answered already or the link has ended. */
  confirm(
    tokenHash: Uint8Array,
    answer: {
      readonly tookPlace: boolean;
      readonly hours: number | null;
      readonly words: string;
    },
    at: number,
  ): Promise<boolean>;
  planLottery(row: {
    readonly plan: AuditPlan;
    readonly program: string;
    readonly by: string;
    readonly sealedSeed: Uint8Array;
    readonly place: number;
  }): Promise<void>;
  /** The newest first. */
  lotteries(): Promise<readonly LotteryRow[]>;
  lottery(id: string): Promise<LotteryRow | undefined>;
  sealedSeed(lottery: string): Promise<Uint8Array | undefined>;
  /** Credentials whose newest term rests on hours and was not drawn before. */
  mayBeDrawn(program: string): Promise<readonly string[]>;
  closePool(row: {
    readonly lottery: string;
    readonly closedOn: CivilDate;
    readonly entries: readonly PooledCredential[];
    readonly fingerprint: string;
    readonly place: number;
  }): Promise<void>;
  poolOf(lottery: string): Promise<
    readonly {
      readonly label: string;
      readonly credential: string;
      readonly traits: readonly string[];
    }[]
  >;
  keepDraw(row: {
    readonly lottery: string;
    readonly publicNumber: string;
    readonly seed: string;
    readonly drawn: readonly string[];
    readonly compared: Json;
    readonly by: string;
    readonly on: CivilDate;
    readonly place: number;
  }): Promise<void>;
  /** A credential of that person is in the pool. */
  isInPool(lottery: string, person: string): Promise<boolean>;
  /** The label of one's own credential in each lottery. */
  myLabels(
    credential: string,
  ): Promise<readonly { readonly lottery: string; readonly label: string }[]>;
  notHeldOn(
    credential: string,
    on: CivilDate,
  ): Promise<{ readonly why: NotHeld; readonly from: CivilDate } | undefined>;
  /** Exams of its holder in its program, the earliest first, but for those that a credential was awarded on. */
  examsFor(credential: string): Promise<readonly TakenExam[]>;
  /** For the worker alone: what set aside the results of exams that were taken to renew it. */
  examsSetAside(credential: string): Promise<readonly SetAside[]>;
  /** Ties a sitting to the renewal it was booked for. */
  tieExam(row: {
    readonly sitting: string;
    readonly credential: string;
    readonly opened: number;
  }): Promise<void>;
  /** Of the actor's own sittings, those that were booked to renew. */
  renewingSittings(): Promise<ReadonlySet<string>>;
  isRevoked(credential: string): Promise<boolean>;
  /** Whether an appeal against a matter is undecided, and when the last was dismissed. */
  appealsAgainst(matter: string): Promise<{
    readonly isOpen: boolean;
    readonly dismissedOn: CivilDate | undefined;
  }>;
  /** Credentials that time may do something to on a day. */
  toLookAt(on: CivilDate): Promise<readonly string[]>;
  remind(row: {
    readonly id: string;
    readonly credential: string;
    readonly kind: string;
    readonly aboutDay: CivilDate;
    readonly mail: string;
  }): Promise<void>;
  reminders(credential: string): Promise<readonly ReminderRow[]>;
  /** Of many credentials at once, in a number of queries that does not grow with theirs. */
  readAhead(credentials: readonly string[]): Promise<readonly ReadAhead[]>;
  /** One act at a time on a credential, until the transaction ends. */
  oneActAtATime(credential: string): Promise<void>;
}
