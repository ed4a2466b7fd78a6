/**
 * The running picture: what is still needed and by when, as data and in one sentence. The hours named are enough: somebody
 * who earns exactly those is done, also where they could do with fewer because an hour served two subjects.
 */
import { type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { sumOfHours } from './activity.ts';
import type { Hours } from './hours.ts';
import type { PeriodTally, SubjectTally, Tally } from './tally.ts';

export interface NeededSubject {
  readonly title: string;
  readonly hours: number;
  readonly by: CivilDate;
  /** Its last day is over, so no hour can fill it any more. */
  readonly isTooLate: boolean;
}

export interface Need {
  /** Zero where nothing is missing. */
  readonly hours: number;
  readonly by: CivilDate;
  readonly subjects: readonly NeededSubject[];
}

export interface Picture {
  /** The next day that matters: the end of the period one is in, or of the term. */
  readonly next: Need;
  /** The whole term; the same as `next` where a term has no periods. */
  readonly term: Need;
  readonly inPeriods: boolean;
  readonly carriedIn: number;
  readonly beyond: number;
  readonly carriedOut: number;
  readonly mostCarried: number;
  readonly waitingHours: number;
  readonly leftOut: readonly { readonly title: string; readonly hours: number }[];
  readonly isComplete: boolean;
}

export function pictureOf(
  { tally, waitingHours, period }: Hours,
  rules: { readonly carryOverHours: number },
  on: CivilDate,
): Picture {
  const current = tally.blocks.find((block) => on <= block.period.to) ?? tally.blocks.at(-1);
  const term = needOf(tally, period.to, on);
  const kinds = [tally, ...tally.blocks].flatMap(({ kinds: each }) => each);
  return {
    next: current === undefined ? term : needOf(inBlock(current, tally, on), current.period.to, on),
    term,
    inPeriods: current !== undefined,
    carriedIn: tally.carriedIn,
    beyond: tally.beyond,
    carriedOut: tally.carriedOut,
    mostCarried: rules.carryOverHours,
    waitingHours,
    leftOut: kinds
      .filter(({ leftOut }) => leftOut > 0)
      .map(({ title, leftOut }) => ({ title, hours: leftOut })),
    isComplete: tally.isComplete,
  };
}

/** What is due in a period: its own hours, and subjects of the whole term whose last day falls in it. */
function inBlock(block: PeriodTally, tally: Tally, on: CivilDate): PeriodTally {
  const due = tally.subjects.filter(({ by }) => on <= by && by <= block.period.to);
  const subjects = new Map(block.subjects.map((subject) => [subject.subject, subject]));
  for (const subject of due) {
    const own = subjects.get(subject.subject);
    if (own === undefined || own.missing < subject.missing) {
      subjects.set(subject.subject, subject);
    }
  }
  return { ...block, subjects: [...subjects.values()] };
}

function needOf(tally: PeriodTally, by: CivilDate, on: CivilDate): Need {
  const subjects = tally.subjects
    .filter(({ missing }) => missing > 0)
    .map((subject) => neededSubject(subject, on));
  const inSubjects = sumOfHours(
    subjects.filter(({ isTooLate }) => !isTooLate).map(({ hours }) => hours),
  );
  return { hours: Math.max(tally.missing, inSubjects), by, subjects };
}

const neededSubject = ({ title, missing, by }: SubjectTally, on: CivilDate): NeededSubject => ({
  ...{ title, by },
  hours: missing,
  isTooLate: by < on,
});

/** "You need 12 more hours, 3 of them ethics, by May 31, 2027." */
export function inOneSentence({ next, inPeriods }: Picture): string {
  const tooLate = next.subjects.find(({ isTooLate }) => isTooLate);
  if (tooLate !== undefined) {
    return `${hoursInWords(tooLate.hours)} of ${tooLate.title} had to be earned by ${inWordsShort(tooLate.by)}, and that day is over.`;
  }
  const until = `by ${inWordsShort(next.by)}`;
  if (next.hours === 0) {
    return inPeriods
      ? `You have every hour you need ${until}, the end of this period.`
      : `You have every hour you need. Renew ${until}.`;
  }
  const [sameDay, earlier] = [true, false].map((same) =>
    next.subjects.filter(({ by }) => (by === next.by) === same),
  );
  const parts = [
    `You need ${next.hours} more ${next.hours === 1 ? 'hour' : 'hours'}`,
    ofThem(sameDay ?? [], next.hours),
    `${until}${inPeriods ? ', the end of this period' : ''}`,
    ...(earlier ?? []).map(
      ({ hours, title, by }) => `${hours} of them ${title} by ${inWordsShort(by)} already`,
    ),
  ].filter((part) => part !== '');
  const [first, ...rest] = parts;
  const joined = rest.length === 1 ? `${first} ${rest[0]}` : parts.join(', ');
  return `${joined}.`;
}

/** "3 of them ethics and 2 language access"; "all of them ethics". */
function ofThem(subjects: readonly NeededSubject[], all: number): string {
  const [first, ...more] = subjects;
  if (first === undefined) {
    return '';
  }
  if (more.length === 0 && first.hours === all) {
    return all === 1 ? `in ${first.title}` : `all of them ${first.title}`;
  }
  const rest = more.map(({ hours, title }) => `${hours} ${title}`);
  return [`${first.hours} of them ${first.title}`, ...rest].join(' and ');
}

const hoursInWords = (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'}`;

/** What becomes of hours beyond the total, said before anybody earns them. */
export function carrySentence({ mostCarried, beyond, carriedOut }: Picture, total: number): string {
  if (mostCarried === 0) {
    return `Hours beyond ${total} are not carried into your next term.`;
  }
  const most = `Up to ${hoursInWords(mostCarried)} beyond ${total} count in your next term`;
  return beyond === 0
    ? `${most}.`
    : `${most}: of your ${hoursInWords(beyond)} beyond it, ${carriedOut} will.`;
}
