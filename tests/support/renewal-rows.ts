/** One row of a person in every table about keeping a credential, for the tests of who may see what. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Tx } from '../../src/storage/database/connect.ts';
import type { Cast } from './cast.ts';
import type { TestDatabase } from './database.ts';

export async function renewalRows(
  { owner }: TestDatabase,
  { staff, first }: Cast,
  about: {
    readonly person: string;
    readonly credential: string;
    readonly matter: string;
    readonly sitting: string;
  },
): Promise<void> {
  const { credential, matter } = about;
  const [activity, proof, reminder, mail, asked] = Array.from({ length: 5 }, () => randomUUID());
  const lottery = `lottery-${credential.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;
  await owner.begin(async (tx) => {
    await tx`insert into renewal.provider (id, title, recorded_by) values ('a-school', 'A School', ${staff})
      on conflict do nothing`;
    await tx`insert into renewal.provider_period (provider, from_day, recorded_by)
      values ('a-school', '2020-01-01', ${staff}) on conflict do nothing`;
    await tx`insert into renewal.proof (id, credential, person, sha256, media_type, bytes, original_name)
      values (${proof ?? ''}, ${credential}, ${about.person}, 'ab', 'application/pdf', 10, 'certificate.pdf')`;
    await tx`insert into renewal.activity (id, credential, person, provider, title, began, completed, hours, subjects,
        delivery, folded, proof)
      values (${activity ?? ''}, ${credential}, ${about.person}, 'A School', 'A course', '2028-01-01', '2028-01-01', 2,
        '{}', 'live', 'a school|a course|2028-01-01', ${proof ?? ''})`;
    await reviewedBy(tx, activity ?? '', { holder: about.person, first, second: staff });
    await tx`insert into renewal.event (credential, version, type, body)
      values (${credential}, 1, 'retired', ${tx.json({ on: '2028-06-01', returnUntil: '2033-06-01' })})`;
    await tx`insert into renewal.matter_of (matter, credential) values (${matter}, ${credential})`;
    // What was revoked has no later copy; here only who sees the row is looked at.
    await tx`alter table register.copy disable trigger guard_copy`;
    await tx`insert into register.copy (id, credential, number, why, document, list, place, valid_until, issued_on)
      select ${randomBytes(11).toString('hex')}, ${credential}, 1, 'renewal', ${tx.json({ name: 'A credential' })}, 1,
        status_index, '2033-02-28', '2028-06-01' from register.credential where id = ${credential}`;
    await tx`alter table register.copy enable trigger guard_copy`;
    await tx`insert into renewal.reminder (id, credential, kind, about_day, mail)
      values (${reminder ?? ''}, ${credential}, '30-days', '2033-02-28', ${mail ?? ''})`;
    await tx`insert into renewal.reminder_delivery (reminder, delivered, note) values (${reminder ?? ''}, true, '')`;
    await tx`insert into renewal.confirmation_request
        (id, credential, activity, token_hash, asked_name, asked_email, expires_at)
      values (${asked ?? ''}, ${credential}, ${activity ?? ''}, ${randomBytes(32)}, 'Petra', 'p@x.example', now())`;
    await tx`insert into renewal.confirmation (request, took_place, hours, words) values (${asked ?? ''}, true, 2, '')`;
    const [line] = await tx<{ place: number }[]>`select min(place)::int as place from ledger.entry`;
    await tx`insert into renewal.lottery (id, program, plan, published_by, place)
      values (${lottery}, 'larkspur-care', '{}', ${staff}, ${line?.place ?? 0})`;
    // Which exam renews what is looked at elsewhere; here only who sees the row is.
    await tx`alter table renewal.exam_sitting disable trigger guard_exam_sitting`;
    await tx`insert into renewal.exam_sitting (sitting, credential, opened) values (${about.sitting}, ${credential}, 0)`;
    await tx`alter table renewal.exam_sitting enable trigger guard_exam_sitting`;
    await tx`insert into register.listing (person, shown) values (${about.person}, 'link')`;
    await tx`insert into renewal.pool_entry (lottery, label, credential, traits)
      values (${lottery}, 'L-1', ${credential}, '[]')`;
  });
}

/** Refused, looked at once more, and accepted by somebody else. */
async function reviewedBy(
  tx: Tx,
  activity: string,
  who: { readonly holder: string; readonly first: string; readonly second: string },
): Promise<void> {
  const acting = (person: string) => tx`select set_config('evenhand.person', ${person}, true)`;
  await acting(who.first);
  await tx`insert into renewal.course_review (activity, accepted, reason, reviewed_by, on_day)
    values (${activity}, false, 'It is no education.', ${who.first}, '2028-02-01')`;
  await acting(who.holder);
  await tx`insert into renewal.course_appeal (activity, said, asked_on, promised_by)
    values (${activity}, 'It taught ethics.', '2028-02-02', '2028-03-02')`;
  await acting(who.second);
  await tx`insert into renewal.course_second (activity, accepted, reason, reviewed_by, on_day)
    values (${activity}, true, 'It did.', ${who.second}, '2028-02-03')`;
  await acting('');
}
