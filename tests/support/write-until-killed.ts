/**
 * A program that writes as fast as it can until it is killed, for the durability test: it starts or joins the database
 * of a folder as the server does, and prints a line for every write that was acknowledged, never before.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/storage/database/postgres.ts';
import { prepare } from '../../src/storage/database/prepare.ts';
import { batchedJournal } from '../../src/storage/tables/journal.ts';
import { transactor } from '../../src/storage/tables/unit-of-work.ts';
import type { Transactor } from '../../src/workflow/ports/ports.ts';
import { attested } from './matters.ts';

export interface Writing {
  readonly folder: string;
  readonly secret: string;
  readonly candidate: string;
  readonly clerk: string;
  /** Answered through the journal that gathers, and through a transaction for each answer. */
  readonly gathered: string;
  readonly single: string;
  readonly matter: string;
}

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const [asked] = process.argv.slice(2);
if (asked !== undefined) {
  const writing = JSON.parse(asked) as Writing;
  const running = await openDatabase(writing.folder, undefined);
  const { folder: _folder, secret } = writing;
  const pools = await prepare(running.where, {
    root: process.cwd(),
    database: 'evenhand',
    secret,
    fees: [],
  });
  const records = transactor(pools);
  say('writing');
  await Promise.all([
    ...Array.from({ length: 8 }, () => gathered(batchedJournal(pools.worker), writing)),
    ...Array.from({ length: 2 }, () => single(records, writing)),
    events(records, writing),
    entries(records),
  ]);
}

async function gathered(
  journal: ReturnType<typeof batchedJournal>,
  writing: Writing,
): Promise<void> {
  const client = randomUUID();
  for (let n = 1; ; n += 1) {
    const events = [{ n, item: `item-${n % 30}`, response: { option: `${n}` }, ms: n }];
    const { gathered: sitting, candidate: person } = writing;
    const kept = await journal.append({ sitting, person, epoch: 1, client, events });
    say(`answer ${sitting} ${client} ${kept?.acknowledged}`);
  }
}

async function single(records: Transactor, writing: Writing): Promise<void> {
  const client = randomUUID();
  for (let n = 1; ; n += 1) {
    const events = [{ n, item: `item-${n % 30}`, response: { option: `${n}` }, ms: n }];
    const kept = await records.as({ rights: 'worker', person: undefined }, ({ exam }) =>
      exam.append(writing.single, writing.candidate, 1, client, events),
    );
    say(`answer ${writing.single} ${client} ${kept.acknowledged}`);
  }
}

async function events(records: Transactor, { matter, clerk }: Writing): Promise<void> {
  for (;;) {
    const version = await records.as({ rights: 'clerk', person: clerk }, async ({ matters }) => {
      const seen = await matters.read(matter);
      const from = seen?.version ?? 0;
      const event = { ...attested(clerk), statement: `written at ${from + 1}` };
      const written = await matters.append(matter, from, [event]);
      return written === 'written' ? from + 1 : undefined;
    });
    if (version !== undefined) {
      say(`event ${version}`);
    }
  }
}

/** A line of the log, the mail about it and the job that sends it: all or nothing. */
async function entries(records: Transactor): Promise<void> {
  for (;;) {
    const id = randomUUID();
    const place = await records.as({ rights: 'worker', person: undefined }, async (all) => {
      const at = await all.log.append({
        commitment: id,
        leafHash: randomBytes(32),
        salt: randomBytes(32),
        plain: {},
        matter: undefined,
        credential: undefined,
      });
      await all.mail.send({
        id,
        toPerson: undefined,
        to: 'x@y.example',
        subject: id,
        body: `${at}`,
      });
      return at;
    });
    say(`entry ${place} ${id}`);
  }
}
