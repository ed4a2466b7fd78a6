/** What the end of an exam needs from outside itself, and what it answers. Types only. */
import type { FormKind } from '../../casework/form/form.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

/** What a credential rests on. */
export interface PassedSitting {
  readonly sitting: string;
  readonly person: string;
  readonly program: string;
  readonly formKind: FormKind;
  readonly on: CivilDate;
}

/**
 * Awards a credential for a passed sitting, inside the transaction of its result. A rule that stands in the way is no
 * error: the result stands and nothing is awarded. What it throws undoes the whole hand-in, which is then tried again.
 */
export type AwardOnPass = (records: Records, passed: PassedSitting) => Promise<void>;

export type ExamEndWorld = Pick<World, 'records' | 'chance' | 'clock' | 'vault'>;

/** 'held': the answers are safe and the result waits for a person, because it could not be scored as it stands. */
export type HandedIn = 'scored' | 'held';
