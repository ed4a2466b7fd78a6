/**
 * The people of a test body and one whole story for each candidate, so that every table holds rows of two different
 * people. Everything is written under the rights of whoever would write it, through the same door as the program's own.
 */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { date } from '../../src/kernel/dates/civil-date.ts';
import { transactor } from '../../src/storage/tables/unit-of-work.ts';
import type { MatterRow } from '../../src/workflow/ports/matter-history.ts';
import type { Actor, Rights, Transactor } from '../../src/workflow/ports/ports.ts';
import { concernRow, told } from './concerns.ts';
import type { TestDatabase } from './database.ts';
import { inAppeal, opened, setAside, stepsTo } from './matters.ts';

export interface Cast {
  readonly records: Transactor;
  readonly ana: string;
  readonly bo: string;
  readonly clerk: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly staff: string;
  readonly director: string;
  readonly auditor: string;
  readonly board: string;
  /** A coordinator of complaints about people who hold or seek a credential. */
  readonly coordinator: string;
  readonly ombud: string;
}

export const as = (rights: Rights, person?: string): Actor => ({ rights, person });
export const worker = as('worker');
export const anybody = as('public');

const OFFICES = {
  clerk: 'clerk',
  first: 'reviewer',
  second: 'reviewer',
  third: 'reviewer',
  staff: 'staff',
  director: 'director',
  auditor: 'auditor',
  board: 'board',
  coordinator: 'conduct',
  ombud: 'ombud',
} as const;

/** Signs everybody up; the owner appoints those who hold an office. */
export async function cast(db: TestDatabase): Promise<Cast> {
  const records = transactor(db.pools);
  const person = async (name: string): Promise<string> => {
    const id = randomUUID();
    const email = `${name}@people.example`;
    assert.ok(
      await records.as(anybody, ({ door }) => door.signUp(id, email, `Name of ${name}`, 'hash')),
    );
    return id;
  };
  const people = {
    ana: await person('ana'),
    bo: await person('bo'),
    clerk: await person('clerk'),
    first: await person('first'),
    second: await person('second'),
    third: await person('third'),
    staff: await person('staff'),
    director: await person('director'),
    auditor: await person('auditor'),
    board: await person('board'),
    coordinator: await person('coordinator'),
    ombud: await person('ombud'),
  };
  for (const [name, office] of Object.entries(OFFICES)) {
    const holder = people[name as keyof typeof OFFICES];
    await db.owner`insert into people.office (person, office) values (${holder}, ${office})`;
  }
  await publishFee(db, '2028-01', FEE.cents);
  return { records, ...people };
}

/** What a set of rules asks for an application; the owner writes it, as the program does at its start. */
export async function publishFee(
  { owner }: TestDatabase,
  rules: string,
  cents: number,
): Promise<void> {
  await owner`insert into money.published_fee (rules, fee, cents, currency)
    values (${rules}, ${FEE.fee}, ${cents}, ${FEE.currency}) on conflict do nothing`;
}

let matters = 0;

/** A new matter of a candidate, opened under the candidate's own rights. */
export async function file(
  { records }: Cast,
  candidate: string,
  change: Partial<MatterRow> = {},
  grounds?: readonly string[],
): Promise<MatterRow> {
  matters += 1;
  const row: MatterRow = {
    id: randomUUID(),
    label: `T-${matters}`,
    kind: 'eligibility',
    program: 'larkspur-care',
    rules: '2028-01',
    openedOn: date('2028-02-01'),
    promisedBy: date('2028-02-29'),
    appealOf: undefined,
    ...change,
  };
  await records.as(as('candidate', candidate), (all) =>
    all.matters.open(row, candidate, { degree: 'Master of Arts' }, opened(row, grounds)),
  );
  return row;
}

/** Carries a matter on, each step under the rights of whoever takes it. */
export async function carry(
  { records }: Cast,
  matter: string,
  steps: ReturnType<typeof stepsTo>,
): Promise<void> {
  for (const { rights, person, event } of steps) {
    const written = await records.as(as(rights, person), async (all) => {
      const seen = await all.matters.read(matter);
      const step = seen?.row.kind === 'appeal' ? inAppeal(event, seen.events[0]) : event;
      return await all.matters.append(matter, seen?.version ?? 0, [step]);
    });
    assert.equal(written, 'written', `${event.type} by ${rights}`);
  }
}

export interface Story {
  readonly matter: MatterRow;
  readonly sitting: string;
  readonly credential: string;
}

/** Forms and items of one exam; the owner loads them, as the program does at its start. */
export async function examOf(db: TestDatabase, form: string): Promise<void> {
  const { owner } = db;
  for (const [place, item] of ['one', 'two'].entries()) {
    const id = `${form}-${item}`;
    await owner`insert into exam.item (id, version, program, body, content_hash)
      values (${id}, 1, 'larkspur-care', ${owner.json({ stem: 'Which?' })}, 'hash')`;
    await owner`insert into vault.item_key (item, version, sealed_key) values (${id}, 1, ${randomBytes(40)})`;
    if (place === 0) {
      await owner`insert into exam.form (id, program, kind, body)
        values (${form}, 'larkspur-care', 'demonstration', ${owner.json({ minutes: 30 })})`;
    }
    await owner`insert into exam.form_item (form, place, part, item, version)
      values (${form}, ${place + 1}, 'whole', ${id}, 1)`;
  }
}

