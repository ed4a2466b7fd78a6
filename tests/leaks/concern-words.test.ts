/**
 * The words of a concern: who raised it and who is named in it, what happened, what is hoped for, an address, the name
 * of a file. Every address without a script is opened as everybody who has an office and as nobody; then the mail, the
 * log and every table. Each word may stand only where it belongs.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { OFFICES } from '../../src/contract/routes/office.ts';
import { routes } from '../../src/contract/routes/routes.ts';
import { CONCERN_PASSPHRASE, labelIn, receiptIn } from '../support/concerns.ts';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../support/desk.ts';

const WORDS = {
  account: 'Canaryaccount was said before everybody.',
  who: 'Canarywho Zettl-Marchwarden',
  hope: 'A canaryhope.',
  name: 'Canaryname Oldacre',
  contact: 'canarycontact@people.example',
  file: 'CANARYFILE will hurt you.jpg',
  added: 'And canaryadded too.',
} as const;
const MARKS = /canary(?:account|who|hope|name|contact|file|added|meta)|marchwarden|oldacre/i;
const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('words of a concern', () => {
  let desk: Desk;
  let ombud: DeskPerson;
  let concern = '';
  let file = '';
  let label = '';
  let receipt = '';
  before(async () => {
    desk = await openDesk();
    ombud = await desk.somebody('Bảo Trần', 'ombud');
    const stranger = desk.stranger();
    const photo = await sharp({
      create: { width: 9, height: 9, channels: 3, background: '#225588' },
    })
      .withExif({ IFD0: { Artist: 'CANARYMETA' } })
      .jpeg()
      .toBuffer();
    const sent = await stranger.upload(
      '/concern',
      {
        ...{ about: 'staff', visibility: 'staff', passphrase: CONCERN_PASSPHRASE },
        ...{ account: WORDS.account, who: WORDS.who, hope: WORDS.hope },
        ...{ name: WORDS.name, contact: WORDS.contact },
      },
      [{ field: 'files', name: WORDS.file, bytes: photo }],
    );
    label = labelIn(sent.words);
    receipt = receiptIn(sent.words);
    const talk = await stranger.send('/concern/receipt', {
      receipt,
      passphrase: CONCERN_PASSPHRASE,
    });
    await stranger.send(
      '/concern/receipt',
      { opened: hiddenIn(talk.text, 'opened') ?? '', words: WORDS.added },
      '/concern/write',
    );
    const [row] = await desk.database.owner<{ id: string; file: string }[]>`
      select c.id, f.id as file from conduct.concern c join conduct.concern_file f on f.concern = c.id
      where c.label = ${label}`;
    concern = row?.id ?? '';
    file = row?.file ?? '';
    const at = `/desk/concerns/${concern}`;
    await ombud.send(at, { answer: 'We look into it.', kind: 'answer' }, `${at}/answer`);
  });
  after(() => desk.close());

  const addresses = (): readonly string[] =>
    routes
      .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
      .map(({ path }) =>
        path
          .replace(':concern', concern)
          .replace(':file', file)
          .replaceAll(/:[a-z]+/g, NOBODY),
      );

  test('are read by those on the list and by nobody else, at any address', async () => {
    const everybody: (readonly [string, DeskPerson])[] = [
      ['nobody', desk.stranger()],
      ['a candidate', await desk.somebody('Ada Plain')],
    ];
    for (const office of OFFICES) {
      everybody.push([office, await desk.somebody(`Office of ${office}`, office)]);
    }
    const found: string[] = [];
    for (const [who, person] of everybody) {
      for (const address of addresses()) {
        const { status, text, headers } = await person.see(address);
        assert.ok(status < 500, `${who} at ${address}`);
        const seen = `${text}${JSON.stringify(headers)}`;
        if (
          MARKS.test(seen) ||
          seen.includes(label) ||
          (status === 200 && address.includes(file))
        ) {
          found.push(`${who} at ${address}`);
        }
      }
    }
    assert.deepEqual(found, [], 'an ombud who came later is not on the list either');
    const own = await ombud.see(`/desk/concerns/${concern}`);
    for (const mark of ['Canaryaccount', 'Canarywho', 'canaryhope', 'Canaryname', 'canaryadded']) {
      assert.ok(own.text.includes(mark), mark);
    }
    assert.ok(!own.text.includes('CANARYFILE'));
    assert.equal((await ombud.see(`/desk/concerns/${concern}/files/${file}`)).status, 200);
  });

  test('lie in the tables of concerns alone; the mail holds an address and no word', async () => {
    const tables = await desk.database.owner<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`;
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows = await desk.database.owner.unsafe(
        `select 1 from ${name} t where t::text ~* '${MARKS.source.replace('(?:', '(')}' limit 1`,
      );
      if (rows.length > 0) holding.push(name);
    }
    assert.deepEqual(holding.sort(), [
      'conduct.concern',
      'conduct.concern_file',
      'conduct.reply',
      'post.mail',
    ]);
    const mails = await desk.database.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_address = ${WORDS.contact}`;
    assert.equal(mails.length, 1);
    for (const { subject, body } of mails) {
      const said = `${subject}\n${body}`;
      assert.doesNotMatch(said, MARKS);
      assert.doesNotMatch(said, /concern|complaint|ombud/i);
      assert.ok(!said.includes(label) && !said.includes(receipt));
    }
    assert.deepEqual(desk.faults, []);
  });

  test('neither the receipt code nor the passphrase is kept anywhere', async () => {
    const tables = await desk.database.owner<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`;
    for (const secret of [receipt, receipt.replaceAll('-', ''), CONCERN_PASSPHRASE]) {
      for (const { name } of tables) {
        const rows = await desk.database.owner.unsafe(
          `select 1 from ${name} t where t::text like $1 limit 1`,
          [`%${secret}%`],
        );
        assert.equal(rows.length, 0, name);
      }
    }
  });
});
