/**
 * What only the owner of an installation does, from its own terminal: authorize a mark, appoint an office.
 * It works under the database's owner, which no request ever uses.
 */
import type { Office } from '../../workflow/ports/records.ts';
import type { Sql } from '../database/connect.ts';

export interface Owner {
  authorize(row: {
    readonly program: string;
    readonly owner: string;
    readonly reference: string;
    readonly recordedBy: string;
  }): Promise<void>;
  appoint(email: string, office: Office): Promise<boolean>;
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
  };
}