/** From the first draft to a revoked credential, with everything on the way that leaves a row. */
export async function wholeStory(db: TestDatabase, all: Cast, candidate: string): Promise<Story> {
  const { records, clerk, first, staff, director } = all;
  const mine = as('candidate', candidate);
  const matter = await file(all, candidate);
  await beforeDecision(all, mine, matter);
  await carry(all, matter.id, stepsTo('decided', { clerk, decider: first }));
  const appeal = await file(all, candidate, { kind: 'appeal', appealOf: matter.id });
  await records.as(mine, ({ money }) =>
    money.enter({ ...fee(candidate, matter), kind: 'charge' }, undefined),
  );
  await records.as(as('staff', staff), ({ money }) =>
    money.enter({ ...fee(candidate, matter), kind: 'payment' }, staff),
  );
  const request = randomUUID();
  const reason = 'The file names two different people.';
  await records.as(as('reviewer', first), ({ disclosures }) =>
    disclosures.ask({ id: request, matter: matter.id, askedBy: first, reason }),
  );
  await records.as(as('director', director), ({ disclosures }) =>
    disclosures.answer({ request, by: director, consented: true, reason: 'Agreed.' }),
  );
  assert.ok(
    await records.as(as('reviewer', first), ({ disclosures }) => disclosures.show(request)),
  );
  const { sitting, credential } = await examAndCredential(db, all, candidate, appeal);
  await resultSetAside(all, candidate, `form-${appeal.label}`);
  await askAboutTheCode(all, candidate, matter.label);
  await proposeSomething(all, candidate);
  return { matter, sitting, credential };
}

/** An exam not passed without an accommodation that was refused, and granted on appeal afterward. */
async function resultSetAside(all: Cast, candidate: string, form: string): Promise<void> {
  const { records, clerk, first, second, staff } = all;
  const asked = await file(all, candidate, { kind: 'accommodation' });
  await carry(all, asked.id, stepsTo('decided', { clerk, decider: first }));
  const sitting = randomUUID();
  await records.as(worker, async ({ exam }) => {
    const program = asked.program;
    const drawn = { granted: { multiplier: 1 }, optionOrders: {} };
    await exam.book({ id: sitting, person: candidate, program, form, ...drawn });
    await exam.noteClock(sitting, 'start', 0, '');
    await exam.noteClock(sitting, 'submit', 0, '');
    await exam.saveResult(sitting, false, { score: 0 }, []);
  });
  const of = { kind: 'appeal', appealOf: asked.id } as const;
  const appeal = await file(all, candidate, of, ['document-misread']);
  await carry(all, appeal.id, stepsTo('decided', { clerk: staff, decider: second }, 'met'));
  const event = setAside(appeal.id, 'reversed');
  await carry(all, asked.id, [{ rights: 'reviewer', person: second, event }]);
  const written = await records.as(worker, ({ exam }) =>
    exam.setResultAside({ sitting, matter: asked.id, on: asked.openedOn }),
  );
  assert.equal(written, 'written');
}

/** An idea that was answered, and is looked at again. */
async function proposeSomething({ records, director: by }: Cast, candidate: string): Promise<void> {
  const id = randomUUID();
  const on = date('2028-02-01');
  const mine = as('candidate', candidate);
  await records.as(mine, ({ ideas }) =>
    ideas.propose({
      ...{
        id,
        label: `I-${id.slice(0, 7)}`,
        subject: 'exam',
        program: undefined,
        role: 'candidate',
      },
      ...{ words: 'Offer the exam on a Saturday too.', why: 'A weekday costs a day of pay.' },
      ...{ proposedOn: on, promisedBy: date('2028-03-31') },
    }),
  );
  await records.as(as('director', by), ({ ideas }) =>
    ideas.append(id, 0, {
      ...{
        type: 'answered',
        on,
        by,
        outcome: 'not-adopted',
        title: 'Saturdays',
        byWhen: undefined,
      },
      ...{ summary: 'Seats on Saturdays.', reason: 'Nobody took the seats.' },
    }),
  );
  await records.as(mine, ({ ideas }) =>
    ideas.append(id, 1, {
      ...{ type: 'asked-again', on, reason: 'Nobody knew of it.', promisedBy: date('2028-04-01') },
    }),
  );
}

/** A question that was declined, and a case that was worked through. */
async function askAboutTheCode(
  { records, coordinator }: Cast,
  candidate: string,
  matter: string,
): Promise<void> {
  const id = randomUUID();
  const on = date('2028-02-01');
  await records.as(as('candidate', candidate), async ({ opinions, dilemmas }) => {
    await opinions.ask({
      ...{ id, label: `O-${matter}`, program: 'larkspur-care', provision: undefined },
      ...{
        words: 'Is this a question about the code?',
        askedOn: on,
        promisedBy: date('2028-03-01'),
      },
    });
    await dilemmas.noteDone('larkspur-care', 'a-case');
  });
  const reason = 'It is not about the code.';
  await records.as(as('conduct', coordinator), ({ opinions }) =>
    opinions.append(id, 0, { type: 'declined', on, by: coordinator, reason }),
  );
}

