/**
 * Is a question fit to stand in an exam? Every fault is listed at once, in words for its writer.
 * Not here: whether it is a good question (two experts say so) or a fair one (its answers say so later).
 */
import { type Refusal, type Result, refuse, success } from '../../kernel/result/result.ts';
import type { ItemContent, ItemKey } from './item.ts';

export type ItemProblem =
  | 'id-missing'
  | 'domain-missing'
  | 'stem-missing'
  | 'option-count'
  | 'option-text-missing'
  | 'duplicate-option-id'
  | 'duplicate-option-text'
  | 'option-about-options'
  | 'key-of-another-item'
  | 'key-not-an-option'
  | 'rationale-missing'
  | 'reference-missing';

const FEWEST_OPTIONS = 3;
const MOST_OPTIONS = 5;
/** Options that speak of other options lose their sense when the order changes, and test-wise people read keys from them. */
const ABOUT_OPTIONS =
  /\b(?:all|none|any|both|either|neither) of the (?:above|below|following|others?)\b|\b(?:both|either|neither) [a-e] (?:and|or|nor) [a-e]\b/i;

export function itemProblems(item: ItemContent, key: ItemKey): readonly Refusal<ItemProblem>[] {
  const problems: Refusal<ItemProblem>[] = [];
  const add = (when: boolean, kind: ItemProblem, because: string): void => {
    if (when) {
      problems.push({ kind, because });
    }
  };
  add(blank(item.id), 'id-missing', 'the question has no id');
  add(blank(item.domain), 'domain-missing', 'say which domain of the outline it belongs to');
  add(blank(item.stem), 'stem-missing', 'the question itself is empty');
  problems.push(...optionProblems(item));
  add(
    key.item !== item.id || key.version !== item.version,
    'key-of-another-item',
    `the key is for ${key.item} version ${key.version}, the question is ${item.id} version ${item.version}`,
  );
  add(
    !item.options.some((option) => option.id === key.optionId),
    'key-not-an-option',
    `the key names option "${key.optionId}", which the question does not have`,
  );
  add(blank(key.rationale), 'rationale-missing', 'say why the key is the best answer');
  add(blank(key.reference), 'reference-missing', 'say where the answer can be looked up');
  return problems;
}

function optionProblems({ options }: ItemContent): readonly Refusal<ItemProblem>[] {
  const problems: Refusal<ItemProblem>[] = [];
  if (options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS) {
    problems.push({
      kind: 'option-count',
      because: `a question has ${FEWEST_OPTIONS} to ${MOST_OPTIONS} options; this one has ${options.length}`,
    });
  }
  if (options.some((option) => blank(option.text) || blank(option.id))) {
    problems.push({ kind: 'option-text-missing', because: 'an option is empty' });
  }
  for (const id of repeated(options.map((option) => option.id))) {
    problems.push({ kind: 'duplicate-option-id', because: `two options have the id "${id}"` });
  }
  for (const text of repeated(options.map((option) => folded(option.text)))) {
    problems.push({ kind: 'duplicate-option-text', because: `two options say "${text}"` });
  }
  for (const option of options.filter(({ text }) => ABOUT_OPTIONS.test(text))) {
    problems.push({
      kind: 'option-about-options',
      because: `"${option.text}" speaks of the other options; write an answer that stands alone`,
    });
  }
  return problems;
}

export type BankProblem = 'two-versions' | 'key-missing' | 'two-keys' | ItemProblem;

/** The questions of an exam taken together: each once, each with its own key, each without fault. */
export function checkedBank<Content extends ItemContent>(
  items: readonly Content[],
  keys: readonly ItemKey[],
): Result<readonly Content[], BankProblem> {
  const [twice] = repeated(items.map((item) => item.id));
  if (twice !== undefined) {
    return refuse('two-versions', `question ${twice} is there twice; keep one version of it`);
  }
  const keyOf = new Map(keys.map((key) => [key.item, key]));
  const [keyedTwice] = repeated(keys.map((key) => key.item));
  if (keyedTwice !== undefined) {
    return refuse('two-keys', `question ${keyedTwice} has more than one key`);
  }
  for (const item of items) {
    const key = keyOf.get(item.id);
    if (key === undefined) {
      return refuse('key-missing', `question ${item.id} has no key`);
    }
    const [problem] = itemProblems(item, key);
    if (problem !== undefined) {
      return refuse(problem.kind, `question ${item.id}: ${problem.because}`);
    }
  }
  return success(items);
}

const blank = (text: string): boolean => text.trim() === '';
const folded = (text: string): string =>
  text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const value of values) {
    (seen.has(value) ? again : seen).add(value);
  }
  return [...again];
}
