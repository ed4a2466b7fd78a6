/**
 * Forms, questions and keys as they lie in the records, read back: a form that was changed after it was assembled, or
 * that calls itself operational without a panel's passing score, is not used.
 */
import { type Form, formHash } from '../../casework/form/form.ts';
import type { OptionOrders } from '../../casework/form/option-order.ts';
import type { Item, ItemKey } from '../../casework/item/item.ts';
import type { Allowance } from '../../casework/sitting/clock.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { FormRow, ItemRow, SittingRow } from '../ports/exam-records.ts';
import type { Vault } from '../ports/ports.ts';

/** Stored forms were assembled by our own rules. */
export const formOf = (body: Json): Form => body as unknown as Form;
/** Stored questions were checked by our own rules. */
export const itemOf = ({ body }: ItemRow): Item => body as unknown as Item;

/** The newest operational form; where there is none, the newest demonstration form. */
export function chosenForm(rows: readonly FormRow[], program: string): Form | undefined {
  const usable = rows.map((row) => ({ row, form: formOf(row.body) })).filter(isAsAssembled);
  const of = usable.map(({ form }) => form).filter((form) => form.program === program);
  return of.findLast((form) => form.kind === 'operational') ?? of.at(-1);
}

const isAsAssembled = ({ row, form }: { readonly row: FormRow; readonly form: Form }): boolean =>
  form.id === row.id &&
  form.kind === row.kind &&
  form.hash === formHash(form) &&
  (form.kind === 'demonstration' || form.parts.every((part) => part.cut.setBy === 'panel'));

/** What was granted and drawn for one sitting. */
export const allowanceIn = (row: SittingRow): Allowance => row.granted as unknown as Allowance;
export const shownIn = (row: SittingRow): OptionOrders =>
  row.optionOrders as unknown as OptionOrders;

/** The name under which a key is sealed; it opens as the key of no other question. */
const keyName = (item: string, version: number): string => `key of ${item}, version ${version}`;

export const sealedItemKey = (vault: Vault, key: ItemKey): Uint8Array =>
  vault.seal(JSON.stringify(key), keyName(key.item, key.version));

export function openedItemKey(
  vault: Vault,
  row: { readonly item: string; readonly version: number; readonly sealedKey: Uint8Array },
): ItemKey {
  return JSON.parse(vault.open(row.sealedKey, keyName(row.item, row.version))) as ItemKey;
}
