/**
 * One complaint about conduct as measuring sees it: what became of it and when, with the group of one of those concerned,
 * either the respondent or the complainant and never both. No name, no word of anybody, no panel. Types only.
 */

import type { Achieved } from '../../casework/conduct/conduct-event.ts';
import type { AppealEffect, SanctionKind } from '../../casework/conduct/conduct-rules.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';

/** Whose group is read. */
export const CONDUCT_SIDES = ['respondent', 'complainant'] as const;
export type ConductSide = (typeof CONDUCT_SIDES)[number];

/** Instants in milliseconds; undefined where it has not come to that. */
export interface MeasuredConduct {
  readonly about: ComplaintAbout;
  readonly program: string;
  /** What that person told us about themselves on the dimension asked. */
  readonly groups: readonly string[] | undefined;
  readonly grounds: readonly string[];
  readonly setting: string | undefined;
  readonly openedOn: string;
  readonly screenedAt: number | undefined;
  readonly takenUp: boolean | undefined;
  readonly noticedAt: number | undefined;
  /** A panel found no cause, or decided. */
  readonly concludedAt: number | undefined;
  readonly breach: boolean | undefined;
  /** Those breached, each with the day of the conduct, by which version of the code it is judged. */
  readonly provisions: readonly { readonly number: string; readonly on: string }[];
  /** At first instance. */
  readonly sanction: SanctionKind | undefined;
  readonly appealedAt: number | undefined;
  readonly appealDecidedAt: number | undefined;
  readonly appealEffect: AppealEffect | undefined;
  /** It ended without a decision. */
  readonly leftAt: number | undefined;
  readonly toldAt: number | undefined;
  readonly achieved: Achieved | undefined;
  /** While it rested for a court; the last may still last. */
  readonly rests: readonly { readonly from: string; readonly until: string | undefined }[];
}
