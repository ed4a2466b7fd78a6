/**
 * Puts an assembled form into the bank: its questions, its keys under seal, its places. Only the owner of the tables may
 * do this; no login of the running server can.
 */
import type { Form } from '../../casework/form/form.ts';
import type { Item, ItemKey } from '../../casework/item/item.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { sealedItemKey } from '../../workflow/exam/stored-form.ts';
import type { Vault } from '../../workflow/ports/ports.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

/** Storing the same form again changes nothing: a version of a question never changes. */
export async function storeForm(
  owner: Tx,
  vault: Vault,
  exam: { readonly form: Form; readonly items: readonly Item[]; readonly keys: readonly ItemKey[] },
): Promise<void> {
  const { form, items, keys } = exam;
  const rows = form.parts.flatMap((part) =>
    part.items.map(({ item }) => ({ part: part.id, item })),
  );
  for (const [place, { part, item: id }] of rows.entries()) {
    const item = items.find((one) => one.id === id);
    const key = keys.find((one) => one.item === id && one.version === item?.version);
    if (item === undefined || key === undefined) {
      throw new Error(`the form ${form.id} names the question ${id}, which is not there whole`);
    }
    const { version, hash } = item;
    await owner`insert into exam.item (id, version, program, body, content_hash) values
      (${id}, ${version}, ${form.program}, ${stored(owner, item as unknown as Json)}, ${hash}) on conflict do nothing`;
    await owner`insert into vault.item_key (item, version, sealed_key) values
      (${id}, ${version}, ${Buffer.from(sealedItemKey(vault, key))}) on conflict do nothing`;
    if (place === 0) {
      await owner`insert into exam.form (id, program, kind, body) values
        (${form.id}, ${form.program}, ${form.kind}, ${stored(owner, form as unknown as Json)}) on conflict do nothing`;
    }
    await owner`insert into exam.form_item (form, place, part, item, version) values
      (${form.id}, ${place + 1}, ${part}, ${id}, ${version}) on conflict do nothing`;
  }
}
