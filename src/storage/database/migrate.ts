/**
 * Brings the tables up to date: numbered SQL files, each run once, in one transaction, under one lock.
 * A file that has run is never changed; a correction is a new file.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Sql } from './connect.ts';

const LOCK = 727274;

/** Runs what has not run yet; returns the names of those files. */
export async function migrate(owner: Sql, root: string): Promise<readonly string[]> {
  const folder = path.join(root, 'src', 'storage', 'database', 'migrations');
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return await owner.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await tx`create table if not exists public.migration(
      name text primary key, sha256 text not null, ran_at timestamptz not null default now())`;
    const rows = await tx<
      { name: string; sha256: string }[]
    >`select name, sha256 from public.migration`;
    const known = new Map(rows.map((row) => [row.name, row.sha256]));
    const ran: string[] = [];
    for (const name of files) {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      const before = known.get(name);
      if (before !== undefined && before !== digest) {
        throw new Error(`${name} was changed after it ran; write a new migration instead`);
      }
      if (before === undefined) {
        await tx.unsafe(text);
        await tx`insert into public.migration(name, sha256) values (${name}, ${digest})`;
        ran.push(name);
      }
    }
    return ran;
  });
}
