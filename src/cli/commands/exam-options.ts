/**
 * The options of the commands that read an exam's file (audit, calibrate, score, dif): one reader for all, so that a word
 * means the same everywhere. A command that cannot be understood is refused with a sentence that says what to write.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import type { DeclaredCodes } from '../../psychometrics/responses/answers.ts';
import type { GroupRequest } from '../../workflow/audit/choose-groups.ts';
import type { ExamPlan } from '../../workflow/audit/read-exam.ts';
import { bad, listOf, type Misuse, readWords, type Words } from './command-words.ts';
import { OUTPUT_OPTIONS, type Output, outputOf } from './output-options.ts';

export interface ExamCommand<Format extends string> extends Output<Format> {
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
  readonly model: string | undefined;
  readonly method: string | undefined;
  /** Items that hold the score, named as every LIST is. */
  readonly anchors: string | undefined;
  readonly purify: boolean;
}

const SMALLEST_SHOWN = 11;

/** What every command on an exam's file takes. */
const READING_OPTIONS = [
  'id',
  'items',
  'pretest',
  'key',
  'missing',
  'categories',
  'long',
  'omitted',
  'not-reached',
  'not-administered',
  'invalid',
  ...OUTPUT_OPTIONS,
] as const;
const OWN_OPTIONS = [
  'group',
  'focal',
  'reference',
  'covariate',
  'window',
  'cut',
  'min-group',
  'model',
  'method',
  'anchors',
] as const;
type Option = (typeof READING_OPTIONS)[number] | (typeof OWN_OPTIONS)[number];
type Switch = 'json' | 'fit' | 'purify';
type ExamWords = Words<Option, Switch>;

/** What one command takes beyond what all of them take. */
export interface ExamOptions<Format extends string> {
  readonly options: readonly (typeof OWN_OPTIONS)[number][];
  /** Options that stand alone. */
  readonly switches: readonly ('fit' | 'purify')[];
  /** The first is the default. */
  readonly formats: readonly [Format, ...Format[]];
}

/** Reads the words after the command's name. */
export function readCommand<Format extends string>(
  args: readonly string[],
  { options, switches, formats }: ExamOptions<Format>,
): Result<ExamCommand<Format>, Misuse> {
  const read = readWords<Option, Switch>(args, {
    options: [...READING_OPTIONS, ...options],
    switches: ['json', ...switches],
    file: 'responses',
  });
  if (!read.ok) {
    return read;
  }
  const words = read.value;
  const { value } = words;
  const groups = groupsOf(words);
  if (!groups.ok) {
    return groups;
  }
  const numbers = numbersOf(words);
  if (!numbers.ok) {
    return numbers;
  }
  const missing = value('missing') ?? 'omitted';
  if (missing !== 'omitted' && missing !== 'wrong') {
    return bad(`--missing is "omitted" or "wrong", not "${missing}".`);
  }
  const shape = shapeOf(value('categories'), value('long'));
  if (!shape.ok) {
    return shape;
  }
  const output = outputOf(words, formats);
  if (!output.ok) {
    return output;
  }
  return success({
    file: words.file,
    id: value('id'),
    items: value('items'),
    pilot: value('pretest'),
    codes: codesOf(words),
    keyFile: value('key'),
    missing,
    ...shape.value,
    groups: groups.value,
    covariates: words.values('covariate'),
    window: value('window'),
    fit: words.switches.has('fit'),
    ...numbers.value,
    ...output.value,
    model: value('model'),
    method: value('method'),
    anchors: value('anchors'),
    purify: words.switches.has('purify'),
  });
}

/** Every --group begins a comparison; --focal and --reference belong to the last one named, or to the first. */
function groupsOf({ words }: ExamWords): Result<readonly GroupRequest[], Misuse> {
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

function numbersOf({
  value,
}: ExamWords): Result<Pick<ExamCommand<string>, 'cut' | 'minimumGroup'>, Misuse> {
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
): Result<Pick<ExamCommand<string>, 'categories' | 'long'>, Misuse> {
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

const codesOf = ({ value }: ExamWords): DeclaredCodes => ({
  omitted: listOf(value('omitted')),
  notReached: listOf(value('not-reached')),
  notAdministered: listOf(value('not-administered')),
  invalid: listOf(value('invalid')),
});

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
export const LIST_USAGE = `A LIST names columns: a,b,c or a pattern such as "pilot*" or a range such as item.171-item.200.
`;
