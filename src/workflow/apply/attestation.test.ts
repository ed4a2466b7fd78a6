import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { file, fillIn } from '../../../tests/support/application.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson, secretsFor, worldOver } from '../../../tests/support/exam-world.ts';
import { toHex } from '../../kernel/bytes/bytes.ts';
import type { World } from '../ports/ports.ts';
import { answerAttestation, askedOfSupervisor } from './answer-attestation.ts';
import { hashOfLink } from './ask-supervisors.ts';
import { ownMatter } from './own-matter.ts';

const PROGRAM = 'larkspur-care';
const DAY = 86_400_000;
const typed = {
  performed: 'yes',
  role: 'supervisor',
  'holds-credential': 'no',
  months: '18.5',
  'hours-per-week': '36',
  remarks: 'She ran the night desk.',
};

describe('a supervisor’s link, on a real database', () => {
  let database: TestDatabase;
  let world: World;

  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder, 'https://larkspur.example');
  });
  after(() => database.close());

  const linked = async (name = 'Ngozi Adichie-Bell') => {
    const person = await newPerson(world, name);
    await fillIn(world, person, PROGRAM);
    const filed = await file(world, person, PROGRAM);
    assert.ok(filed.ok, filed.ok ? '' : filed.refusal.because);
    const { id } = filed.value.matter;
    const [mail] = await database.owner<{ to_address: string; body: string; subject: string }[]>`
      select m.* from post.mail m join evidence.attestation_request r
        on r.supervisor_email = m.to_address and r.matter = ${id}
      where m.queued_at >= r.asked_at order by m.queued_at limit 1`;
    const token = /https:\/\/larkspur\.example\/attest\/(\S+)/.exec(mail?.body ?? '')?.[1];
    assert.ok(mail && token);
    return { person, matter: id, mail, token };
  };
  const answers = async (matter: string): Promise<readonly unknown[]> =>
    (
      await database.owner<{ answers: unknown }[]>`select a.answers from evidence.attestation a
        join evidence.attestation_request r on r.id = a.request where r.matter = ${matter}`
    ).map((row) => row.answers);

  test('the letter holds a link that is only in the letter, and says what it is for and until when', async () => {
    const { mail, token, matter } = await linked();
    assert.equal(mail.to_address, 'r.osei@riverbend-clinic.example');
    assert.ok(mail.body.includes('Ngozi Adichie-Bell') && mail.body.includes('Rosalind Osei'));
    assert.match(mail.body, /works until \w+day, \w+ \d+, \d{4}/);
    assert.equal(Buffer.from(token, 'base64url').length, 32);
    const [request] = await database.owner<{ token_hash: Buffer; days: number }[]>`
      select token_hash, extract(epoch from expires_at - asked_at) / 86400 as days
      from evidence.attestation_request where matter = ${matter}`;
    assert.equal(toHex(request?.token_hash ?? new Uint8Array()), toHex(hashOfLink(token)));
    assert.equal(Math.round(Number(request?.days)), 60);
  });

  test('the page says who asks and about which work, and nothing else about the candidate', async () => {
    const { token } = await linked('Ana');
    const asked = await askedOfSupervisor(world, token);
    assert.ok(asked.ok);
    const { candidate, supervisor, work, answered } = asked.value;
    assert.deepEqual(
      { candidate, supervisor, answered },
      {
        candidate: 'Ana',
        supervisor: 'Rosalind Osei',
        answered: false,
      },
    );
    assert.ok(work.length > 0 && work.every(({ title, rule }) => title !== '' && rule !== ''));
  });

  test('answers are stored once, however often and wherever they are sent', async () => {
    const { token, matter, person } = await linked();
    const sent = await Promise.all(
      [1, 2, 3].map((hours) =>
        answerAttestation(world, { token, typed: { ...typed, 'hours-per-week': String(hours) } }),
      ),
    );
    assert.equal(sent.filter((answer) => answer.ok).length, 1);
    const [first, ...more] = await answers(matter);
    assert.deepEqual(more, []);
    const again = await answerAttestation(world, { token, typed: {} });
    assert.equal(!again.ok && again.refusal.kind, 'answered-before');
    assert.deepEqual(await answers(matter), [first]);
    const mine = await ownMatter(world, { person, matter });
    assert.ok(mine.ok);
    assert.deepEqual(mine.value.supervisors, [{ name: 'Rosalind Osei', answered: true }]);
  });

  test('a mistake writes nothing, is named beside its field, and loses nothing typed', async () => {
    const { token, matter } = await linked();
    const sent = await answerAttestation(world, {
      token,
      typed: { ...typed, months: 'a year and a half' },
    });
    assert.ok(sent.ok && !sent.value.stored);
    assert.deepEqual(
      sent.value.mistakes.map(({ field }) => field),
      ['months'],
    );
    assert.equal(sent.value.values['months'], 'a year and a half');
    assert.equal(sent.value.values['remarks'], typed.remarks);
    assert.deepEqual(await answers(matter), []);
  });

  test('a link that is over and a link that never was say the same, and write nothing', async () => {
    const { token, matter } = await linked();
    const later: World = {
      ...world,
      clock: { ...world.clock, now: () => world.clock.now() + 61 * DAY },
    };
    const over = await answerAttestation(later, { token, typed });
    const never = await answerAttestation(world, { token: `${token.slice(0, -2)}xx`, typed });
    assert.ok(!over.ok && !never.ok);
    assert.deepEqual(over.refusal, never.refusal);
    assert.equal(over.refusal.kind, 'no-such-link');
    assert.deepEqual(await answers(matter), []);
    const lastDay: World = {
      ...world,
      clock: { ...world.clock, now: () => world.clock.now() + 59 * DAY },
    };
    assert.ok((await answerAttestation(lastDay, { token, typed })).ok);
  });
});
