/** What the pages of a renewal show, from what was read. */
import { amountInWords } from '../../casework/fees/amount.ts';
import type { Activity } from '../../casework/renewal/activity.ts';
import type { TermEnd } from '../../casework/renewal/audit-state.ts';
import type { FateKind } from '../../casework/renewal/hours.ts';
import type { Standing } from '../../casework/renewal/standing.ts';
import { civilDateAt, inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { Fee } from '../../program/definition/rules.ts';
import type { ActivityShown } from '../../web/pages/my-renewal/hours-page.tsx';
import type { RenewalPageProps } from '../../web/pages/my-renewal/renewal-page.tsx';
import type { StatusTone } from '../../web/parts/status-tag/status-tag.tsx';
import { en } from '../../web/words/en.ts';
import { renewal as words } from '../../web/words/renewal.ts';
import { lookAgainUntil } from '../../workflow/renew/courses.ts';
import type { MyRenewal } from '../../workflow/renew/my-renewal.ts';

const own = words.my;

export const addressOf = ({ held }: MyRenewal): string => `/my/renewal/${held.credential.id}`;
export const nameOf = ({ held }: MyRenewal): string => held.program.designation;

function statusOf(standing: Standing): RenewalPageProps['status'] {
  switch (standing.kind) {
    case 'not-begun':
      return { label: own.standing['not-begun'](inWordsShort(standing.from)), tone: 'waiting' };
    case 'held':
      return standing.answerOwed
        ? { label: own.standing.owed, tone: 'working' }
        : { label: own.standing.held(inWordsShort(standing.until)), tone: 'done' };
    case 'late':
      return { label: own.standing.late(inWordsShort(standing.until)), tone: 'late' };
    case 'retired':
      return { label: own.standing.retired(inWordsShort(standing.since)), tone: 'stopped' };
    default:
      return { label: own.standing.over(inWordsShort(standing.lastDay)), tone: 'stopped' };
  }
}

export function renewalShown(mine: MyRenewal, news: string): Omit<RenewalPageProps, 'frame'> {
  const { held, standing, picture, purpose, audit } = mine;
  const { credential, program, state } = held;
  const { zone } = defaultsOf(program);
  const at = addressOf(mine);
  const told: Readonly<Record<string, string>> = own.news;
  const canRenew = purpose.ok || state.open !== undefined;
  return {
    ...{ credential: credential.id, name: nameOf(mine), notice: program.notice },
    news: told[news],
    status: statusOf(standing),
    sentence: mine.exam === undefined ? mine.sentence : own.byExam[mine.exam],
    facts: [
      mine.carried,
      ...(picture.waitingHours > 0 ? [own.waiting(picture.waitingHours)] : []),
      ...picture.leftOut.map(({ title, hours }) => own.leftOut(title, hours)),
    ],
    renew: { can: canRenew, text: purpose.ok || canRenew ? '' : purpose.refusal.because },
    steps: mine.steps.map(({ step, on, isPast }) => ({
      ...{ key: step, what: own.steps[step], ahead: !isPast },
      when: on === null ? own.notSet : inWords(on),
    })),
    other: [
      ...(mine.moreTimeUntil === undefined
        ? []
        : [{ href: `${at}/more-time`, text: own.moreTime }]),
      ...(mine.canRetire ? [{ href: `${at}/retire`, text: own.retire }] : []),
      { href: `/c/${credential.newest}`, text: en.candidate.my.credentials },
    ],
    audit: audit === undefined ? undefined : { text: auditLine(mine), href: `${at}/audit` },
    matters: mine.matters.map(({ id, label, kind }) => ({
      href: `/matters/${id}`,
      text: `${en.candidate.kinds[kind]}, ${label}`,
    })),
    reminders: mine.reminders.map(({ sentAt, aboutDay, delivered }) => {
      const sent = own.reminder(inWordsShort(civilDateAt(sentAt, zone)), inWordsShort(aboutDay));
      const arrived =
        delivered === undefined
          ? own.unknown
          : delivered.yes
            ? own.arrived(inWordsShort(civilDateAt(delivered.at, zone)))
            : own.notArrived;
      return `${sent}: ${arrived}`;
    }),
    labels: mine.labels.map(({ lottery, label }) => ({ href: `/audits/${lottery}`, text: label })),
  };
}

function auditLine({ audit }: MyRenewal): string {
  if (audit?.decided !== undefined) {
    const { outcome, makeGoodBy } = audit.decided;
    return outcome === 'passed'
      ? own.auditDecided.passed
      : audit.end !== undefined
        ? endLine(audit.end)
        : audit.madeGoodOn !== undefined || makeGoodBy === null
          ? own.auditDecided.over
          : own.auditDecided.failed(inWordsShort(makeGoodBy));
  }
  if (audit === undefined || audit.answeredOn !== undefined) {
    return own.auditAnswered;
  }
  return audit.paused === undefined ? own.auditText(inWordsShort(audit.answerBy)) : own.auditPaused;
}

function endLine({ answerBy, said, decided, closed }: TermEnd): string {
  if (closed !== undefined) {
    return closed.how === 'kept' ? words.audit.endKept : own.auditDecided.over;
  }
  return said === undefined && decided === undefined
    ? own.auditDecided.ending(inWordsShort(answerBy))
    : own.auditDecided.ended;
}

const TONES: Readonly<Partial<Record<FateKind, StatusTone>>> = {
  counts: 'done',
  waits: 'waiting',
  'made-good': 'done',
  'in-a-closed-term': 'done',
};
const FATES: Readonly<Record<FateKind, string>> = {
  counts: words.hours.counts,
  waits: 'Waits for review',
  'claimed-before': 'Counts once',
  'course-refused': 'Does not count',
  'not-accepted': 'Not shown in an audit',
  'made-good': 'Made good an audit',
  'not-yet': 'Not over yet',
  'in-a-closed-term': 'Counted in an earlier term',
  'before-the-first-term': 'Before the credential began',
  'after-the-end': 'After the end of the term',
};

/** Of a course that does not count: until when a second look can be asked for, or by when it is promised. */
function againOf(mine: MyRenewal, { id, approval }: Activity): ActivityShown['again'] {
  const asked = mine.askedAgain.find(({ activity }) => activity === id);
  if (asked !== undefined) {
    return asked.answered
      ? { kind: 'answered' }
      : { kind: 'asked', text: words.hours.again.asked(inWordsShort(asked.promisedBy)) };
  }
  if (approval.kind !== 'review' || approval.outcome !== 'refused') {
    return undefined;
  }
  const until = lookAgainUntil(approval.on);
  return mine.held.days.today <= until
    ? { kind: 'can-ask', text: words.hours.again.until(inWordsShort(until)) }
    : undefined;
}

export function activitiesShown(
  mine: MyRenewal,
  saidOf: (activity: string) => string = () => '',
): readonly ActivityShown[] {
  const { hours, held } = mine;
  return hours.fates
    .map(({ activity, kind, because }): ActivityShown => {
      const { id, title, provider, to, hours: count, evidence } = activity;
      const isSigned = evidence?.startsWith('signed:') === true;
      return {
        ...{ id, title, provider, on: inWordsShort(to) },
        hours: `${count} ${count === 1 ? 'hour' : 'hours'}`,
        fate: { label: FATES[kind], tone: TONES[kind] ?? 'stopped' },
        because: kind === 'in-a-closed-term' ? '' : because,
        proof: evidence === null ? 'none' : isSigned ? 'signed' : 'file',
        proofHref: `${addressOf(mine)}/proofs/${evidence ?? ''}`,
        settled: to < held.state.newest.countsFrom,
        ...{ again: againOf(mine, activity), said: saidOf(id) },
      };
    })
    .toReversed();
}

export const feeLines = (fees: readonly Fee[]): readonly string[] =>
  fees.map(({ title, amount }) =>
    amount.value === null
      ? `${title}: ${words.renew.notSet}`
      : `${title}: ${amountInWords(Math.round(amount.value * 100), 'USD')}`,
  );
