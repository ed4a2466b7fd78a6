/**
 * Reading what somebody tells us about themselves. A question is asked only where the body has recorded why it asks,
 * on what legal basis, and how long it keeps the answer. Not answering is fine and leaves nothing behind; preferring
 * not to say is an answer of its own and takes the place of any other.
 */
import { type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { DIMENSIONS, type Dimension, type Option, PREFER_NOT_TO_SAY } from './dimensions.ts';

/** What the body has recorded about one question. */
export interface DimensionSetting {
  readonly dimension: string;
  readonly inUse: boolean;
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
}

/** Off until purpose, legal basis and retention are all on record, whatever else is set. */
export function mayAsk(setting: DimensionSetting | undefined): boolean {
  return (
    setting?.inUse === true &&
    [setting.purpose, setting.basis, setting.retention].every((words) => words.trim() !== '')
  );
}

/** The questions a body may ask, in the order of the list. */
export function askedDimensions(settings: readonly DimensionSetting[]): readonly Dimension[] {
  return DIMENSIONS.filter(({ id }) => mayAsk(settings.find(({ dimension }) => dimension === id)));
}

export const choicesOf = (dimension: Dimension): readonly Option[] => [
  ...dimension.options,
  PREFER_NOT_TO_SAY,
];

export type SelfIdentificationRefusal =
  | 'not-asked'
  | 'unknown-option'
  | 'one-answer-only'
  | 'none-with-others'
  | 'not-a-year';

const EARLIEST_BIRTH_YEAR = 1900;

/** Reads a form whose fields are named by dimension. Refuses it whole, so that nothing is stored by half. */
export function readSelfIdentification(
  raw: Readonly<Record<string, string | readonly string[]>>,
  settings: readonly DimensionSetting[],
  on: CivilDate,
): Result<ReadonlyMap<string, readonly string[]>, SelfIdentificationRefusal> {
  const asked = new Set(askedDimensions(settings).map(({ id }) => id));
  const answers = new Map<string, readonly string[]>();
  for (const dimension of DIMENSIONS) {
    const typed = typedFor(raw, dimension.id);
    if (typed.length === 0) {
      continue;
    }
    if (!asked.has(dimension.id)) {
      return refuse(
        'not-asked',
        `${dimension.title}: we do not ask about this now. Nothing was stored; open the page again.`,
      );
    }
    const read = answerTo(dimension, typed, on);
    if (!read.ok) {
      return read;
    }
    answers.set(dimension.id, read.value);
  }
  return success(answers);
}

function typedFor(
  raw: Readonly<Record<string, string | readonly string[]>>,
  field: string,
): readonly string[] {
  const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
  const values = typeof value === 'string' ? [value] : (value ?? []);
  return [...new Set(values.map((text) => text.trim()).filter((text) => text !== ''))];
}

function answerTo(
  dimension: Dimension,
  typed: readonly string[],
  on: CivilDate,
): Result<readonly string[], Exclude<SelfIdentificationRefusal, 'not-asked'>> {
  const { title } = dimension;
  if (typed.includes(PREFER_NOT_TO_SAY.id)) {
    return success([PREFER_NOT_TO_SAY.id]);
  }
  if (dimension.kind === 'year') {
    return birthYear(title, typed, on);
  }
  const chosen = dimension.options.filter(({ id }) => typed.includes(id));
  if (chosen.length < typed.length) {
    return refuse('unknown-option', `${title}: choose among the answers on the page.`);
  }
  if (chosen.length > 1 && !dimension.multiple) {
    return refuse('one-answer-only', `${title}: choose the one answer that fits best.`);
  }
  const none = chosen.find(({ alone }) => alone === true);
  if (none !== undefined && chosen.length > 1) {
    return refuse(
      'none-with-others',
      `${title}: "${none.label}" cannot stand with other answers. Take out one or the other.`,
    );
  }
  return success(chosen.map(({ id }) => id));
}

function birthYear(
  title: string,
  typed: readonly string[],
  on: CivilDate,
): Result<readonly string[], 'not-a-year'> {
  const [year = '', ...more] = typed;
  const latest = parts(on).year;
  const right =
    more.length === 0 &&
    /^\d{4}$/.test(year) &&
    Number(year) >= EARLIEST_BIRTH_YEAR &&
    Number(year) <= latest;
  return right
    ? success([year])
    : refuse(
        'not-a-year',
        `${title}: write the year with four digits, from ${EARLIEST_BIRTH_YEAR} to ${latest}, such as 1978.`,
      );
}
