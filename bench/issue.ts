/**
 * Ten thousand credentials issued in one go, as `evenhand issue` does it: each judged by its rule, signed, checked, kept, given its
 * place on a list, its line of the log and its letter, fifty in a transaction on a real PostgreSQL. Beside it the same
 * signatures alone, in the same run. A second run, when nothing is due, issues nothing.
 * Run by: npm run bench -- issue
 */
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../src/kernel/bytes/json-members.ts';
import { issueDue } from '../src/workflow/certify/issue-due.ts';
import { signAsIssuer } from '../src/workflow/certify/issuer.ts';
import { testDatabase } from '../tests/support/database.ts';
import { secretsFor, storeExam, worldOver } from '../tests/support/exam-world.ts';

const MANY = Number(process.argv[2] ?? 10_000);
const SIGNED_ALONE = 1000;

/** Names as people bear them: letters, which need not be typeset one by one to know that they print. */
const inLetters = (number: number): string =>
  [...String(number)].map((digit) => String.fromCharCode(0x61 + Number(digit))).join('');

const database = await testDatabase();
const world = worldOver(database.pools, secretsFor().folder);
const { owner } = database;
await storeExam(owner, world);
const [form] = await owner<{ id: string }[]>`select id from exam.form
  where program = 'larkspur-care' limit 1`;
const people = Array.from({ length: MANY }, (_, number) => ({
  person: randomUUID(),
  sitting: randomUUID(),
  name: `Zoë ${inLetters(number)} Nguyễn-O’Brien`,
}));
const rows = owner.json(people);
await owner`insert into people.person (id, email, full_name)
  select p.person, p.person || '@example.org', p.name
  from jsonb_to_recordset(${rows}) as p(person uuid, sitting uuid, name text)`;
await owner`insert into exam.sitting (id, person, program, form, granted, option_orders)
  select p.sitting, p.person, 'larkspur-care', ${form?.id ?? ''}, '{}', '{}'
  from jsonb_to_recordset(${rows}) as p(person uuid, sitting uuid, name text)`;
await owner`insert into exam.result (sitting, passed, report)
  select p.sitting, true, '{}' from jsonb_to_recordset(${rows}) as p(person uuid, sitting uuid, name text)`;

interface Took {
  readonly seconds: number;
  readonly cpu: number;
}
async function timed(work: () => Promise<void>): Promise<Took> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

const batch = await timed(async () => {
  const { issued } = await issueDue(world);
  if (issued !== MANY) throw new Error(`${issued} issued`);
});
const again = await timed(async () => {
  const { issued } = await issueDue(world);
  if (issued !== 0) throw new Error(`${issued} issued again`);
});
const kept = await owner<
  { document: JsonObject }[]
>`select document from register.copy limit ${SIGNED_ALONE}`;
const alone = await timed(async () => {
  for (const { document } of kept) {
    const { proof: _, ...unsigned } = document;
    await signAsIssuer(world, unsigned);
  }
});
const [log] = await owner<{ lines: number; places: number }[]>`
  select (select count(*) from ledger.entry)::int as lines, (select count(distinct (list, place)) from register.copy)::int as places`;
await database.close();

const rate = MANY / batch.seconds;
const bare = kept.length / alone.seconds;
console.log(
  `${MANY} issued in ${batch.seconds.toFixed(0)} s, ${rate.toFixed(0)}/s (${(MANY / batch.cpu).toFixed(0)} a CPU second of this process); ${log?.lines} lines of the log, ${log?.places} places, each once`,
);
console.log(
  `signed and checked alone: ${bare.toFixed(0)}/s (${(kept.length / alone.cpu).toFixed(0)} a CPU second); the whole takes ${(bare / rate).toFixed(1)} times as long`,
);
console.log(`run again with nothing due: ${again.seconds.toFixed(2)} s, none issued`);
