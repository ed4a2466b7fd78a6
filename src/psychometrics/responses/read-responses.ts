/**
 * Reads a file of responses (a header, then one row a person or one row an answer) into persons by items, scored. All or
 * nothing: a file with a fault is refused with the row, the column, what is there and how to mend it. Ids are text, so
 * that leading zeros stay.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { AnswerTable, ReadingFault } from './answer-table.ts';
import { decideBlanks } from './answers.ts';
import { INVALID, RIGHT } from './codes.ts';
import type { ColumnPlan, Wanted } from './column-plan.ts';
import { naturally } from './long-rows.ts';
import type { Item, ResponseMatrix } from './matrix.ts';
import { NO_OPTION, type OptionItem, type OptionMatrix } from './option-matrix.ts';
import { responseReader } from './response-reader.ts';
import {
  type Meanings,
  meaningsOf,
  type Scoring,
  type ScoringForm,
  UNKNOWN,
} from './score-answers.ts';
import { BLANK, NO_ROW } from './symbols.ts';

export interface ReadingPlan extends Wanted, Scoring {}

export interface Responses {
  readonly matrix: ResponseMatrix;
  readonly form: ScoringForm;
  /** The category that counts as no points; 0 unless the file's categories begin higher. */
  readonly lowestCategory: number;
  /** Who chose what, where a key scored options. */
  readonly options: OptionMatrix | undefined;
  /** As written in the file, or undefined where the file has no column of ids. */
  readonly ids: readonly string[] | undefined;
  /** What each kept column says of each person; an empty text where it says nothing. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Row numbers of people without a single scored answer: kept in order, left out of every number. */
  readonly withoutAnswers: readonly number[];
  /** The row of the file each person stands in. */
  readonly rowOf: (person: number) => number;
  readonly columns: ColumnPlan;
  readonly separator: string;
  /** What was worked out rather than told, as sentences that also say how to tell it otherwise. */
  readonly assumed: readonly string[];
}

const SHOWN_CELLS = 5;

/** A whole file at once. For pieces of one, push them to a responseReader and score its table with scoreAnswers. */
export function readResponses(
  file: Uint8Array,
  plan: ReadingPlan,
): Result<Responses, ReadingFault> {
  const reader = responseReader(plan, file.length);
  const pushed = reader.push(file);
  const table = pushed.ok ? reader.end() : pushed;
  return table.ok ? scoreAnswers(table.value, plan) : table;
}

/** Scores the answers of a table. The cells are scored where they stand: the table is used up. */
export function scoreAnswers(
  table: AnswerTable,
  scoring: Scoring,
): Result<Responses, ReadingFault> {
  const meanings = meaningsOf(table, scoring);
  if (!meanings.ok) {
    return meanings;
  }
  const { form, lowest } = meanings.value;
  const unknown = unknownCells(table, meanings.value);
  if (unknown !== undefined) {
    return refuse('unknown-code', unknown);
  }
  const options = form === 'keyed' ? optionsOf(table, meanings.value) : undefined;
  const items = itemsOf(table, meanings.value);
  const withoutAnswers = applyMeanings(table, meanings.value, scoring);
  return success({
    matrix: { people: table.people, items, codes: table.symbols },
    form,
    lowestCategory: lowest,
    options,
    ids: table.ids,
    labels: table.labels,
    withoutAnswers,
    rowOf: table.rowOf,
    columns: table.columns,
    separator: table.separator,
    assumed: [...table.assumed, ...meanings.value.assumed],
  });
}

/** Turns symbols into codes, and blanks into kinds of missing answer; answers the rows without a scored answer. */
function applyMeanings(
  table: AnswerTable,
  { codes }: Meanings,
  { blanks = 'by-place' }: Scoring,
): readonly number[] {
  const { symbols, items, people, gaps, texts } = table;
  const width = items.length;
  const same = texts.every((ofItem, item) =>
    ofItem.every((text, symbol) => text === undefined || codes[item * 256 + symbol] === symbol),
  );
  const everybodyAnswers = texts.every((ofItem, item) =>
    ofItem.every((text, symbol) => text === undefined || isPlain(codes[item * 256 + symbol])),
  );
  if (same && !gaps && everybodyAnswers) {
    return [];
  }
  const withoutAnswers: number[] = [];
  const pilots = Uint8Array.from(items, (item) => (item.pilot ? 1 : 0));
  let cell = 0;
  for (let person = 0; person < people; person += 1) {
    const start = cell;
    for (let item = 0; item < width; item += 1) {
      symbols[cell] = codes[(item << 8) | (symbols[cell] ?? 0)] ?? 0;
      cell += 1;
    }
    if (!(everybodyAnswers && !gaps) && !decideBlanks(symbols, start, pilots, blanks)) {
      withoutAnswers.push(table.rowOf(person));
    }
  }
  return withoutAnswers;
}

