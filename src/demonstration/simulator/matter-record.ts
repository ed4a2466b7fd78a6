/**
 * The record of one invented matter, written event by event through the same rules that serve real people: an event
 * those rules refuse cannot get into it.
 */

import { open } from '../../casework/matter/decide.ts';
import type { JudgedCriterion } from '../../casework/matter/matter.ts';
import { type Matter, type MatterEvent, notOpened, stateOf } from '../../casework/matter/matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { Generator } from '../../kernel/chance/generator.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { appealDaysUnder } from '../../program/catalog/appeal-days.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import type { PathwayExpression } from '../../program/pathway/expression.ts';
import type { EventToLoad, MatterToLoad } from '../../workflow/ports/body-to-load.ts';
import type { MatterRow } from '../../workflow/ports/matter-history.ts';

/** Names and numbers for records; chance itself comes from the seeded generator. */
export interface Ids {
  uuid(): string;
  bytes(count: number): Uint8Array;
}

/** The people who run the body, by id. */
export interface Desk {
  readonly clerks: readonly string[];
  readonly reviewers: readonly string[];
  readonly staff: readonly string[];
  readonly directors: readonly string[];
}

export interface Writing {
  readonly chance: Generator;
  readonly ids: Ids;
  readonly desk: Desk;
  /** The last day of the three years; nothing happens after it. */
  readonly last: CivilDate;
}

export interface MatterRecord {
  readonly row: MatterRow;
  readonly subject: string;
  readonly claim: Json;
  readonly events: EventToLoad[];
}

export interface Filed {
  readonly row: MatterRow;
  readonly subject: string;
  readonly claim: Json;
  readonly program: OfferedProgram;
  readonly criteria: readonly JudgedCriterion[];
  readonly expression: PathwayExpression;
  readonly at: number;
}

export function openedRecord(filed: Filed): MatterRecord {
  const { row, subject, claim, program, criteria, expression, at } = filed;
  const record: MatterRecord = { row, subject, claim, events: [] };
  const kind = row.kind === 'appeal' ? 'eligibility' : row.kind;
  const appealDays = appealDaysUnder(program, row.rules, kind);
  add(record, open(notOpened, { ...row, criteria, expression, appealDays }), at, subject);
  return record;
}

export const stateIn = (record: MatterToLoad): Matter =>
  stateOf(record.events.map(({ event }) => event));

/** Adds what the rules answered. A refusal here is a mistake of the simulator. */
export function add<Event extends MatterEvent>(
  record: MatterRecord,
  answer: Result<Event>,
  at: number,
  actor: string,
): Event {
  if (!answer.ok) {
    throw new Error(`${record.row.kind} ${record.row.label}: ${answer.refusal.because}`);
  }
  record.events.push({ event: answer.value, at, actor });
  return answer.value;
}
