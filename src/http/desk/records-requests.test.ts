/** A third party is asked for records at the desk: what it is told, what comes of it, who learns what, and what the database refuses. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { as } from '../../../tests/support/cast.ts';
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
  wait,
} from '../../../tests/support/complaints.ts';
import {
  CONCERN_PASSPHRASE,
  concernForm,
  labelIn,
  receiptIn,
} from '../../../tests/support/concerns.ts';
import type { Answer, Fields } from '../../../tests/support/desk.ts';
import { shownAgain } from '../../../tests/support/html-forms.ts';
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import { addDays, type CivilDate, inWords, parts } from '../../kernel/dates/civil-date.ts';
import { writeLetters } from '../../workflow/conduct/write-letters.ts';

const HOLDER = 'Canaryholder General Hospital';
const WHAT = 'The shift log of the front desk for March 2';
const dayFields = (name: string, on: CivilDate): Fields => {
  const { year, month, day } = parts(on);
  return {
    [`${name}-year`]: String(year),
    [`${name}-month`]: String(month),
    [`${name}-day`]: String(day),
  };
};
async function pdf(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText(words);
  return await document.save();
}

describe('records of third parties', () => {
  let at: ComplaintDesk;
  before(async () => {
    at = await complaintDesk();
  });
  after(async () => {
    assert.deepEqual(at.desk.faults, []);
    await at.desk.close();
  });

  const told = async (change: Parameters<typeof complaintAbout>[1] = {}): Promise<string> => {
    const matter = await complaintAbout(at.bench, change);
    await handle(at.bench, matter, { act: 'screen', answers: allMet });
    await handle(at.bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await answer(at.bench, matter, { act: 'respond', words: 'It was otherwise.' });
    return matter;
  };
  const seen = async (matter: string): Promise<Fields> => ({
    seen: String(await versionOf(at.bench, matter)),
  });
  const asks = async (matter: string, change: Fields = {}): Promise<Answer> =>
    await at.handler.send(`/desk/complaints/${matter}/ask-for-records`, {
      ...(await seen(matter)),
      ...{ 'holder-name': HOLDER, 'holder-address': '1 Canaryaddress Street\nOakland, CA 94601' },
      ...{ 'holder-kind': 'hospital', records: WHAT, 'needed-for': 'Who was at the desk.' },
      ...{ 'answer-to': 'The conduct office, fax 555 0100', subject: 'nobody' },
      ...dayFields('until', addDays(at.bench.today, 21)),
      ...change,
    });
  const notes = async (
    matter: string,
    fields: Fields,
    files: Parameters<typeof at.handler.upload>[2] = [],
  ): Promise<Answer> =>
    await at.handler.upload(
      `/desk/complaints/${matter}/note-records`,
      { ...(await seen(matter)), holder: 'h1', ...fields },
      files,
    );
  const letterOf = async (matter: string, kind: string): Promise<string> => {
    await writeLetters(at.bench.world, matter);
    const [letter] = await at.bench.db.owner<{ words: string }[]>`
      select words from conduct.letter where matter = ${matter} and kind = ${kind}`;
    return letter?.words.replaceAll(/\s+/g, ' ') ?? '';
  };

  test('are asked for by a letter that says which, and by when, and nothing of the matter; on the record the holder has a label', async () => {
    const matter = await told();
    const until = addDays(at.bench.today, 21);
    const done = await asks(matter);
    assert.equal(done.to, `/desk/complaints/${matter}?news=ask-for-records`, done.words);
    const letter = await letterOf(matter, 'records-request');
    for (const words of [HOLDER, '1 Canaryaddress Street', WHAT, inWords(until), 'fax 555 0100']) {
      assert.ok(letter.includes(words), `${words}: ${letter}`);
    }
    assert.match(letter, /This request names nobody/);
    assert.doesNotMatch(
      letter,
      /Canary(?:respondent|complainant)|turned away|R1\b|Who was at the desk|complain/,
    );
    const page = await at.handler.see(`/desk/complaints/${matter}`);
    assert.match(page.words, /Record holder 1 Canaryholder General Hospital/);
    assert.match(page.words, /Record holder 1: A hospital or clinic/);
    assert.ok(page.words.includes(`to be answered by ${inWords(until)}`));
    assert.match(
      page.words,
      /Close the investigation\. [^.]*record holder 1 was asked for records by/i,
    );
    assert.match(page.words, /A third party was asked for records[^.]*by Coordinator one/i);
    const [event] = await at.bench.db.owner<{ body: string; actor: string }[]>`
      select body::text, actor from conduct.event where matter = ${matter} and type = 'records-asked'`;
    assert.equal(event?.actor, at.bench.handler);
    assert.doesNotMatch(event?.body ?? '', /Canary/);
    const found = await at.handler.see(`/desk/complaints/${matter}/names`);
    assert.doesNotMatch(found.words, /Record holder/, 'its name is no secret to whoever asked');
  });

  test('that come are evidence with their fingerprint and whoever took them in; both sides learn of it as far as they may', async () => {
    const sent = await at.desk.stranger().send('/concern', { ...concernForm, about: 'holder' });
    const [concern] = await at.bench.db.owner<{ id: string }[]>`
      select id from conduct.concern where label = ${labelIn(sent.words)}`;
    const matter = await told({
      complainant: {
        ...{ concern: concern?.id, person: undefined, fullName: COMPLAINANT_NAME },
        ...{ contact: undefined, naming: 'to-staff', language: 'en', hopes: '' },
      },
    });
    await asks(matter);
    const nothing = await notes(matter, { answered: 'received', said: 'The log, 14 pages.' });
    assert.match(nothing.words, /The piece as it came: choose a file/);
    assert.ok(shownAgain(nothing.text, 'said', 'The log, 14 pages.'));
    const files = [
      { field: 'original', name: `${HOLDER}.pdf`, bytes: await pdf('As it came') },
      { field: 'copy', name: 'copy.pdf', bytes: await pdf('Without names') },
    ];
    const dropped = await notes(matter, { answered: 'refused', said: 'No.' }, files);
    assert.match(dropped.words, /a file came with it/);
    const done = await notes(matter, { answered: 'received', said: 'The log, 14 pages.' }, files);
    assert.equal(done.to, `/desk/complaints/${matter}?news=note-records`, done.words);
    const kept = await at.bench.db.owner<{ which: string; sha256: string; added_by: string }[]>`
      select which, sha256, added_by from conduct.evidence_file where matter = ${matter} order by which`;
    assert.deepEqual(
      kept.map(({ which }) => which),
      ['copy', 'original'],
    );
    const [piece] = await at.bench.db.owner<{ body: Record<string, string> }[]>`
      select body from conduct.event where matter = ${matter} and type = 'evidence-added'`;
    assert.equal(piece?.body['sha256'], kept[1]?.sha256);
    assert.equal(piece?.body['holder'], 'h1');
    const page = await at.handler.see(`/desk/complaints/${matter}`);
    assert.match(page.words, /From record holder 1: The log, 14 pages\./);
    assert.match(page.words, /Coordinator one, since/);
    const twice = await at.handler.see(`/desk/complaints/${matter}/note-records`);
    assert.equal(twice.status, 422, 'what was answered is answered');

    const respondent = await at.desk.signedIn(at.bench.respondent);
    const own = await respondent.see(`/my/conduct/${matter}`);
    assert.match(own.words, /A third party was asked for records/);
    assert.match(own.words, /Record holder 1: A hospital or clinic/);
    assert.doesNotMatch(own.text, /Canaryholder|Canaryaddress|Who was at the desk|fax 555/);
    assert.doesNotMatch(own.words, /From record holder 1/, 'what came is not shown yet');
    assert.equal((await respondent.see(`/my/conduct/${matter}/files/e1`)).status, 404);
    await handle(at.bench, matter, { act: 'disclose', evidence: ['e1'] });
    assert.match((await respondent.see(`/my/conduct/${matter}`)).words, /From record holder 1/);
    assert.equal((await respondent.see(`/my/conduct/${matter}/files/e1`)).status, 200);
    const receipt = { receipt: receiptIn(sent.words), passphrase: CONCERN_PASSPHRASE };
    const side = await at.desk.stranger().send('/concern/receipt', receipt);
    assert.match(side.words, /Somebody outside was asked for records/);
    assert.match(side.words, /Whoever was asked for records answered/);
    assert.doesNotMatch(side.text, /Canaryholder|hospital or clinic|14 pages|shift log/i);

    await handle(at.bench, matter, { act: 'close-investigation', summary: 'All was gathered.' });
    const [member] = await seatPanelOf(at.bench, matter, 'review');
    const judge = await at.desk.signedIn(member ?? '');
    const record = await judge.see(`/desk/panels/${matter}`);
    assert.match(record.words, /Record holder 1: A hospital or clinic/);
    assert.match(record.words, /They sent records\. The log, 14 pages/);
    assert.doesNotMatch(record.text, /Canary/);
    assert.equal((await judge.see(`/desk/panels/${matter}/evidence/e1`)).status, 200);
  });

  test('that are refused, not held or do not come count against nobody; an answer after the day is still one', async () => {
    const matter = await told();
    await asks(matter);
    const other = await asks(matter, { 'holder-name': 'Another office' });
    assert.ok(other.to, other.words);
    const refused = await notes(matter, { answered: 'refused', said: 'They need a court order.' });
    assert.ok(refused.to, refused.words);
    assert.match(
      (await at.handler.see(`/desk/complaints/${matter}`)).words,
      /They refused\. They need a court order/,
    );
    const closing = `/desk/complaints/${matter}/close-investigation`;
    assert.match(
      (await at.handler.see(closing)).words,
      /record holder 2 was asked for records by/i,
    );
    await wait(at.bench, 22);
    const page = await at.handler.see(`/desk/complaints/${matter}`);
    assert.match(
      page.words,
      /nothing had come by the day\. It counts for nothing against either side/,
    );
    const respondent = await at.desk.signedIn(at.bench.respondent);
    const own = (await respondent.see(`/my/conduct/${matter}`)).words;
    assert.match(own, /nothing had come by the day\. It counts for nothing against either side/);
    const late = await notes(matter, {
      holder: 'h2',
      answered: 'not-held',
      said: 'They keep no logs.',
    });
    assert.ok(late.to, late.words);
    await handle(at.bench, matter, { act: 'close-investigation', summary: 'Two were asked.' });
  });

  test('whose day has passed unnoticed are put on record when gathering ends', async () => {
    const matter = await told();
    await asks(matter);
    at.bench.today = addDays(at.bench.today, 22);
    await handle(at.bench, matter, { act: 'close-investigation', summary: 'One was asked.' });
    const types = await at.bench.db.owner<{ type: string }[]>`
      select type from conduct.event where matter = ${matter} order by version desc limit 2`;
    assert.deepEqual(
      types.map(({ type }) => type),
      ['investigation-closed', 'records-overdue'],
    );
  });

  test('that are needed no more are closed with a reason, and the holder is told so', async () => {
    const matter = await told();
    await asks(matter);
    const from = `/desk/complaints/${matter}/close-request`;
    const blank = await at.handler.send(from, {
      ...(await seen(matter)),
      holder: 'h1',
      reason: ' ',
    });
    assert.equal(blank.status, 422);
    const reason = 'A witness had a copy.';
    const done = await at.handler.send(from, { ...(await seen(matter)), holder: 'h1', reason });
    assert.equal(done.to, `/desk/complaints/${matter}?news=close-request`, done.words);
    assert.match(await letterOf(matter, 'request-closed'), /We do not need them any more/);
    await handle(at.bench, matter, { act: 'close-investigation', summary: 'It was seen.' });
  });

  test('name somebody only with their consent or by a rule, and whoever stays anonymous never', async () => {
    const matter = await told();
    const consent = { basis: 'consent', ...dayFields('consent', at.bench.today) };
    const unfounded = await asks(matter, { subject: 'respondent' });
    assert.match(unfounded.words, /Why the holder may know: choose one/);
    const rule = { subject: 'c1', basis: 'rule', rule: 'Section 12.' };
    assert.match((await asks(matter, rule)).words, /with their own consent alone/);
    const ahead = { ...consent, ...dayFields('consent', addDays(at.bench.today, 1)) };
    assert.equal((await asks(matter, { subject: 'respondent', ...ahead })).status, 422);
    assert.ok((await asks(matter, { subject: 'respondent', ...consent })).to);
    const letter = await letterOf(matter, 'records-request');
    assert.ok(letter.includes(RESPONDENT_NAME) && !letter.includes(COMPLAINANT_NAME), letter);
    assert.match(letter, /They agreed to it on/);
    assert.doesNotMatch(letter, /the respondent|turned away/);
    const unknown = await told({
      complainant: {
        ...{ concern: undefined, person: undefined, fullName: undefined, contact: undefined },
        ...{ naming: 'anonymous', language: 'en', hopes: '' },
      },
    });
    const form = await at.handler.see(`/desk/complaints/${unknown}/ask-for-records`);
    assert.doesNotMatch(form.text, /value="c1"/);
    assert.equal((await asks(unknown, { subject: 'c1', ...consent })).status, 422);
  });

  test('mistakes stand at their fields, and nothing that was typed is lost', async () => {
    const matter = await told();
    const early = await asks(matter, dayFields('until', addDays(at.bench.today, 3)));
    assert.match(early.words, /Until: whoever keeps records has at least 14 days/);
    const past = await asks(matter, dayFields('until', addDays(at.bench.today, -3)));
    assert.equal(past.status, 422);
    assert.ok(shownAgain(past.text, 'records', WHAT));
    const naming = await asks(matter, { records: `The file of ${RESPONDENT_NAME}` });
    assert.match(naming.words, /Which records you ask for: what you wrote names the respondent/);
    const own = await asks(matter, { records: `The log of ${HOLDER}` });
    assert.match(own.words, /what you wrote names record holder 1/);
    const broken = await asks(matter, { 'holder-name': 'A\u0007B' });
    assert.match(broken.words, /Name of whoever keeps the records/);
    assert.equal(broken.status, 422);
    const empty = await asks(matter, { 'holder-address': ' ', 'needed-for': '', 'answer-to': '' });
    for (const label of [
      'Their address',
      'What the records are needed for',
      'Where they are to send them',
    ]) {
      assert.ok(empty.words.includes(`${label} is empty`), label);
    }
    assert.deepEqual(
      [
        ...(await at.bench.db.owner`
          select 1 from conduct.party where matter = ${matter} and role = 'holder'`),
      ],
      [],
      'nothing of a refused request is kept',
    );
  });

  test('no program above the database gets around any of it', async () => {
    const matter = await told();
    await asks(matter);
    const { records } = at.bench.world;
    const { today: on, handler: by } = at.bench;
    const anonymous = await told({
      complainant: {
        ...{ concern: undefined, person: undefined, fullName: undefined, contact: undefined },
        ...{ naming: 'anonymous', language: 'en', hopes: '' },
      },
    });
    await asks(anonymous);
    const tried = async (event: ConductEvent, where = matter): Promise<string> => {
      const version = await versionOf(at.bench, where);
      try {
        return await records.as(as('conduct', by), ({ conduct }) =>
          conduct.append(where, version, [event]),
        );
      } catch (cause) {
        return String((cause as Error).message);
      }
    };
    const asked = {
      ...({ type: 'records-asked', on, by, kind: 'other', what: 'A log', reason: 'Why' } as const),
      ...{ answerTo: 'Here', subject: undefined, basis: undefined },
      ...{ holder: 'h1', answerUntil: addDays(on, 20) },
    };
    const why = 'For a reason.';
    const gave = { type: 'evidence-added', on, by, id: 'e9', kind: 'record', source: 'x' } as const;
    assert.match(await tried(asked), /known by name/, 'one request for each holder');
    assert.match(await tried({ ...asked, holder: 'h7' }), /known by name/);
    assert.match(await tried({ ...gave, sha256: 'a'.repeat(64), holder: 'h1' }), /sent nothing/);
    assert.match(await tried({ type: 'records-overdue', on, holder: 'h1' }), /has not passed/);
    assert.match(
      await tried({ type: 'records-closed', on, by, holder: 'h1', reason: ' ' }),
      /with a reason/,
    );
    assert.match(
      await tried({ type: 'investigation-closed', on, by, summary: 'Done.' }),
      /while a request is open/,
    );
    const answered = { type: 'records-answered', on, by, holder: 'h1', how: 'refused' } as const;
    assert.equal(await tried({ ...answered, reason: why }), 'written');
    assert.match(await tried({ ...answered, reason: why }), /answers once/);
    assert.match(
      await tried({ type: 'records-closed', on, by, holder: 'h1', reason: why }),
      /only an open request/,
    );
    const another = async (where: string): Promise<void> => {
      await records.as(as('conduct', by), ({ conduct }) =>
        conduct.addParty({
          ...{ id: at.bench.world.chance.uuid(), matter: where, role: 'holder', key: 'h2' },
          ...{ person: undefined, fullName: 'Another', formerNames: [], contact: 'There' },
          ...{ naming: undefined, concern: undefined, hopes: '', language: 'en' },
        }),
      );
    };
    await another(matter);
    await another(anonymous);
    const second = { ...asked, holder: 'h2' };
    const consent = { kind: 'consent', given: on } as const;
    const rule = { kind: 'rule', words: 'Section 12.' } as const;
    assert.match(await tried({ ...second, answerUntil: addDays(on, 2) }), /two weeks/);
    for (const [event, where] of [
      [{ ...second, subject: 'respondent' }, matter],
      [{ ...second, subject: 'c1', basis: rule }, matter],
      [{ ...second, subject: 'h1', basis: consent }, matter],
      [{ ...second, subject: 'respondent', basis: { ...consent, given: addDays(on, 1) } }, matter],
      [{ ...second, subject: 'c1', basis: consent }, anonymous],
    ] as const) {
      assert.match(await tried(event, where), /without consent or a rule/, JSON.stringify(event));
    }
    assert.equal(await tried({ ...second, subject: 'c1', basis: consent }), 'written');
    const colleague = { rights: 'conduct', person: at.bench.colleague } as const;
    const version = await versionOf(at.bench, matter);
    const stranger = await records.as(colleague, ({ conduct }) =>
      conduct.append(matter, version, [
        {
          ...{ type: 'records-closed', on, by: at.bench.colleague, holder: 'h2', reason: why },
        } as const,
      ]),
    );
    assert.equal(stranger, 'excluded', 'only whoever is on its list');
    const member = at.bench.panel[0] ?? '';
    const judge = await records.as({ rights: 'panel', person: member }, ({ conduct }) =>
      conduct.append(matter, version, [
        { type: 'records-answered', on, by: member, holder: 'h2', how: 'refused', reason: why },
      ]),
    );
    assert.equal(judge, 'excluded');
  });
});
