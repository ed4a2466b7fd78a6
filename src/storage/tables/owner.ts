/**
 * What only the owner of an installation does, from its own terminal: authorize a mark, appoint an office.
 * It works under the database's owner, which no request ever uses.
 */
import type { Office } from '../../workflow/ports/records.ts';
import type { Sql, Tx } from '../database/connect.ts';

export interface Owner {
  authorize(row: {
    readonly program: string;
    readonly owner: string;
    readonly reference: string;
    readonly recordedBy: string;
  }): Promise<void>;
  appoint(email: string, office: Office): Promise<boolean>;
  /** From now on somebody serves these programs and no other; none means all. False where no account has the address. */
  serveOnly(email: string, programs: readonly string[]): Promise<boolean>;
  /** Makes a member of the board its chair, in the place of whoever was; others become a member first. */
  appointChair(email: string): Promise<boolean>;
}

export function ownerOf(sql: Sql): Owner {
  const appoint = async (within: Sql | Tx, email: string, office: Office): Promise<boolean> => {
    await within`insert into people.office (person, office)
      select id, ${office} from people.person where email = ${email} on conflict do nothing`;
    const [known] = await within`select 1 from people.person where email = ${email}`;
    return known !== undefined;
  };
  return {
    async authorize(row) {
      await sql`insert into front.authorization (program, owner, reference, recorded_by)
        values (${row.program}, ${row.owner}, ${row.reference}, ${row.recordedBy})`;
    },
    appoint: (email, office) => appoint(sql, email, office),
    async serveOnly(email, programs) {
      return await sql.begin(async (tx) => {
        const [known] = await tx<
          { id: string }[]
        >`select id from people.person where email = ${email}`;
        if (known !== undefined) {
          await tx`delete from people.serves_only where person = ${known.id}`;
          await tx`insert into people.serves_only (person, program)
            select ${known.id}, unnest(${[...programs]}::text[])`;
        }
        return known !== undefined;
      });
    },
    async appointChair(email) {
      return await sql.begin(async (tx) => {
        const known = await appoint(tx, email, 'board');
        if (known) {
          await tx`update people.office set is_chair = false where is_chair`;
          await tx`update people.office o set is_chair = true from people.person p
            where p.id = o.person and p.email = ${email} and o.office = 'board'`;
        }
        return known;
      });
    },
  };
}
