/** A witness over their addresses: asked at the desk, answering behind a mailed link, and heard by those who judge. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { type ComplaintDesk, complaintDesk } from '../../../tests/support/complaint-desk.ts';
import {
  allMet,
  answer,
  COMPLAINANT_NAME,
  complaintAbout,
  handle,
  RESPONDENT_NAME,
  seatPanelOf,
  versionOf,
} from '../../../tests/support/complaints.ts';
import type { Answer, Fields } from '../../../tests/support/desk.ts';
import { shownAgain } from '../../../tests/support/html-forms.ts';
import { addDays, type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { writeLetters } from '../../workflow/conduct/write-letters.ts';

const NAME = 'Halina Canarywitness';
const dayFields = (on: CivilDate): Fields => {
  const { year, month, day } = parts(on);
  return { 'until-year': String(year), 'until-month': String(month), 'until-day': String(day) };
};

describe('a witness', () => {
  let at: ComplaintDesk;
  before(async () => {
    at = await complaintDesk();
  });
  after(async () => {
    assert.deepEqual(at.desk.faults, []);
    await at.desk.close();
  });

  const told = async (): Promise<string> => {
    const matter = await complaintAbout(at.bench);
    await handle(at.bench, matter, { act: 'screen', answers: allMet });
    await handle(at.bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await answer(at.bench, matter, { act: 'respond', words: 'It was otherwise.' });
    return matter;
  };
  const asks = async (matter: string, contact: string, change: Fields = {}): Promise<Answer> =>
    await at.handler.send(`/desk/complaints/${matter}/invite-witness`, {
      seen: String(await versionOf(at.bench, matter)),
      ...{ 'full-name': NAME, contact, language: 'en' },
      asked: 'What did you see at the front desk?\nWho else was there?',
      ...dayFields(addDays(at.bench.today, 14)),
      ...change,
    });
  const takesIn = async (matter: string): Promise<Answer> =>
    await at.handler.send(`/desk/complaints/${matter}/take-in`, {
      seen: String(await versionOf(at.bench, matter)),
      witness: 'w1',
    });
  const mailTo = async (address: string): Promise<{ subject: string; body: string }> => {
    const [mail] = await at.bench.db.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_address = ${address} and body like '%/witness/%'`;
    assert.ok(mail, 'a mail');
    return mail;
  };
  const linkTo = async (address: string): Promise<string> =>
    /\/witness\/\S+/.exec((await mailTo(address)).body)?.[0] ?? '';

  test('is asked with what they may know and no more, by letter and by a link of their own', async () => {
    const matter = await told();
    const sent = await asks(matter, 'one@people.example');
    assert.equal(sent.to, `/desk/complaints/${matter}?news=invite-witness`, sent.words);
    await writeLetters(at.bench.world, matter);
    const [letter] = await at.bench.db.owner<{ words: string }[]>`
      select words from conduct.letter where matter = ${matter} and kind = 'invitation'`;
    const { subject, body } = await mailTo('one@people.example');
    const page = await at.desk.stranger().see(await linkTo('one@people.example'));
    assert.equal(page.status, 200);
    for (const words of [letter?.words ?? '', page.words]) {
      assert.match(words, /What did you see at the front desk\?/);
      assert.match(words, /do not have to/);
    }
    for (const words of [letter?.words ?? '', page.text, subject, body]) {
      assert.doesNotMatch(words, /Canary(?:respondent|complainant)|turned away|R1\b/);
    }
    assert.ok(!page.text.includes(NAME), 'the page names nobody, whoever opens it');
    const spanish = await at.desk.stranger().see(`${await linkTo('one@people.example')}?lang=es`);
    assert.match(spanish.words, /Usted puede no decir nada/);
    assert.match(spanish.text, /lang="es/);
    const shown = await at.handler.see(`/desk/complaints/${matter}`);
    assert.match(shown.words, /A witness was asked/);
    assert.match(shown.words, /Witness 1 .*Halina Canarywitness/);
    assert.doesNotMatch(shown.text, /\/witness\//, 'nobody else learns the link');
    assert.equal((await at.desk.stranger().see('/witness/no-such-link')).status, 404);
  });

  test('is nobody who is concerned already, whatever they are called', async () => {
    const matter = await told();
    const [respondent] = await at.bench.db.owner<{ email: string }[]>`
      select email from people.person where id = ${at.bench.respondent}`;
    const refused = await asks(matter, respondent?.email.toUpperCase() ?? '');
    assert.match(refused.words, /somebody with this address is concerned in the matter already/i);
    const [left] = await at.bench.db.owner<{ n: number }[]>`
      select count(*)::int as n from conduct.party where matter = ${matter} and role = 'witness'`;
    assert.equal(left?.n, 0);
  });

  test('says once what they know, with files that say nothing of their maker; it is evidence, shown, and judged under labels', async () => {
    const { bench, desk } = at;
    const matter = await told();
    await asks(matter, 'two@people.example');
    const link = await linkTo('two@people.example');
    const closing = `/desk/complaints/${matter}/close-investigation`;
    assert.match((await at.handler.see(closing)).words, /may answer until/);
    const photo = await sharp({
      create: { width: 9, height: 9, channels: 3, background: '#225588' },
    })
      .withExif({ IFD0: { Artist: 'CANARYMETA' } })
      .jpeg()
      .toBuffer();
    const words = `I, ${NAME}, saw ${RESPONDENT_NAME} turn ${COMPLAINANT_NAME} away.`;
    const files = [{ field: 'files', name: `${RESPONDENT_NAME}.jpg`, bytes: photo }];
    const said = await desk.stranger().upload(link, { step: 'say', lang: 'en', words }, files);
    assert.equal(said.to, `${link}?lang=en`, said.words);
    const after0 = await desk.stranger().see(link);
    assert.match(after0.words, /We have your answer/);
    assert.doesNotMatch(after0.text, /turn|Canary/);
    assert.match((await at.handler.see(closing)).words, /waits to be taken in/);
    const taken = await takesIn(matter);
    assert.equal(taken.to, `/desk/complaints/${matter}?news=take-in`, taken.words);
    const state = (await at.handler.see(`/desk/complaints/${matter}`)).words;
    assert.match(state, /Statement of witness 1/);
    assert.match(state, /File 1 that came with the statement of witness 1/);
    const rows = await bench.db.owner<{ evidence: string; which: string; sha256: string }[]>`
      select evidence, which, sha256 from conduct.evidence_file where matter = ${matter} order by 1, 2`;
    assert.deepEqual(
      rows.map(({ evidence, which }) => `${evidence} ${which}`),
      ['e1 copy', 'e1 original', 'e2 original'],
    );
    const bytes = await bench.world.files.read(rows[2]?.sha256 ?? '');
    assert.ok(bytes !== undefined && !Buffer.from(bytes).includes('CANARYMETA'));
    const adding = `/desk/complaints/${matter}/add-copy`;
    const offered = await at.handler.see(adding);
    assert.match(offered.words, /File 1 that came with/);
    assert.doesNotMatch(offered.words, /Statement of witness 1/, 'it has its copy');
    const seenNow = { seen: String(await versionOf(bench, matter)), evidence: 'e2' };
    const nothing = await at.handler.upload(adding, seenNow, []);
    assert.match(nothing.words, /The copy without names: choose a file/);
    const blackened = [{ field: 'copy', name: `${NAME}.jpg`, bytes: photo }];
    const added = await at.handler.upload(adding, seenNow, blackened);
    assert.equal(added.to, `/desk/complaints/${matter}?news=add-copy`, added.words);
    const [copy] = await bench.db.owner<{ sha256: string }[]>`
      select sha256 from conduct.evidence_file
      where matter = ${matter} and evidence = 'e2' and which = 'copy'`;
    const cleaned = await bench.world.files.read(copy?.sha256 ?? '');
    assert.ok(cleaned !== undefined && !Buffer.from(cleaned).includes('CANARYMETA'));
    const done = await at.handler.see(adding);
    assert.equal(done.status, 422, 'every piece has its copy now');
    const respondent = await desk.signedIn(bench.respondent);
    const own = `/my/conduct/${matter}`;
    assert.doesNotMatch(
      (await respondent.see(own)).words,
      /[Ww]itness/,
      'nothing before it is shown',
    );
    assert.equal((await respondent.see(`${own}/files/e1`)).status, 404);
    await handle(bench, matter, { act: 'disclose', evidence: ['e1', 'e2'] });
    const seen = await respondent.see(own);
    assert.match(seen.words, /Statement of witness 1/);
    assert.doesNotMatch(seen.text, /Canarywitness|Canarycomplainant/);
    assert.equal((await respondent.see(`${own}/files/e1`)).status, 200);
    await handle(bench, matter, { act: 'close-investigation', summary: 'All were heard.' });
    const [reviewer] = await seatPanelOf(bench, matter, 'review');
    const member = await desk.signedIn(reviewer ?? '');
    const record = await member.see(`/desk/panels/${matter}`);
    assert.match(record.words, /Statement of witness 1/);
    assert.equal((await member.see(`/desk/panels/${matter}/evidence/e2`)).status, 200);
    assert.doesNotMatch(record.text, /Canary/);
    const events = await bench.db.owner<{ body: { kind?: string; witness?: string } }[]>`
      select body from conduct.event where matter = ${matter} and type = 'evidence-added' order by version`;
    assert.deepEqual(
      events.map(({ body }) => [body.kind, body.witness]),
      [
        ['named-testimony', 'w1'],
        ['document', 'w1'],
      ],
    );
  });

  test('may say nothing, and the matter goes on', async () => {
    const matter = await told();
    await asks(matter, 'three@people.example', { language: 'es' });
    const link = await linkTo('three@people.example');
    const someone = at.desk.stranger();
    const unsure = await someone.upload(link, { step: 'decline', lang: 'es' }, []);
    assert.equal(unsure.status, 422);
    assert.match(unsure.words, /marque la casilla/);
    const said = await someone.upload(link, { step: 'decline', lang: 'es', sure: 'yes' }, []);
    assert.ok(said.to);
    const again = await someone.see(said.to);
    assert.match(again.words, /Tenemos su respuesta/);
    await handle(at.bench, matter, { act: 'close-investigation', summary: 'Nobody saw it.' });
    assert.match(
      (await at.handler.see(`/desk/complaints/${matter}`)).words,
      /They say nothing, and need not say why/,
    );
  });

  test('mistakes stand at their fields, and nothing that was typed is lost', async () => {
    const matter = await told();
    const typed = { asked: `Did ${RESPONDENT_NAME} do it?` };
    const naming = await asks(matter, 'four@people.example', typed);
    assert.equal(naming.status, 422);
    assert.match(naming.words, /What you ask them: what you wrote names the respondent/);
    assert.ok(shownAgain(naming.text, 'asked', typed.asked));
    const own = await asks(matter, 'four@people.example', { asked: `What did ${NAME} see?` });
    assert.match(own.words, /what you wrote names witness 1/);
    assert.match((await asks(matter, 'no address')).words, /Their email address:/);
    const soon = await asks(matter, 'four@people.example', dayFields(addDays(at.bench.today, 2)));
    assert.match(soon.words, /Until: a witness has at least 7 days/);
    assert.equal((await asks(matter, 'four@people.example')).status, 303);
    const twice = await asks(matter, 'four@people.example');
    assert.match(twice.words, /Their email address: somebody with this address is concerned/);
    const link = await linkTo('four@people.example');
    const someone = at.desk.stranger();
    const blank = await someone.upload(link, { step: 'say', words: ' ' }, []);
    assert.match(blank.words, /write what you know, or say below that you say nothing/);
    const words = 'I saw it.';
    const broken = await someone.upload(link, { step: 'say', words }, [
      { field: 'files', name: 'a.pdf', bytes: new TextEncoder().encode('no pdf') },
    ]);
    assert.match(broken.words, /File 1: it is no PDF, JPEG or PNG/);
    assert.ok(shownAgain(broken.text, 'words', words));
    assert.equal((await takesIn(matter)).status, 422, 'nothing was said yet');
  });

  test('judges nothing: known by their address or their name they are drawn for nothing, and a seat they have is free again', async () => {
    const { bench, desk } = at;
    const matter = await told();
    const [member, namesake] = [bench.panel[0] ?? '', bench.panel[1] ?? ''];
    const [row] = await bench.db.owner<{ email: string }[]>`
      select email from people.person where id = ${member}`;
    assert.ok((await asks(matter, row?.email ?? '', { 'full-name': 'Panel member 1' })).to);
    const pool = await bench.world.records.as({ rights: 'conduct', person: bench.handler }, (all) =>
      all.conduct.poolFor(matter),
    );
    for (const person of [member, namesake]) {
      assert.equal(pool.find((one) => one.person === person)?.conflict, true);
    }
    const link = await linkTo(row?.email ?? '');
    await desk.stranger().upload(link, { step: 'decline', sure: 'yes' }, []);
    await handle(bench, matter, { act: 'close-investigation', summary: 'All were asked.' });
    const sitting = await seatPanelOf(bench, matter, 'review');
    assert.ok(!sitting.includes(member) && !sitting.includes(namesake));
  });
});
