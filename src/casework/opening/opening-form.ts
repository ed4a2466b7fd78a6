/**
 * An opening as a director writes it: what the seat asks and gives, by when, and how it is filled. All mistakes come at once.
 * Quotas are written a line each, as the command line reads them: category, value, least, most.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Mistake, Typed } from '../person/typed-text.ts';
import { type TypedFields, typedFields } from './typed-fields.ts';

export const BODY_KINDS = [
  'commission',
  'committee',
  'item-writers',
  'subject-matter',
  'hearing',
  'public-members',
] as const;

/** What somebody can be recognized for. */
export const RECOGNITION_KINDS = ['practice', 'mentoring', 'service'] as const;
export type RecognitionKind = (typeof RECOGNITION_KINDS)[number];

/** What a quota may speak of without a recorded legal basis. */
const QUOTA_CATEGORIES = ['setting', 'region', 'program', 'level', 'first-time'] as const;

export interface QuotaWritten {
  readonly category: string;
  readonly value: string;
  readonly least: number;
  readonly most: number;
}

/** A seat as it is written: an existing body by its address, or a new one. */
export interface SeatWritten {
  /** An existing body by its address, or a new one. */
  readonly body:
    | string
    | {
        readonly name: string;
        readonly kind: (typeof BODY_KINDS)[number];
        readonly seats: number;
        readonly termMonths: number;
        readonly mostTerms: number;
        readonly publicMembers: number;
      };
  readonly hours: string;
  readonly pay: string;
  readonly meetings: string;
  readonly termFrom: CivilDate;
}

