/** Somebody who passed an exam of a program, from whatever made it so: a credential is due to them. The exam must be stored. */
import { randomUUID } from 'node:crypto';
import type { Sql } from '../../src/storage/database/connect.ts';

/** Answers who it is; with `person`, an account that there is. */
export async function passedExam(
  owner: Sql,
  who: { readonly name: string } | { readonly person: string },
  program = 'larkspur-care',
): Promise<string> {
  const person = 'person' in who ? who.person : randomUUID();
  if ('name' in who) {
    await owner`insert into people.person (id, email, full_name)
      values (${person}, ${`${person}@example.org`}, ${who.name})`;
  }
  const sitting = randomUUID();
  await owner`insert into exam.sitting (id, person, program, form, granted, option_orders)
    select ${sitting}, ${person}, ${program}, id, '{}', '{}' from exam.form where program = ${program} limit 1`;
  await owner`insert into exam.result (sitting, passed, report) values (${sitting}, true, '{}')`;
  return person;
}
