/**
 * Who is audited is drawn by a lottery that anybody can check. In this order, each with its day:
 *
 *   1. plan     the rate of each stratum is published, with the SHA-256 of a secret seed;
 *   2. pool     the list of who can be drawn is closed and published as labels, with its SHA-256;
 *   3. chance   a number that nobody knew when the pool was closed is published by somebody else;
 *   4. draw     the seed is opened; seed, public number and pool together drive the draw.
 *
 * The body cannot choose: its seed was fixed before the pool, and the public number came after both. Within a stratum
 * everybody has exactly the published chance: of 130 people at 5 % six are drawn and, half the time, a seventh. Who was
 * drawn for this term before is not in the pool.
 */
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import { type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface Stratum {
  readonly id: string;
  /** What puts somebody in it, as published. */
  readonly title: string;
  /** How many of a hundred are drawn. */
  readonly percent: number;
}

export interface AuditPlan {
  readonly id: string;
  readonly publishedOn: CivilDate;
  readonly strata: readonly Stratum[];
  /** SHA-256 of the seed, in hexadecimal. */
  readonly commitment: string;
  /** Whose public number it will be, and of which day: "drand round of March 2, 2027, 12:00 UTC". */
  readonly publicNumber: { readonly source: string; readonly on: CivilDate };
}

export interface PoolEntry {
  /** Names nobody; its holder knows it. */
  readonly label: string;
  readonly stratum: string;
}

export interface ClosedPool {
  readonly closedOn: CivilDate;
  readonly entries: readonly PoolEntry[];
}

export interface AuditDraw {
  readonly plan: AuditPlan;
  readonly pool: ClosedPool;
  readonly seed: string;
  readonly publicNumber: string;
  /** In order of labels. */
  readonly drawn: readonly string[];
}

const FINGERPRINT = /^[0-9a-f]{64}$/;
/** A short seed could be guessed from its fingerprint before it is opened. */
const SHORTEST_SEED = 32;

export type PlanRefusal = 'no-commitment' | 'no-strata' | 'not-a-rate' | 'number-too-early';

/** Is this a plan that can be published? */
export function checkedPlan(plan: AuditPlan): Result<AuditPlan, PlanRefusal> {
  if (!FINGERPRINT.test(plan.commitment)) {
    return refuse('no-commitment', 'a plan is published with the SHA-256 of its seed');
  }
  const ids = plan.strata.map(({ id }) => id);
  if (ids.length === 0 || new Set(ids).size < ids.length) {
    return refuse('no-strata', 'a plan names its strata, each once');
  }
  if (plan.strata.some(({ percent }) => !(percent >= 0 && percent <= 100))) {
    return refuse('not-a-rate', 'a rate is between 0 and 100 of a hundred');
  }
  return plan.publicNumber.on <= plan.publishedOn
    ? refuse('number-too-early', 'the public number has to come after the plan')
    : success(plan);
}

export type DrawRefusal =
  | PlanRefusal
  | 'another-seed'
  | 'seed-too-short'
  | 'pool-too-early'
  | 'pool-too-late'
  | 'twice-in-pool'
  | 'unknown-stratum'
  | 'no-number';

/** Makes the draw. The same plan, pool, seed and number give the same people on every machine. */
export function drawAudits(asked: Omit<AuditDraw, 'drawn'>): Result<AuditDraw, DrawRefusal> {
  const { plan, pool, seed, publicNumber } = asked;
  const sound = checkedPlan(plan);
  if (!sound.ok) {
    return sound;
  }
  const fault = faultIn(asked);
  if (fault !== undefined) {
    return fault;
  }
  const chance = `${seed}|${publicNumber}|${poolFingerprint(pool)}`;
  const drawn = plan.strata.flatMap((stratum) => drawnFrom(stratum, pool, chance));
  return success({ plan, pool, seed, publicNumber, drawn: drawn.toSorted() });
}

function faultIn({
  plan,
  pool,
  seed,
  publicNumber,
}: Omit<AuditDraw, 'drawn'>): ReturnType<typeof refuse<DrawRefusal>> | undefined {
  if (sha256Hex(seed) !== plan.commitment) {
    return refuse('another-seed', 'this seed is not the one that was published as its SHA-256');
  }
  if (seed.length < SHORTEST_SEED) {
    return refuse('seed-too-short', `a seed has at least ${SHORTEST_SEED} characters`);
  }
  if (pool.closedOn < plan.publishedOn) {
    return refuse(
      'pool-too-early',
      `the pool is closed after the plan of ${inWordsShort(plan.publishedOn)}`,
    );
  }
  if (pool.closedOn >= plan.publicNumber.on) {
    return refuse(
      'pool-too-late',
      `the pool is closed before ${inWordsShort(plan.publicNumber.on)}, the day of the public number`,
    );
  }
  if (publicNumber.trim() === '') {
    return refuse('no-number', 'the public number is missing');
  }
  const labels = pool.entries.map(({ label }) => label);
  if (new Set(labels).size < labels.length) {
    return refuse('twice-in-pool', 'somebody stands in the pool twice and would have two chances');
  }
  const known = new Set(plan.strata.map(({ id }) => id));
  return pool.entries.every(({ stratum }) => known.has(stratum))
    ? undefined
    : refuse('unknown-stratum', 'somebody stands in a stratum that the plan does not name');
}

/** The fingerprint of a closed pool: whatever the order in which it was written down, the same. */
export const poolFingerprint = ({ entries }: ClosedPool): string =>
  sha256Hex(canonicalJson(entries.map(({ label, stratum }) => [label, stratum]).toSorted(byLabel)));

const byLabel = (one: readonly string[], other: readonly string[]): number =>
  String(one[0]) < String(other[0]) ? -1 : 1;

/** So many of a hundred; what is left over of a person is drawn for as well, so that the rate is exact. */
function drawnFrom(stratum: Stratum, { entries }: ClosedPool, chance: string): readonly string[] {
  const people = entries
    .filter((entry) => entry.stratum === stratum.id)
    .map(({ label }) => label)
    .toSorted();
  const generator = generatorFrom(`${chance}|${stratum.id}`);
  const share = (people.length * stratum.percent) / 100;
  const whole = Math.floor(share);
  const seats = whole + (generator.next() < share - whole ? 1 : 0);
  return shuffled(people, generator).slice(0, seats);
}

export type CheckRefusal = DrawRefusal | 'other-people';

/** What a stranger does with the published record: draws again, and looks whether the same people come up. */
export function checkDraw(record: AuditDraw): Result<true, CheckRefusal> {
  const again = drawAudits(record);
  if (!again.ok) {
    return again;
  }
  const drawn = new Set(record.drawn);
  const isSame =
    drawn.size === record.drawn.length &&
    drawn.size === again.value.drawn.length &&
    again.value.drawn.every((label) => drawn.has(label));
  return isSame
    ? success(true)
    : refuse('other-people', 'drawn again from what was published, other people come up');
}
