/**
 * A credential as the rules of renewal see it: what it was awarded as, what happened since, the hours claimed for it, and
 * what was paid. The award stands in the register and the money in the ledger; neither is kept twice.
 */
import { balances, type MoneyEntry } from '../../casework/fees/fees.ts';
import { type CredentialLife, lifeOf } from '../../casework/renewal/credential-life.ts';
import { grantOf } from '../../casework/renewal/granted.ts';
import type { ClaimedHours } from '../../casework/renewal/hours.ts';
import type { RenewalEvent } from '../../casework/renewal/renewal-event.ts';
import { type CivilDate, civilDateAt, laterOf } from '../../kernel/dates/civil-date.ts';
import { datesOnEarth, dayOfAct } from '../../kernel/dates/last-day.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { type WorkingRules, workingRules } from '../../program/maintenance/working-rules.ts';
import type { CredentialRow } from '../ports/exam-records.ts';
import type { MoneyRow } from '../ports/money-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import type { CredentialHistory } from '../ports/renewal-records.ts';

/** What keeping a credential needs of the world. */
export type KeepWorld = Pick<
  World,
  'records' | 'clock' | 'chance' | 'keys' | 'issuing' | 'origin' | 'papers'
>;

export interface Held {
  readonly credential: CredentialRow;
  readonly history: CredentialHistory;
  readonly program: OfferedProgram;
  /** Of the newest term. */
  readonly version: RulesVersion;
  readonly rules: WorkingRules;
  readonly state: CredentialLife;
  readonly claimed: ClaimedHours;
  readonly entries: readonly MoneyRow[];
  readonly days: Days;
}

export interface Days {
  /** The body's date. */
  readonly today: CivilDate;
  /** The day an act of the holder counts for. */
  readonly act: CivilDate;
  /** The earliest and the latest date on Earth. */
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
}

export type NotRenewable = 'no-such-credential' | 'revoked' | 'not-renewable';

/** The actor's own credential, or any for the worker. */
export async function heldIn(
  world: Pick<World, 'clock'>,
  records: Records,
  credential: string,
): Promise<Result<Held, NotRenewable>> {
  const history = await records.renewals.one(credential);
  if (history === undefined) {
    return refuse('no-such-credential', 'there is no such credential, or it is not yours');
  }
  if (await records.renewals.isRevoked(credential)) {
    return refuse(
      'revoked',
      'this credential was revoked, and a revoked credential is not renewed',
    );
  }
  const { person, program } = history.credential;
  const entries = (await records.money.of(person)).filter((entry) => entry.program === program);
  return heldFrom(world, history, {
    entries,
    claimed: {
      activities: await records.renewals.activities(credential),
      providers: await records.renewals.providers(),
    },
  });
}

/** As the rules see it, from what was read. */
function heldFrom(
  world: Pick<World, 'clock'>,
  history: CredentialHistory,
  read: { readonly entries: readonly MoneyRow[]; readonly claimed: ClaimedHours },
): Result<Held, 'not-renewable'> {
  const { credential, events } = history;
  const program = programOf(credential.program);
  const granted = program === undefined ? undefined : grantOf(credential, program);
  const bare = granted === undefined ? undefined : lifeOf([granted, ...events]);
  const version = program?.rules.find(({ id }) => id === bare?.newest.rules);
  if (
    program === undefined ||
    bare === undefined ||
    version === undefined ||
    granted === undefined
  ) {
    return refuse('not-renewable', 'this program is not offered here any more');
  }
  const rules = workingRules(version, defaultsOf(program));
  if (!rules.ok) {
    return refuse('not-renewable', rules.refusal.because);
  }
  const { zone } = defaultsOf(program);
  const paid = paidIn(bare, read.entries, zone);
  const state = paid === undefined ? bare : lifeOf([granted, ...events, paid]);
  const days = daysNow(world, zone, bare.newest.lastDay);
  return success({
    ...{ credential, history, program, version, rules: rules.value, days, ...read },
    state: state ?? bare,
  });
}

/** The day on which an act done now counts; today where the clock of the body was set by hand. */
function daysNow(world: Pick<World, 'clock'>, zone: string, lastDay: CivilDate): Days {
  const now = world.clock.now();
  const today = world.clock.today();
  const { earliest, latest } = datesOnEarth(now);
  return civilDateAt(now, zone) === today
    ? { today, act: dayOfAct(now, zone, lastDay), earliest, latest }
    : { today, act: today, earliest: today, latest: today };
}

/** One payment that stands for the ledger, where it is settled: the balance decides, and since when. */
function paidIn(
  { open, spentCents }: CredentialLife,
  entries: readonly MoneyRow[],
  zone: string,
): Extract<RenewalEvent, { type: 'paid' }> | undefined {
  const since = settledSince(entries);
  if (open === undefined || since === undefined || spentCents + open.dueCents === 0) {
    return undefined;
  }
  const on = since === 0 ? open.openedOn : laterOf(civilDateAt(since, zone), open.openedOn);
  return { type: 'paid', on, reference: 'the ledger', cents: spentCents + open.dueCents };
}

/** Since when nothing has been owed (milliseconds); 0 where nothing ever was; undefined while something is. */
function settledSince(entries: readonly MoneyRow[]): number | undefined {
  const inOrder = entries.toSorted((one, other) => one.at - other.at);
  const owedAfter = (count: number): boolean =>
    balances(inOrder.slice(0, count) satisfies readonly MoneyEntry[]).some(
      ({ owedCents }) => owedCents > 0,
    );
  if (owedAfter(inOrder.length)) {
    return undefined;
  }
  const owing = inOrder.findLastIndex((_, place) => owedAfter(place + 1));
  return owing < 0 ? 0 : (inOrder[owing + 1]?.at ?? 0);
}

/** The rules of a term, by the version it was granted under. */
export function rulesOfTerm(program: OfferedProgram, id: string): WorkingRules | undefined {
  const version = program.rules.find((each) => each.id === id);
  const rules = version === undefined ? undefined : workingRules(version, defaultsOf(program));
  return rules?.ok === true ? rules.value : undefined;
}

/** The rules in force on a day. */
export function rulesOnDay(program: OfferedProgram, day: CivilDate): WorkingRules {
  const rules = workingRules(rulesInForce(program, day), defaultsOf(program));
  if (!rules.ok) {
    throw new Error(`the rules of ${program.id} cannot be worked by: ${rules.refusal.because}`);
  }
  return rules.value;
}
