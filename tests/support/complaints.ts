/** A body that hears complaints, over a test database: who handles, who can be drawn, and somebody who holds a credential. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { PanelKind, Sanction } from '../../src/casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../src/casework/conduct/conduct-matter.ts';
import type { PanelAct } from '../../src/casework/conduct/panel-acts.ts';
import { addDays, addYears, type CivilDate, date } from '../../src/kernel/dates/civil-date.ts';
import type { Result } from '../../src/kernel/result/result.ts';
import {
  answerComplaint,
  type RespondentAct,
} from '../../src/workflow/conduct/answer-complaint.ts';
import {
  addEvidenceTo,
  announceDraw,
  handleComplaint,
  makeDraw,
  type PlainAct,
} from '../../src/workflow/conduct/handle-complaint.ts';
import { judgeComplaint } from '../../src/workflow/conduct/judge-complaint.ts';
import { keepTime } from '../../src/workflow/conduct/keep-time.ts';
import { openComplaint } from '../../src/workflow/conduct/open-complaint.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import { anybody, as, type Cast, cast, worker } from './cast.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { secretsFor, worldOver } from './exam-world.ts';

export const RESPONDENT_NAME = 'Qianru Canaryrespondent';
export const COMPLAINANT_NAME = 'Yevhen Canarycomplainant';

export interface ConductBench {
  readonly db: TestDatabase;
  readonly world: World;
  readonly all: Cast;
  readonly handler: string;
  readonly colleague: string;
  readonly ombud: string;
  readonly custodian: string;
  readonly panel: readonly string[];
  readonly respondent: string;
  readonly credential: string;
  /** The day it is now; moved on by `wait`. */
  today: CivilDate;
}

/** Signs somebody up under a name, with an office where one is named. */
async function person(
  { db, all }: Pick<ConductBench, 'db' | 'all'>,
  name: string,
  office?: string,
): Promise<string> {
  const id = randomUUID();
  const email = `${randomBytes(6).toString('hex')}@people.example`;
  assert.ok(await all.records.as(anybody, ({ door }) => door.signUp(id, email, name, 'hash')));
  if (office !== undefined) {
    await db.owner`insert into people.office (person, office) values (${id}, ${office})`;
  }
  return id;
}

export async function conductBench(over?: {
  readonly db: TestDatabase;
  readonly world: World;
}): Promise<ConductBench> {
  const db = over?.db ?? (await testDatabase());
  const all = await cast(db);
  const bench = { db, all };
  const panel: string[] = [];
  for (let place = 0; place < 18; place += 1) {
    const member = await person(bench, `Panel member ${place}`, 'panel');
    await all.records.as(as('director', all.director), ({ conduct }) =>
      conduct.keepInPool({
        person: member,
        isPublic: place % 3 === 0,
        trainedUntil: date('2099-01-01'),
        termEnds: date('2099-01-01'),
      }),
    );
    panel.push(member);
  }
  const respondent = await person(bench, RESPONDENT_NAME);
  const opened: ConductBench = {
    ...bench,
    world: over?.world ?? worldOver(db.pools, secretsFor().folder),
    handler: await person(bench, 'Coordinator one', 'conduct'),
    colleague: await person(bench, 'Coordinator two', 'conduct'),
    ombud: await person(bench, 'Ombud one', 'ombud'),
    custodian: await person(bench, 'Custodian one', 'custodian'),
    panel,
    respondent,
    credential: await credentialOf(bench, respondent),
    today: date(new Date().toISOString().slice(0, 10)),
  };
  const { clock } = opened.world;
  return Object.assign(opened, {
    world: { ...opened.world, clock: { ...clock, today: () => opened.today } },
  });
}

/** A credential, with the exam that led to it; of the program whose code is complete unless said otherwise. */
export async function credentialOf(
  { db, all: { records } }: { readonly db: TestDatabase; readonly all: Pick<Cast, 'records'> },
  holder: string,
  name = RESPONDENT_NAME,
  { program = 'larkspur-navigator', validUntil = '2099-02-28' } = {},
): Promise<string> {
  const id = randomBytes(11).toString('hex');
  const sitting = randomUUID();
  const form = `form-${id}`;
  await db.owner`insert into exam.form (id, program, kind, body)
    values (${form}, ${program}, 'demonstration', ${db.owner.json({ minutes: 30 })})`;
  await records.as(worker, async ({ exam, register }) => {
    await exam.book({
      ...{ id: sitting, person: holder, program, form },
      ...{ granted: { multiplier: 1 }, optionOrders: {} },
    });
    await exam.noteClock(sitting, 'start', 0, '');
    await exam.noteClock(sitting, 'submit', 0, '');
    await exam.saveResult(sitting, true, { score: 1 }, []);
    await register.issue({
      ...{ id, person: holder, sitting, program },
      document: { credentialSubject: { name } },
      statusIndex: await register.nextStatusSequence(),
      validUntil: date(validUntil),
      demonstration: true,
    });
  });
  return id;
}

type Opening = Parameters<typeof openComplaint>[1];

