/**
 * Money for a renewal: what was paid, what went back, what is still owed. The balance decides, never the last entry: a
 * refund of a double payment, or late word of an earlier try, does not make a paid renewal unpaid.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CredentialLife, Payment } from './credential-life.ts';
import type { Event } from './renewal-event.ts';

interface Entry {
  readonly on: CivilDate;
  /** The same payment or refund reported again has the same reference, and is one. */
  readonly reference: string;
  readonly cents: number;
}

export type MoneyRefusal = 'known-already' | 'not-an-amount';

/** Always put on record, also where nothing is owed: what was paid twice is the holder's and is shown as credit. */
export const pay = (state: CredentialLife, asked: Entry): Result<Event<'paid'>, MoneyRefusal> =>
  checked(state, 'paid', asked);

/** Money that goes back; no more than came in. */
export const refund = (
  state: CredentialLife,
  asked: Entry,
): Result<Event<'refunded'>, MoneyRefusal | 'more-than-paid'> =>
  asked.cents > sumOf(state.payments)
    ? refuse('more-than-paid', 'no more can go back than was paid')
    : checked(state, 'refunded', asked);

function checked<Type extends 'paid' | 'refunded'>(
  { payments }: CredentialLife,
  type: Type,
  { on, reference, cents }: Entry,
): Result<{ readonly type: Type } & Entry, MoneyRefusal> {
  if (!Number.isInteger(cents) || cents <= 0) {
    return refuse('not-an-amount', 'an amount is a whole number of cents, more than none');
  }
  return payments.some((each) => each.type === type && each.reference === reference)
    ? refuse('known-already', 'this is on record already, and counts once')
    : success({ type, on, reference, cents });
}

const signed = ({ type, cents }: Payment): number => (type === 'paid' ? cents : -cents);
const sumOf = (payments: readonly Payment[]): number =>
  payments.reduce((sum, payment) => sum + signed(payment), 0);

export interface RenewalBalance {
  readonly owedCents: number;
  readonly creditCents: number;
}

/** What is still owed for the open renewal, and what was paid beyond it. */
export function balanceOf({ open, payments, spentCents }: CredentialLife): RenewalBalance {
  const due = (open?.dueCents ?? 0) + spentCents - sumOf(payments);
  return { owedCents: Math.max(due, 0), creditCents: Math.max(-due, 0) };
}

/** Since which day nothing has been owed; undefined while something is. */
export function settledSince(state: CredentialLife): CivilDate | undefined {
  const { open, payments, spentCents } = state;
  if (open === undefined) {
    return undefined;
  }
  const days = [...new Set([open.openedOn, ...payments.map(({ on }) => on)])].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const isSettled = (day: CivilDate): boolean =>
    sumOf(payments.filter(({ on }) => on <= day)) >= spentCents + open.dueCents;
  const unsettled = days.findLastIndex((day) => !isSettled(day));
  const since = days[unsettled + 1];
  return since === undefined || since > open.openedOn ? since : open.openedOn;
}
