/**
 * A request for an accommodation in an exam, judged by the four-part test: the need is documented; the accommodation
 * meets it; it puts no undue burden on the body; it does not change what the exam measures.
 * Source: 28 CFR 36.309 (examinations) and 36.302(a), 36.303(a) (fundamental alteration, undue burden).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import type { JudgedCriterion } from '../matter/matter.ts';

export type AccommodationKind = 'extra-time-25' | 'extra-time-50' | 'extra-time-100' | 'breaks';

/** What can be asked for today, and what it does to the clock. Minimum times never change. */
export const ACCOMMODATIONS: readonly {
  readonly id: AccommodationKind;
  readonly title: string;
  readonly multiplier: number;
  readonly breakMinutes: number;
}[] = [
  { id: 'extra-time-25', title: 'A quarter more time', multiplier: 1.25, breakMinutes: 0 },
  { id: 'extra-time-50', title: 'Half as much time again', multiplier: 1.5, breakMinutes: 0 },
  { id: 'extra-time-100', title: 'Twice the time', multiplier: 2, breakMinutes: 0 },
  {
    id: 'breaks',
    title: '30 minutes of breaks that stop the clock',
    multiplier: 1,
    breakMinutes: 30,
  },
];

export const FOUR_PARTS: readonly JudgedCriterion[] = [
  {
    id: 'documented',
    title: 'The need is documented',
    rule: 'A qualified professional, or a past accommodation, shows the need. No more is asked than the need requires.',
  },
  {
    id: 'meets-the-need',
    title: 'The accommodation meets the need',
    rule: 'What is asked for lets the exam show what the person knows, rather than the effect of a disability.',
  },
  {
    id: 'no-undue-burden',
    title: 'It is no undue burden',
    rule: 'The body can provide it without significant difficulty or expense, all its means considered.',
  },
  {
    id: 'exam-unchanged',
    title: 'The exam still measures the same',
    rule: 'It does not change in a basic way what the exam measures.',
  },
];

export const fourPartTest: Pathway = {
  kind: 'all',
  of: FOUR_PARTS.map(({ id }) => ({ kind: 'criterion', criterion: id })),
};

export interface Granted {
  readonly multiplier: number;
  readonly breakMinutes: number;
}
export const nothingGranted: Granted = { multiplier: 1, breakMinutes: 0 };

/** What a set of granted accommodations does to the clock: the largest multiplier, all the breaks. */
export function grantedFrom(kinds: readonly AccommodationKind[]): Granted {
  const chosen = ACCOMMODATIONS.filter((accommodation) => kinds.includes(accommodation.id));
  return {
    multiplier: Math.max(1, ...chosen.map((accommodation) => accommodation.multiplier)),
    breakMinutes: chosen.reduce(
      (minutes, accommodation) => minutes + accommodation.breakMinutes,
      0,
    ),
  };
}

export const isAccommodation = (text: string): text is AccommodationKind =>
  ACCOMMODATIONS.some((accommodation) => accommodation.id === text);

export function mayAsk(asked: {
  readonly kinds: readonly string[];
  readonly need: string;
  readonly documents: number;
}): Result<readonly AccommodationKind[], 'no-accommodation' | 'need-missing' | 'document-missing'> {
  const kinds = [...new Set(asked.kinds)].filter(isAccommodation);
  if (kinds.length === 0) {
    return refuse('no-accommodation', 'choose what would help you');
  }
  if (asked.need.trim().length < 10) {
    return refuse('need-missing', 'say in a sentence or two what makes it necessary');
  }
  if (asked.documents < 1) {
    return refuse(
      'document-missing',
      'add one document: a letter from a professional, or proof of a past accommodation',
    );
  }
  return success(kinds);
}
