/** Why somebody asked for another name, and a reading of their former names, for the tests of who may see what. */
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from './database.ts';

export async function nameRows(
  { owner }: TestDatabase,
  about: { readonly person: string; readonly matter: string; readonly clerk: string },
): Promise<void> {
  const { person, matter, clerk } = about;
  await owner`insert into casework.name_reason (matter, reason) values (${matter}, 'gender-transition')`;
  await owner`insert into audit.former_name_reading (id, matter, person, reader, purpose)
    values (${randomUUID()}, ${matter}, ${person}, ${clerk}, 'The diploma bears an earlier name.')`;
}