const FEE = { fee: 'application', cents: 19500, currency: 'USD' } as const;
const fee = (person: string, matter: MatterRow) => ({
  id: randomUUID(),
  person,
  program: matter.program,
  matter: matter.id,
  ...FEE,
  reference: `${FEE.fee}:${matter.id}`,
});

async function beforeDecision({ records }: Cast, mine: Actor, matter: MatterRow): Promise<void> {
  const candidate = mine.person ?? '';
  const document = (row: { readonly matter: string | undefined }) => ({
    id: randomUUID(),
    program: matter.program,
    supports: 'degree',
    sha256: 'ab'.repeat(32),
    mediaType: 'application/pdf',
    bytes: 1000,
    originalName: 'diploma.pdf',
    ...row,
  });
  const token = randomBytes(32);
  await records.as(mine, async (mineOnly) => {
    await mineOnly.drafts.save('larkspur-care', { degree: 'Master of Arts' });
    await mineOnly.documents.add(candidate, document({ matter: matter.id }));
    await mineOnly.documents.add(candidate, document({ matter: undefined }));
    await mineOnly.attestations.ask({
      id: randomUUID(),
      matter: matter.id,
      supports: 'months',
      tokenHash: token,
      supervisorName: 'Sam Supervisor',
      supervisorEmail: 'sam@work.example',
      expiresAt: Date.now() + 86_400_000,
    });
    await mineOnly.mail.tellSubject({
      id: randomUUID(),
      matter: matter.id,
      subject: 'We have your application',
      body: 'Thank you.',
    });
  });
  await records.as(anybody, async (strangers) => {
    await strangers.attestations.answer(token, { months: 14 }, Date.now());
    await strangers.door.noteAttempt(randomBytes(32), true);
    await strangers.door.openSession(randomBytes(32), candidate, Date.now() + 3_600_000);
    await strangers.concerns.raise(concernRow({ label: `C-${matter.label}` }), told(), [
      {
        sha256: 'a'.repeat(64),
        mediaType: 'application/pdf',
        bytes: 9,
        originalName: 'threat.pdf',
      },
    ]);
  });
}

async function examAndCredential(
  db: TestDatabase,
  { records, director, coordinator }: Cast,
  candidate: string,
  appeal: MatterRow,
): Promise<{ readonly sitting: string; readonly credential: string }> {
  const form = `form-${appeal.label}`;
  await examOf(db, form);
  const sitting = randomUUID();
  await records.as(worker, ({ exam }) =>
    exam.book({
      id: sitting,
      person: candidate,
      program: 'larkspur-care',
      form,
      granted: { multiplier: 1 },
      optionOrders: {},
    }),
  );
  const credential = randomBytes(11).toString('hex');
  await records.as(worker, async ({ exam, register, log, mail }) => {
    const epoch = await exam.lead(sitting, candidate);
    await exam.noteClock(sitting, 'start', 0, '');
    const answer = { n: 1, item: `${form}-one`, response: { option: 'a' }, ms: 1000 };
    await exam.append(sitting, candidate, epoch ?? 0, randomUUID(), [answer]);
    await exam.noteClock(sitting, 'submit', 0, '');
    const scored = { item: answer.item, answered: true, right: true };
    await exam.saveResult(sitting, true, { score: 1 }, [scored]);
    await register.issue({
      id: credential,
      person: candidate,
      sitting,
      program: 'larkspur-care',
      document: { name: 'Larkspur Care Coordinator' },
      statusIndex: await register.nextStatusSequence(),
      validUntil: date('2033-02-28'),
      demonstration: true,
    });
    const entry = { commitment: 'c', leafHash: randomBytes(32), salt: randomBytes(32), plain: {} };
    await log.append({ ...entry, matter: appeal.appealOf, credential: undefined });
    await log.append({ ...entry, matter: undefined, credential });
    await log.saveCheckpoint(await log.size(), 'note');
    const letter = randomUUID();
    await mail.send({
      id: letter,
      toPerson: candidate,
      to: 'x@y.example',
      subject: 's',
      body: 'b',
    });
    await mail.noteDelivery(letter, true, 'delivered');
  });
  await records.as(as('director', director), async ({ register, settings }) => {
    await register.revoke({ credential, reason: 'Issued by mistake.', by: director });
    await settings.recordDimension({
      dimension: `race ${appeal.label}`,
      inUse: true,
      purpose: 'p',
      basis: 'b',
      retention: 'r',
      recordedBy: 'director',
    });
  });
  await records.as(as('conduct', coordinator), async ({ concerns }) => {
    const [concern] = await concerns.list();
    await concerns.reply({
      id: randomUUID(),
      concern: concern?.id ?? '',
      asks: false,
      words: 'Heard.',
      author: coordinator,
    });
  });
  return { sitting, credential };
}
