/**
 * What an invented application costs by its program's rules, and the payment that staff record some days later. A few
 * have not paid yet; never somebody who went on to sit the exam.
 */
import { chargesFor } from '../../casework/fees/fees.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import type { MoneyToLoad } from '../../workflow/ports/body-to-load.ts';
import { between, happens, oneOf } from '../people/draw.ts';
import { instantOn } from './desk-days.ts';
import type { PlannedApplication } from './lives.ts';
import type { MatterRecord, Writing } from './matter-record.ts';
import { offered } from './write-application.ts';

const PAYS = 0.96;

export function writeFees(
  { chance, ids, desk, last }: Writing,
  record: MatterRecord,
  plan: PlannedApplication,
  mayOwe: boolean,
): readonly MoneyToLoad[] {
  const { id: matter, program } = record.row;
  const { fees } = rulesInForce(offered(program), plan.filedOn);
  const filedAt = record.events[0]?.at ?? 0;
  const charges = [
    ...chargesFor(fees, 'application', matter),
    ...chargesFor(fees, 'exam', matter),
  ].map(
    ({ kind, fee, cents, currency, reference }): MoneyToLoad => ({
      id: ids.uuid(),
      person: record.subject,
      program,
      matter,
      kind,
      fee,
      cents,
      currency,
      reference,
      at: filedAt,
      recordedBy: undefined,
    }),
  );
  const pays = happens(chance, PAYS) || !mayOwe;
  const paidOn = addDays(plan.filedOn, between(chance, 1, 8));
  const recordedBy = oneOf(chance, desk.staff);
  const cents = charges.reduce((sum, charge) => sum + charge.cents, 0);
  if (!pays || paidOn > last || cents === 0) {
    return charges;
  }
  const payment: MoneyToLoad = {
    id: ids.uuid(),
    person: record.subject,
    program,
    matter: undefined,
    kind: 'payment',
    fee: 'payment',
    cents,
    currency: 'USD',
    reference: `Check ${between(chance, 10_000, 99_999)}-${between(chance, 100, 999)}`,
    at: instantOn(chance, paidOn, 'taken'),
    recordedBy,
  };
  return [...charges, payment];
}
