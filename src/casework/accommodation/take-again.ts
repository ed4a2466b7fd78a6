/**
 * When an exam taken without an accommodation can be taken again with it: the request was refused, the exam was taken
 * meanwhile and not passed, and an appeal has turned the refusal since.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Turned } from '../matter/turned.ts';

export const mayTakeAgain = (
  { refusedOn, inFavorOn }: Turned,
  exam: {
    readonly takenOn: CivilDate;
    readonly passed: boolean;
    readonly today: CivilDate;
    /** The last day on which it can be asked for. */
    readonly until: CivilDate;
  },
): boolean =>
  !exam.passed &&
  refusedOn <= exam.takenOn &&
  exam.takenOn <= inFavorOn &&
  exam.today <= exam.until;
