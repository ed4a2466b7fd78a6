/** People for the journeys: accounts, offices, sessions, made in the running product. */
import { connect, type Sql } from '../../src/storage/database/connect.ts';
import { ownerOf } from '../../src/storage/tables/owner.ts';
import { openSession } from '../../src/workflow/account/sign-in.ts';
import { signUp } from '../../src/workflow/account/sign-up.ts';
import type { Office } from '../../src/workflow/ports/records.ts';
import type { FullServer } from './full-server.ts';
import { Visitor } from './visitor.ts';

export interface KnownPerson {
  readonly id: string;
  readonly email: string;
  readonly visitor: Visitor;
}

export const PASSPHRASE = 'four words that nobody guesses';
let made = 0;

/** The owner's connection, for appointing and for looking behind the walls. */
export const ownerSql = (server: FullServer): Sql =>
  connect({ ...server.opened.database.where, database: 'evenhand' }, 1);

export async function somebody(
  server: FullServer,
  fullName: string,
  ...offices: readonly Office[]
): Promise<KnownPerson> {
  made += 1;
  const email = `journey-${process.pid}-${made}@people.example`;
  const { world } = server.opened;
  await signUp(world, { email, fullName, passphrase: PASSPHRASE });
  const account = await world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
    door.accountOf(email),
  );
  if (account === undefined) {
    throw new Error('the account was not made');
  }
  const sql = ownerSql(server);
  for (const office of offices) {
    await ownerOf(sql).appoint(email, office);
  }
  await sql.end();
  const { token } = await openSession(world, account.person);
  return { id: account.person, email, visitor: new Visitor(server.address, token) };
}
