/**
 * Who was drawn for a panel, held against the tickets that could have been drawn. A panel that keeps quotas gives people
 * unequal chances on purpose, so equal chances are the wrong yardstick: somebody with a rare attribute is on more tickets.
 * What the draw could have given is known exactly, because its numbered tickets were published and each was as likely.
 *
 *     P(k) = the share of the tickets that hold k people of the group
 *
 * Several draws are put together point by point (see drawn-against-pool). Tickets: Flanigan, Kehne & Procaccia 2021.
 */
import { type Result, refuse } from '../../kernel/result/result.ts';
import { againstChance, type CountChances, type DrawnAgainstPool } from './drawn-against-pool.ts';

/** One person in the pool of one draw: the tickets that hold them, by number. */
export interface TicketHolder {
  readonly inGroup: boolean;
  readonly drawn: boolean;
  readonly tickets: readonly number[];
}

/** Refused where a ticket has no number, nobody was drawn, or the draws could not have come out otherwise. */
export function drawnFromTickets(
  draws: readonly { readonly tickets: number; readonly pool: readonly TicketHolder[] }[],
): Result<DrawnAgainstPool, 'not-counts' | 'undefined'> {
  const isNumbered = draws.every(({ tickets, pool }) =>
    pool.every((holder) => holder.tickets.every((number) => number >= 1 && number <= tickets)),
  );
  if (!isNumbered) {
    return refuse('not-counts', 'somebody is on a ticket that is not there');
  }
  const drawn = draws.flatMap(({ pool }) => pool).filter((one) => one.inGroup && one.drawn).length;
  return againstChance(
    draws.map(({ tickets, pool }) => chancesOf(tickets, pool)),
    drawn,
  );
}

function chancesOf(tickets: number, pool: readonly TicketHolder[]): CountChances {
  const onTicket = new Int32Array(tickets);
  for (const holder of pool.filter(({ inGroup }) => inGroup)) {
    for (const number of holder.tickets) {
      onTicket[number - 1] = (onTicket[number - 1] ?? 0) + 1;
    }
  }
  const [least, most] = [Math.min(...onTicket), Math.max(...onTicket)];
  const points = new Float64Array(most - least + 1);
  for (const count of onTicket) {
    points[count - least] = (points[count - least] ?? 0) + 1 / tickets;
  }
  return { least, points };
}
