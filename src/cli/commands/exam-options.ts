/**
 * The options of the commands that read an exam's file (audit, calibrate, score, dif): one reader for all, so that a word
 * means the same everywhere. A command that cannot be understood is refused with a sentence that says what to write.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { DeclaredCodes } from '../../psychometrics/responses/answers.ts';
import type { GroupRequest } from '../../workflow/audit/choose-groups.ts';
import type { ExamPlan } from '../../workflow/audit/read-exam.ts';

export const FORMATS = ['text', 'html', 'json', 'csv', 'markdown', 'mirt'] as const;
export type Format = (typeof FORMATS)[number];

export interface ExamCommand {
  readonly file: string;
  readonly id: string | undefined;
  readonly items: string | undefined;
  readonly pilot: string | undefined;
  readonly codes: DeclaredCodes;
  readonly keyFile: string | undefined;
  readonly missing: 'omitted' | 'wrong';
  readonly categories: ExamPlan['categories'];
  readonly long: ExamPlan['long'];
  readonly groups: readonly GroupRequest[];
  /** Columns of numbers such as age. */
  readonly covariates: readonly string[];
  readonly window: string | undefined;
  /** Whether to ask if the model, and each person, fits. */
  readonly fit: boolean;
  readonly cut: number | undefined;
  readonly minimumGroup: number;
  readonly format: Format;
  /** Undefined: to the terminal. */
  readonly out: string | undefined;
  readonly model: string | undefined;
  readonly method: string | undefined;
}

export type Misuse = 'bad-command';

const SMALLEST_SHOWN = 11;
const WITH_VALUE = [
  'id',
  'items',
  'pretest',
  'key',
  'group',
  'focal',
  'reference',
  'covariate',
  'window',
  'cut',
  'missing',
  'categories',
  'long',
  'min-group',
  'format',
  'out',
  'model',
  'method',
  'omitted',
  'not-reached',
  'not-administered',
  'invalid',
] as const;
type Option = (typeof WITH_VALUE)[number];

/** Options that only some commands have. */
export interface Allowed {
  readonly options: readonly Option[];
  /** Options that stand alone. */
  readonly switches?: readonly 'fit'[];
  readonly formats: readonly Format[];
}

interface Word {
  readonly option: Option;
  readonly value: string;
}

const bad = (because: string): Result<never, Misuse> => refuse('bad-command', because);

/** Reads the words after the command's name. */
export function readCommand(
  args: readonly string[],
  allowed: Allowed,
): Result<ExamCommand, Misuse> {
  const read = readWords(args, allowed);
  if (!read.ok) {
    return read;
  }
  const { words, files, json, fit } = read.value;
  const [file, second] = files;
  if (file === undefined) {
    return bad('Name the file of responses.');
  }
  if (second !== undefined) {
    return bad(`One file at a time: "${file}" and "${second}" are named.`);
  }
  const groups = groupsOf(words);
  if (!groups.ok) {
    return groups;
  }
  const numbers = numbersOf(words);
  if (!numbers.ok) {
    return numbers;
  }
  const value = valueIn(words);
  const missing = value('missing') ?? 'omitted';
  if (missing !== 'omitted' && missing !== 'wrong') {
    return bad(`--missing is "omitted" or "wrong", not "${missing}".`);
  }
  const shape = shapeOf(value('categories'), value('long'));
  if (!shape.ok) {
    return shape;
  }
  const out = value('out') === '-' ? undefined : value('out');
  const format = formatOf(value('format'), out, json, allowed.formats);
  if (!format.ok) {
    return format;
  }
  return success({
    file,
    id: value('id'),
    items: value('items'),
    pilot: value('pretest'),
    codes: codesOf(value),
    keyFile: value('key'),
    missing,
    ...shape.value,
    groups: groups.value,
    covariates: words.flatMap(({ option, value: column }) =>
      option === 'covariate' ? [column] : [],
    ),
    window: value('window'),
    fit,
    ...numbers.value,
    format: format.value,
    out,
    model: value('model'),
    method: value('method'),
  });
}

const valueIn =
  (words: readonly Word[]) =>
  (option: Option): string | undefined =>
    words.findLast((word) => word.option === option)?.value;

function readWords(
  args: readonly string[],
  { options, switches }: Allowed,
): Result<
  {
    readonly words: readonly Word[];
    readonly files: readonly string[];
    readonly json: boolean;
    readonly fit: boolean;
  },
  Misuse
> {
  const words: Word[] = [];
  const files: string[] = [];
  let [json, fit] = [false, false];
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = options.find((known) => known === name);
    if (word === '--json') {
      json = true;
    } else if (word === '--fit' && switches?.includes('fit') === true) {
      fit = true;
    } else if (option !== undefined) {
      const value = inline ?? args[place + 1];
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        return bad(`--${option} needs a value after it.`);
      }
      words.push({ option, value });
      place += inline === undefined ? 1 : 0;
    } else if (word.startsWith('-') && word !== '-') {
      return bad(`There is no option ${word}.`);
    } else {
      files.push(word);
    }
  }
  return success({ words, files, json, fit });
}

