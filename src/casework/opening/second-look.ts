/**
 * A second look at what was decided about a nominee: set aside, or not chosen. Grounds come from a closed list, each is answered
 * with a reason, and one that is found is enough. It is heard by a member of the board who had no part in the opening.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { allIn, type Mistake, readParagraphs, type Typed, textIn } from '../person/typed-text.ts';

export type Against = 'aside' | 'decision';

/** Days in which it can be asked for, and within which it is answered. */
const SECOND_LOOK_DAYS = 30;
const ANSWER_WITHIN_DAYS = 45;

/** The closed list; the database takes no other. */
export const SECOND_LOOK_GROUNDS = {
  aside: ['record-misread', 'reason-not-published', 'process-not-followed', 'conflict-of-interest'],
  decision: [
    'statement-misread',
    'criteria-misapplied',
    'process-not-followed',
    'conflict-of-interest',
  ],
} as const satisfies Readonly<Record<Against, readonly string[]>>;

export type SecondLookGround = (typeof SECOND_LOOK_GROUNDS)[Against][number];

/** The last day to ask for it; that day counts to its end. */
export const secondLookUntil = (decidedOn: CivilDate): CivilDate =>
  addDays(decidedOn, SECOND_LOOK_DAYS);

/** The promised day; before the public numbers of a draw come out, where the pool waits for the answer. */
export function secondLookPromised(
  on: CivilDate,
  holidays: readonly YearlyRule[],
  randomOn: CivilDate | undefined,
): CivilDate {
  const day = answerDay({ kind: 'days-after', days: ANSWER_WITHIN_DAYS }, on, holidays);
  const before = randomOn === undefined ? day : addDays(randomOn, -1);
  return before < day && before >= on ? before : day;
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface SecondLookWritten {
  readonly grounds: readonly SecondLookGround[];
  readonly words: string;
}

/** Reads `grounds-ID` and `words-ID` of the form; the id tells forms of one page apart. */
export function readSecondLook(
  raw: Typed,
  asked: { readonly against: Against; readonly id: string },
): Read<SecondLookWritten> {
  const [groundsField, wordsField] = [`grounds-${asked.id}`, `words-${asked.id}`];
  const typed = allIn(raw, groundsField);
  const grounds = SECOND_LOOK_GROUNDS[asked.against].filter((ground) => typed.includes(ground));
  const words = readParagraphs(textIn(raw, wordsField), {
    label: 'What went wrong',
    atLeast: 10,
    atMost: 3000,
  });
  const mistakes: Mistake[] = [
    ...(grounds.length > 0
      ? []
      : [{ field: groundsField, message: 'Choose every ground that fits, one at least.' }]),
    ...(words.ok ? [] : [{ field: wordsField, message: words.refusal.because }]),
  ];
  return words.ok && mistakes.length === 0
    ? { ok: true, value: { grounds, words: words.value } }
    : { ok: false, mistakes };
}

export interface GroundFound {
  readonly found: boolean;
  readonly reason: string;
}

export interface SecondLookAnswer {
  /** It follows: one ground that is found is enough. */
  readonly upheld: boolean;
  readonly findings: Readonly<Record<string, GroundFound>>;
}

/** Reads `found-GROUND` and `reason-GROUND` for every ground that was stated. */
export function readSecondAnswer(raw: Typed, grounds: readonly string[]): Read<SecondLookAnswer> {
  const mistakes: Mistake[] = [];
  const findings: Record<string, GroundFound> = {};
  for (const ground of grounds) {
    const typed = textIn(raw, `found-${ground}`);
    if (typed !== 'yes' && typed !== 'no') {
      mistakes.push({ field: `found-${ground}`, message: 'Say whether this ground is found.' });
    }
    const reason = readParagraphs(textIn(raw, `reason-${ground}`), {
      label: 'The reason',
      atLeast: 10,
      atMost: 2000,
    });
    if (!reason.ok) {
      mistakes.push({ field: `reason-${ground}`, message: reason.refusal.because });
    }
    findings[ground] = { found: typed === 'yes', reason: reason.ok ? reason.value : '' };
  }
  return mistakes.length === 0
    ? {
        ok: true,
        value: { findings, upheld: Object.values(findings).some(({ found }) => found) },
      }
    : { ok: false, mistakes };
}
