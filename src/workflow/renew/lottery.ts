/**
 * The lottery of audits, step by step: a director publishes rates with the fingerprint of a sealed seed; the pool is closed
 * and published as labels; on a later day the director brings a public number that nobody knew before, the seed is opened,
 * and the draw follows. Each step is a line of the decision log before anybody is told.
 */

import { labelFrom } from '../../casework/matter/label.ts';
import { mayBeDrawn } from '../../casework/renewal/audit.ts';
import {
  type AuditPlan,
  checkedPlan,
  drawAudits,
  poolFingerprint,
} from '../../casework/renewal/audit-lottery.ts';
import { tallyOfClosed } from '../../casework/renewal/hours.ts';
import { type DrawnStratum, drawnAgainstPool } from '../../fairness/impact/drawn-against-pool.ts';
import { toHex } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import type { LotteryRow, PooledCredential } from '../ports/renewal-records.ts';
import { recordOpenly } from '../publish/record-in-log.ts';
import { type Held, heldIn, type KeepWorld, rulesOfTerm, rulesOnDay } from './held.ts';
import { drawOne } from './keep-renewal.ts';

const SEED_BYTES = 32;
const WORKER = { rights: 'worker', person: undefined } as const;
const director = (person: string) => ({ rights: 'director', person }) as const;
export type LotteryWorld = KeepWorld & Pick<World, 'vault'>;

/** Hours with approved providers alone, and hours some of which were reviewed afterward. */
const STRATA = { approved: 'approved', reviewed: 'reviewed' } as const;

/** The rate that the rules in force say; the same for both strata until the body sets others. */
export const rateOf = (program: string, on: CivilDate): number => {
  const offered = programOf(program);
  return offered === undefined ? 0 : rulesOnDay(offered, on).auditPercent;
};

export type PlanRefusal =
  | 'no-such-program'
  | 'source-missing'
  | 'planned-today'
  | 'open-already'
  | 'no-commitment'
  | 'no-strata'
  | 'not-a-rate'
  | 'number-too-early';

export async function planLottery(
  world: LotteryWorld,
  asked: {
    readonly director: string;
    readonly program: string;
    readonly approvedPercent: number;
    readonly reviewedPercent: number;
    readonly source: string;
    readonly numberOn: CivilDate;
  },
): Promise<Result<string, PlanRefusal>> {
  const program = programOf(asked.program);
  if (program === undefined) {
    return refuse('no-such-program', 'choose a program');
  }
  if (asked.source.trim() === '') {
    return refuse('source-missing', 'say whose public number it will be');
  }
  const today = world.clock.today();
  const seed = toHex(world.chance.bytes(SEED_BYTES));
  const plan: AuditPlan = {
    id: `audit-${asked.program}-${today}`,
    publishedOn: today,
    strata: [
      {
        ...{ id: STRATA.approved, title: 'All hours with approved providers' },
        percent: asked.approvedPercent,
      },
      {
        ...{ id: STRATA.reviewed, title: 'Some hours reviewed afterward' },
        percent: asked.reviewedPercent,
      },
    ],
    commitment: sha256Hex(seed),
    publicNumber: { source: asked.source.trim(), on: asked.numberOn },
  };
  const sound = checkedPlan(plan);
  if (!sound.ok) {
    return sound;
  }
  return await world.records.as(director(asked.director), async (records) => {
    const known = await records.renewals.lotteries();
    const isOpen = (row: LotteryRow): boolean =>
      row.program === asked.program &&
      row.draw === undefined &&
      (row.pool !== undefined || row.plan.publicNumber.on > today);
    if (known.some(isOpen)) {
      return refuse('open-already', 'a lottery of this program is under way already');
    }
    if (known.some(({ id }) => id === plan.id)) {
      return refuse(
        'planned-today',
        'a lottery of this program was planned today; the next can be planned tomorrow',
      );
    }
    const place = await logged(world, records, plan, asked.program, {
      step: 'plan',
      commitment: plan.commitment,
    });
    await records.renewals.planLottery({
      ...{ plan, program: asked.program, by: asked.director, place },
      sealedSeed: world.vault.seal(seed, `lottery ${plan.id}`),
    });
    return success(plan.id);
  });
}

