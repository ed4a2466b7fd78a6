/** The invented body's three exam forms with their questions, each key sealed apart from its question. */
import { formItems } from '../../casework/form/form.ts';
import type { ItemKey } from '../../casework/item/item.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import {
  demonstrationExam,
  demonstrationKeys,
  examPrograms,
} from '../items/demonstration-forms.ts';

/** What a key is sealed to be, so that no sealed key opens in another's place. */
export const sealedAs = (item: string, version: number): string => `${item}|${version}`;

export function formsToLoad(seal: (plain: string, about: string) => Uint8Array) {
  return examPrograms.map((program) => {
    const { form, items } = demonstrationExam(program);
    const keys = new Map<string, ItemKey>(demonstrationKeys(program).map((key) => [key.item, key]));
    const partOf = new Map(
      form.parts.flatMap((part) => part.items.map((item) => [item.item, part.id] as const)),
    );
    const byId = new Map(items.map((item) => [item.id, item]));
    return {
      id: form.id,
      program,
      kind: form.kind,
      body: form as unknown as Json,
      items: formItems(form).map((place) => {
        const item = byId.get(place.item);
        const key = keys.get(place.item);
        if (item === undefined || key === undefined) {
          throw new Error(`the form names ${place.item}, which has no question or no key`);
        }
        return {
          id: item.id,
          version: item.version,
          part: partOf.get(item.id) ?? '',
          hash: item.hash,
          body: item as unknown as Json,
          sealedKey: seal(canonicalJson({ ...key }), sealedAs(item.id, item.version)),
        };
      }),
    };
  });
}