/** Every --group begins a comparison; --focal and --reference belong to the last one named, or to the first. */
function groupsOf(words: readonly Word[]): Result<readonly GroupRequest[], Misuse> {
  const groups: { column: string; focal?: string; reference?: string }[] = [];
  const early: { focal?: string; reference?: string } = {};
  for (const { option, value } of words) {
    if (option === 'group') {
      groups.push({ column: value, ...(groups.length === 0 ? early : {}) });
    } else if (option === 'focal' || option === 'reference') {
      const target = groups.at(-1) ?? early;
      if (target[option] !== undefined) {
        return bad(
          `--${option} is given twice for one --group. Begin each comparison with --group.`,
        );
      }
      target[option] = value;
    }
  }
  if (groups.length === 0 && (early.focal !== undefined || early.reference !== undefined)) {
    return bad('--reference and --focal need --group: the column to look in.');
  }
  const nameless = groups.find(
    ({ focal, reference }) => focal === undefined && reference === undefined,
  );
  return nameless === undefined
    ? success(groups.map(({ column, focal, reference }) => ({ column, focal, reference })))
    : bad(
        `--group ${nameless.column} needs --focal: the group you worry about, or "others" with --reference.`,
      );
}

function numbersOf(
  words: readonly Word[],
): Result<Pick<ExamCommand, 'cut' | 'minimumGroup'>, Misuse> {
  const value = valueIn(words);
  const cut = value('cut');
  const smallest = value('min-group');
  const cutNumber = cut === undefined ? undefined : Number(cut);
  const smallestNumber = smallest === undefined ? SMALLEST_SHOWN : Number(smallest);
  if (cutNumber !== undefined && !(Number.isFinite(cutNumber) && cutNumber > 0 && cut !== '')) {
    return bad(`--cut is the lowest total that passes, a number above 0, not "${cut}".`);
  }
  if (!Number.isInteger(smallestNumber) || smallestNumber < 1) {
    return bad(`--min-group is a whole number of people, at least 1, not "${smallest}".`);
  }
  return success({ cut: cutNumber, minimumGroup: smallestNumber });
}

/** Which numbers are categories, and which columns hold who, what and which answer in a file of one answer a row. */
function shapeOf(
  categories: string | undefined,
  long: string | undefined,
): Result<Pick<ExamCommand, 'categories' | 'long'>, Misuse> {
  const range = /^(\d{1,3})-(\d{1,3})$/.exec(categories ?? '');
  const [id, item, response, more] = (long ?? '').split(',').map((name) => name.trim());
  if (categories !== undefined && categories !== 'observed' && range === null) {
    return bad(`--categories is the lowest and the highest, such as 0-4, not "${categories}".`);
  }
  if (long === undefined) {
    return success({ categories: categoriesOf(range, categories), long: undefined });
  }
  if (!id || !item || !response || more !== undefined) {
    return bad('--long names three columns: who, which item, which answer, with commas between.');
  }
  return success({ categories: categoriesOf(range, categories), long: { id, item, response } });
}

const categoriesOf = (
  range: RegExpExecArray | null,
  categories: string | undefined,
): ExamPlan['categories'] =>
  range === null
    ? categories === 'observed'
      ? 'observed'
      : undefined
    : [Number(range[1]), Number(range[2])];

const BY_ENDING: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  json: 'json',
  csv: 'csv',
  md: 'markdown',
  txt: 'text',
};

/** As asked; or by the ending of the file to be written; or text. */
function formatOf(
  asked: string | undefined,
  out: string | undefined,
  json: boolean,
  formats: readonly Format[],
): Result<Format, Misuse> {
  if (asked === undefined) {
    const ending = /\.([a-z]+)$/i.exec(out ?? '')?.[1]?.toLowerCase() ?? '';
    return success(json ? 'json' : (BY_ENDING[ending] ?? 'text'));
  }
  const format = formats.find((known) => known === asked);
  return format === undefined
    ? bad(`--format is one of ${formats.join(', ')}, not "${asked}".`)
    : success(format);
}

function codesOf(value: (option: Option) => string | undefined): DeclaredCodes {
  const texts = (option: Option): readonly string[] =>
    (value(option) ?? '').split(',').flatMap((code) => {
      const text = code.trim();
      return text === '' ? [] : [text];
    });
  return {
    omitted: texts('omitted'),
    notReached: texts('not-reached'),
    notAdministered: texts('not-administered'),
    invalid: texts('invalid'),
  };
}

export const READING_OPTIONS: readonly Option[] = [
  'id',
  'items',
  'pretest',
  'key',
  'missing',
  'categories',
  'long',
  'format',
  'out',
  'omitted',
  'not-reached',
  'not-administered',
  'invalid',
];

export const READING_USAGE = `  --id COLUMN               the column of ids (default: found by its name)
  --items LIST              the item columns (default: the largest family such as item1, item2 ...)
  --pretest LIST            pilot items, which never count in the total
  --key FILE                the key, where the file holds options: rows of item and key
  --categories LOW-HIGH     items hold whole numbers from LOW to HIGH, counted as points
  --long ID,ITEM,RESPONSE   each row is one answer; the columns that say who, which item and which answer
  --missing omitted|wrong   a blank is read by its place (default), or is always a wrong answer
  --omitted, --not-reached, --not-administered, --invalid CODES
                            texts that stand for a missing answer, with commas between
`;
export const WRITING_USAGE = `  --out FILE|-              where to (default: the terminal); nothing half-written is ever left
  --json                    the same as --format json
`;
export const LIST_USAGE = `A LIST names columns: a,b,c or a pattern such as "pilot*" or a range such as item.171-item.200.
`;
