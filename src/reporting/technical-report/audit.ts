/**
 * The facts of one exam's audit: what was read and by which rules, every item's numbers, reliability, and
 * which items favor a group. The same facts are told as text (as-text) and as data (as-json).
 */
import type { MantelHaenszel } from '../../fairness/dif/mantel-haenszel.ts';
import type { DifClass } from '../../fairness/dif/verdict.ts';
import type { TwoGroups } from '../../fairness/groups/group.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { ItemStatistics } from '../../psychometrics/classical/item-statistics.ts';
import type { Reliability } from '../../psychometrics/classical/reliability.ts';
import type { PilotBlock } from '../../psychometrics/responses/matrix.ts';

/** What was read, before any number. */
export interface Intake {
  readonly separator: string;
  readonly idColumn: string | undefined;
  readonly itemsAssumed: boolean;
  readonly peopleRead: number;
  /** Row numbers of people without a single scored answer. */
  readonly withoutAnswers: readonly number[];
  /** People who were not given every scored item, so that their totals cannot be compared. */
  readonly incomplete: number;
  readonly people: number;
  readonly pilotBlocks: readonly PilotBlock[];
}

export interface ItemDif {
  readonly place: number;
  readonly result: Result<MantelHaenszel, 'no-comparison' | 'too-few-people'>;
  readonly letter: Result<DifClass, 'no-comparison' | 'too-few-people' | 'one-sided'>;
  /** "harder for X than for Y at the same score". */
  readonly direction: string | undefined;
}

export interface GroupTotals {
  readonly name: string;
  readonly people: number;
  readonly mean: number;
  /** Undefined for one person alone. */
  readonly deviation: number | undefined;
}

export interface DifAudit {
  readonly column: string;
  readonly groups: TwoGroups;
  readonly reference: GroupTotals;
  readonly focal: GroupTotals;
  readonly items: readonly ItemDif[];
}

export interface Audit {
  readonly file: string;
  readonly intake: Intake;
  readonly items: readonly ItemStatistics[];
  readonly reliability: Result<Reliability, 'undefined'>;
  readonly dif: DifAudit | undefined;
}
