import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, parse, words } from '../../../tests/look/markup.ts';
import { complaintDesk } from '../../../tests/support/complaint-desk.ts';
import {
  allMet,
  type ConductBench,
  complaintAbout,
  handle,
  judge,
  seatPanelOf,
  wait,
} from '../../../tests/support/complaints.ts';
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
} from '../../../tests/support/desk.ts';
import { addDays, inWords } from '../../kernel/dates/civil-date.ts';
import { writeLetters } from '../../workflow/conduct/write-letters.ts';

const screenedOut = {
  ...allMet,
  provision: { met: false, reason: 'What is named is advice and binds nobody.' },
};

describe('whoever complained, behind their receipt, on a real database', () => {
  let bench: ConductBench;
  let desk: Desk;
  before(async () => {
    ({ bench, desk } = await complaintDesk());
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });

  interface Raised {
    readonly who: DeskPerson;
    readonly matter: string;
    look(): Promise<Answer>;
    /** Sends a form of the opened conversation. */
    send(fields: Fields, to: string): Promise<Answer>;
  }

  /** Raises a concern on the public page; a coordinator makes a complaint of it. */
  const raised = async (fields: Fields = {}): Promise<Raised> => {
    const who = desk.stranger();
    const sent = await who.send('/concern', { ...concernForm, about: 'holder', ...fields });
    const [concern] = await bench.db.owner<{ id: string; language: 'en' | 'es' }[]>`
      select id, language from conduct.concern where label = ${labelIn(sent.words)}`;
    assert.ok(concern, sent.words);
    const matter = await complaintAbout(bench, {
      complainant: {
        ...{ concern: concern.id, person: undefined, fullName: undefined, contact: undefined },
        ...{ naming: 'anonymous', language: concern.language, hopes: 'An apology.' },
      },
    });
    const look = () =>
      who.send('/concern/receipt', {
        ...{ receipt: receiptIn(sent.words), passphrase: CONCERN_PASSPHRASE },
        lang: concern.language,
      });
    return {
      ...{ who, matter, look },
      async send(answer, to) {
        const opened = hiddenIn((await look()).text, 'opened') ?? '';
        return await who.send('/concern/receipt', { ...answer, opened }, to);
      },
    };
  };

  test('reads what it became, the next promise with its day, and no name', async () => {
    const { matter, look } = await raised();
    const first = await look();
    assert.match(first.words, /It is heard as a complaint, under the label X-/);
    assert.match(
      first.words,
      /We promised you, by .*: to say whether we can take your complaint up/,
    );
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    const later = await look();
    assert.match(later.words, /The person concerned was told what is alleged/);
    assert.match(later.words, /All four questions were answered with yes/);
    assert.doesNotMatch(later.text, /Canaryrespondent|Coordinator one/);
  });

  test('is told by mail that there is something to read, in their language, anonymous or not, and nothing of a complaint', async () => {
    const contact = 'nadie.sabe@people.example';
    const { matter } = await raised({ visibility: 'anonymous', contact, lang: 'es' });
    await handle(bench, matter, { act: 'screen', answers: screenedOut });
    await handle(bench, matter, {
      ...{ act: 'tell-closing', complaint: 'c1', achieved: 'no' },
      reason: 'It is advice.',
    });
    const mails = await bench.db.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_address = ${contact}`;
    assert.equal(mails.length, 3, 'opened, looked at, told what came of it');
    for (const { subject, body } of mails) {
      assert.equal(subject, 'Hay algo que puede leer');
      assert.doesNotMatch(body, /X-[0-9A-Z]|queja|inquietud|denuncia|concern|complaint|decisi/i);
      assert.match(body, /\/answer\?lang=es/);
    }
  });

  test('screened out, reads four answers with reasons and has others look again, once', async () => {
    const { matter, look, send } = await raised();
    await handle(bench, matter, { act: 'screen', answers: screenedOut });
    const page = await look();
    assert.match(page.words, /It was not taken up/);
    assert.match(page.words, /No What is named is advice and binds nobody\./);
    assert.ok(page.words.includes(`until ${inWords(addDays(bench.today, 30))}`));
    const empty = await send({ statement: ' ' }, '/concern/look-again');
    assert.equal(empty.status, 422);
    assert.match(words(byId(parse(empty.text), 'statement-error')), /what was overlooked/);
    const sent = await send({ statement: 'It is a duty, see R1.' }, '/concern/look-again');
    assert.match(sent.words, /Other people look at it again/);
    const twice = await send({ statement: 'Once more.' }, '/concern/look-again');
    assert.equal(twice.status, 422);
    assert.match(twice.text, /Once more\./);
    const [member] = await seatPanelOf(bench, matter, 'screening-appeal');
    await judge(bench, matter, member ?? '', {
      ...{ act: 'decide-screening-appeal', upheld: false, reason: 'It is advice.' },
    });
    assert.match((await look()).words, /There is no third\. It is advice\./);
  });

  test('the day to have others look again passes', async () => {
    const { matter, look, send } = await raised();
    await handle(bench, matter, { act: 'screen', answers: screenedOut });
    await wait(bench, 31);
    assert.doesNotMatch((await look()).words, /Have others look again/);
    const late = await send({ statement: 'It is a duty.' }, '/concern/look-again');
    assert.equal(late.status, 422);
    assert.match(late.words, /The last day to appeal was/);
  });

  test('withdraws, and the complaint is withdrawn with the concern', async () => {
    const { matter, look, send } = await raised();
    const unsure = await send({}, '/concern/withdraw');
    assert.equal(unsure.status, 422);
    await send({ sure: 'yes' }, '/concern/withdraw');
    assert.match((await look()).words, /You withdrew your complaint/);
    const [row] = await bench.db.owner<{ n: number }[]>`select count(*)::int as n
      from conduct.event where matter = ${matter} and type = 'withdrawn'`;
    assert.equal(row?.n, 1);
  });

  test('reads at the end whether what they hoped for came about, and why; letters stand there too', async () => {
    const { matter, look } = await raised();
    await handle(bench, matter, { act: 'screen', answers: screenedOut });
    await handle(bench, matter, {
      ...{ act: 'tell-closing', complaint: 'c1', achieved: 'partly' },
      reason: 'You were heard, and the advice was made a duty.',
    });
    await writeLetters(bench.world, matter);
    const page = await look();
    assert.match(
      page.words,
      /Was what you hoped for achieved\? In part You were heard, and the advice was made a duty\./,
    );
    assert.match(page.text, /<details>/);
    assert.doesNotMatch(page.text, /Canaryrespondent/);
  });

  test('reads all of it in Spanish where the concern was raised in Spanish; reasons keep their language', async () => {
    const { matter, look, send } = await raised({ lang: 'es', account: 'Me negaron el examen.' });
    await handle(bench, matter, { act: 'screen', answers: screenedOut });
    const page = await look();
    assert.match(page.words, /Se trata como queja, con la etiqueta X-/);
    assert.match(page.words, /No se tramitó/);
    assert.match(page.text, /lang="en"[^>]*>What is named is advice/);
    const empty = await send({ statement: '' }, '/concern/look-again');
    assert.match(empty.words, /Diga en unas frases qué se pasó por alto/);
  });

  test('a concern that is none of these has no side of a complaint', async () => {
    const who = desk.stranger();
    const sent = await who.send('/concern', { ...concernForm, about: 'holder' });
    const page = await who.send('/concern/receipt', {
      ...{ receipt: receiptIn(sent.words), passphrase: CONCERN_PASSPHRASE, lang: 'en' },
    });
    assert.doesNotMatch(page.words, /What has come of it/);
  });
});
