/**
 * A few more candidates, so that on any day there is something to see. Five are for whoever tries the demonstration: one
 * who has done nothing yet, one who waits, one who may start the exam, one who was refused and may appeal, one who holds
 * a credential. Eight more were overlooked: their applications are past the promised day at every step of the desk.
 * None of them told anything about themselves, so that they count in no group.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { DESK } from '../people/staff.ts';
import type { PlannedApplication } from './lives.ts';
import { workday } from './seasons.ts';

export interface GuidedCandidate {
  readonly email: string;
  readonly signsIn: boolean;
  readonly fullName: string;
  readonly application: PlannedApplication | undefined;
}

export function guidedCandidates(last: CivilDate, questions: number): readonly GuidedCandidate[] {
  const filed = (
    daysAgo: number,
    takes: number,
    found: Pick<PlannedApplication, 'meets' | 'approved'>,
  ): PlannedApplication => ({
    program: 'larkspur-care',
    filedOn: addDays(last, -daysAgo),
    endsOn: workday(addDays(last, takes - daysAgo)),
    ends: 'decided',
    reviewer: 0,
    ...found,
    sitting: undefined,
  });
  const granted = { meets: true, approved: true };
  const certified = filed(180, 14, granted);
  return [
    candidate('new', 'Noor Castellanos', undefined),
    candidate('waiting', 'Zoë Nakamura-O’Brien', filed(2, 30, granted)),
    candidate('eligible', 'Ifeoma Ángeles', filed(40, 18, granted)),
    candidate('refused', 'Wren', filed(20, 12, { meets: false, approved: false })),
    candidate('certified', 'Đặng Thị Hồng-Loan', {
      ...certified,
      sitting: {
        on: addDays(certified.endsOn, 45),
        rights: Array.from({ length: questions }, (_, place) => place % 7 !== 6),
        passed: true,
      },
    }),
  ];
}

const candidate = (
  word: string,
  fullName: string,
  application: PlannedApplication | undefined,
): GuidedCandidate => ({
  email: `candidate.${word}@${DESK}`,
  signsIn: true,
  fullName,
  application,
});

/** Filed so long ago that the promised day has passed, and as far along as the share says: a desk step each. */
export function overlookedCandidates(
  last: CivilDate,
  names: readonly string[],
): readonly GuidedCandidate[] {
  return names.map((fullName, place) => {
    const daysAgo = 36 + 4 * place;
    const along = [0.3, 0.6, 0.9][place % 3] ?? 0;
    return {
      email: `candidate-overlooked-${place + 1}@larkspur.example`,
      signsIn: false,
      fullName,
      application: {
        program: 'larkspur-navigator',
        filedOn: addDays(last, -daysAgo),
        endsOn: workday(addDays(last, Math.ceil(daysAgo / along) - daysAgo)),
        ends: 'decided',
        reviewer: 1 + (place % 7),
        meets: true,
        approved: true,
        sitting: undefined,
      },
    };
  });
}
