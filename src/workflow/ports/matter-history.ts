/** A matter as it is kept: one unchanging row and what happened. Types only. */
import type { MatterEvent, MatterKind } from '../../casework/matter/matter.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

/** The unchanging row of a matter. The label is what deciders and candidates call it by. */
export interface MatterRow {
  readonly id: string;
  readonly label: string;
  readonly kind: MatterKind;
  readonly program: string;
  readonly rules: string;
  readonly openedOn: CivilDate;
  readonly promisedBy: CivilDate;
  readonly appealOf: string | undefined;
  /** The sitting whose result an appeal is against. */
  readonly resultOf?: string | undefined;
}

export interface MatterHistory {
  readonly row: MatterRow;
  readonly events: readonly MatterEvent[];
  /** The number of events; whoever appends says how many they had seen. */
  readonly version: number;
}
