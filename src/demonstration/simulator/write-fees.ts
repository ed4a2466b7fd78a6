/**
 * What an invented application costs by its program's rules: the application fee on the day it is filed, the exam fee
 * on the day it is found eligible. Staff record a payment for each some days later. A few have not paid yet; never
 * somebody who went on to sit the exam.
 */
import { type Charge, chargesFor, type FeeOccasion } from '../../casework/fees/fees.ts';
import { addDays, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import type { MoneyToLoad } from '../../workflow/ports/body-to-load.ts';
import { between, happens, oneOf } from '../people/draw.ts';
import { instantOn } from './desk-days.ts';
import type { PlannedApplication } from './lives.ts';
import type { MatterRecord, Writing } from './matter-record.ts';
import { offered } from './write-application.ts';

const PAYS = 0.96;

export function writeFees(
  writing: Writing,
  record: MatterRecord,
  plan: PlannedApplication,
  mayOwe: boolean,
): readonly MoneyToLoad[] {
  const { chance, last } = writing;
  const { fees } = rulesInForce(offered(record.row.program), plan.filedOn);
  const decided = record.events.find(({ event }) => event.type === 'decided');
  const pays = happens(chance, PAYS) || !mayOwe;
  const due: readonly { readonly fee: FeeOccasion; readonly on: CivilDate; readonly at: number }[] =
    [
      { fee: 'application', on: plan.filedOn, at: record.events[0]?.at ?? 0 },
      ...(decided !== undefined && plan.approved
        ? [{ fee: 'exam' as const, on: plan.endsOn, at: decided.at }]
        : []),
    ];
  return due.flatMap(({ fee, on, at }) => {
    const charges = chargesFor(fees, fee, record.row.id).map((charge) =>
      charged(writing, record, charge, at),
    );
    const cents = charges.reduce((sum, charge) => sum + charge.cents, 0);
    // The exam fee is paid before the exam.
    const latest = fee === 'exam' ? latestBefore(plan.sitting?.on, on) : 8;
    const paidOn = addDays(on, between(chance, Math.min(1, latest), latest));
    return !pays || paidOn > last || cents === 0
      ? charges
      : [...charges, payment(writing, record, { cents, paidOn })];
  });
}

const latestBefore = (sitting: CivilDate | undefined, due: CivilDate): number =>
  sitting === undefined ? 8 : Math.max(0, Math.min(8, daysBetween(due, sitting) - 1));

const charged = (
  { ids }: Writing,
  { row, subject }: MatterRecord,
  { kind, fee, cents, currency, reference }: Charge,
  at: number,
): MoneyToLoad => ({
  id: ids.uuid(),
  person: subject,
  program: row.program,
  matter: row.id,
  kind,
  fee,
  cents,
  currency,
  reference,
  at,
  recordedBy: undefined,
});

const payment = (
  { chance, ids, desk }: Writing,
  { row, subject }: MatterRecord,
  { cents, paidOn }: { readonly cents: number; readonly paidOn: CivilDate },
): MoneyToLoad => ({
  id: ids.uuid(),
  person: subject,
  program: row.program,
  matter: undefined,
  kind: 'payment',
  fee: 'payment',
  cents,
  currency: 'USD',
  reference: `Check ${between(chance, 10_000, 99_999)}-${between(chance, 100, 999)}`,
  at: instantOn(chance, paidOn, 'taken'),
  recordedBy: oneOf(chance, desk.staff),
});
