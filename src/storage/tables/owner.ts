/**
 * What only the owner of an installation does, from its own terminal: authorize a mark, appoint an office, load forms.
 * It works under the database's owner, which no request ever uses.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { Office } from '../../workflow/ports/records.ts';
import type { Sql } from '../database/connect.ts';
import { stored } from './rows.ts';

export interface FormToLoad {
  readonly id: string;
  readonly program: string;
  readonly kind: 'demonstration' | 'operational';
  readonly body: Json;
  readonly items: readonly {
    readonly id: string;
    readonly version: number;
    readonly part: string;
    readonly hash: string;
    readonly body: Json;
    /** The key, already sealed by the vault. */
    readonly sealedKey: Uint8Array;
  }[];
}

export interface Owner {
  authorize(row: {
    readonly program: string;
    readonly owner: string;
    readonly reference: string;
    readonly recordedBy: string;
  }): Promise<void>;
  appoint(email: string, office: Office): Promise<boolean>;
  /** Loads a form that is not there yet; items and keys with it. */
  loadForm(form: FormToLoad): Promise<void>;
}

export function ownerOf(sql: Sql): Owner {
  return {
    async authorize(row) {
      await sql`insert into front.authorization (program, owner, reference, recorded_by)
        values (${row.program}, ${row.owner}, ${row.reference}, ${row.recordedBy})`;
    },
    async appoint(email, office) {
      const added = await sql`insert into people.office (person, office)
        select id, ${office} from people.person where email = ${email} on conflict do nothing`;
      const [known] = await sql`select 1 from people.person where email = ${email}`;
      return added.count === 1 || known !== undefined;
    },
    async loadForm(form) {
      await sql.begin(async (tx) => {
        const [known] = await tx`select 1 from exam.form where id = ${form.id}`;
        if (known !== undefined) {
          return;
        }
        await tx`insert into exam.form (id, program, kind, body)
          values (${form.id}, ${form.program}, ${form.kind}, ${stored(tx, form.body)})`;
        let place = 0;
        for (const item of form.items) {
          await tx`insert into exam.item (id, version, program, body, content_hash)
            values (${item.id}, ${item.version}, ${form.program}, ${stored(tx, item.body)}, ${item.hash})
            on conflict do nothing`;
          await tx`insert into vault.item_key (item, version, sealed_key)
            values (${item.id}, ${item.version}, ${Buffer.from(item.sealedKey)}) on conflict do nothing`;
          await tx`insert into exam.form_item (form, place, part, item, version)
            values (${form.id}, ${place}, ${item.part}, ${item.id}, ${item.version})`;
          place += 1;
        }
      });
    },
  };
}
