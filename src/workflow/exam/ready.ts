/**
 * Whether a candidate may start an exam, and with how much time: a try that has not been used, on one of its days, the
 * fee paid, no accommodation request still open. The granted minutes are shown before the clock starts. A demonstration
 * form is open on any day; an operational one on the days of the rules, and on those that an appeal gave back.
 */
import {
  type AccommodationKind,
  type Granted,
  grantedFrom,
  isAccommodation,
} from '../../casework/accommodation/accommodation.ts';
import { balances } from '../../casework/fees/fees.ts';
import { type Form, formMinutes } from '../../casework/form/form.ts';
import { stateOf } from '../../casework/matter/matter.ts';
import { type Allowance, clockOf } from '../../casework/sitting/clock.ts';
import type { StartFacts } from '../../casework/sitting/decide.ts';
import type { Try } from '../../casework/sitting/tries.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { civilDateAt } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { resultsSetAside } from '../apply/result-appeals.ts';
import { triesOf, windowOf } from '../apply/tries.ts';
import type { MoneyRow } from '../ports/money-records.ts';
import type { MatterSummary, Records } from '../ports/records.ts';
import { type RenewalExam, renewalExam } from './renewal-exam.ts';
import { chosenForm } from './stored-form.ts';

export interface Ready {
  readonly form: Form | undefined;
  readonly granted: Granted;
  readonly accommodations: readonly AccommodationKind[];
  readonly allowance: Allowance;
  readonly facts: StartFacts;
  /** What is left to use, each with its days. */
  readonly tries: readonly Try[];
  /** The renewal that the exam would fulfill. */
  readonly renewing: RenewalExam | undefined;
  /** By the clock that stamps every exam. */
  readonly now: number;
  /** Matters that are not decided yet, for whoever wants to see how far they are. */
  readonly undecided: {
    readonly eligibility: string | undefined;
    readonly accommodation: string | undefined;
  };
  /** A sitting already booked and not yet handed in. */
  readonly open: { readonly id: string; readonly started: boolean } | undefined;
  /** Sittings handed in, the newest first. */
  readonly handedIn: readonly { readonly id: string; readonly startedAt: number }[];
  /** The newest result is a pass. */
  readonly passed: boolean;
}

const MINUTE = 60_000;

/** Read under the candidate's own rights. */
export async function readiness(records: Records, program: string): Promise<Ready> {
  const matters = (await records.matters.mine()).filter((matter) => matter.program === program);
  const eligibility = matters.filter((matter) => matter.kind === 'eligibility');
  const requests = matters.filter((matter) => matter.kind === 'accommodation');
  const accommodations = await grantedKinds(records, requests);
  const { open, handedIn } = await sittingsOf(records, program);
  const form = chosenForm(await records.exam.formsOf(program), program);
  const granted = grantedFrom(accommodations);
  const setAside = await resultsSetAside(records);
  const now = await records.exam.now();
  const offered = programOf(program);
  const renewing = offered === undefined ? undefined : await renewalExam(records, offered, now);
  const applied = offered === undefined ? [] : await triesOf(records, offered, handedIn);
  const tries: readonly Try[] =
    renewing === undefined ? applied : [{ matter: '', days: renewing.days, by: 'rules' }];
  const zone = offered === undefined ? 'UTC' : defaultsOf(offered).zone;
  return {
    form,
    granted,
    accommodations,
    allowance: allowanceOf(form, granted),
    facts: {
      eligible: open !== undefined || tries.length > 0,
      owedCents: owed(await records.money.mine(), program),
      accommodationPending: requests.some(isUndecided),
      window:
        form?.kind === 'operational' ? windowOf(tries, program, civilDateAt(now, zone)) : undefined,
    },
    tries,
    renewing,
    now,
    undecided: {
      eligibility: eligibility.find(isUndecided)?.id,
      accommodation: requests.find(isUndecided)?.id,
    },
    open,
    handedIn,
    passed: await hasPassed(
      records,
      handedIn.filter(({ id }) => !setAside.has(id)),
    ),
  };
}

async function hasPassed({ exam }: Records, handedIn: Ready['handedIn']): Promise<boolean> {
  const [newest] = handedIn;
  return newest !== undefined && (await exam.result(newest.id))?.passed === true;
}

const allowanceOf = (form: Form | undefined, granted: Granted): Allowance => ({
  limitMs: form === undefined ? 0 : formMinutes(form) * MINUTE,
  multiplier: granted.multiplier,
  extraMs: granted.breakMinutes * MINUTE,
});

const isUndecided = ({ status }: MatterSummary): boolean =>
  status !== 'decided' && status !== 'withdrawn';

async function grantedKinds(
  records: Records,
  matters: readonly MatterSummary[],
): Promise<readonly AccommodationKind[]> {
  const kinds: AccommodationKind[] = [];
  for (const { id } of matters) {
    const state = stateOf((await records.matters.read(id))?.events ?? []);
    if (state.status === 'decided' && state.decision.outcome === 'met') {
      kinds.push(...kindsIn((await records.matters.claim(id)) ?? null));
    }
  }
  return [...new Set(kinds)];
}

/** The accommodations a request asked for, from what was filed with it. */
function kindsIn(claim: Json): readonly AccommodationKind[] {
  const kinds = member(claim, 'kinds');
  return Array.isArray(kinds)
    ? kinds.filter((kind) => typeof kind === 'string').filter(isAccommodation)
    : [];
}

function member(value: Json, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

async function sittingsOf(
  records: Records,
  program: string,
): Promise<Pick<Ready, 'open' | 'handedIn'>> {
  const sittings = (await records.exam.mySittings()).filter((row) => row.program === program);
  let open: Ready['open'];
  const handedIn: { id: string; startedAt: number }[] = [];
  for (const { id } of sittings) {
    const clock = clockOf(await records.exam.clock(id));
    if (clock.status === 'submitted') {
      handedIn.push({ id, startedAt: clock.startedAt ?? clock.since });
    } else {
      open = { id, started: clock.status !== 'not-started' };
    }
  }
  return { open, handedIn };
}

function owed(entries: readonly MoneyRow[], program: string): number {
  const of = entries.filter((entry) => entry.program === program);
  return balances(of).reduce((sum, balance) => sum + balance.owedCents, 0);
}
