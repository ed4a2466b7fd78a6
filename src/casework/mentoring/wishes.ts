/** What a certificant offers and a candidate asks for, in the same words, so that one can be held against the other. */
import type { PracticeSetting } from '../../program/conduct/practice-settings.ts';

export const REGIONS = ['northeast', 'midwest', 'south', 'west', 'elsewhere'] as const;
export type Region = (typeof REGIONS)[number];

export const TIMES = ['weekday-days', 'weekday-evenings', 'weekends'] as const;
export type MeetingTime = (typeof TIMES)[number];

/** Languages as BCP 47 names; those that most people in the United States speak at home besides sign language. */
export const LANGUAGES = [
  'en',
  'es',
  'ase',
  'zh',
  'tl',
  'vi',
  'ar',
  'fr',
  'ko',
  'ru',
  'ht',
  'hi',
  'pt',
] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Offer {
  readonly program: string;
  readonly settings: readonly PracticeSetting[];
  readonly region: Region;
  readonly languages: readonly Language[];
  readonly times: readonly MeetingTime[];
  /** How many people at once. */
  readonly places: number;
  readonly about: string;
}

/** What a candidate asks for; undefined and empty: it does not matter. */
export interface Wish {
  readonly setting: PracticeSetting | undefined;
  readonly region: Region | undefined;
  readonly language: Language | undefined;
  readonly times: readonly MeetingTime[];
}

/** An offer as a candidate sees it: not whose it is. */
export interface OpenOffer extends Offer {
  readonly id: string;
  readonly placesLeft: number;
}

export const WISHED = ['setting', 'region', 'language', 'times'] as const;
export type Wished = (typeof WISHED)[number];
