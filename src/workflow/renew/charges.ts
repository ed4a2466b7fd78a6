/** What a renewal costs goes on the ledger: by the published fees, once for a term, and taken back where nothing came of it. */
import { chargesFor, type FeeOccasion } from '../../casework/fees/fees.ts';
import { type Activity, activityKey } from '../../casework/renewal/activity.ts';
import { chargedAttempts } from '../../casework/renewal/attempts.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { Fee } from '../../program/definition/rules.ts';
import {
  type RenewalPurpose,
  type RenewalRoute,
  renewalCost,
} from '../../program/maintenance/renewal-fees.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import type { Held } from './held.ts';

/** Cents due by the rules in force for this way of renewing. */
export const dueCents =
  ({ version }: Pick<Held, 'version'>, route: RenewalRoute) =>
  (purpose: RenewalPurpose): number =>
    renewalCost(version, { route, purpose }).cents;

export const feesDue = (
  { version }: Pick<Held, 'version'>,
  asked: { readonly route: RenewalRoute; readonly purpose: RenewalPurpose },
): readonly Fee[] => renewalCost(version, asked).fees;

/**
 * Enters what is due for this attempt to renew. Each attempt is charged by itself, told apart by the events before it, because
 * what an earlier one owed is taken back.
 */
export async function charge(
  world: Pick<World, 'chance'>,
  records: Records,
  held: Held,
  asked: { readonly route: RenewalRoute; readonly purpose: RenewalPurpose },
): Promise<void> {
  const about = `${termOf(held)}:${held.history.version}`;
  for (const fee of feesDue(held, asked)) {
    await enter(world, records, held, [fee], fee.id, about);
  }
}

const termOf = ({ credential, history }: Held): string => `${credential.id}:${history.begunAt + 1}`;

const KEY_DIGITS = 32;

/**
 * The fee for a course that is reviewed afterward, where the rules have one: once a course, whoever claims it again. The
 * database takes it back where a claim is taken back before anybody has looked.
 */
export async function chargeReview(
  world: Pick<World, 'chance'>,
  records: Records,
  held: Held,
  course: Pick<Activity, 'provider' | 'title' | 'to'>,
): Promise<void> {
  const key = sha256Hex(activityKey(course)).slice(0, KEY_DIGITS);
  const about = `${held.credential.id}:${key}`;
  const own = (await records.money.mine()).filter(({ reference }) =>
    `${reference}:`.startsWith(`course-review:${about}:`),
  );
  const charged = own.filter(({ kind }) => kind === 'charge').length;
  const back = own.filter(({ kind }) => kind === 'waiver').length;
  if (charged === back) {
    const again = charged === 0 ? about : `${about}:${charged + 1}`;
    await enter(world, records, held, held.version.fees, 'course-review', again);
  }
}

async function enter(
  world: Pick<World, 'chance'>,
  records: Records,
  { credential }: Held,
  fees: readonly Fee[],
  occasion: Fee['id'],
  about: string,
): Promise<void> {
  if (occasion === 'deferral') {
    return;
  }
  for (const { kind, fee, cents, currency, reference } of chargesFor(
    fees,
    occasion satisfies FeeOccasion,
    about,
  )) {
    const { person, program } = credential;
    const row = { id: world.chance.uuid(), person, program, matter: undefined };
    await records.money.enter({ ...row, kind, fee, cents, currency, reference }, undefined);
  }
}

/**
 * Takes back, under the worker's rights, what was charged in this term for attempts to renew that came to nothing; what was
 * paid for it is credit then. The same charge is taken back once. Answers whether there was any.
 */
export async function takeBackCharges(
  world: Pick<World, 'chance'>,
  records: Records,
  held: Held,
): Promise<boolean> {
  const { entries, history } = held;
  let isAny = false;
  const standing = chargedAttempts(history.events);
  for (const entry of entries) {
    const [fee, ...about] = entry.reference.split(':');
    const isOfTerm = entry.reference.startsWith(`${fee}:${termOf(held)}:`);
    const isBack = entries.some(
      ({ kind, reference }) => kind === 'waiver' && reference === entry.reference,
    );
    if (entry.kind === 'charge' && isOfTerm && !isBack && !standing.has(Number(about.at(-1)))) {
      const { at: _at, ...row } = entry;
      await records.money.enter({ ...row, id: world.chance.uuid(), kind: 'waiver' }, undefined);
      isAny = true;
    }
  }
  return isAny;
}
