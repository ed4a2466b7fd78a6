/** The lottery of audits: plan, sealed seed, closed pool, draw; each written once. */
import type { AuditPlan, PoolEntry } from '../../casework/renewal/audit-lottery.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { LotteryRow, RenewalRecords } from '../../workflow/ports/renewal-records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

type LotteryRecords = Pick<
  RenewalRecords,
  | 'planLottery'
  | 'lotteries'
  | 'lottery'
  | 'sealedSeed'
  | 'mayBeDrawn'
  | 'closePool'
  | 'poolOf'
  | 'keepDraw'
  | 'isInPool'
  | 'myLabels'
>;

interface Columns {
  id: string;
  program: string;
  plan: AuditPlan;
  plan_place: number;
  closed_on: string | null;
  entries: PoolEntry[] | null;
  fingerprint: string | null;
  pool_place: number | null;
  public_number: string | null;
  seed: string | null;
  drawn: string[] | null;
  compared: Json | null;
  draw_place: number | null;
}

export function lotteryRecords(tx: Tx): LotteryRecords {
  const select = tx`select l.id, l.program, l.plan, l.place as plan_place, p.closed_on, p.entries, p.fingerprint,
      p.place as pool_place, d.public_number, d.seed, d.drawn, d.compared, d.place as draw_place
    from renewal.lottery l left join renewal.lottery_pool p on p.lottery = l.id
      left join renewal.lottery_draw d on d.lottery = l.id`;
  return {
    async planLottery({ plan, program, by, sealedSeed, place }) {
      await tx`insert into renewal.lottery (id, program, plan, published_by, place)
        values (${plan.id}, ${program}, ${stored(tx, plan as unknown as Json)}, ${by}, ${place})`;
      await tx`insert into renewal.lottery_seed (lottery, sealed_seed) values (${plan.id}, ${Buffer.from(sealedSeed)})`;
    },
    async lotteries() {
      const rows = await tx<Columns[]>`${select} order by l.published_at desc, l.id`;
      return rows.map(lotteryOf);
    },
    async lottery(id) {
      const [row] = await tx<Columns[]>`${select} where l.id = ${id}`;
      return row === undefined ? undefined : lotteryOf(row);
    },
    async sealedSeed(id) {
      const [row] = await tx<{ sealed_seed: Uint8Array }[]>`select sealed_seed
        from renewal.lottery_seed where lottery = ${id}`;
      return row === undefined ? undefined : new Uint8Array(row.sealed_seed);
    },
    async mayBeDrawn(program) {
      const rows = await tx<{ id: string }[]>`select * from renewal.may_be_drawn(${program}) as id`;
      return rows.map(({ id }) => id);
    },
    async closePool({ lottery, closedOn, entries, fingerprint, place }) {
      for (const { label, credential, traits } of entries) {
        await tx`insert into renewal.pool_entry (lottery, label, credential, traits)
          values (${lottery}, ${label}, ${credential}, ${stored(tx, [...traits])})`;
      }
      const shown = entries.map(({ label, stratum }) => ({ label, stratum }));
      await tx`insert into renewal.lottery_pool (lottery, closed_on, entries, fingerprint, place)
        values (${lottery}, ${closedOn}, ${stored(tx, shown)}, ${fingerprint}, ${place})`;
    },
    async poolOf(lottery) {
      return await tx<
        { label: string; credential: string; traits: string[] }[]
      >`select label, credential, traits
        from renewal.pool_entry where lottery = ${lottery} order by label`;
    },
    async keepDraw({ lottery, publicNumber, seed, drawn, compared, by, on, place }) {
      await tx`insert into renewal.lottery_draw (lottery, public_number, seed, drawn, compared, drawn_by, on_day, place)
        values (${lottery}, ${publicNumber}, ${seed}, ${stored(tx, [...drawn])}, ${stored(tx, compared)}, ${by}, ${on},
          ${place})`;
    },
    async isInPool(lottery, person) {
      const [row] = await tx<{ yes: boolean }[]>`
        select renewal.is_in_pool(${lottery}, ${person}) as yes`;
      return row?.yes === true;
    },
    async myLabels(credential) {
      return await tx<
        { lottery: string; label: string }[]
      >`select lottery, label from renewal.pool_entry
        where credential = ${credential} order by lottery`;
    },
  };
}

const lotteryOf = (row: Columns): LotteryRow => ({
  ...{ id: row.id, program: row.program, plan: row.plan, planPlace: row.plan_place },
  pool:
    row.closed_on === null || row.entries === null || row.pool_place === null
      ? undefined
      : {
          ...{ closedOn: date(row.closed_on), entries: row.entries },
          ...{ fingerprint: row.fingerprint ?? '', place: row.pool_place },
        },
  draw:
    row.seed === null || row.drawn === null || row.draw_place === null
      ? undefined
      : {
          ...{ publicNumber: row.public_number ?? '', seed: row.seed, drawn: row.drawn },
          ...{ compared: row.compared ?? [], place: row.draw_place },
        },
});
