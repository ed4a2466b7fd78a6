/**
 * The answer to a finding as the form sends it: what kind it is, what will be done and by when, and why. All mistakes
 * come at once, each with its field. The rules themselves stand in decide.ts and are asked again when it is recorded.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import { isAnswerDay } from '../../program/calendar/answer-day.ts';
import { readTypedDate } from '../application/typed-values.ts';
import { type Mistake, readParagraphs, type Typed, textIn } from '../person/typed-text.ts';
import { LONGEST_WORDS } from './decide.ts';
import type { FindingAnswer } from './finding.ts';

export type ReadAnswer =
  | { readonly ok: true; readonly value: FindingAnswer }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const KINDS = ['change', 'study', 'refusal'] as const;
const WHAT = { label: 'What will be done', atLeast: 10, atMost: LONGEST_WORDS };
const REASONS = { label: 'Reasons', atLeast: 20, atMost: LONGEST_WORDS };
const BY_WHEN = 'By when';

/** Reads `kind`, `what`, `by-when-month`, `by-when-day`, `by-when-year` and `reasons`. A refusal needs reasons alone. */
export function readAnswer(raw: Typed, on: CivilDate, holidays: readonly YearlyRule[]): ReadAnswer {
  const kind = KINDS.find((known) => known === textIn(raw, 'kind'));
  const reasons = readParagraphs(textIn(raw, 'reasons'), REASONS);
  const mistakes: Mistake[] = [];
  if (kind === undefined) {
    mistakes.push({
      field: 'kind',
      message: 'Choose one: change something, study it, or refuse with reasons.',
    });
  }
  if (kind === 'refusal') {
    return reasons.ok
      ? { ok: true, value: { kind, reasons: reasons.value } }
      : { ok: false, mistakes: [...mistakes, mistake('reasons', reasons.refusal)] };
  }
  const what = readParagraphs(textIn(raw, 'what'), WHAT);
  const byWhen = readDay(raw, 'by-when', BY_WHEN, on, holidays);
  if (kind !== undefined && what.ok && byWhen.ok && reasons.ok) {
    const value = { kind, what: what.value, byWhen: byWhen.value, reasons: reasons.value };
    return { ok: true, value };
  }
  // Without a kind nobody knows yet whether there is anything to do, and by when.
  if (kind !== undefined && !what.ok) {
    mistakes.push(mistake('what', what.refusal));
  }
  if (kind !== undefined && !byWhen.ok) {
    mistakes.push(mistake('by-when', byWhen.refusal));
  }
  if (!reasons.ok) {
    mistakes.push(mistake('reasons', reasons.refusal));
  }
  return { ok: false, mistakes };
}

export type ReadWords =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads `done`: what was carried out. */
export const readDone = (raw: Typed): ReadWords => readWords(raw, 'done', 'What was done');
/** Reads `words`: what the person says whom a finding is about. */
export const readResponse = (raw: Typed): ReadWords => readWords(raw, 'words', 'Your response');

function readWords(raw: Typed, field: string, label: string): ReadWords {
  const read = readParagraphs(textIn(raw, field), { label, atLeast: 10, atMost: LONGEST_WORDS });
  return read.ok ? read : { ok: false, mistakes: [mistake(field, read.refusal)] };
}

/** A day ahead on which somebody works, from its three boxes. */
function readDay(
  raw: Typed,
  name: string,
  label: string,
  on: CivilDate,
  holidays: readonly YearlyRule[],
): Result<CivilDate, string> {
  const read = readTypedDate(label, typedDate(raw, name), on);
  if (!read.ok) {
    return read;
  }
  if (read.value <= on) {
    return refuse('date-past', `${label}: this day is not ahead. Choose a later one.`);
  }
  return isAnswerDay(read.value, holidays)
    ? read
    : refuse(
        'nobody-works-then',
        `${label}: nobody works on this day. Choose a day from Monday to Friday that is no holiday.`,
      );
}

/** The three boxes of a date, as typed. */
export const typedDate = (raw: Typed, name: string) => ({
  month: textIn(raw, `${name}-month`),
  day: textIn(raw, `${name}-day`),
  year: textIn(raw, `${name}-year`),
});

const mistake = (field: string, { because }: { readonly because: string }): Mistake => ({
  field,
  message: because,
});
