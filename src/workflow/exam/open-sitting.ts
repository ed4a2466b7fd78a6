/**
 * A sitting as its candidate sees it: the questions in the order and with the options drawn for them, what they chose
 * and flagged, and the time left. Built by naming what may be shown; a key is nowhere near.
 *
 * Opening it makes this machine the leading one (a new epoch): what is chosen here counts over what was chosen before.
 */
import { type ShownItem, shownTo } from '../../casework/item/item.ts';
import { clockOf, shownRemainingMs } from '../../casework/sitting/clock.ts';
import { decideMove } from '../../casework/sitting/decide.ts';
import { choicesToShow, flaggedItems } from '../../casework/sitting/journal.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { ClockRow, SittingRow } from '../ports/exam-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { allowanceIn, formOf, itemOf, shownIn } from './stored-form.ts';

/** "time-is-up": the last answers may still be on their way; nothing has been handed in yet. */
export type SittingStatus = 'running' | 'paused' | 'time-is-up' | 'submitted';

export interface SittingClock {
  readonly program: string;
  readonly status: SittingStatus;
  /** The true time left, never below zero. */
  readonly remainingMs: number;
  /** The epoch of the machine that leads. */
  readonly epoch: number;
}

export interface SittingView extends SittingClock {
  readonly sitting: string;
  readonly items: readonly ShownItem[];
  readonly parts: readonly {
    readonly title: string;
    /** The place of its first question, from 1, and how many it has. */
    readonly from: number;
    readonly items: number;
  }[];
  /** Question id to option id. */
  readonly choices: ReadonlyMap<string, string>;
  readonly flagged: ReadonlySet<string>;
  /** The highest number any page has used; a page without a script counts on from it. */
  readonly lastNumber: number;
}

export type SittingRefusal = 'no-such-sitting' | 'not-started';

const noSuchSitting = () => refuse('no-such-sitting', 'there is no such exam in your account');

/** The machine that opens it leads from now on. */
export async function openSitting(
  world: Pick<World, 'records'>,
  person: string,
  sitting: string,
): Promise<Result<SittingView, SittingRefusal>> {
  const led = await world.records.as({ rights: 'worker', person: undefined }, ({ exam }) =>
    exam.lead(sitting, person),
  );
  return led === undefined ? noSuchSitting() : await sittingView(world, person, sitting);
}

/** The same without taking the lead. */
export async function sittingView(
  world: Pick<World, 'records'>,
  person: string,
  sitting: string,
): Promise<Result<SittingView, SittingRefusal>> {
  return await world.records.as(
    { rights: 'candidate', person },
    async (records): Promise<Result<SittingView, SittingRefusal>> => {
      const row = await records.exam.sitting(sitting);
      if (row === undefined) {
        return noSuchSitting();
      }
      const clock = await records.exam.clock(sitting);
      const time = await timeOf(records, row, clock);
      if (!time.ok) {
        return time;
      }
      return success({ ...time.value, ...(await shownPart(records, row, clock)) });
    },
  );
}

async function shownPart(records: Records, row: SittingRow, clock: readonly ClockRow[]) {
  const shown = shownIn(row);
  const facts = { allowance: allowanceIn(row), clock, shown };
  const entries = await records.exam.answers(row.id);
  const form = await records.exam.form(row.form);
  if (form === undefined) {
    throw new Error(`the form ${row.form} of a sitting is gone`);
  }
  const items = (await records.exam.itemsOf(row.form)).map(itemOf);
  let from = 1;
  return {
    sitting: row.id,
    items: items.map((item) => shownTo(item, shown[item.id] ?? [])),
    parts: formOf(form.body).parts.map((part) => {
      const first = from;
      from += part.items.length;
      return { title: part.title, from: first, items: part.items.length };
    }),
    choices: choicesToShow(facts, entries),
    flagged: flaggedItems(entries),
    lastNumber: entries.reduce((highest, { n }) => Math.max(highest, n), 0),
  };
}

export async function sittingClock(
  world: Pick<World, 'records'>,
  person: string,
  sitting: string,
): Promise<Result<SittingClock, SittingRefusal>> {
  return await world.records.as(
    { rights: 'candidate', person },
    async (records): Promise<Result<SittingClock, SittingRefusal>> => {
      const row = await records.exam.sitting(sitting);
      return row === undefined
        ? noSuchSitting()
        : await timeOf(records, row, await records.exam.clock(sitting));
    },
  );
}

async function timeOf(
  { exam }: Records,
  row: SittingRow,
  rows: readonly ClockRow[],
): Promise<Result<SittingClock, SittingRefusal>> {
  const clock = clockOf(rows);
  const allowance = allowanceIn(row);
  const now = await exam.now();
  const move = decideMove(clock, allowance, now);
  if (!move.ok && move.refusal.kind === 'not-started') {
    return refuse('not-started', move.refusal.because);
  }
  return success({
    program: row.program,
    status: statusFrom(move),
    remainingMs: shownRemainingMs(allowance, clock, now),
    epoch: await exam.epoch(row.id),
  });
}

function statusFrom(move: ReturnType<typeof decideMove>): SittingStatus {
  if (move.ok) {
    return 'running';
  }
  const { kind } = move.refusal;
  return kind === 'paused' || kind === 'time-is-up' ? kind : 'submitted';
}

/** The question at a place, from 1; the nearest one where there is no such place. */
export function questionAt(
  view: Pick<SittingView, 'items' | 'parts'>,
  place: number,
): { readonly item: ShownItem; readonly place: number; readonly part: string | undefined } {
  const last = view.items.length;
  const near = Number.isInteger(place) ? Math.min(Math.max(place, 1), last) : 1;
  const part = view.parts.find(({ from, items }) => near >= from && near < from + items);
  return {
    item: at(view.items, near - 1),
    place: near,
    part: view.parts.length > 1 ? part?.title : undefined,
  };
}