const isPlain = (code: number | undefined): boolean =>
  code !== undefined && (code <= RIGHT || (code > INVALID && code !== BLANK));

function itemsOf(table: AnswerTable, { codes, form }: Meanings): readonly Item[] {
  return form !== 'points'
    ? table.items
    : table.items.map((item, place) => ({
        ...item,
        highest: at(table.texts, place).reduce((most, text, symbol) => {
          const code = codes[place * 256 + symbol] ?? UNKNOWN;
          const points = code <= RIGHT ? code : code > INVALID ? code - (INVALID - RIGHT) : 0;
          return text === undefined || code === BLANK ? most : Math.max(most, points);
        }, 1),
      }));
}

/** The options of every item in natural order, and who chose which. */
function optionsOf(table: AnswerTable, { codes, keys = [] }: Meanings): OptionMatrix {
  const { symbols, people, texts } = table;
  const width = table.items.length;
  const recode = new Uint8Array(width * 256).fill(NO_OPTION);
  const items = table.items.map((item, place): OptionItem => {
    const chosen = at(texts, place).flatMap((text, symbol) =>
      text !== undefined && (codes[place * 256 + symbol] ?? UNKNOWN) <= RIGHT
        ? [{ text, symbol }]
        : [],
    );
    const options = [...new Set(chosen.map(({ text }) => text.toUpperCase()))].sort(naturally);
    for (const { text, symbol } of chosen) {
      recode[place * 256 + symbol] = options.indexOf(text.toUpperCase());
    }
    const right = chosen
      .filter(({ symbol }) => codes[place * 256 + symbol] === RIGHT)
      .map(({ text }) => options.indexOf(text.toUpperCase()));
    return {
      ...item,
      options,
      right: [...new Set(right)].sort((a, b) => a - b),
      key: keys[place] ?? '',
    };
  });
  const chosen = new Uint8Array(symbols.length);
  for (let cell = 0, item = 0; cell < symbols.length; cell += 1) {
    chosen[cell] = recode[(item << 8) | (symbols[cell] ?? 0)] ?? NO_OPTION;
    item = item + 1 === width ? 0 : item + 1;
  }
  return { people, items, codes: chosen };
}

/** The first cells that mean nothing, as one sentence; undefined where every cell means something. */
function unknownCells(table: AnswerTable, meanings: Meanings): string | undefined {
  const { texts, symbols, people, items } = table;
  const { codes } = meanings;
  const width = items.length;
  const strange = texts.some((ofItem, item) =>
    ofItem.some((text, symbol) => text !== undefined && codes[item * 256 + symbol] === UNKNOWN),
  );
  if (!strange) {
    return undefined;
  }
  const shown: string[] = [];
  let cells = 0;
  for (let person = 0; person < people; person += 1) {
    for (let item = 0; item < width; item += 1) {
      const symbol = symbols[person * width + item] ?? NO_ROW;
      if (symbol < NO_ROW && codes[(item << 8) | symbol] === UNKNOWN) {
        cells += 1;
        if (shown.length < SHOWN_CELLS) {
          const text = (texts[item]?.[symbol] ?? '').slice(0, 40);
          shown.push(
            `row ${table.rowOf(person)}, column "${at(items, item).name}" holds "${text}"`,
          );
        }
      }
    }
  }
  return unknownSentence(shown, cells, meanings);
}

function unknownSentence(
  [first = '', ...others]: readonly string[],
  cells: number,
  { form, keys = [] }: Meanings,
): string {
  const rest = cells - others.length - 1;
  const also = others.length === 0 ? '' : ` Also ${others.join('; ')}.`;
  const more = rest === 0 ? '' : ` And ${rest} more cells.`;
  const what = {
    'right-or-wrong': 'which is neither 1 (right), 0 (wrong) nor blank',
    keyed: `which is no option beside keys such as "${keys[0]}"`,
    points: 'which is none of the categories',
  }[form];
  const mend =
    form === 'right-or-wrong'
      ? 'If the answers are options, give the key with --key; if they are ratings or points, name them with --categories, for example 1-4. If the text stands for a missing answer'
      : 'If the text stands for a missing answer';
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}, ${what}.${also}${more} ${mend}, declare it with --omitted, --not-reached, --not-administered or --invalid; or leave the column out with --items.`;
}
