/**
 * What waits too long, visible to everybody who could act: matters past their promised date, and exams that were handed
 * in and could not be scored by themselves. Inaction is an act.
 */
import { type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';
import type { MatterSummary } from '../ports/records.ts';

export interface OverdueMatter extends MatterSummary {
  readonly daysLate: number;
  /** The office whose turn it is. */
  readonly turn: 'clerk' | 'reviewer';
}

/** The offices that see applications, requests and appeals. */
export type MatterOffice = 'auditor' | 'clerk' | 'director' | 'reviewer' | 'staff';

const OPEN = ['recording', 'waiting', 'in-review'] as const;
const MOST = 2000;

/** What this person may see under their office, the longest overdue first. */
export async function overdueMatters(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly office: MatterOffice },
): Promise<readonly OverdueMatter[]> {
  const today = world.clock.today();
  const open = await world.records.as(
    { rights: asked.office, person: asked.person },
    ({ matters }) => matters.list(OPEN, MOST),
  );
  return open
    .filter((matter) => matter.promisedBy < today)
    .map((matter) => ({
      ...matter,
      daysLate: daysBetween(matter.promisedBy, today),
      turn: matter.status === 'recording' ? ('clerk' as const) : ('reviewer' as const),
    }))
    .sort((a, b) => b.daysLate - a.daysLate || a.label.localeCompare(b.label));
}

export interface HeldResults {
  readonly program: string;
  readonly count: number;
  /** The day on which the first of them was handed in. */
  readonly since: CivilDate;
}

/** By program and without a person: whoever mends what stopped the scoring needs no name. */
export async function heldResults(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly office: 'staff' | 'director' },
): Promise<readonly HeldResults[]> {
  const held = await world.records.as({ rights: asked.office, person: asked.person }, ({ exam }) =>
    exam.held(),
  );
  return held.map(({ program, count, since }) => ({
    program,
    count,
    since: world.clock.dayOf(since),
  }));
}
