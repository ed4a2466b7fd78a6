/** Credentials in a real database, with a clock that a test moves, and the people who decide. */
import assert from 'node:assert/strict';
import type { ExamProgram } from '../../src/demonstration/items/demonstration-forms.ts';
import { type CivilDate, civilDateAt, date } from '../../src/kernel/dates/civil-date.ts';
import { awardOnPass } from '../../src/workflow/certify/award.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import { claimHours } from '../../src/workflow/renew/claim-hours.ts';
import { decideMatter, takeMatter } from '../../src/workflow/review/decide-matter.ts';
import { packetOf } from '../../src/workflow/review/packet.ts';
import { recordDocuments, recordsPage } from '../../src/workflow/review/record-documents.ts';
import type { TestDatabase } from './database.ts';
import { newPerson, secretsFor, storeExam, worldOver } from './exam-world.ts';

const ZONE = 'America/New_York';

export interface RenewalWorld {
  readonly world: World;
  /** Noon of a day at the body; later hours by hand. */
  at(day: string, hour?: string): void;
  readonly staff: string;
  readonly clerk: string;
  /** Records appeals: whoever recorded the matter had a part in it. */
  readonly otherClerk: string;
  readonly reviewer: string;
  readonly other: string;
}

export async function renewalWorld(
  db: TestDatabase,
  folder = secretsFor().folder,
): Promise<RenewalWorld> {
  const real = worldOver(db.pools, folder);
  let now = Date.now();
  const world: World = {
    ...real,
    clock: {
      now: () => now,
      today: () => civilDateAt(now, ZONE),
      dayOf: (instant) => civilDateAt(instant, ZONE),
    },
  };
  const staff = await newPerson(world, 'Sam Desk');
  const clerk = await newPerson(world, 'Clara Records');
  const otherClerk = await newPerson(world, 'Otto Records');
  const reviewer = await newPerson(world, 'Rae Decider');
  const other = await newPerson(world, 'Odd Decider');
  for (const [person, office] of [
    [staff, 'staff'],
    [clerk, 'clerk'],
    [otherClerk, 'clerk'],
    [reviewer, 'reviewer'],
    [other, 'reviewer'],
  ] as const) {
    await db.owner`insert into people.office (person, office) values (${person}, ${office})`;
  }
  for (const program of ['larkspur-care', 'larkspur-work', 'larkspur-navigator'] as const) {
    await storeExam(db.owner, world, program);
  }
  await db.owner`insert into renewal.provider (id, title, recorded_by) values
    ('harbor', 'Harbor Institute', ${staff}), ('lapsed', 'Old Mill School', ${staff})`;
  await db.owner`insert into renewal.provider_period (provider, from_day, to_day, recorded_by) values
    ('harbor', '2000-01-01', null, ${staff}), ('lapsed', '2020-01-01', '2024-06-30', ${staff})`;
  return {
    ...{ world, staff, clerk, otherClerk, reviewer, other },
    at: (day, hour = '17:00:00Z') => {
      now = Date.parse(`${day}T${hour}`);
    },
  };
}

/** A credential as an award on a pass makes it, of somebody new. */
export async function awarded(
  { world }: RenewalWorld,
  asked: { readonly program: ExamProgram; readonly on: string; readonly name?: string },
): Promise<{ readonly person: string; readonly credential: string }> {
  const person = await newPerson(world, asked.name ?? 'Zoë Nakamura-O’Brien');
  const sitting = world.chance.uuid();
  await world.records.as({ rights: 'worker', person: undefined }, async (records) => {
    const [form] = await records.exam.formsOf(asked.program);
    assert.ok(form);
    await records.exam.book({
      ...{ id: sitting, person, program: asked.program, form: form.id },
      ...{ granted: { multiplier: 1 }, optionOrders: {} },
    });
    await records.exam.noteClock(sitting, 'start', 0, '');
    await records.exam.noteClock(sitting, 'submit', 0, '');
    await records.exam.saveResult(sitting, true, { score: 1 }, []);
    await awardOnPass(world)(records, {
      ...{ person, sitting, program: asked.program, formKind: 'demonstration' },
      on: date(asked.on),
    });
  });
  const [history] = await world.records.as({ rights: 'candidate', person }, ({ renewals }) =>
    renewals.mine(),
  );
  assert.ok(history, 'a credential was awarded');
  return { person, credential: history.credential.id };
}

let courses = 0;

/** Claims hours of an approved provider, completed on a day. */
export async function claimed(
  { world }: RenewalWorld,
  held: { readonly person: string; readonly credential: string },
  completed: string,
  hours: number,
  change: Partial<Parameters<typeof claimHours>[1]['typed']> = {},
) {
  courses += 1;
  const done = await claimHours(world, {
    ...held,
    typed: {
      ...{ provider: 'Harbor Institute', title: `Course ${courses}`, began: '', completed },
      ...{ hours: String(hours), subjects: '', delivery: '' },
      ...change,
    },
    upload: undefined,
  });
  assert.ok(done.ok, done.ok ? '' : done.refusal.because);
  return done.value;
}

/** Enough for CCM, and for CDMS. Hours of one day never pass 24, so the course began days before. */
export async function enoughClaimed(
  all: RenewalWorld,
  held: { readonly person: string; readonly credential: string },
  completed: string,
): Promise<void> {
  const began = `${completed.slice(0, 8)}01`;
  for (const [hours, subjects] of [
    [72, ''],
    [8, 'ethics'],
  ] as const) {
    const one = await claimed(all, held, completed, hours, { began, subjects });
    assert.ok(one.kept, JSON.stringify(one));
  }
}

export async function paid(
  { world, staff }: RenewalWorld,
  held: { readonly person: string },
  program: string,
  cents: number,
  reference: string,
): Promise<boolean> {
  return await world.records.as({ rights: 'staff', person: staff }, ({ money }) =>
    money.enter(
      {
        ...{ id: world.chance.uuid(), person: held.person, program, matter: undefined },
        ...{ kind: 'payment', fee: 'payment', cents, currency: 'USD', reference },
      },
      staff,
    ),
  );
}

/** A clerk records, a reviewer decides: every criterion as told. */
export async function decided(
  { world, clerk: first, otherClerk, reviewer, other }: RenewalWorld,
  matter: string,
  isMet: (criterion: string, place: number) => boolean,
  who: 'first' | 'other' = 'first',
): Promise<void> {
  const [clerk, by] = who === 'first' ? [first, reviewer] : [otherClerk, other];
  const found = await recordsPage(world, { clerk, matter });
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  if (found.value.state.status === 'recording') {
    const recorded = await recordDocuments(world, {
      ...{ clerk, matter, seen: found.value.version, facts: [], send: true },
      statement: 'As the documents show.',
    });
    assert.ok(recorded.ok, recorded.ok ? '' : recorded.refusal.because);
  }
  assert.ok((await takeMatter(world, { reviewer: by, matter })).ok);
  const packet = await packetOf(world, { reviewer: by, matter });
  assert.ok(packet.ok);
  const done = await decideMatter(world, {
    ...{ reviewer: by, matter, seen: packet.value.version },
    findings: packet.value.criteria.map(({ id }, place) => ({
      ...{ criterion: id, met: isMet(id, place), reason: 'As the record shows.' },
    })),
  });
  assert.ok(done.ok, done.ok ? '' : done.refusal.because);
}

export const day = (text: string): CivilDate => date(text);