/** A complaint about the respondent of the bench; its conduct lies behind the day the credential was issued on. */
export async function complaintAbout(
  bench: ConductBench,
  change: Partial<Opening> = {},
): Promise<string> {
  const opened = await openComplaint(bench.world, {
    handler: bench.handler,
    about: 'person',
    program: 'larkspur-navigator',
    grounds: ['race'],
    setting: 'hospital',
    respondent: { person: bench.respondent, fullName: RESPONDENT_NAME, formerNames: [] },
    complainant: {
      ...{ concern: undefined, person: undefined, fullName: COMPLAINANT_NAME },
      ...{ contact: 'complainant@people.example', naming: 'to-staff', language: 'en' },
      hopes: 'An apology.',
    },
    alleged: [
      {
        number: 'R1',
        conductOn: bench.today,
        alsoCited: [],
        words: 'A client was turned away for the color of their skin.',
      },
    ],
    ...change,
  });
  assert.ok(opened.ok, opened.ok ? '' : `${opened.refusal.kind}: ${opened.refusal.because}`);
  return opened.value.id;
}

const done = <Value>(answer: Result<Value, string>): Value => {
  assert.ok(answer.ok, answer.ok ? '' : `${answer.refusal.kind}: ${answer.refusal.because}`);
  return answer.value;
};

export async function versionOf({ world }: ConductBench, matter: string): Promise<number> {
  const history = await world.records.as(worker, ({ conduct }) => conduct.read(matter));
  return history?.version ?? 0;
}

export async function handle(
  bench: ConductBench,
  matter: string,
  act: PlainAct,
): Promise<ConductMatter> {
  const { handler } = bench;
  const seen = await versionOf(bench, matter);
  return done(await handleComplaint(bench.world, { handler, matter, seen, act }));
}

/** Announces and makes a draw; answers who sits. */
export async function seatPanelOf(
  bench: ConductBench,
  matter: string,
  panel: PanelKind,
): Promise<readonly string[]> {
  const { handler, world } = bench;
  const asked = { handler, matter, panel };
  done(await announceDraw(world, { ...asked, seen: await versionOf(bench, matter) }));
  const state = done(
    await makeDraw(world, { ...asked, ties: [], seen: await versionOf(bench, matter) }),
  );
  return (state.sitting[panel] ?? []).map(({ person: member }) => member);
}

export async function judge(
  bench: ConductBench,
  matter: string,
  member: string,
  act: PanelAct,
): Promise<ConductMatter> {
  const seen = await versionOf(bench, matter);
  return done(await judgeComplaint(bench.world, { member, matter, seen, act }));
}

export async function answer(
  bench: ConductBench,
  matter: string,
  act: RespondentAct,
): Promise<ConductMatter> {
  const { respondent } = bench;
  return done(await answerComplaint(bench.world, { respondent, matter, seen: undefined, act }));
}

/** Days pass, and time is kept. */
export async function wait(bench: ConductBench, days: number): Promise<void> {
  bench.today = addDays(bench.today, days);
  await keepTime(bench.world);
}

export const allMet = {
  standing: { met: true, reason: 'Whoever complains was there.' },
  jurisdiction: { met: true, reason: 'The code bound the respondent.' },
  provision: { met: true, reason: 'It names a duty in force on that day.' },
  'in-time': { met: true, reason: 'It came in time.' },
} as const;

/** From the first look to the end of the gathering, with one document that was shown. */
export async function investigated(bench: ConductBench, matter: string): Promise<void> {
  const { handler, world } = bench;
  await handle(bench, matter, { act: 'screen', answers: allMet });
  await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
  await answer(bench, matter, { act: 'respond', words: 'It was otherwise.' });
  done(
    await addEvidenceTo(world, {
      ...{ handler, matter, seen: await versionOf(bench, matter) },
      ...{ kind: 'document', source: 'The log of the ward.' },
      original: {
        sha256: randomBytes(32).toString('hex'),
        mediaType: 'application/pdf',
        bytes: 1000,
        originalName: 'ward log.pdf',
      },
      copy: undefined,
    }),
  );
  await handle(bench, matter, { act: 'disclose', evidence: ['e1'] });
  await handle(bench, matter, { act: 'close-investigation', summary: 'Both sides were asked.' });
}

export const breach = [
  { allegation: 'a1', breach: true, reason: 'The log shows it.', evidence: ['e1'] },
] as const;

export const sanctionFrom = (bench: ConductBench, kind: Sanction['kind']): Sanction => ({
  kind,
  endsOn: addYears(bench.today, 2),
  conditions: ['Works under supervision.'],
  aggravating: [],
  mitigating: ['A first complaint.'],
  reason: 'The least that protects people.',
  departure: 'Like cases are too few to go by.',
});

/** Reviewed, heard and decided with a breach and this sanction. */
export async function decided(
  bench: ConductBench,
  matter: string,
  kind: Sanction['kind'],
): Promise<ConductMatter> {
  const [reviewer] = await seatPanelOf(bench, matter, 'review');
  await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
  const [hearer] = await seatPanelOf(bench, matter, 'hearing');
  await handle(bench, matter, {
    ...{ act: 'call-hearing', day: addDays(bench.today, 30), whereAndWhen: 'Room 4, at ten.' },
    ...{ mayBring: 'Anybody they trust.', accommodations: [] },
  });
  await wait(bench, 30);
  await judge(bench, matter, hearer ?? '', {
    ...{ act: 'hear', transcript: 'Word for word.', represented: false },
  });
  return await judge(bench, matter, hearer ?? '', {
    ...{ act: 'decide', findings: breach, remedy: undefined },
    sanction: sanctionFrom(bench, kind),
  });
}
