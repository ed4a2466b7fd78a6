import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { connect, type Sql, type Tx } from '../../src/storage/database/connect.ts';
import { openDatabase, type RunningDatabase } from '../../src/storage/database/postgres.ts';
import { prepare } from '../../src/storage/database/prepare.ts';
import { as, type Cast, cast, file } from '../support/cast.ts';
import { chainOf } from '../support/chain.ts';
import { TEST_SECRET } from '../support/database.ts';
import { removeAfterDatabase, scratchFolder } from '../support/scratch.ts';
import type { Writing } from '../support/write-until-killed.ts';

const ROUNDS = 20;
const KILLS = [
  'the program',
  'the database',
  'the program',
  'the database and all its processes',
] as const;

describe('what was acknowledged', () => {
  const folder = scratchFolder();
  const data = path.join(folder, 'postgres');
  const promised = {
    answers: new Map<string, Set<string>>(),
    events: new Set<number>(),
    entries: new Map<number, string>(),
  };
  let writing: Writing;
  // Compiled once, because it is started twenty times; inside the repository, where it finds the packages.
  const program = path.join('.cache', `write-until-killed-${process.pid}.mjs`);

  before(async () => {
    await build({
      entryPoints: [path.join('tests', 'support', 'write-until-killed.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
    await opened(async (owner, { where }) => {
      const options = { root: process.cwd(), database: 'evenhand', secret: TEST_SECRET, fees: [] };
      const pools = await prepare(where, options);
      const all = await cast({ owner, pools, where, close: pools.close });
      await owner`insert into exam.form (id, program, kind, body) values ('form', 'p', 'demonstration', '{}')`;
      writing = {
        folder: data,
        secret: TEST_SECRET,
        candidate: all.ana,
        clerk: all.clerk,
        gathered: await booked(all),
        single: await booked(all),
        matter: (await file(all, all.ana)).id,
      };
      await pools.close();
    });
  });
  after(async () => {
    const running = await openDatabase(data, undefined);
    if (running.pid !== undefined) {
      process.kill(running.pid, 'SIGINT');
    }
    removeAfterDatabase(folder, data);
    rmSync(program, { force: true });
  });

  async function booked({ records, ana }: Cast): Promise<string> {
    const id = randomUUID();
    const row = { id, person: ana, program: 'p', form: 'form', granted: {}, optionOrders: {} };
    await records.as(as('worker'), async ({ exam }) => {
      await exam.book(row);
      await exam.lead(id, ana);
    });
    return id;
  }

  /** Starts or joins the database as any program would, looks behind the walls, and lets go. */
  async function opened<Seen>(
    look: (owner: Sql, running: RunningDatabase) => Promise<Seen>,
  ): Promise<Seen> {
    const running = await openDatabase(data, undefined);
    const owner = connect({ ...running.where, database: 'evenhand' }, 1);
    try {
      return await look(owner, running);
    } finally {
      await owner.end({ timeout: 2 });
    }
  }

  function note(line: string): void {
    const [kind, ...words] = line.split(' ');
    if (kind === 'answer') {
      const [sitting = '', client, n] = words;
      const known = promised.answers.get(sitting) ?? new Set();
      promised.answers.set(sitting, known.add(`${client} ${n}`));
    } else if (kind === 'event') {
      promised.events.add(Number(words[0]));
    } else if (kind === 'entry') {
      promised.entries.set(Number(words[0]), words[1] ?? '');
    }
  }

  /** Lets the program write for a moment, then kills with -9; gives back how much it had been promised. */
  async function round(kill: (typeof KILLS)[number], forMs: number): Promise<number> {
    const child = spawn(process.execPath, [program, JSON.stringify(writing)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines = linesOf(child);
    const closed = once(child, 'close');
    await Promise.race([lines.begun, closed.then(() => Promise.reject(new Error(lines.errors())))]);
    await new Promise((resolve) => setTimeout(resolve, forMs));
    if (kill !== 'the program') {
      killDatabase(data, kill);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGKILL');
    await closed;
    const told = lines.all();
    told.forEach(note);
    return told.length;
  }

  test(`is there after ${ROUNDS} kills with -9, of the program and of the database, whole, in order and once`, async () => {
    const perRound: number[] = [];
    for (let k = 0; k < ROUNDS; k += 1) {
      perRound.push(await round(KILLS[k % KILLS.length] ?? 'the program', (k * 67) % 180));
      // One picture of one moment: what a killed program had under way may still be finished by the database.
      await opened((owner) => owner.begin('isolation level repeatable read', allThere));
    }
    assert.ok(
      perRound.every((count) => count >= 24),
      `each round wrote: ${perRound.join(' ')}`,
    );
    await opened(goesOn);
  });

  async function allThere(owner: Tx): Promise<void> {
    for (const [sitting, acknowledged] of promised.answers) {
      const chain = await chainOf(owner, sitting);
      const kept = chain.rows.map(({ client, n }) => `${client} ${n}`);
      assert.ok(chain.intact, 'the hash chain');
      assert.ok(chain.unbroken, 'the sequence numbers');
      assert.equal(new Set(kept).size, kept.length, 'nothing is doubled');
      const there = new Set(kept);
      assert.deepEqual(
        [...acknowledged].filter((one) => !there.has(one)),
        [],
        'answers',
      );
    }
    const events = await owner<{ version: number; said: string | null }[]>`
      select version, body->>'statement' as said from casework.event where matter = ${writing.matter} order by version`;
    assert.deepEqual(
      events.map(({ version }) => version),
      events.map((_, place) => place + 1),
    );
    assert.ok(events.slice(1).every(({ version, said }) => said === `written at ${version}`));
    assert.deepEqual(
      [...promised.events].filter((version) => version > events.length),
      [],
    );
    const log = await owner<
      { place: number; id: string; opened: boolean; mailed: boolean; queued: boolean }[]
    >`
      select e.place, e.commitment as id, o.place is not null as opened, m.body = e.place::text as mailed,
        exists (select 1 from graphile_worker._private_jobs j where j.payload->>'mail' = m.id::text) as queued
      from ledger.entry e left join ledger.opening o on o.place = e.place left join post.mail m on m.subject = e.commitment
      order by e.place`;
    assert.deepEqual(
      log.map(({ place }) => place),
      log.map((_, place) => place),
    );
    assert.ok(
      log.every(({ opened: o, mailed, queued }) => o && mailed && queued),
      'nothing by half',
    );
    const [mails] = await owner<{ n: number }[]>`select count(*)::int as n from post.mail`;
    assert.equal(mails?.n, log.length, 'no mail about an entry that is not there');
    for (const [place, id] of promised.entries) {
      assert.equal(log[place]?.id, id, `entry ${place}`);
    }
  }

  /** After all that the same answers sent again change nothing, and new ones are taken. */
  async function goesOn(owner: Sql): Promise<void> {
    const before = await chainOf(owner, writing.single);
    const [last] = before.rows.slice(-1);
    assert.ok(last !== undefined);
    const send = (n: number) =>
      owner`select * from exam.append_answers(${writing.single}, ${writing.candidate}, 1, ${last.client},
        ${owner.json([{ n, item: `item-${n % 30}`, response: { option: `${n}` }, ms: n }])})`;
    await send(last.n);
    assert.equal((await chainOf(owner, writing.single)).rows.length, before.rows.length);
    await send(last.n + 1);
    const after = await chainOf(owner, writing.single);
    assert.ok(after.intact && after.unbroken && after.rows.length === before.rows.length + 1);
  }
});

function linesOf(child: ChildProcess): {
  /** Enough was promised for the kill to fall into the middle of it. */
  readonly begun: Promise<void>;
  all(): readonly string[];
  errors(): string;
} {
  let text = '';
  let errors = '';
  let enough: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    enough = resolve;
  });
  child.stdout?.on('data', (piece: Buffer) => {
    text += piece.toString();
    if (text.split('\n').length > 25) {
      enough();
    }
  });
  child.stderr?.on('data', (piece: Buffer) => {
    errors += piece.toString();
  });
  // The last line may be cut off by the kill: it was not said in full, so it promises nothing.
  return { begun, all: () => text.split('\n').slice(1, -1), errors: () => errors };
}

function killDatabase(data: string, which: (typeof KILLS)[number]): void {
  const [pid] = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  const children = which === 'the database' ? [] : childrenOf(Number(pid));
  for (const one of [Number(pid), ...children]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // A process of the database that ended by itself a moment ago.
    }
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, , , of] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/\(.*\)/, 'x')
          .split(' ');
        return Number(of) === parent;
      } catch {
        return false;
      }
    });
}
