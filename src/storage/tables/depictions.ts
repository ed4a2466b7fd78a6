/** Whom the items show and who is served; each read and written under the rights of the actor. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { Served } from '../../psychometrics/depictions/depictions.ts';
import type { DepictionRecords } from '../../workflow/ports/depiction-records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

export function depictionRecords(tx: Tx): DepictionRecords {
  return {
    async itemsOfForms(program) {
      const rows = await tx<{ form: string; item: string }[]>`
        select form, item from exam.items_of_forms(${program})`;
      const forms = new Map<string, string[]>();
      for (const { form, item } of rows) {
        forms.set(form, [...(forms.get(form) ?? []), item]);
      }
      return [...forms].map(([form, items]) => ({ form, items }));
    },
    async keep({ id, program, served, items, source, onDay }) {
      const written = items.map(({ id: item, shows }) => ({
        id: item,
        shows: Object.fromEntries([...shows].map(([variable, names]) => [variable, [...names]])),
      }));
      await tx`insert into exam.depicted (id, program, served, items, source, on_day)
        values (${id}, ${program}, ${stored(tx, served as unknown as Json)}, ${stored(tx, written)}, ${source}, ${onDay})
        on conflict (id) do nothing`;
    },
    async newest(program) {
      const [row] = await tx<Columns[]>`
        select id, program, served, items, source, on_day::text from exam.depicted
        where program = ${program} order by on_day desc, place desc limit 1`;
      return (
        row && {
          ...{ id: row.id, program: row.program, served: row.served, source: row.source },
          items: row.items.map((item) => ({
            id: item.id,
            shows: new Map(Object.entries(item.shows)),
          })),
          onDay: date(row.on_day),
        }
      );
    },
  };
}

interface Columns {
  id: string;
  program: string;
  served: readonly Served[];
  items: readonly {
    readonly id: string;
    readonly shows: Readonly<Record<string, readonly string[]>>;
  }[];
  source: string;
  on_day: string;
}
