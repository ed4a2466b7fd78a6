/**
 * An exam question ("item") with one best answer, and its key, kept apart.
 *
 * Three things are held separately so that they can travel separately:
 * - the item: what a candidate reads. Options have lasting ids ("a", "b"), never places, because every
 *   candidate may see them in another order.
 * - the key: which option is right, why, and where that can be looked up. A key never travels with an item:
 *   no type here holds both, and what a candidate is sent is built by naming the fields it may have (`shownTo`).
 * - the signatures: two human experts who have read this exact wording with this exact key.
 *
 * An item's hash is the SHA-256 of its content. Change a comma and the hash changes, and with it every earlier
 * signature stops counting.
 */
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export interface ItemOption {
  readonly id: string;
  readonly text: string;
  /** Stays where it was written when the other options are mixed. */
  readonly fixed?: boolean;
}

/** What a writer hands in. */
export interface ItemContent {
  /** The same for all versions of one question. */
  readonly id: string;
  /** 1, 2, 3: which wording of the question this is. */
  readonly version: number;
  readonly domain: string;
  readonly stem: string;
  readonly options: readonly ItemOption[];
}

export interface Item extends ItemContent {
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly hash: string;
  /** Who wrote it; nobody signs their own question. */
  readonly writer: string;
  readonly expertReviews: readonly ExpertReview[];
}

export interface ItemKey {
  readonly item: string;
  readonly version: number;
  readonly optionId: string;
  readonly rationale: string;
  readonly reference: string;
}

/** A named expert has read this wording with this key and stands by it. */
export interface ExpertReview {
  readonly expert: string;
  /** What makes this person an expert: "RN, 12 years in hospital case management". */
  readonly expertise: string;
  readonly on: CivilDate;
  readonly itemHash: string;
  readonly keyHash: string;
}

export type ReviewStatus = 'unreviewed' | 'reviewed';

/** The question as a candidate may see it: nothing but these fields, by construction. */
export interface ShownItem {
  readonly id: string;
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

export const EXPERTS_NEEDED = 2;

export function itemFrom(
  content: ItemContent,
  writer: string,
  expertReviews: readonly ExpertReview[] = [],
): Item {
  return { ...content, hash: itemHash(content), writer, expertReviews };
}

export function itemHash(content: ItemContent): string {
  return sha256Hex(
    canonicalJson({
      id: content.id,
      version: content.version,
      domain: content.domain,
      stem: content.stem,
      options: content.options.map((option) => ({
        id: option.id,
        text: option.text,
        fixed: option.fixed === true,
      })),
    }),
  );
}

/** Stands for one key in a signature. The rationale is part of it, so the right option cannot be guessed from it. */
export function keyHash(key: ItemKey): string {
  return sha256Hex(
    canonicalJson({
      item: key.item,
      version: key.version,
      optionId: key.optionId,
      rationale: key.rationale,
      reference: key.reference,
    }),
  );
}

/** Reviewed: two different experts, neither the writer, signed this wording and this key. Worked out, never typed in. */
export function reviewStatus(item: Item, key: ItemKey): ReviewStatus {
  return countingExperts(item, key).length >= EXPERTS_NEEDED ? 'reviewed' : 'unreviewed';
}

/** The experts whose signature still holds for this wording and key. */
export function countingExperts(item: Item, key: ItemKey): readonly string[] {
  const hash = itemHash(item);
  const signed = item.expertReviews.filter(
    (review) =>
      review.itemHash === hash &&
      review.keyHash === keyHash(key) &&
      review.expert.trim() !== '' &&
      review.expert !== item.writer,
  );
  return [...new Set(signed.map((review) => review.expert))];
}

/** The question in the order stored for one candidate. Every shown option is a stored one, each exactly once. */
export function shownTo(item: Item, order: readonly string[]): ShownItem {
  const byId = new Map(item.options.map((option) => [option.id, option]));
  const options = order.map((id) => {
    const option = byId.get(id);
    if (option === undefined) {
      throw new Error(`item ${item.id} has no option ${id}`);
    }
    return { id: option.id, text: option.text };
  });
  if (options.length !== byId.size || new Set(order).size !== byId.size) {
    throw new Error(`the stored order of item ${item.id} is not an order of its options`);
  }
  return { id: item.id, stem: item.stem, options };
}
