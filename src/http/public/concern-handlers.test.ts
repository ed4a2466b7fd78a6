import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { byId, named, parse, words } from '../../../tests/look/markup.ts';
import {
  CONCERN_PASSPHRASE,
  concernForm,
  labelIn,
  receiptIn,
} from '../../../tests/support/concerns.ts';
import {
  type Answer,
  type Desk,
  type DeskPerson,
  type Fields,
  hiddenIn,
  openDesk,
} from '../../../tests/support/desk.ts';

const pdfOf = async (pages: number, title = 'CANARYMETA'): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setAuthor(title);
  for (let page = 0; page < pages; page += 1) {
    document.addPage([612, 792]).drawText(`Page ${page + 1}`);
  }
  return await document.save();
};
const photo = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#225588' } })
      .withExif({ IFD0: { Artist: 'CANARYMETA' } })
      .jpeg()
      .toBuffer(),
  );

describe('raising a concern, on a real database', () => {
  let desk: Desk;
  let ombud: DeskPerson;
  before(async () => {
    desk = await openDesk();
    ombud = await desk.somebody('Bảo Trần', 'ombud');
  });
  after(() => desk.close());

  const countOf = async (account: string): Promise<number> =>
    (await desk.database.owner`select 1 from conduct.concern where account = ${account}`).length;
  const raised = async (
    fields: Fields = {},
    who: DeskPerson = desk.stranger(),
  ): Promise<{ readonly answer: Answer; readonly receipt: string; readonly id: string }> => {
    const answer = await who.send('/concern', { ...concernForm, ...fields });
    assert.equal(answer.status, 200, answer.words);
    const label = labelIn(answer.words);
    const [row] = await desk.database.owner<{ id: string }[]>`
      select id from conduct.concern where label = ${label}`;
    return { answer, receipt: receiptIn(answer.words), id: row?.id ?? '' };
  };
  const open = (
    receipt: string,
    who: DeskPerson = desk.stranger(),
    passphrase: string = CONCERN_PASSPHRASE,
  ) => who.send('/concern/receipt', { receipt, passphrase });

  test('four answers are enough, and the receipt comes with the day of the answer', async () => {
    const { answer, receipt, id } = await raised();
    assert.match(answer.words, /You get an answer by [A-Z][a-z]+day, [A-Z][a-z]+ \d+, \d{4}\./);
    assert.match(receipt, /^[0-9A-Z]{5}/);
    assert.match(answer.words, /No staff member or volunteer can see it/);
    assert.match((await ombud.see(`/desk/concerns/${id}`)).words, /Nobody answered my letter/);
  });

  test('everything that was typed comes back with the mistakes, in the language of the form', async () => {
    const typed = {
      lang: 'es',
      account: 'Muy poco',
      who: 'Nguyễn Thị Ánh',
      hope: '«Una disculpa»',
      name: 'محمد بن عبد الله',
      contact: 'nadie@',
      'happened-month': '2',
      'happened-day': '30',
      'happened-year': '2026',
      visibility: 'anonymous',
      grounds: ['religion', 'appearance'],
      'to-whom': ['me', 'public'],
      setting: 'hospital',
      relation: 'client',
      about: '',
      passphrase: 'corta',
    };
    const answer = await desk.stranger().send('/concern', typed);
    assert.equal(answer.status, 422);
    const root = parse(answer.text);
    assert.equal(named(root, 'html')[0]?.attributes['lang'], 'es-US');
    for (const field of ['who', 'name', 'contact'] as const) {
      assert.equal(byId(root, field).attributes['value'], typed[field]);
    }
    assert.equal(words(byId(root, 'account')), typed.account);
    assert.equal(words(byId(root, 'hope')), typed.hope);
    const ticked = named(root, 'input')
      .filter(({ attributes }) => 'checked' in attributes)
      .map(({ attributes }) => attributes['value']);
    assert.deepEqual(ticked, ['me', 'public', 'religion', 'appearance', 'client', 'anonymous']);
    for (const said of [
      /Elija de quién o de qué se trata/,
      /Qué pasó: escriba una o dos frases/,
      /Cuándo pasó: revise el mes/,
      /eligió quedar en el anonimato/,
      /nombre@example\.org/,
      /use al menos 12 caracteres/,
      /Hay 6 cosas que corregir/,
    ]) {
      assert.match(answer.words, said);
    }
    assert.ok(!answer.text.includes('corta'), 'a passphrase is never shown again');
  });

  test('a month may be typed by its Spanish name, and a day to come is refused', async () => {
    const { id } = await raised({
      lang: 'es',
      'happened-month': 'Mayo',
      'happened-day': '3',
      'happened-year': '2026',
    });
    const [row] = await desk.database.owner<{ day: string }[]>`
      select happened_on::text as day from conduct.concern where id = ${id}`;
    assert.equal(row?.day, '2026-05-03');
    const ahead = await desk.stranger().send('/concern', {
      ...concernForm,
      'happened-month': '1',
      'happened-day': '1',
      'happened-year': String(new Date().getFullYear() + 2),
    });
    assert.match(ahead.words, /this day is still to come/);
  });

  test('nothing but spaces is no concern; a whole novel is told its limit', async () => {
    const blank = await desk
      .stranger()
      .send('/concern', { ...concernForm, account: ' \n\t\u3000 ' });
    assert.equal(blank.status, 422);
    assert.match(blank.words, /What happened: write it in your own words/);
    const long = await desk
      .stranger()
      .send('/concern', { ...concernForm, account: 'word '.repeat(6000) });
    assert.match(long.words, /29,999 characters were typed and 20,000 fit/);
    assert.match(words(byId(parse(long.text), 'account')), /word word/);
  });

  test('names of one letter and of every script are kept as they were typed; a zero byte is pointed at', async () => {
    for (const name of ['O', '李', 'محمد بن عبد الله', 'Nguyễn Thị Minh Khai', 'ወይዘሮ ጥሩወርቅ']) {
      const { id } = await raised({ name, who: name, visibility: 'named', about: 'exam' });
      const page = await ombud.see(`/desk/concerns/${id}`);
      assert.ok(page.words.includes(`Who did it ${name} To whom`), name);
      assert.ok(page.words.includes(`Name ${name} Email`), name);
    }
    const zero = await desk
      .stranger()
      .send('/concern', { ...concernForm, account: 'It was\u0000 like this.' });
    assert.equal(zero.status, 422);
    assert.match(zero.words, /a character in it cannot be seen/);
    assert.deepEqual(desk.faults, []);
  });

  test('sent twice, even at once, it is one; other words are another; another passphrase changes nothing', async () => {
    const someone = desk.stranger();
    const key = hiddenIn((await someone.see('/concern')).text, 'key') ?? '';
    const account = 'The same question stood twice in my exam.';
    const form = { ...concernForm, account, key };
    const files = [{ field: 'files', name: 'a.pdf', bytes: await pdfOf(2) }];
    const sent = await Promise.all([1, 2, 3].map(() => someone.upload('/concern', form, files)));
    assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([200]));
    assert.equal(new Set(sent.map((answer) => receiptIn(answer.words))).size, 1);
    assert.equal(await countOf(account), 1);
    const other = await someone.upload(
      '/concern',
      { ...form, passphrase: 'nine other words that hold' },
      files,
    );
    assert.match(other.words, /The first one is the one that opens it/);
    assert.equal(await countOf(account), 1);
    const receipt = receiptIn(other.words);
    assert.equal((await open(receipt, someone)).status, 200);
    assert.equal((await open(receipt, someone, 'nine other words that hold')).status, 422);
    await someone.send('/concern', { ...form, account: `${account} And again.` });
    assert.equal(await countOf(`${account} And again.`), 1);
    await someone.send('/concern', { ...form, key: 'aaaa' });
    assert.equal(await countOf(account), 2, 'a key that we did not give is no key');
  });

  test('named to all needs a name, and the choice that is made for whoever makes none is confidential', async () => {
    const nameless = await desk
      .stranger()
      .send('/concern', { ...concernForm, visibility: 'named' });
    assert.match(nameless.words, /you chose that everybody may know/);
    const form = await desk.stranger().see('/concern');
    const chosen = named(parse(form.text), 'input').filter(
      ({ attributes }) => attributes['name'] === 'visibility' && 'checked' in attributes,
    );
    assert.deepEqual(
      chosen.map(({ attributes }) => attributes['value']),
      ['staff'],
    );
  });

  test('an anonymous concern with an address is answered by a mail that says nothing, and hides the address', async () => {
    const contact = 'hidden.person@people.example';
    const { id, receipt } = await raised({ visibility: 'anonymous', contact, lang: 'es' });
    const page = await ombud.see(`/desk/concerns/${id}`);
    assert.ok(!page.text.includes('hidden.person'));
    assert.match(page.words, /no public sanction can rest on these words alone/);
    const at = `/desk/concerns/${id}`;
    await ombud.send(
      at,
      { answer: '¿Qué día fue la carta secreta?', kind: 'question' },
      `${at}/answer`,
    );
    const [mail] = await desk.database.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_address = ${contact}`;
    assert.equal(mail?.subject, 'Hay algo que puede leer');
    assert.doesNotMatch(mail?.body ?? '', /carta|C-[0-9A-Z]{5}|inquietud|concern|queja/i);
    const address = new URL(/http\S+/.exec(mail?.body ?? '')?.[0] ?? '');
    const led = await desk.stranger().see(`${address.pathname}${address.search}`);
    assert.equal(led.to, '/concern/receipt?lang=es');
    assert.match((await open(receipt)).words, /Le preguntamos ¿Qué día fue la carta secreta\?/);
  });

  describe('files', () => {
    const namesThatThreaten = [
      'I will kill you.pdf',
      '../../etc/passwd',
      `${'a'.repeat(300)}.pdf`,
      'one\u0000two\u0007\u202efdp.exe',
    ];

    test('lose what they say about their maker, are numbered, and their names are shown to nobody', async () => {
      const account = 'Four files with names that threaten.';
      const bytes = [await pdfOf(1), await photo(), await pdfOf(3), await pdfOf(2)];
      const answer = await desk.stranger().upload(
        '/concern',
        { ...concernForm, account },
        namesThatThreaten.map((name, at) => ({
          field: 'files',
          name,
          bytes: bytes[at] ?? new Uint8Array(),
        })),
      );
      assert.equal(answer.status, 200, answer.words);
      const [row] = await desk.database.owner<{ id: string }[]>`
        select id from conduct.concern where account = ${account}`;
      const page = await ombud.see(`/desk/concerns/${row?.id}`);
      const talk = await open(receiptIn(answer.words));
      for (const shown of [page, talk]) {
        assert.match(shown.words, /File 1 \(PDF, \d+ kB\).*File 2 \(JPEG, \d+ kB\)/);
        assert.doesNotMatch(shown.text, /kill|passwd|aaaaaa|fdp/);
      }
      const kept = await desk.database.owner<{ sha256: string; original_name: string }[]>`
        select sha256, original_name from conduct.concern_file where concern = ${row?.id ?? ''} order by place`;
      assert.equal(kept[0]?.original_name, 'I will kill you.pdf', 'what was written is evidence');
      for (const { sha256 } of kept) {
        const whole = Buffer.from((await desk.world.files.read(sha256)) ?? []);
        assert.ok(whole.length > 100 && !whole.includes('CANARYMETA'));
      }
      const links = [...page.text.matchAll(/href="(\/desk\/concerns\/[^"]+\/files\/[^"]+)"/g)];
      const file = await ombud.see(links[1]?.[1] ?? '');
      assert.equal(file.headers['content-type'], 'image/jpeg');
      assert.equal(file.headers['content-disposition'], 'inline');
      const coordinator = await desk.somebody('Coordinator', 'conduct');
      assert.equal((await coordinator.see(links[1]?.[1] ?? '')).status, 404);
    });

    test('four hundred pages are taken', async () => {
      const answer = await desk
        .stranger()
        .upload('/concern', { ...concernForm, account: 'Four hundred pages.' }, [
          { field: 'files', name: 'all.pdf', bytes: await pdfOf(400) },
        ]);
      assert.equal(answer.status, 200, answer.words);
      const [row] = await desk.database.owner<{ sha256: string }[]>`
        select f.sha256 from conduct.concern_file f join conduct.concern c on c.id = f.concern
        where c.account = 'Four hundred pages.'`;
      const kept = await PDFDocument.load((await desk.world.files.read(row?.sha256 ?? '')) ?? '');
      assert.equal(kept.getPageCount(), 400);
    });

    test('what cannot be taken is told by its number; the others stay kept through every mistake', async () => {
      const someone = desk.stranger();
      const account = 'One good file and three bad ones.';
      const answer = await someone.upload('/concern', { ...concernForm, account, passphrase: '' }, [
        { field: 'files', name: 'good.jpg', bytes: await photo() },
        { field: 'files', name: 'empty.pdf', bytes: new Uint8Array() },
        { field: 'files', name: 'word.pdf', bytes: Buffer.from('hello') },
        { field: 'files', name: 'large.pdf', bytes: Buffer.alloc(15 * 1024 * 1024 + 1, '%PDF-') },
      ]);
      assert.equal(answer.status, 422);
      assert.match(
        answer.words,
        /File 2: it is empty\..*File 3: it is no PDF, JPEG or PNG\..*File 4: it is larger than 15 MB/,
      );
      assert.match(answer.words, /Leave out: File 1 \(JPEG/);
      const kept = hiddenIn(answer.text, 'kept') ?? '';
      const again = await someone.send('/concern', { ...concernForm, account, kept });
      assert.equal(again.status, 200);
      const files = () => desk.database.owner`select 1 from conduct.concern_file f
        join conduct.concern c on c.id = f.concern where c.account = ${account}`;
      assert.equal((await files()).length, 1);
      const changed = await someone.send('/concern', { ...concernForm, account, kept, drop: '1' });
      assert.equal(changed.status, 200);
      assert.equal((await files()).length, 1, 'what is left out is not sent');
      const forged = await someone.send('/concern', {
        ...concernForm,
        account: 'With a forged list of files.',
        kept: `${kept.slice(0, -4)}AAAA`,
      });
      assert.equal(forged.status, 200);
    });

    test('too many at once are told so beside the box, and nothing that was typed is lost', async () => {
      const bytes = await photo();
      const files = Array.from({ length: 13 }, (_, at) => ({
        field: 'files',
        name: `${at}.jpg`,
        bytes,
      }));
      const someone = desk.stranger();
      const answer = await someone.upload('/concern', concernForm, files);
      assert.equal(answer.status, 422);
      assert.match(answer.words, /up to 12 can be sent at once/);
      assert.equal(words(byId(parse(answer.text), 'account')), concernForm.account);
      const { receipt } = await raised();
      const talk = await open(receipt, someone);
      const opened = hiddenIn(talk.text, 'opened') ?? '';
      const added = { opened, words: 'More of it.' };
      const more = await someone.upload('/concern/receipt', added, files, '/concern/write');
      assert.equal(more.status, 422);
      assert.match(words(byId(parse(more.text), 'words')), /More of it\./);
      assert.deepEqual(desk.faults, []);
    });
  });

  test('keeps no network address: not in any table, and not in a log', async () => {
    const { server, database } = desk;
    const stranger = '203.0.113.77';
    const form = await server.inject({ method: 'GET', url: '/concern', remoteAddress: stranger });
    const visitor = form.cookies.find(({ name }) => name === 'evenhand-visitor')?.value ?? '';
    const sent = await server.inject({
      method: 'POST',
      url: '/concern',
      remoteAddress: stranger,
      cookies: { 'evenhand-visitor': visitor },
      headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        'form-token': hiddenIn(form.body, 'form-token') ?? '',
        ...concernForm,
      }).toString(),
    });
    assert.equal(sent.statusCode, 200);
    assert.doesNotMatch(form.body, /(?:src|href|action)="(?:https?:)?\/\//);
    const tables = await database.owner<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`;
    assert.ok(tables.length > 40);
    for (const { name } of tables) {
      const rows = await database.owner.unsafe(
        `select 1 from ${name} t where t::text like '%203.0.113.77%'`,
      );
      assert.equal(rows.length, 0, name);
    }
    assert.deepEqual(desk.faults, []);
  });

  describe('the conversation', () => {
    test('needs the code and the passphrase, both', async () => {
      const { receipt } = await raised();
      assert.equal((await open(receipt.toLowerCase().replaceAll('-', ' '))).status, 200);
      for (const [code, passphrase] of [
        [receipt, ''],
        [receipt, 'seven lanterns over quiet wate'],
        ['7ZK4Q-0M2XN-9B1RT-HW8CD', CONCERN_PASSPHRASE],
        ['', CONCERN_PASSPHRASE],
        ['\u202e', '\u0000'],
      ] as const) {
        const answer = await open(code, desk.stranger(), passphrase);
        assert.equal(answer.status, 422);
        assert.match(answer.words, /We know no concern with this code and this passphrase/);
      }
    });

    test('guesses are slowed per code, whoever makes them and from wherever', async () => {
      const { receipt } = await raised();
      for (let guess = 0; guess < 10; guess += 1) {
        assert.equal((await open(receipt, desk.stranger(), `guess number ${guess}`)).status, 422);
      }
      const right = await open(receipt);
      assert.equal(right.status, 429);
      assert.match(right.words, /too many tries for this code/);
      assert.equal((await open((await raised()).receipt)).status, 200);
    });

    test('goes on: answers are read, words and files added, once each, and the day of the answer moves', async () => {
      const someone = desk.stranger();
      const { receipt, id } = await raised({ account: 'A letter was lost.' }, someone);
      const at = `/desk/concerns/${id}`;
      const form = await ombud.see(at);
      const reply = {
        reply: hiddenIn(form.text, 'reply') ?? '',
        answer: 'We found it.',
        kind: 'answer',
      };
      await Promise.all([1, 2].map(() => ombud.send(at, reply, `${at}/answer`)));
      const talk = await open(receipt, someone);
      assert.equal(talk.words.split('We found it.').length - 1, 1);
      assert.doesNotMatch(talk.words, /Answer by/);
      const added = {
        opened: hiddenIn(talk.text, 'opened') ?? '',
        reply: hiddenIn(talk.text, 'reply') ?? '',
        words: 'Not the right one.',
      };
      const files = [{ field: 'files', name: 'letter.jpg', bytes: await photo() }];
      const both = await Promise.all(
        [1, 2].map(() => someone.upload('/concern/receipt', added, files, '/concern/write')),
      );
      for (const answer of both) {
        assert.match(answer.words, /It is sent\./);
        assert.equal(answer.words.split('Not the right one.').length - 1, 1);
        assert.match(answer.words, /Answer by [A-Z][a-z]+day/);
      }
      const page = await ombud.see(at);
      assert.match(page.words, /The person added Not the right one\. Open File 1 \(JPEG/);
      const empty = await someone.send(
        '/concern/receipt',
        { ...added, reply: '', words: ' ' },
        '/concern/write',
      );
      assert.match(empty.words, /Write something, or choose a file\./);
    });

    test('closes after its hour, keeps what was written through that, and cannot be forged', async () => {
      const someone = desk.stranger();
      const { receipt } = await raised({}, someone);
      const talk = await open(receipt, someone);
      const opened = hiddenIn(talk.text, 'opened') ?? '';
      for (const other of ['', 'AAAA', `${opened.slice(0, -3)}abc`]) {
        const late = await someone.send(
          '/concern/receipt',
          { opened: other, words: 'My long answer to you.' },
          '/concern/write',
        );
        assert.equal(late.status, 401);
        assert.match(late.words, /My long answer to you\./);
        const back = await someone.send('/concern/receipt', {
          receipt,
          passphrase: CONCERN_PASSPHRASE,
          words: hiddenIn(late.text, 'words') ?? '',
        });
        assert.match(words(byId(parse(back.text), 'words')), /My long answer to you\./);
      }
    });

    test('is withdrawn by whoever is sure', async () => {
      const someone = desk.stranger();
      const { receipt, id } = await raised({}, someone);
      const opened = hiddenIn((await open(receipt, someone)).text, 'opened') ?? '';
      const unsure = await someone.send('/concern/receipt', { opened }, '/concern/withdraw');
      assert.equal(unsure.status, 422);
      const done = await someone.send(
        '/concern/receipt',
        { opened, sure: 'yes' },
        '/concern/withdraw',
      );
      assert.match(done.words, /Your concern is withdrawn\./);
      assert.match((await ombud.see(`/desk/concerns/${id}`)).words, /The person withdrew it/);
    });

    test('whoever raised it may answer the voluntary questions, sealed, in the language of the conversation', async () => {
      const { owner } = desk.database;
      const dimensions =
        'race-ethnicity national-origin where-trained religion age gender sexual-orientation marital-status caregiving disability';
      for (const dimension of dimensions.split(' ')) {
        await owner`insert into front.dimension (dimension, in_use, purpose, basis, retention, recorded_by)
          values (${dimension}, true, 'p', 'b', '5', 'a test')`;
      }
      const someone = desk.stranger();
      const { receipt } = await raised({ lang: 'es', visibility: 'anonymous' }, someone);
      const opened = hiddenIn((await open(receipt, someone)).text, 'opened') ?? '';
      const ask = (fields: Fields) =>
        someone.send('/concern/receipt', { opened, ...fields }, '/concern/about-you');
      const form = await ask({ step: 'show' });
      assert.equal(named(parse(form.text), 'html')[0]?.attributes['lang'], 'es-US');
      for (const english of [
        'Prefer not to say',
        'Choose every',
        'Black or',
        'Woman',
        'Married',
        'None of',
      ]) {
        assert.ok(!form.words.includes(english), english);
      }
      const count = async () => (await owner`select 1 from sealed.answer`).length;
      const start = await count();
      const wrong = await ask({ step: 'save', age: '19781', gender: 'woman' });
      assert.equal(wrong.status, 422);
      assert.match(wrong.words, /Edad: escriba el año con cuatro cifras/);
      assert.equal(await count(), start);
      const saved = await ask({
        step: 'save',
        gender: 'woman',
        'race-ethnicity': ['black', 'asian'],
      });
      assert.match(saved.words, /Lo que respondió está guardado/);
      assert.equal(await count(), start + 2);
      const wordings = await owner<
        { wording: string }[]
      >`select distinct wording from sealed.answer`;
      assert.ok(wordings.some(({ wording }) => wording.endsWith('-es')));
      await ask({ step: 'erase' });
      assert.equal(await count(), start + 2);
      assert.match((await ask({ step: 'erase', sure: 'yes' })).words, /está borrado/);
      assert.equal(await count(), start);
      assert.match(
        (await someone.send('/concern/receipt', { opened }, '/concern/back')).words,
        /Lo que se dijo/,
      );
      assert.deepEqual(desk.faults, []);
    });
  });
});
