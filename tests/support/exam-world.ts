/** A world around a test database, with the demonstration's exams in it and people who may sit them. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { AccommodationKind } from '../../src/casework/accommodation/accommodation.ts';
import type { MatterEvent, MatterKind } from '../../src/casework/matter/matter.ts';
import {
  demonstrationExam,
  demonstrationKeys,
  type ExamProgram,
} from '../../src/demonstration/items/demonstration-forms.ts';
import { date } from '../../src/kernel/dates/civil-date.ts';
import { systemChance } from '../../src/outside/adapters/chance.ts';
import { documentCleaner } from '../../src/outside/adapters/cleaner.ts';
import { systemClock } from '../../src/outside/adapters/clock.ts';
import { fileFolder } from '../../src/outside/adapters/files.ts';
import { openKeys } from '../../src/outside/adapters/keys.ts';
import { argonPassphrases } from '../../src/outside/adapters/passphrases.ts';
import { printers } from '../../src/outside/adapters/printers.ts';
import { checkEd25519, gunzipBytes, gzipBytes } from '../../src/outside/adapters/signatures.ts';
import { spreadsheets } from '../../src/outside/adapters/spreadsheet.ts';
import { vaultWith } from '../../src/outside/adapters/vault.ts';
import { walletFormats } from '../../src/outside/adapters/wallets.ts';
import type { Sql } from '../../src/storage/database/connect.ts';
import type { Pools } from '../../src/storage/database/prepare.ts';
import { sealedWriter } from '../../src/storage/sealed-store/sealed-writer.ts';
import { storeForm } from '../../src/storage/tables/exam-bank.ts';
import { batchedJournal } from '../../src/storage/tables/journal.ts';
import { batchedSessions } from '../../src/storage/tables/sessions.ts';
import { transactor } from '../../src/storage/tables/unit-of-work.ts';
import type { World } from '../../src/workflow/ports/ports.ts';

export interface Secrets {
  readonly vault: Uint8Array;
  readonly folder: string;
}

export function secretsFor(): Secrets {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-exam-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { vault: openKeys(path.join(folder, 'keys')).vault, folder };
}

export function worldOver(pools: Pools, folder: string, origin = 'http://127.0.0.1'): World {
  const keys = openKeys(path.join(folder, 'keys'));
  const records = transactor(pools);
  return {
    clock: systemClock('America/New_York'),
    chance: systemChance(),
    records,
    sessions: batchedSessions(records),
    passphrases: argonPassphrases,
    files: fileFolder(path.join(folder, 'files')),
    cleaner: documentCleaner,
    ...printers(process.cwd()),
    sheets: spreadsheets,
    sealed: sealedWriter(pools.identify, keys.sealed, vaultWith(keys.sealed)),
    vault: vaultWith(keys.vault),
    journal: batchedJournal(pools.worker),
    wallets: walletFormats(origin),
    issuing: {
      checkSignature: checkEd25519,
      gzip: gzipBytes,
      gunzip: gunzipBytes,
      statusKey: new Uint8Array(32).fill(7),
    },
    keys: { issuer: keys.issuer, log: keys.log },
    origin,
  };
}

export async function storeExam(
  owner: Sql,
  world: World,
  program: ExamProgram = 'larkspur-care',
): Promise<void> {
  const exam = { ...demonstrationExam(program), keys: demonstrationKeys(program) };
  await owner.begin((tx) => storeForm(tx, world.vault, exam));
}

let people = 0;

/** Somebody with an account and nothing else. */
export async function newPerson(world: World, name = 'Zoë Nakamura-O’Brien'): Promise<string> {
  people += 1;
  const person = world.chance.uuid();
  await world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
    door.signUp(person, `sitter-${people}-${process.pid}@example.org`, name, 'no passphrase'),
  );
  return person;
}

/** Files a matter and has other people decide it. */
export async function decidedMatter(
  world: World,
  person: string,
  matter: {
    readonly kind: MatterKind;
    readonly program: string;
    readonly claim?: { readonly kinds: readonly AccommodationKind[] };
    /** Undefined: filed and not decided. */
    readonly outcome?: 'met' | 'not-met' | undefined;
  },
): Promise<string> {
  const id = world.chance.uuid();
  const on = date('2026-01-05');
  const { kind, program } = matter;
  const opened: MatterEvent = {
    type: 'opened',
    on,
    kind,
    program,
    rules: 'ccm/2025-08',
    criteria: [{ id: 'one', title: 'One', rule: 'One criterion.' }],
    expression: { kind: 'criterion', criterion: 'one' },
    promisedBy: date('2026-02-05'),
    appealDays: 30,
  };
  const row = { id, label: `T-${id.slice(-10)}`, kind, program, rules: opened.rules };
  await world.records.as({ rights: 'candidate', person }, ({ matters }) =>
    matters.open(
      { ...row, openedOn: on, promisedBy: opened.promisedBy, appealOf: undefined },
      person,
      matter.claim ?? {},
      opened,
    ),
  );
  if (matter.outcome !== undefined) {
    await decide(world, id, matter.outcome);
  }
  return id;
}

async function decide(world: World, id: string, outcome: 'met' | 'not-met'): Promise<void> {
  const on = date('2026-01-20');
  const clerk = await newPerson(world);
  const decider = await newPerson(world);
  await world.records.as({ rights: 'clerk', person: clerk }, ({ matters }) =>
    matters.append(id, 1, [
      { type: 'attested', on, clerk, facts: [], statement: '' },
      { type: 'sent-to-review', on, clerk },
    ]),
  );
  const findings = [{ criterion: 'one', met: outcome === 'met', reason: 'As recorded.' }];
  const appealUntil = date('2026-02-20');
  await world.records.as({ rights: 'reviewer', person: decider }, ({ matters }) =>
    matters.append(id, 3, [
      { type: 'taken', on, decider },
      { type: 'decided', on, decider, outcome, findings, appealUntil },
    ]),
  );
}

/** Somebody who may start the exam at once. */
export async function newCandidate(
  world: World,
  program: ExamProgram = 'larkspur-care',
): Promise<string> {
  const person = await newPerson(world);
  await decidedMatter(world, person, { kind: 'eligibility', program, outcome: 'met' });
  return person;
}

/** For tests that are not about credentials. */
export const noAward = async (): Promise<void> => {};
