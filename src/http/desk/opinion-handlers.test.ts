import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';

const PROGRAM = 'larkspur-navigator';
const QUESTION = 'A family wants to give me a basket of fruit and some money. May I take it?';
const DRAFT = {
  title: 'A basket at the end of help',
  situation: 'A family thanks a navigator with a basket of fruit and a card with money in it.',
  answer:
    'The basket is a token of thanks and may be taken. The money may not, however little it is.',
  cites: 'R18',
};

describe('ask before you act', () => {
  let desk: Desk;
  let asker: DeskPerson;
  let first: DeskPerson;
  let second: DeskPerson;
  let director: DeskPerson;
  before(async () => {
    desk = await openDesk();
    asker = await desk.somebody('Ayşe Canarywright');
    first = await desk.somebody('Coordinator Primus', 'conduct');
    second = await desk.somebody('Coordinator Secunda', 'conduct');
    director = await desk.somebody('Director Tertius', 'director');
  });
  after(() => desk.close());

  const ask = async (who: DeskPerson, words = QUESTION) => {
    const from = `/my/opinions/ask?program=${PROGRAM}`;
    const key = hiddenIn((await who.see(from)).text, 'key') ?? '';
    return await who.send(
      from,
      { program: PROGRAM, key, words, provision: 'R18' },
      '/my/opinions/ask',
    );
  };
  /** A new question; answers its id, known from the database alone. */
  const asked = async (
    who = asker,
    words = QUESTION,
  ): Promise<{ id: string; label: string; at: string }> => {
    const sent = await ask(who, words);
    assert.equal(sent.status, 200, sent.words);
    const label = /O-[A-Z0-9]{7}/.exec(sent.words)?.[0] ?? '';
    const [row] = await desk.database.owner<
      { id: string }[]
    >`select id from conduct.question where label = ${label}`;
    assert.ok(row);
    return { id: row.id, label, at: `/desk/opinions/${row.id}` };
  };
  const act = async (
    who: DeskPerson,
    at: string,
    what: string,
    fields: Readonly<Record<string, string>>,
  ) => {
    const seen = hiddenIn((await who.see(at)).text, 'seen') ?? '0';
    return await who.send(at, { seen, ...fields }, `${at}/${what}`);
  };
  const letters = async (person: DeskPerson) =>
    await desk.database.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_person = ${person.id} order by queued_at`;
  const published = (label: string) => `/programs/${PROGRAM}/opinions/${label}`;

  test('the asker is told the promised day, and sees what they asked; nobody else sees it as theirs', async () => {
    const sent = await ask(asker);
    assert.match(sent.words, /We have your question/);
    const mine = await asker.see('/my/opinions');
    assert.match(mine.words, /A family wants to give me a basket.*/);
    assert.match(mine.words, /Waiting for an answer/);
    assert.doesNotMatch((await second.see('/my/opinions')).words, /basket/);
    const [row] = await desk.database.owner<{ promised: string }[]>`
      select promised_by::text as promised from conduct.question limit 1`;
    assert.ok(row && mine.words.includes(inWords(row.promised as Parameters<typeof inWords>[0])));
  });

  test('the same form sent twice asks once', async () => {
    const from = `/my/opinions/ask?program=${PROGRAM}`;
    const key = hiddenIn((await asker.see(from)).text, 'key') ?? '';
    const fields = {
      program: PROGRAM,
      key,
      words: 'Sent by a finger that presses twice.',
      provision: '',
    };
    const [one, two] = [
      await asker.send(from, fields, '/my/opinions/ask'),
      await asker.send(from, fields, '/my/opinions/ask'),
    ];
    const label = (text: string) => /O-[A-Z0-9]{7}/.exec(text)?.[0];
    assert.equal(label(one.words), label(two.words));
    const stranger = await desk.somebody('Somebody Else');
    assert.equal((await stranger.send(from, fields, '/my/opinions/ask')).status, 409);
  });

  test('a question that says who asks is returned before anybody reads it', async () => {
    const named = await ask(asker, 'May I take a basket? Yours, ayse canarywright.');
    assert.equal(named.status, 422);
    assert.match(named.words, /holds “Ayşe Canarywright”, which is a name of yours/);
    assert.match(named.words, /May I take a basket\?/, 'nothing typed is lost');
  });

  test('drafted by one, signed by another, published for anybody, and the asker is told', async () => {
    const { label, at } = await asked();
    const list = await first.see('/desk/opinions');
    assert.ok(list.words.includes(label));
    const drafted = await act(first, at, 'draft', DRAFT);
    assert.equal(drafted.status, 303, drafted.words);
    assert.equal(
      (await desk.stranger().see(published(label))).status,
      404,
      'a draft is not public',
    );
    assert.doesNotMatch((await asker.see('/my/opinions')).words, /A basket at the end of help/);
    assert.match(
      (await first.see(at)).words,
      /You drafted it, so another coordinator or a director signs it/,
    );
    const own = await first.send(at, { seen: '1', sure: 'yes' }, `${at}/sign`);
    assert.equal(own.status, 403, 'whoever drafted does not sign');
    assert.equal((await act(second, at, 'sign', {})).status, 422, 'who signs has read it');
    const before = (await letters(asker)).length;
    assert.equal((await act(second, at, 'sign', { sure: 'yes' })).status, 303);
    const page = await desk.stranger().see(published(label));
    assert.equal(page.status, 200);
    assert.match(page.words, /A basket at the end of help.*R18 Gifts.*advice, and no decision/);
    assert.doesNotMatch(page.words, /Canarywright|Primus|Secunda|some money\. May I/);
    const [mail, ...more] = (await letters(asker)).slice(before);
    assert.deepEqual(more, []);
    assert.match(mail?.body ?? '', /has its answer.*\/my\/opinions/);
    assert.doesNotMatch(mail?.body ?? '', /basket|gift/i);
    assert.match((await asker.see('/my/opinions')).text, new RegExp(`href="${published(label)}"`));
    assert.match(
      (await desk.stranger().see(`/programs/${PROGRAM}/code`)).text,
      /opinions\?provision=R18">1 opinion</,
    );
  });

  test('a director signs as well, and drafts nothing', async () => {
    const { label, at } = await asked();
    const draft = await director
      .send(at, { seen: '0', ...DRAFT }, `${at}/draft`)
      .catch(() => undefined);
    assert.notEqual(draft?.status, 303);
    assert.equal(
      (await act(first, at, 'draft', { ...DRAFT, title: 'A basket, signed by a director' })).status,
      303,
    );
    assert.equal((await act(director, at, 'sign', { sure: 'yes' })).status, 303);
    assert.equal((await desk.stranger().see(published(label))).status, 200);
  });

  test('a draft that names the asker is refused like one that names anybody else who is known', async () => {
    await desk.somebody('王小明');
    await desk.somebody('Will Grant-Price');
    const { at } = await asked();
    for (const name of [
      'Canarywright',
      'AYŞE CANARYWRIGHT',
      'Secunda',
      '小明',
      'will grant-price',
      'Grant-Price',
    ]) {
      const named = await act(first, at, 'draft', {
        ...DRAFT,
        answer: `${DRAFT.answer} Ask ${name} about it.`,
      });
      assert.equal(named.status, 422, name);
      assert.match(named.words, /is a name of somebody who is known here/, name);
    }
    const plain = await act(first, at, 'draft', {
      ...DRAFT,
      answer: `${DRAFT.answer} You may grant a wish. Will it help? The price will show.`,
    });
    assert.equal(plain.status, 303, 'will and grant stay words');
  });

  test('whoever came after the draft is looked for when it is signed', async () => {
    const { at } = await asked();
    assert.equal(
      (await act(first, at, 'draft', { ...DRAFT, answer: `${DRAFT.answer} See Zzyzxova’s book.` }))
        .status,
      303,
    );
    await desk.somebody('Ludmila Zzyzxova');
    const signed = await act(second, at, 'sign', { sure: 'yes' });
    assert.equal(signed.status, 422);
    assert.match(signed.words, /“Zzyzxova” is a name of somebody/);
  });

  test('returned, drafted anew by the other, and then signed by neither of them', async () => {
    const { at } = await asked();
    await act(first, at, 'draft', DRAFT);
    assert.equal((await act(second, at, 'return', { 'return-why': ' ' })).status, 422);
    assert.equal(
      (await act(second, at, 'return', { 'return-why': 'It cites the wrong rule.' })).status,
      303,
    );
    assert.match((await first.see(at)).words, /It cites the wrong rule/);
    assert.equal((await act(second, at, 'draft', DRAFT)).status, 303);
    for (const who of [first, second]) {
      assert.equal((await who.send(at, { seen: '3', sure: 'yes' }, `${at}/sign`)).status, 403);
    }
    assert.equal((await act(director, at, 'sign', { sure: 'yes' })).status, 303);
  });

  test('a question that is not about the code is closed with a reason, which the asker alone reads', async () => {
    const { at, label } = await asked(
      asker,
      'Do I have to pay a tax on what I earn with this work?',
    );
    assert.equal((await act(first, at, 'decline', { 'decline-why': 'No' })).status, 422);
    const before = (await letters(asker)).length;
    const why = 'The code does not speak of taxes. A tax adviser can answer this.';
    assert.equal((await act(first, at, 'decline', { 'decline-why': why })).status, 303);
    assert.ok((await asker.see('/my/opinions')).words.includes(why));
    assert.equal((await letters(asker)).length, before + 1);
    assert.equal((await desk.stranger().see(published(label))).status, 404);
  });

  test('an opinion that no longer holds stays readable, marked, and whoever asked is told', async () => {
    const old = await asked();
    await act(first, old.at, 'draft', { ...DRAFT, title: 'An older view of baskets' });
    await act(second, old.at, 'sign', { sure: 'yes' });
    const later = await asked();
    await act(first, later.at, 'draft', { ...DRAFT, title: 'A newer view of baskets' });
    await act(second, later.at, 'sign', { sure: 'yes' });
    const wrong = await act(second, old.at, 'end', {
      later: old.label,
      'end-why': 'The newer one says more.',
    });
    assert.equal(wrong.status, 422);
    const before = (await letters(asker)).length;
    const ended = await act(second, old.at, 'end', {
      later: later.label,
      'end-why': 'The newer one says more.',
    });
    assert.equal(ended.status, 303, ended.words);
    const page = await desk.stranger().see(published(old.label));
    assert.match(
      page.words,
      /Another opinion took its place.*The newer one says more.*An older view|An older view.*Another opinion took its place/,
    );
    assert.ok(page.text.includes(published(later.label)));
    assert.equal((await letters(asker)).length, before + 1);
    assert.equal(
      (await act(first, later.at, 'end', { later: '', 'end-why': 'The rule has changed.' })).status,
      303,
    );
    const list = await desk.stranger().see(`/programs/${PROGRAM}/opinions`);
    assert.match(list.words, /A newer view of baskets Withdrawn/);
    assert.match(list.words, /An older view of baskets Replaced/);
  });

  test('opinions are found by provision and by word; a search that finds none says so', async () => {
    const found = async (query: string) =>
      (await desk.stranger().see(`/programs/${PROGRAM}/opinions?${query}`)).words;
    assert.match(await found('words=BASKET+money'), /\d opinions? found/);
    assert.match(await found('provision=R18&words='), /\d opinions? found/);
    assert.match(await found('provision=R1'), /No opinion fits/);
    assert.match(await found('words=%3Cscript%3E'), /No opinion fits/);
    assert.equal((await desk.stranger().see('/programs/nobody/opinions')).status, 404);
    assert.equal(
      (await desk.stranger().see(`/programs/${PROGRAM}/opinions/O-NOTHERE`)).status,
      404,
    );
  });

  test('a late answer shows by word, to the asker and on the desk', async () => {
    const { id, label } = await asked();
    await desk.database.owner`update conduct.question set asked_on = current_date - 60,
      promised_by = current_date - 30 where id = ${id}`;
    assert.match(
      (await first.see('/desk/opinions')).words,
      new RegExp(`(29|30|31) days overdue ${label}`),
    );
    assert.match((await asker.see('/my/opinions')).words, /overdue, and that is our fault/);
  });

  test('no page of those who answer holds the asker’s name, address or account, and each reading is kept', async () => {
    const { id, at } = await asked();
    await act(first, at, 'draft', DRAFT);
    for (const who of [first, second, director]) {
      for (const address of ['/desk/opinions', at]) {
        const page = await who.see(address);
        assert.equal(page.status, 200);
        assert.doesNotMatch(page.text, /Canarywright|sitter-/);
        assert.ok(!page.text.includes(asker.id));
      }
    }
    const readers = await desk.database.owner<{ reader: string }[]>`
      select distinct reader from conduct.reading where what = 'question' and about = ${id}`;
    assert.deepEqual(
      new Set(readers.map(({ reader }) => reader)),
      new Set([first.id, second.id, director.id]),
    );
  });

  test('a coordinator’s own question is not theirs to see on the desk; other offices see none', async () => {
    const { label, at } = await asked(first);
    assert.ok(!(await first.see('/desk/opinions')).words.includes(label));
    assert.equal((await first.see(at)).status, 404);
    assert.ok((await second.see('/desk/opinions')).words.includes(label));
    for (const office of ['ombud', 'staff', 'auditor', 'panel', 'clerk'] as const) {
      const other = await desk.somebody(`Desk ${office}`, office);
      assert.equal((await other.see('/desk/opinions')).status, 403, office);
    }
  });

  test('two who act at once: the second looks again', async () => {
    const { at } = await asked();
    await act(first, at, 'draft', DRAFT);
    const stale = await second.send(at, { seen: '0', ...DRAFT }, `${at}/draft`);
    assert.equal(stale.status, 409);
    assert.match(stale.words, /no longer up to date/);
  });
});