export interface OpeningWritten {
  /** Undefined where something is recognized. */
  readonly seat: SeatWritten | undefined;
  readonly recognition: RecognitionKind | undefined;
  readonly title: string;
  readonly seats: number;
  readonly how: 'draw' | 'reading';
  readonly openTo: 'holders' | 'public';
  readonly program: string;
  readonly duties: string;
  readonly criteria: readonly string[];
  readonly closesOn: CivilDate;
  readonly answerBy: CivilDate;
  readonly randomSource: string | undefined;
  readonly randomOn: CivilDate | undefined;
  readonly legalBasis: string | undefined;
  readonly quotas: readonly QuotaWritten[];
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface OpeningRules {
  readonly bodies: readonly string[];
  readonly programs: readonly string[];
  readonly today: CivilDate;
}

const MOST_CRITERIA = 8;
const LEAST_BASIS = 20;

/** Reads every field of the form. */
export function readOpening(raw: Typed, rules: OpeningRules): Read<OpeningWritten> {
  const form = typedFields(raw, rules.today);
  return form.typed('purpose') === 'recognition'
    ? readRecognition(form, rules)
    : readSeat(form, rules);
}

/** A recognition is read blind, and takes no seat. */
function readRecognition(form: TypedFields, rules: OpeningRules): Read<OpeningWritten> {
  const { closesOn, answerBy } = readDays(form, 'recognition', rules.today);
  const value: OpeningWritten = {
    recognition: form.choice('recognition', RECOGNITION_KINDS, 'Choose what is recognized.'),
    ...{ seat: undefined, how: 'reading', openTo: 'holders' },
    program: programIn(form, rules),
    title: form.line('title', 'The title'),
    seats: form.whole('seats', 'How many at most', 200),
    duties: form.text('duties', 'What it is about'),
    criteria: readCriteria(form),
    ...{ closesOn, answerBy, randomSource: undefined, randomOn: undefined },
    ...{ legalBasis: undefined, quotas: [] },
  };
  return form.mistakes.length === 0 ? { ok: true, value } : { ok: false, mistakes: form.mistakes };
}

function programIn(form: TypedFields, rules: OpeningRules): string {
  const program = rules.programs.find((id) => id === form.typed('program'));
  if (program === undefined) {
    form.wrong('program', 'Choose the program.');
  }
  return program ?? '';
}

function readSeat(form: TypedFields, rules: OpeningRules): Read<OpeningWritten> {
  const how = form.choice('how', ['reading', 'draw'], 'Choose how the seats are filled.');
  const program = programIn(form, rules);
  const body = rules.bodies.find((id) => id === form.typed('body')) ?? newBody(form);
  const { termFrom, ...days } = readDays(form, how, rules.today);
  const value: OpeningWritten = {
    recognition: undefined,
    how,
    program,
    openTo: form.choice('open-to', ['holders', 'public'], 'Choose whom the seats are for.'),
    title: form.line('title', 'The title'),
    seats: form.whole('seats', 'Seats', 200),
    duties: form.text('duties', 'What it is about'),
    criteria: readCriteria(form),
    seat: {
      ...{ body, termFrom },
      hours: form.line('hours', 'Hours'),
      pay: form.line('pay', 'Pay or expenses', 300),
      meetings: form.text('meetings', 'Meetings'),
    },
    ...days,
    ...readQuotas(form, how),
  };
  return form.mistakes.length === 0 ? { ok: true, value } : { ok: false, mistakes: form.mistakes };
}

function newBody(form: TypedFields): Exclude<SeatWritten['body'], string> {
  const seats = form.whole('body-seats', 'Seats of the body', 200);
  return {
    seats,
    kind: form.choice('body-kind', BODY_KINDS, 'Choose what kind of body it is.'),
    name: form.line('body-name', 'Name of the body', 120),
    termMonths: form.whole('term-months', 'Months of a term', 120),
    mostTerms: form.whole('most-terms', 'Most terms', 20),
    publicMembers: form.whole('public-members', 'Public members', Math.max(0, seats), 0),
  };
}

function readCriteria(form: TypedFields): readonly string[] {
  const criteria = criteriaIn(form.typed('criteria'));
  if (criteria.length === 0 || criteria.length > MOST_CRITERIA) {
    form.wrong('criteria', `Write 1 to ${MOST_CRITERIA} criteria, a line each.`);
  } else if (criteria.some((one) => one.length > 300)) {
    form.wrong(
      'criteria',
      'A criterion has at most 300 characters. Make it shorter, or two of it.',
    );
  }
  return criteria;
}

type Days = Pick<OpeningWritten, 'closesOn' | 'answerBy' | 'randomSource' | 'randomOn'> & {
  readonly termFrom: CivilDate;
};

function readDays(
  form: TypedFields,
  how: OpeningWritten['how'] | 'recognition',
  today: CivilDate,
): Days {
  const closesOn = form.day('closes', 'Last day to come forward');
  if (closesOn < today) {
    form.wrong('closes', 'Last day to come forward: this day has passed. Choose a later one.');
  }
  const later = (field: string, label: string): CivilDate => {
    const before = form.mistakes.length;
    const day = form.day(field, label);
    if (day <= closesOn && form.mistakes.length === before) {
      form.wrong(field, `${label}: choose a day after the last day to come forward.`);
    }
    return day;
  };
  const answerBy = later('answer-by', 'Answer promised by');
  const termFrom = how === 'recognition' ? today : later('term-from', 'First day of the term');
  if (how !== 'draw') {
    return { closesOn, answerBy, termFrom, randomSource: undefined, randomOn: undefined };
  }
  const randomOn = later('random-on', 'Day of the public numbers');
  if (answerBy < randomOn) {
    form.wrong(
      'answer-by',
      'Answer promised by: choose the day of the public numbers or a later one.',
    );
  }
  const randomSource = form.line('random-source', 'Public numbers', 200);
  return { closesOn, answerBy, termFrom, randomSource, randomOn };
}

function readQuotas(
  form: TypedFields,
  how: OpeningWritten['how'],
): Pick<OpeningWritten, 'quotas' | 'legalBasis'> {
  const basis = form.typed('legal-basis').trim();
  const legalBasis = basis === '' ? undefined : basis;
  if (how === 'reading') {
    return { quotas: [], legalBasis };
  }
  const { list, wrong } = quotasIn(form.typed('quotas'));
  if (wrong !== undefined) {
    form.wrong('quotas', wrong);
  }
  const known: readonly string[] = QUOTA_CATEGORIES;
  const other = list.find(({ category }) => !known.includes(category));
  if (other !== undefined && basis.length < LEAST_BASIS) {
    form.wrong(
      'quotas',
      `A quota on “${other.category}” needs a recorded legal basis. Without one quotas speak of ${QUOTA_CATEGORIES.join(', ')}; everything else is measured and never targeted.`,
    );
  }
  return { quotas: list, legalBasis };
}

const criteriaIn = (typed: string): readonly string[] =>
  typed
    .normalize('NFC')
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** "setting, hospital, 2, 4", a line each. */
function quotasIn(typed: string): {
  readonly list: readonly QuotaWritten[];
  readonly wrong: string | undefined;
} {
  const list: QuotaWritten[] = [];
  for (const [place, written] of typed.normalize('NFC').split(/\r?\n/).entries()) {
    if (written.trim() === '') {
      continue;
    }
    const [category = '', value = '', least = '', most = '', more] = written
      .split(',')
      .map((cell) => cell.trim());
    const isWhole = (cell: string): boolean => /^\d{1,3}$/.test(cell);
    const at = `Line ${place + 1} (“${written.trim()}”)`;
    if (category === '' || value === '' || more !== undefined) {
      return {
        list,
        wrong: `${at}: write a category, a value, the least and the most, with commas.`,
      };
    }
    if (!isWhole(least) || !isWhole(most) || Number(least) > Number(most)) {
      return {
        list,
        wrong: `${at}: the least and the most are whole numbers of people, and the least is not above the most.`,
      };
    }
    if (list.some((one) => one.category === category && one.value === value)) {
      return { list, wrong: `${at}: this value has a line already. Keep one of them.` };
    }
    list.push({ category, value, least: Number(least), most: Number(most) });
  }
  return { list, wrong: undefined };
}

/** Quotas as the file that is published and that the command line reads. */
export const quotasCsv = (quotas: readonly QuotaWritten[]): string =>
  ['category,feature,min,max']
    .concat(
      quotas.map(
        ({ category, value, least, most }) => `${cell(category)},${cell(value)},${least},${most}`,
      ),
    )
    .map((row) => `${row}\n`)
    .join('');

const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The pool as it is published: a label, its verified values, and no name. People of one household share a number. */
export function poolCsv(
  people: readonly {
    readonly label: string;
    readonly verified: Readonly<Record<string, string>>;
    readonly household: string | undefined;
  }[],
  categories: readonly string[],
): string {
  const homes = new Map<string, number>();
  for (const { household } of people) {
    if (household !== undefined && !homes.has(household)) {
      homes.set(household, homes.size + 1);
    }
  }
  const rows = people.map(({ label, verified, household }) =>
    [
      label,
      ...categories.map((category) => cell(verified[category] ?? '')),
      household === undefined ? '' : String(homes.get(household)),
    ].join(','),
  );
  return [['id', ...categories.map(cell), 'household'].join(','), ...rows]
    .map((row) => `${row}\n`)
    .join('');
}
