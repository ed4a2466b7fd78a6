/**
 * The new term, once everything is there. In time: from the day after the old term, with no gap and no overlap. Late: from
 * the day itself. Back from retirement, or reinstated: a whole new term. Granted once; a second attempt finds nothing open.
 */
import { addDays, type CivilDate, earlierOf } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { followingTerm, freshTerm, lateTerm } from '../../program/maintenance/term.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { CredentialLife, OpenRenewal } from './credential-life.ts';
import { type ClaimedHours, hoursOn } from './hours.ts';
import { balanceOf, settledSince } from './payment.ts';
import { isReady } from './renew.ts';
import type { Event, NewTerm } from './renewal-event.ts';

export type FinishRefusal =
  | 'nothing-open'
  | 'not-attested'
  | 'not-paid'
  | 'came-too-late'
  | 'needs-a-person'
  | 'hours-missing';

type Finished = Event<'renewed'> | Event<'late-renewed'> | Event<'returned'> | Event<'reinstated'>;

export function finish(
  state: CredentialLife,
  /** Of the term that ends. */
  rules: WorkingRules,
  claimed: ClaimedHours,
  asked: {
    readonly on: CivilDate;
    /** The named person who accepted a reason or a reinstatement; null where the rules ask for none. */
    readonly by: string | null;
    /** The rules in force on the first day of the new term, which may be newer. */
    readonly rulesOn: (day: CivilDate) => WorkingRules;
  },
): Result<Finished, FinishRefusal> {
  const ready = readyToFinish(state, rules, asked.by);
  if (!ready.ok) {
    return ready;
  }
  const { open, attestedOn } = ready.value;
  // Hours are counted as of the day on which the holder attested them.
  const { tally } = hoursOn(state, rules, claimed, { on: attestedOn, latest: attestedOn });
  if (open.route === 'hours' && !tally.isComplete) {
    return refuse('hours-missing', 'hours that were attested count no longer; look at the picture');
  }
  const carriedHours = open.route === 'hours' ? tally.carriedOut : 0;
  return success(event(state, rules, ready.value, { ...asked, carriedHours }));
}

interface Ready {
  readonly open: OpenRenewal;
  readonly attestedOn: CivilDate;
}

function readyToFinish(
  state: CredentialLife,
  rules: WorkingRules,
  by: string | null,
): Result<Ready, Exclude<FinishRefusal, 'hours-missing'>> {
  const { open } = state;
  if (open === undefined) {
    return refuse('nothing-open', 'no renewal is open, or it is finished already');
  }
  if (open.attestedOn === undefined) {
    return refuse('not-attested', 'the hours are not attested yet');
  }
  if (settledSince(state) === undefined) {
    const dollars = (balanceOf(state).owedCents / 100).toFixed(2);
    return refuse('not-paid', `$${dollars} is still to be paid`);
  }
  if (!isReady(state, rules)) {
    return refuse('came-too-late', 'this was attested or paid after the last day for it');
  }
  return open.promisedBy !== null && by === null
    ? refuse('needs-a-person', 'a named person has to accept this first')
    : success({ open, attestedOn: open.attestedOn });
}

function event(
  { newest }: CredentialLife,
  rules: WorkingRules,
  { open, attestedOn }: Ready,
  asked: {
    readonly on: CivilDate;
    readonly by: string | null;
    readonly carriedHours: number;
    readonly rulesOn: (day: CivilDate) => WorkingRules;
  },
): Finished {
  const { on, by, carriedHours, rulesOn } = asked;
  const { lastDay } = newest;
  const begins = (term: NewTerm['term'], countedUntil: CivilDate): NewTerm & { on: CivilDate } => ({
    ...{ on, term, countedUntil, carriedHours, route: open.route },
    rules: rulesOn(term.from).id,
  });
  switch (open.purpose) {
    case 'renewal': {
      const from = addDays(lastDay, 1);
      let { to } = followingTerm(rulesOn(from), newest.term);
      // However long we took to finish it, it is not over already.
      while (to <= on) {
        to = followingTerm(rulesOn(from), { from, to }).to;
      }
      const countedUntil = earlierOf(attestedOn, lastDay);
      return { type: 'renewed', ...begins({ from, to }, countedUntil) };
    }
    case 'late': {
      const late = lateTerm(rulesOn(on), newest.term, on);
      // An audit may have ended the old term before its day.
      const term = late.ok ? late.value : freshTerm(rulesOn(on), on);
      const countedUntil = rules.late?.hoursBeforeEnd === false ? attestedOn : lastDay;
      return { type: 'late-renewed', by, ...begins(term, countedUntil) };
    }
    case 'return':
      return { type: 'returned', ...begins(freshTerm(rulesOn(on), on), attestedOn) };
    case 'reinstatement':
      return {
        ...{ type: 'reinstated', by: by ?? '' },
        ...begins(freshTerm(rulesOn(on), on), attestedOn),
      };
  }
}
