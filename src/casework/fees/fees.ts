/**
 * Money owed and paid: charges follow from the program's rules, payments and refunds are entered by staff, and the sum
 * of all entries says what is owed. The balance decides, never the last entry: a refund of a double payment, or a late
 * notice about an earlier try, does not make a paid fee unpaid.
 * All amounts are whole cents, so that nothing is lost to rounding.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Fee, RulesVersion } from '../../program/definition/rules.ts';

const OCCASIONS = [
  'application',
  'exam',
  'retake',
  'renewal-by-hours',
  'renewal-by-exam',
  'late-renewal',
  'reinstatement',
  'course-review',
] as const;
export type FeeOccasion = (typeof OCCASIONS)[number];

export interface Charge {
  readonly kind: 'charge';
  readonly fee: FeeOccasion;
  readonly title: string;
  readonly cents: number;
  readonly currency: 'USD';
  /** Null where nobody was found to say. */
  readonly refundable: boolean | null;
  /** The same occasion charged twice gives the same reference, and so one entry. */
  readonly reference: string;
}

/**
 * What falls due on an occasion: the program's fee of that name, in US dollars as all published amounts are.
 * A fee whose amount was not found charges nothing; `about` is the matter or sitting it is for.
 */
export function chargesFor(
  fees: readonly Fee[],
  occasion: FeeOccasion,
  about: string,
): readonly Charge[] {
  return fees.flatMap(({ id, title, amount, refundable }) => {
    const cents = Math.round((amount.value ?? 0) * 100);
    return id === occasion && cents > 0
      ? [
          {
            kind: 'charge' as const,
            fee: occasion,
            title,
            cents,
            currency: 'USD' as const,
            refundable,
            reference: `${occasion}:${about}`,
          },
        ]
      : [];
  });
}

export interface PublishedFee {
  readonly rules: string;
  readonly fee: string;
  readonly cents: number;
  readonly currency: 'USD';
}

/** Every amount that a set of rules publishes. The database holds them too and takes no other charge. */
export const publishedFees = ({
  id: rules,
  fees,
}: Pick<RulesVersion, 'id' | 'fees'>): readonly PublishedFee[] =>
  OCCASIONS.flatMap((occasion) => chargesFor(fees, occasion, '')).map(
    ({ fee, cents, currency }) => ({ rules, fee, cents, currency }),
  );

export interface MoneyEntry {
  /** A waiver takes a charge back: what was paid for it is credit then, until it is paid back. */
  readonly kind: 'charge' | 'payment' | 'refund' | 'waiver';
  readonly cents: number;
  readonly currency: string;
  readonly reference: string;
}

export interface Balance {
  readonly currency: string;
  /** Charges less what was taken back. */
  readonly chargedCents: number;
  /** Payments less what was paid back. */
  readonly paidCents: number;
  /** What is still to be paid; 0 when all is paid. */
  readonly owedCents: number;
  /** Paid beyond what was charged: it belongs to the person and is shown to them. */
  readonly creditCents: number;
}

/** One balance a currency, in order of currency. An entry that arrives twice counts once. */
export function balances(entries: readonly MoneyEntry[]): readonly Balance[] {
  const once = new Map(entries.map((entry) => [`${entry.kind} ${entry.reference}`, entry]));
  const all = [...once.values()];
  return [...new Set(all.map(({ currency }) => currency))]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((currency) =>
      balanceIn(
        currency,
        all.filter((entry) => entry.currency === currency),
      ),
    );
}

function balanceIn(currency: string, entries: readonly MoneyEntry[]): Balance {
  const sum = (kind: MoneyEntry['kind']): number =>
    entries.reduce((total, entry) => total + (entry.kind === kind ? entry.cents : 0), 0);
  const chargedCents = sum('charge') - sum('waiver');
  const paidCents = sum('payment') - sum('refund');
  const due = chargedCents - paidCents;
  return {
    currency,
    chargedCents,
    paidCents,
    owedCents: Math.max(due, 0),
    creditCents: Math.max(-due, 0),
  };
}

export type PaymentRefusal = 'missing' | 'not-an-amount' | 'negative' | 'zero' | 'too-large';

const MOST_CENTS = 10_000_000;

/** An amount as typed ("430", "430.00", "$1,430"), in cents. More than is owed is fine: the rest is credit. */
export function readPayment(raw: string): Result<number, PaymentRefusal> {
  const text = raw.normalize('NFKC').trim();
  if (text === '') {
    return refuse('missing', 'Amount: write what was paid, such as 430.00.');
  }
  if (/^\$?\s*[-−–(]/.test(text)) {
    return refuse(
      'negative',
      'Amount: it cannot be less than zero. Money that goes back is entered as a refund.',
    );
  }
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) {
    return refuse(
      'not-an-amount',
      'Amount: write dollars and, after a point, at most two digits for cents, such as 430 or 430.50.',
    );
  }
  const cents =
    Number((match[1] ?? '').replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (cents === 0) {
    return refuse('zero', 'Amount: it is zero. Write what was paid, such as 430.00.');
  }
  return cents > MOST_CENTS
    ? refuse('too-large', 'Amount: it is over 100,000.00, which no fee reaches. Check the digits.')
    : success(cents);
}
