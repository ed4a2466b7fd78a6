/** What a holder sees of their own credential: how it stands, what is still needed, what happens when, and what can be done. */
import { type Balance, balances } from '../../casework/fees/fees.ts';
import type { Activity } from '../../casework/renewal/activity.ts';
import { auditable } from '../../casework/renewal/audit.ts';
import { auditMatter } from '../../casework/renewal/audit-matter.ts';
import type { Audit } from '../../casework/renewal/audit-state.ts';
import { examsOf, openByExam, renewalExamDays } from '../../casework/renewal/exam-route.ts';
import { type Hours, hoursOn } from '../../casework/renewal/hours.ts';
import { type DatedStep, ifNothingIsDone } from '../../casework/renewal/if-nothing.ts';
import {
  carrySentence,
  inOneSentence,
  type Picture,
  pictureOf,
} from '../../casework/renewal/picture.ts';
import { purposeOn } from '../../casework/renewal/renew.ts';
import { daysOf, type Standing, standingOn } from '../../casework/renewal/standing.ts';
import { type CivilDate, laterOf } from '../../kernel/dates/civil-date.ts';
import { counted } from '../../kernel/dates/date-rule.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { ExamDays } from '../../program/calendar/exam-days.ts';
import type { Fee } from '../../program/definition/rules.ts';
import type { RenewalPurpose, RenewalRoute } from '../../program/maintenance/renewal-fees.ts';
import type { World } from '../ports/ports.ts';
import type { MatterSummary, Records } from '../ports/records.ts';
import type {
  ConfirmationRow,
  CourseAskedAgain,
  CredentialHistory,
  ReminderRow,
} from '../ports/renewal-records.ts';
import { feesDue } from './charges.ts';
import { type Held, heldIn, type NotRenewable, rulesOfTerm } from './held.ts';

export interface MyRenewal {
  readonly held: Held;
  readonly standing: Standing;
  readonly hours: Hours;
  readonly picture: Picture;
  /** What is still needed and by when. */
  readonly sentence: string;
  readonly carried: string;
  readonly steps: readonly DatedStep[];
  /** What can be opened today, or why nothing can. */
  readonly purpose: Result<RenewalPurpose>;
  /** What renewing costs, by the way that is chosen. */
  readonly fees: Readonly<Record<RenewalRoute, readonly Fee[]>>;
  /** On which days an exam would renew it; none where it would not. */
  readonly examDays: readonly ExamDays[];
  /** Of a renewal by exam that is open: whether its exam waits for its result. */
  readonly exam: 'to-take' | 'no-result-yet' | undefined;
  /** By when an exam of this term was not passed; undefined where none was. */
  readonly failedOn: CivilDate | undefined;
  readonly balance: Balance | undefined;
  readonly decideBy: CivilDate | null;
  readonly canRetire: boolean;
  /** The latest day that more time can be asked for; undefined where it cannot be. */
  readonly moreTimeUntil: CivilDate | undefined;
  readonly matters: readonly MatterSummary[];
  readonly reminders: readonly ReminderRow[];
  readonly audit: Audit | undefined;
  /** The activities of the term that is audited, in the order in which a decider sees them. */
  readonly audited: readonly Activity[];
  readonly confirmations: readonly ConfirmationRow[];
  /** Courses that somebody else is to look at again, or has. */
  readonly askedAgain: readonly CourseAskedAgain[];
  readonly labels: readonly { readonly lottery: string; readonly label: string }[];
}

const holder = (person: string) => ({ rights: 'candidate', person }) as const;

/** One's own credentials, the newest first. */
export const myCredentials = async (
  world: Pick<World, 'records'>,
  person: string,
): Promise<readonly CredentialHistory[]> =>
  await world.records.as(holder(person), ({ renewals }) => renewals.mine());

export async function myRenewal(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly credential: string },
): Promise<Result<MyRenewal, NotRenewable>> {
  return await world.records.as(holder(asked.person), async (records) => {
    const found = await heldIn(world, records, asked.credential);
    if (!found.ok) {
      return found;
    }
    const held = found.value;
    const { state, rules, claimed, days, entries } = held;
    const standing = standingOn(state, rules, days.act);
    const hours = hoursOn(state, rules, claimed, { on: days.act, latest: days.latest });
    const picture = pictureOf(hours, rules, days.act);
    const purpose = purposeOn(state, rules, days.act);
    const { decideBy, retireUntil, lastDay } = daysOf(rules, state.newest);
    const mine = await records.matters.mine();
    const about = new Set(
      (await records.matters.aboutCredential(asked.credential)).map(({ row }) => row.id),
    );
    return success({
      ...{ held, standing, hours, picture, purpose, decideBy },
      sentence: inOneSentence(picture),
      carried: carrySentence(picture, rules.requirement.hours),
      steps: ifNothingIsDone(state, rules, days.today),
      fees: {
        hours: purpose.ok ? feesDue(held, { route: 'hours', purpose: purpose.value }) : [],
        exam: purpose.ok ? feesDue(held, { route: 'exam', purpose: purpose.value }) : [],
      },
      ...(await examsIn(records, held)),
      balance: balances(entries)[0],
      canRetire:
        rules.retired !== null &&
        state.newest.retired === undefined &&
        (standing.kind === 'held' || (retireUntil !== null && days.act <= retireUntil)),
      moreTimeUntil:
        standing.kind === 'held' &&
        days.act <= lastDay &&
        days.act >= state.newest.term.from &&
        state.moreTime === undefined &&
        !state.askedBefore
          ? counted(rules.longestExtension, laterOf(lastDay, state.newest.term.to))
          : undefined,
      matters: mine.filter(({ id }) => about.has(id)),
      reminders: await records.renewals.reminders(asked.credential),
      audit: auditable(state)?.audit,
      audited: auditedIn(held),
      confirmations: await records.renewals.confirmations(asked.credential),
      askedAgain: await records.renewals.coursesAskedAgain(asked.credential),
      labels: await records.renewals.myLabels(asked.credential),
    });
  });
}

async function examsIn(
  records: Records,
  { state, rules, version, history, days, credential }: Held,
): Promise<Pick<MyRenewal, 'examDays' | 'exam' | 'failedOn'>> {
  const exams = rules.byExam ? await records.renewals.examsFor(credential.id) : [];
  const opened = openByExam(state, history.events);
  const taken = examsOf(exams, opened);
  const failed = exams.findLast(
    (exam) => exam.passed === false && !exam.setAside && (exam.opened ?? -1) >= history.begunAt,
  );
  return {
    examDays: rules.byExam ? renewalExamDays(state, rules, version, days.act) : [],
    exam: opened === undefined ? undefined : taken.length === 0 ? 'to-take' : 'no-result-yet',
    failedOn: failed?.startedOn,
  };
}

function auditedIn({ state, claimed, program }: Held): readonly Activity[] {
  const term = auditable(state);
  const rules = term === undefined ? undefined : rulesOfTerm(program, term.rules);
  return rules === undefined ? [] : (auditMatter(state, rules, claimed)?.activities ?? []);
}

/** A file of one's own, by its id. */
export async function ownProof(
  world: Pick<World, 'records' | 'files'>,
  asked: { readonly person: string; readonly proof: string },
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
  const row = await world.records.as(holder(asked.person), ({ renewals }) =>
    renewals.proof(asked.proof),
  );
  const bytes = row === undefined ? undefined : await world.files.read(row.sha256);
  return row === undefined || bytes === undefined ? undefined : { mediaType: row.mediaType, bytes };
}