async function logged(
  world: Pick<World, 'chance' | 'clock'>,
  records: Records,
  plan: AuditPlan,
  program: string,
  outcome: Json,
): Promise<number> {
  const today = world.clock.today();
  const offered = programOf(program);
  const rules = offered === undefined ? 'audit' : rulesOnDay(offered, today).id;
  const line = { kind: 'audit-lottery', program, rules, decidedOn: today, label: plan.id, outcome };
  return (await recordOpenly(records, world.chance, line)).place;
}

export type CloseRefusal = 'no-such-lottery' | 'closed-already' | 'nobody' | 'wrong-day';

/** Closes the pool: everybody whose newest term rests on hours and was not drawn before. */
export async function closePool(
  world: LotteryWorld,
  asked: { readonly lottery: string },
): Promise<Result<number, CloseRefusal>> {
  return await world.records.as(WORKER, async (records) => {
    const row = await records.renewals.lottery(asked.lottery);
    const today = world.clock.today();
    if (row === undefined) {
      return refuse('no-such-lottery', 'there is no such lottery');
    }
    if (row.pool !== undefined) {
      return refuse('closed-already', 'the pool is closed already');
    }
    if (today >= row.plan.publicNumber.on) {
      return refuse('wrong-day', 'the pool has to be closed before the day of the public number');
    }
    const entries: PooledCredential[] = [];
    for (const credential of await records.renewals.mayBeDrawn(row.program)) {
      const held = await heldIn(world, records, credential);
      if (held.ok && mayBeDrawn(held.value.state)) {
        entries.push({
          ...{ label: labelFrom('L', world.chance.bytes(7)), credential },
          ...{ stratum: stratumOf(held.value), traits: traitsOf(held.value) },
        });
      }
    }
    if (entries.length === 0) {
      return refuse('nobody', 'nobody can be drawn: no term was renewed on hours since');
    }
    const fingerprint = poolFingerprint({ closedOn: today, entries });
    const place = await logged(world, records, row.plan, row.program, {
      ...{ step: 'pool', fingerprint },
    });
    await records.renewals.closePool({
      ...{ lottery: row.id, closedOn: today, entries, fingerprint, place },
    });
    return success(entries.length);
  });
}

function stratumOf({ state, program, claimed }: Held): string {
  const term = state.earlier.at(-1);
  const rules = term === undefined ? undefined : rulesOfTerm(program, term.rules);
  const tally =
    rules === undefined
      ? undefined
      : tallyOfClosed(state, rules, claimed, { without: [], with: [] });
  const reviewed = tally?.activities.some(({ approval }) => approval.kind === 'review') ?? false;
  return reviewed ? STRATA.reviewed : STRATA.approved;
}

/** What is compared in public: facts of the renewal, none about the person. */
function traitsOf({ state, history }: Held): readonly string[] {
  const begun = history.events.findLast((event) => 'term' in event);
  return [
    ...(state.earlier.length === 1 ? ['first-renewal'] : []),
    ...(begun?.type === 'renewed' ? [] : ['not-in-time']),
  ];
}

export type DrawRefusal =
  | 'no-such-lottery'
  | 'drawn-already'
  | 'not-closed'
  | 'too-early'
  | 'in-the-pool'
  | 'not-drawn';

