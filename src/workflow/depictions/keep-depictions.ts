/** A director records whom the items of a program show and who is served: two files, one place where the figures come from. */
import { readLine } from '../../casework/person/typed-text.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { Served } from '../../psychometrics/depictions/depictions.ts';
import { sheetAsText } from '../../psychometrics/responses/sheet.ts';
import { readItems, readServed } from '../audit/depictions-of-files.ts';
import type { World } from '../ports/ports.ts';

export interface SentDepictions {
  readonly director: string;
  readonly id: string;
  readonly program: string;
  readonly items: Uint8Array;
  readonly served: Uint8Array;
  readonly source: string;
}

export type KeptDepictions =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly mistakes: readonly {
        readonly field: 'items' | 'served' | 'source';
        readonly message: string;
      }[];
    };

type Mistake = (KeptDepictions & { readonly ok: false })['mistakes'][number];

/** Every mistake at once, each beside its box; kept whole or not at all. */
export async function keepDepictions(
  world: Pick<World, 'records' | 'clock' | 'sheets'>,
  sent: SentDepictions,
): Promise<KeptDepictions> {
  const source = readLine(sent.source, {
    label: 'Where the figures come from',
    atLeast: 3,
    atMost: 400,
  });
  const served = await table(world, sent.served, readServed);
  const known: readonly Served[] = served.ok ? served.value : [];
  const items = await table(world, sent.items, (file) => readItems(file, known));
  const mistakes: Mistake[] = [
    ...(source.ok ? [] : [{ field: 'source' as const, message: source.refusal.because }]),
    ...(served.ok ? [] : [{ field: 'served' as const, message: served.refusal.because }]),
    // Categories are looked up among those who are served, so items are judged once those can be read.
    ...(items.ok || !served.ok
      ? []
      : [{ field: 'items' as const, message: items.refusal.because }]),
  ];
  if (!source.ok || !served.ok || !items.ok) {
    return { ok: false, mistakes };
  }
  return await world.records.as(
    { rights: 'director', person: sent.director },
    async ({ depictions }): Promise<KeptDepictions> => {
      const onForms = new Set(
        (await depictions.itemsOfForms(sent.program)).flatMap((form) => form.items),
      );
      const own = new Map(
        items.value.flatMap((form) => form.items).map((item) => [item.id, item] as const),
      );
      const strange = [...own.keys()].find((id) => !onForms.has(id));
      if (strange !== undefined) {
        const message = `no form of this program has the item “${strange}”. Spell it as the bank does, or take it out`;
        return { ok: false, mistakes: [{ field: 'items', message }] };
      }
      await depictions.keep({
        ...{ id: sent.id, program: sent.program, served: served.value, items: [...own.values()] },
        ...{ source: source.value, onDay: world.clock.today() },
      });
      return { ok: true };
    },
  );
}

async function table<Value, Kind extends string>(
  { sheets }: Pick<World, 'sheets'>,
  file: Uint8Array,
  read: (text: Uint8Array) => Result<Value, Kind>,
): Promise<Result<Value>> {
  if (!sheets.looksLikeOne(file)) {
    return read(file);
  }
  const rows = await sheets.rowsOf(file);
  return rows.ok ? read(sheetAsText(rows.value)) : rows;
}
