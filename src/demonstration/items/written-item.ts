/**
 * How the demonstration's questions are written down, and how they become items and keys.
 * Question and key stand side by side only in these files, which only the server reads, once, when it seeds.
 */
import { type Item, type ItemKey, itemFrom } from '../../casework/item/item.ts';

export interface WrittenItem {
  readonly id: string;
  readonly domain: string;
  readonly stem: string;
  readonly options: {
    readonly a: string;
    readonly b: string;
    readonly c: string;
    readonly d: string;
  };
  /** The options have an order of their own, such as numbers, and are never mixed. */
  readonly inOrder?: true;
  readonly best: 'a' | 'b' | 'c' | 'd';
  readonly rationale: string;
  readonly reference: string;
}

const WRITER = 'Evenhand project, drafted with software';
const VERSION = 1;

/** The questions alone. No expert has signed them, so each is unreviewed. */
export const itemsOf = (written: readonly WrittenItem[]): readonly Item[] =>
  written.map(({ id, domain, stem, options, inOrder }) =>
    itemFrom(
      {
        id,
        version: VERSION,
        domain,
        stem,
        options: Object.entries(options).map(([optionId, text]) =>
          inOrder === true ? { id: optionId, text, fixed: true } : { id: optionId, text },
        ),
      },
      WRITER,
    ),
  );

/** The keys alone. */
export const keysOf = (written: readonly WrittenItem[]): readonly ItemKey[] =>
  written.map(({ id, best, rationale, reference }) => ({
    item: id,
    version: VERSION,
    optionId: best,
    rationale,
    reference,
  }));