/** Opens the seed and draws, once the public number is there. A named director brings it. */
export async function drawLottery(
  world: LotteryWorld,
  asked: { readonly director: string; readonly lottery: string; readonly publicNumber: string },
): Promise<Result<number, DrawRefusal>> {
  return await world.records.as(WORKER, async (records) => {
    const row = await records.renewals.lottery(asked.lottery);
    const sealed = await records.renewals.sealedSeed(asked.lottery);
    if (row === undefined || sealed === undefined) {
      return refuse('no-such-lottery', 'there is no such lottery');
    }
    if (row.draw !== undefined) {
      return refuse('drawn-already', 'this lottery is drawn already');
    }
    if (row.pool === undefined) {
      return refuse('not-closed', 'close the pool first');
    }
    if (world.clock.today() < row.plan.publicNumber.on) {
      return refuse('too-early', 'the day of the public number has not come yet');
    }
    if (await records.renewals.isInPool(row.id, asked.director)) {
      return refuse('in-the-pool', 'a credential of yours is in the pool, so somebody else draws');
    }
    const seed = world.vault.open(sealed, `lottery ${row.id}`);
    const { closedOn, entries } = row.pool;
    const drawn = drawAudits({
      ...{ plan: row.plan, pool: { closedOn, entries }, seed },
      publicNumber: asked.publicNumber.trim(),
    });
    if (!drawn.ok) {
      return refuse('not-drawn', drawn.refusal.because);
    }
    const pool = await records.renewals.poolOf(row.id);
    const place = await logged(world, records, row.plan, row.program, {
      ...{ step: 'draw', publicNumber: asked.publicNumber.trim() },
      drawn: sha256Hex(drawn.value.drawn.join('\n')),
    });
    await records.renewals.keepDraw({
      ...{ lottery: row.id, publicNumber: asked.publicNumber.trim(), seed, place },
      ...{ drawn: drawn.value.drawn, by: asked.director, on: world.clock.today() },
      compared: comparedIn(row, pool, new Set(drawn.value.drawn)),
    });
    for (const label of drawn.value.drawn) {
      const credential = pool.find((entry) => entry.label === label)?.credential;
      if (credential !== undefined) {
        await drawOne(world, records, { credential, lottery: row.id });
      }
    }
    return success(drawn.value.drawn.length);
  });
}

/** Drawn against pool, for what may be said in public of a renewal, by the exact test within the strata. */
function comparedIn(
  row: LotteryRow,
  pool: readonly { readonly label: string; readonly traits: readonly string[] }[],
  drawn: ReadonlySet<string>,
): Json {
  const strata = new Map(row.pool?.entries.map(({ label, stratum }) => [label, stratum]));
  return ['first-renewal', 'not-in-time'].flatMap((trait) => {
    const counts = row.plan.strata.map(({ id }): DrawnStratum => {
      const own = pool.filter(({ label }) => strata.get(label) === id);
      const [group, others] = [true, false].map((has) =>
        own.filter(({ traits }) => traits.includes(trait) === has),
      );
      const among = (some: typeof pool | undefined): number =>
        (some ?? []).filter(({ label }) => drawn.has(label)).length;
      return {
        ...{ groupInPool: group?.length ?? 0, othersInPool: others?.length ?? 0 },
        ...{ groupDrawn: among(group), othersDrawn: among(others) },
      };
    });
    const tested = drawnAgainstPool(counts);
    const inPool = counts.reduce((sum, { groupInPool }) => sum + groupInPool, 0);
    return tested.ok
      ? [
          {
            ...{ trait, inPool, drawn: tested.value.drawn, expected: tested.value.expected },
            chance: tested.value.twoSided,
          },
        ]
      : [];
  });
}

export const lotteriesShown = async (
  world: Pick<World, 'records'>,
): Promise<readonly LotteryRow[]> =>
  await world.records.as({ rights: 'public', person: undefined }, ({ renewals }) =>
    renewals.lotteries(),
  );

export const lotteryShown = async (
  world: Pick<World, 'records'>,
  id: string,
): Promise<LotteryRow | undefined> =>
  await world.records.as({ rights: 'public', person: undefined }, ({ renewals }) =>
    renewals.lottery(id),
  );

/** The published record, as `evenhand audit-lottery` checks it. */
export const recordOf = ({ plan, pool, draw }: LotteryRow): Json | undefined =>
  pool === undefined || draw === undefined
    ? undefined
    : ({
        ...{ plan, pool: { closedOn: pool.closedOn, entries: pool.entries } },
        ...{ seed: draw.seed, publicNumber: draw.publicNumber, drawn: draw.drawn },
      } as unknown as Json);
