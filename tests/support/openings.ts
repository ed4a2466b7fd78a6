/** People who hold a credential or none, an opening and its nominees, for tests of openings. */
import { randomUUID } from 'node:crypto';
import { type CivilDate, date } from '../../src/kernel/dates/civil-date.ts';
import { nominateMyself } from '../../src/workflow/opening/come-forward.ts';
import { verifyNominee } from '../../src/workflow/opening/verify-nominee.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import type { TestDatabase } from './database.ts';
import { newPerson } from './exam-world.ts';

export const SEAT_PROGRAM = 'larkspur-navigator';

/** A world whose calendar stands where a test puts it; sessions keep the real time. */
export function movableDay(first: string): {
  readonly change: (world: World) => World;
  set(day: string): void;
} {
  let today: CivilDate = date(first);
  return {
    change: (world) => ({ ...world, clock: { ...world.clock, today: () => today } }),
    set: (day) => {
      today = date(day);
    },
  };
}

let places = 90_000;

/** Somebody who holds the credential of the program. */
export async function holder(
  { owner }: Pick<TestDatabase, 'owner'>,
  world: World,
  name: string,
): Promise<string> {
  const person = await newPerson(world, name);
  await credentialFor({ owner }, person);
  return person;
}

export async function credentialFor(
  { owner }: Pick<TestDatabase, 'owner'>,
  person: string,
): Promise<string> {
  places += 1;
  const id = randomUUID().replaceAll('-', '').slice(0, 22);
  await owner.begin(async (tx) => {
    // Whoever holds one has passed an exam; here it is only the holding that matters.
    await tx`set local session_replication_role = replica`;
    await tx`insert into register.credential (id, person, program, document, status_index, valid_until, demonstration)
      values (${id}, ${person}, ${SEAT_PROGRAM}, '{}', ${places}, '2040-12-31', true)`;
  });
  return id;
}

/** Somebody comes forward, and staff verify what they say. */
export async function comesForward(
  world: World,
  asked: {
    readonly person: string;
    readonly opening: string;
    readonly stated: readonly string[];
    readonly household?: string;
    readonly staff: string;
  },
): Promise<void> {
  const id = randomUUID();
  const done = await nominateMyself(world, {
    person: asked.person,
    opening: asked.opening,
    id,
    suggestion: undefined,
    typed: {
      conflicts: 'none',
      consent: 'yes',
      household: asked.household ?? '',
      ...Object.fromEntries(asked.stated.map((value, place) => [`stated-${place + 1}`, value])),
    },
  });
  if (!done.ok || !done.value.ok) {
    throw new Error(JSON.stringify(done));
  }
  const known = await world.records.as({ rights: 'staff', person: asked.staff }, ({ seats }) =>
    seats.toVerify(asked.opening),
  );
  const values = known.find((one) => one.id === id)?.stated ?? {};
  const verified = await verifyNominee(world, {
    staff: asked.staff,
    nomination: id,
    values,
    source: 'seen in the register of employers',
  });
  if (!verified.ok) {
    throw new Error(verified.refusal.because);
  }
}

