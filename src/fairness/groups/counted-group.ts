/**
 * A row of a published table, checked before anything is computed from it: no group has more successes than
 * people, and tested, passed and failed must add up. (A published table exists with 315 tested and 1,711
 * failed.) A row that does not add up is named and refused; nothing is repaired.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface PublishedRow {
  readonly group: string;
  readonly tested: number;
  readonly passed: number;
  /** Where the table gives it. */
  readonly failed?: number;
}

export interface CountedGroup {
  readonly group: string;
  readonly succeeded: number;
  readonly total: number;
}

/** The row as counts; refused where it does not add up or holds no whole numbers. */
export function countedGroup(row: PublishedRow): Result<CountedGroup, 'does-not-add-up'> {
  const { group, tested, passed, failed } = row;
  const numbers = failed === undefined ? [tested, passed] : [tested, passed, failed];
  if (!numbers.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return refuse('does-not-add-up', `"${group}": ${numbers.join(', ')} are not counts of people`);
  }
  if (passed > tested || (failed !== undefined && passed + failed !== tested)) {
    const told = failed === undefined ? '' : ` and ${failed} failed`;
    return refuse(
      'does-not-add-up',
      `"${group}": ${tested} tested, but ${passed} passed${told}: the row does not add up`,
    );
  }
  return success({ group, succeeded: passed, total: tested });
}
