/**
 * Whether a candidate may start an exam, and with how much time: an eligibility decision that has not been used, the
 * fee paid, no accommodation request still open. The granted minutes are shown before the clock starts.
 */
import {
  type AccommodationKind,
  type Granted,
  grantedFrom,
  isAccommodation,
} from '../../casework/accommodation/accommodation.ts';
import { balances } from '../../casework/fees/fees.ts';
import type { Form } from '../../casework/form/form.ts';
import { formMinutes } from '../../casework/form/form.ts';
import { stateOf } from '../../casework/matter/matter.ts';
import type { Allowance } from '../../casework/sitting/clock.ts';
import type { StartFacts } from '../../casework/sitting/decide.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { MoneyRow, Records } from '../ports/records.ts';

export interface Ready {
  readonly form: Form | undefined;
  readonly granted: Granted;
  readonly accommodations: readonly AccommodationKind[];
  readonly allowance: Allowance;
  readonly facts: StartFacts;
  /** A sitting already booked and not yet handed in. */
  readonly open: string | undefined;
}

const MINUTE = 60_000;

/** Read under the candidate's own rights. */
export async function readiness(records: Records, program: string): Promise<Ready> {
  const matters = (await records.matters.mine()).filter((matter) => matter.program === program);
  const eligible = await countMet(
    records,
    matters.filter((matter) => matter.kind === 'eligibility').map((matter) => matter.id),
  );
  const requests = matters.filter((matter) => matter.kind === 'accommodation');
  const accommodations = await grantedKinds(
    records,
    requests.map((matter) => matter.id),
  );
  const sittings = (await records.exam.mySittings()).filter(
    (sitting) => sitting.program === program,
  );
  const unfinished = await firstUnfinished(
    records,
    sittings.map((sitting) => sitting.id),
  );
  const [row] = await records.exam.formsOf(program);
  const form = row === undefined ? undefined : formOf(row.body);
  const granted = grantedFrom(accommodations);
  return {
    form,
    granted,
    accommodations,
    allowance: {
      limitMs: form === undefined ? 0 : formMinutes(form) * MINUTE,
      multiplier: granted.multiplier,
      extraMs: granted.breakMinutes * MINUTE,
    },
    facts: {
      eligible: unfinished !== undefined || eligible > sittings.length,
      owedCents: owed(await records.money.mine(), program),
      accommodationPending: requests.some(
        (request) => request.status !== 'decided' && request.status !== 'withdrawn',
      ),
      window: undefined,
    },
    open: unfinished,
  };
}

/** Stored forms were assembled by our own rules. */
export const formOf = (body: Json): Form => body as unknown as Form;

async function countMet(records: Records, ids: readonly string[]): Promise<number> {
  let met = 0;
  for (const id of ids) {
    const state = stateOf((await records.matters.read(id))?.events ?? []);
    if (state.status === 'decided' && state.decision.outcome === 'met') {
      met += 1;
    }
  }
  return met;
}

async function grantedKinds(
  records: Records,
  ids: readonly string[],
): Promise<readonly AccommodationKind[]> {
  const kinds: AccommodationKind[] = [];
  for (const id of ids) {
    const state = stateOf((await records.matters.read(id))?.events ?? []);
    if (state.status === 'decided' && state.decision.outcome === 'met') {
      kinds.push(...kindsIn((await records.matters.claim(id)) ?? null));
    }
  }
  return kinds;
}

/** The accommodations a request asked for, from what was filed with it. */
export function kindsIn(claim: Json): readonly AccommodationKind[] {
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

async function firstUnfinished(
  records: Records,
  ids: readonly string[],
): Promise<string | undefined> {
  for (const id of ids) {
    const clock = await records.exam.clock(id);
    if (!clock.some((row) => row.kind === 'submit')) {
      return id;
    }
  }
  return undefined;
}

function owed(entries: readonly MoneyRow[], program: string): number {
  const of = entries.filter((entry) => entry.program === program);
  return balances(of).reduce((sum, balance) => sum + balance.owedCents, 0);
}