/** One row of everything a nominee may read of themselves, whatever the rules of an opening: for tests of who reads what. */
export async function nomineeIn(
  { owner }: Pick<TestDatabase, 'owner'>,
  person: string,
): Promise<void> {
  const [line] = await owner<{ place: number }[]>`select place from ledger.entry limit 1`;
  const place = line?.place ?? 0;
  const [body, opening, nomination] = [`b-${person.slice(0, 8)}`, randomUUID(), randomUUID()];
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into seats.body (id, title, kind, seats, term_months, most_terms, public_members, made_by)
      values (${body}, 'A committee', 'committee', 5, 24, 2, 1, ${person})`;
    await tx`insert into seats.opening (id, label, body, title, seats, how, open_to, program, duties, criteria, hours, pay, meetings,
        opens_on, closes_on, answer_by, term_from, place, published_by, published_on)
      values (${opening}, ${`S-${person.slice(0, 7)}`}, ${body}, 'A seat', 1, 'reading', 'holders', ${SEAT_PROGRAM}, 'Duties.',
        ${['One']}, '2', 'none', 'Online.', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', ${place}, ${person}, '2026-01-01')`;
    await tx`insert into seats.nomination (id, label, opening, nominee, statement, conflicts, stated, never_in_profession, on_day)
      values (${nomination}, ${`N-${person.slice(0, 7)}`}, ${opening}, ${person}, ${['Words.']}, 'none', '{}', false, '2026-01-02')`;
    await tx`insert into seats.withdrawal (nomination, on_day) values (${nomination}, '2026-01-03')`;
    await tx`insert into seats.attribute (nomination, category, value, source, on_day)
      values (${nomination}, 'setting', 'hospital', 'seen', '2026-01-03')`;
    await tx`insert into seats.set_aside (nomination, reason, set_by, on_day)
      values (${nomination}, 'Not to be verified.', ${person}, '2026-01-03')`;
    await tx`insert into seats.decided (nomination, chosen, reason, decided_by, on_day, accept_by, place)
      values (${nomination}, true, 'The strongest of the statements.', ${person}, '2026-02-10', '2026-02-20', ${place})`;
    await tx`insert into seats.answer (nomination, answer, answered_by, on_day)
      values (${nomination}, 'accepted', ${person}, '2026-02-12')`;
    await tx`insert into seats.appeal (nomination, against, grounds, words, on_day, promised_by)
      values (${nomination}, 'aside', ${['record-misread']}, 'It was misread.', '2026-01-04', '2026-02-04')`;
    await tx`insert into seats.appeal_answer (nomination, against, upheld, findings, heard_by, on_day, place)
      values (${nomination}, 'aside', true, '{}', ${person}, '2026-01-05', ${place})`;
    await tx`insert into seats.handed (nomination, on_day, accept_by) values (${nomination}, '2026-02-10', '2026-02-20')`;
    await tx`insert into seats.showing (nomination, name, on_day) values (${nomination}, 'Somebody', '2026-02-11')`;
    const story = randomUUID();
    await tx`insert into stories.story (id, label, title, words, language, offered_on, promised_by)
      values (${story}, ${`T-${person.slice(0, 7)}`}, 'A story', 'Words.', 'en', '2026-02-01', '2026-02-20')`;
    await tx`insert into stories.author (story, person) values (${story}, ${person})`;
    await tx`insert into stories.event (story, version, type, body)
      values (${story}, 1, 'asked-again', '{"on":"2026-02-11"}')`;
  });
}

const dayFields = (field: string, day: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return { [`${field}-year`]: year, [`${field}-month`]: month, [`${field}-day`]: dayOfMonth };
};

/** The form of an opening that is read, published at the beginning of December 2026. */
export const openingForm = (
  change: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  title: 'Item writer',
  seats: '1',
  how: 'reading',
  'open-to': 'holders',
  program: SEAT_PROGRAM,
  duties: 'Writes twenty questions a year.',
  criteria: 'Knows the daily work\nWrites plainly',
  hours: 'Two hours a week',
  pay: '$40 a question',
  meetings: 'Online, with captions.',
  ...dayFields('closes', '2026-12-10'),
  ...dayFields('answer-by', '2026-12-31'),
  ...dayFields('term-from', '2027-02-01'),
  'body-name': 'Item writers',
  'body-kind': 'item-writers',
  'body-seats': '6',
  'term-months': '12',
  'most-terms': '3',
  'public-members': '0',
  ...change,
});

/** The form of a recognition, published at the beginning of December 2026. */
export const recognitionForm = (
  change: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  purpose: 'recognition',
  recognition: 'mentoring',
  title: 'Mentors of the year',
  seats: '1',
  program: SEAT_PROGRAM,
  duties: 'For certificants who helped others into the profession.',
  criteria: 'Stayed through a hard time\nShared what they know',
  ...dayFields('closes', '2026-12-10'),
  ...dayFields('answer-by', '2026-12-31'),
  ...change,
});

/** What somebody writes who comes forward, for so many criteria. */
export const statementFor = (criteria: number): Record<string, string> => ({
  ...Object.fromEntries(
    Array.from({ length: criteria }, (_, place) => [
      `statement-${place + 1}`,
      'I have done this work for nine years on two wards.',
    ]),
  ),
  conflicts: 'none',
  consent: 'yes',
});

/** Two points for each of so many criteria, with what they rest on. */
export const pointsFor = (nomination: string, criteria: number): Record<string, string> => ({
  ...Object.fromEntries(
    Array.from({ length: criteria }, (_, place) => [`points-${place + 1}-${nomination}`, '2']),
  ),
  [`note-${nomination}`]: 'Said with an example of their own.',
});
