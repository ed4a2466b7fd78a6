/**
 * The record of one invented complaint, written event by event through the rules of conduct: an event that they would
 * refuse to real people cannot get into it. Time passes here as it does there: each day somebody looks which promises ran out.
 */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import { evolve } from '../../casework/conduct/evolve.ts';
import type { PastCase } from '../../casework/conduct/like-cases.ts';
import type { PoolMember } from '../../casework/conduct/panel-lottery.ts';
import { passTime } from '../../casework/conduct/ready.ts';
import type { Generator } from '../../kernel/chance/generator.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { ConductEventToLoad, DrawToLoad } from '../../workflow/ports/body-to-load.ts';
import type { Fate } from './conduct-fate.ts';
import { instantOn, minutesLater } from './desk-days.ts';
import type { Ids } from './matter-record.ts';

export interface ConductRecord {
  state: ConductMatter;
  readonly events: ConductEventToLoad[];
  readonly draws: DrawToLoad[];
  readonly chance: Generator;
}

/** What a complaint goes by on its way. */
export interface Course {
  readonly record: ConductRecord;
  readonly fate: Fate;
  readonly handler: string;
  /** Whom it is about, where that is a person. */
  readonly respondent: string | undefined;
  readonly pool: readonly PoolMember[];
  /** How the same program had sanctioned by a day. */
  readonly past: (by: CivilDate) => readonly PastCase[];
  readonly ids: Ids;
  /** Nothing happens after it. */
  readonly last: CivilDate;
}

const NOBODY = undefined;

/** Begins with the complaint, which whoever handles it opens. */
export function beganWith(
  chance: Generator,
  received: Result<ConductEvent>,
  handler: string,
): ConductRecord {
  if (!received.ok) {
    throw new Error(`a complaint was not received: ${received.refusal.because}`);
  }
  const state = evolve(undefined, received.value);
  if (state === undefined) {
    throw new Error('a complaint that was received is none');
  }
  const at = instantOn(chance, received.value.on, 'filed');
  return { state, events: [{ event: received.value, at, actor: handler }], draws: [], chance };
}

/** Adds what the rules answered. A refusal here is a mistake of the simulator. */
export function step(
  record: ConductRecord,
  answer: Result<readonly ConductEvent[]>,
  actor: string | undefined,
): void {
  if (!answer.ok) {
    throw new Error(`at "${record.state.stage}": ${answer.refusal.because}`);
  }
  add(record, answer.value, actor);
}

function add(
  record: ConductRecord,
  events: readonly ConductEvent[],
  actor: string | undefined,
): void {
  for (const event of events) {
    const before = record.events.at(-1)?.at ?? 0;
    const at = Math.max(minutesLater(before, 1), instantOn(record.chance, event.on, 'decided'));
    record.events.push({ event, at, actor: 'by' in event ? (actor ?? event.by) : actor });
    record.state = evolve(record.state, event) ?? record.state;
  }
}

/** Every day up to and with this one: promises that run out are put on record, and a time to appeal that nobody used. */
export function timePasses(record: ConductRecord, until: CivilDate): void {
  for (let next = nextOver(record.state); next !== undefined && next <= until; ) {
    const events = passTime(record.state, next);
    add(record, events, NOBODY);
    next = events.length === 0 ? undefined : nextOver(record.state);
  }
}

/** The first day on which something has run out that is not on record yet. */
function nextOver({
  clocks,
  stage,
  decision,
  stayedSince,
  latest,
}: ConductMatter): CivilDate | undefined {
  const ends =
    stayedSince === undefined
      ? clocks
          .filter(
            ({ doneOn, by, broken }) =>
              doneOn === undefined && !broken.some(({ was }) => was === by),
          )
          .map(({ by }) => by)
      : [];
  const window =
    stage === 'appeal-window' && stayedSince === undefined ? decision?.appealUntil : undefined;
  const days = window === undefined ? ends : [...ends, window];
  const [first] = days.toSorted((one, other) => (one < other ? -1 : 1));
  if (first === undefined) {
    return undefined;
  }
  const day = addDays(first, 1);
  return day < latest ? latest : day;
}
