/**
 * Whether draws were blind, by group: who was drawn for audits and for panels, held against every way the draws could have
 * come out. Within a stratum of a lottery everybody's chance is the same; on a panel with quotas it is that of the tickets.
 */
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import { type MeasuredDraws, protectDraws } from '../../fairness/disclosure/published-draws.ts';
import { TICKETS } from '../../fairness/draw/tickets.ts';
import { drawnAgainstPool } from '../../fairness/impact/drawn-against-pool.ts';
import { drawnFromTickets } from '../../fairness/impact/drawn-from-tickets.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { auditsBefore, seatsBefore } from './count-after-exam.ts';
import { type Division, groupOf } from './division.ts';
import type { MeasuredAuditChance, MeasuredSeatChance } from './measurements.ts';

/** `table` is of the same people, drawn before the same day. */
export function measureAuditDraws(
  table: Published<MeasuredOutcomes>,
  division: Division,
  rows: readonly MeasuredAuditChance[],
  before: CivilDate,
): Published<MeasuredDraws> {
  const people = auditsBefore(rows, before).map(({ groups, on, lottery, stratum, drawn }) => ({
    group: groupOf(division, groups, on),
    draw: `${lottery} ${stratum}`,
    drawn,
  }));
  const strata = apart(people);
  return protectDraws(table, (group) => {
    const found = drawnAgainstPool(
      strata.map((own) => {
        const count = (inGroup: boolean, drawn: boolean): number =>
          own.filter((one) => (one.group === group) === inGroup && one.drawn === drawn).length;
        const [groupDrawn, othersDrawn] = [count(true, true), count(false, true)];
        return {
          ...{ groupDrawn, othersDrawn },
          groupInPool: groupDrawn + count(true, false),
          othersInPool: othersDrawn + count(false, false),
        };
      }),
    );
    return found.ok ? found.value : undefined;
  });
}

export function measureSeatDraws(
  table: Published<MeasuredOutcomes>,
  division: Division,
  rows: readonly MeasuredSeatChance[],
  before: CivilDate,
): Published<MeasuredDraws> {
  const people = seatsBefore(rows, before).map(({ groups, on, opening, drawn, tickets }) => ({
    ...{ group: groupOf(division, groups, on), draw: opening, drawn, tickets },
  }));
  const draws = apart(people);
  return protectDraws(table, (group) => {
    const found = drawnFromTickets(
      draws.map((own) => ({
        tickets: TICKETS,
        pool: own.map((one) => ({ ...one, inGroup: one.group === group })),
      })),
    );
    return found.ok ? found.value : undefined;
  });
}

/** Those of each draw, or of each stratum of one. */
const apart = <Row extends { readonly draw: string }>(rows: readonly Row[]): readonly Row[][] =>
  [...new Set(rows.map(({ draw }) => draw))].map((draw) => rows.filter((row) => row.draw === draw));
