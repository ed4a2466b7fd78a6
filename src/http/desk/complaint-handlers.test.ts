/** The desk of complaints over its addresses, on a real database. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type ComplaintDesk, complaintDesk } from '../../../tests/support/complaint-desk.ts';
import {
  allMet,
  answer,
  breach,
  COMPLAINANT_NAME,
  complaintAbout,
  handle,
  investigated,
  judge,
  RESPONDENT_NAME,
  sanctionFrom,
  seatPanelOf,
  versionOf,
  wait,
} from '../../../tests/support/complaints.ts';
import type { Answer, DeskPerson, Fields } from '../../../tests/support/desk.ts';
import { formsOn, shownAgain } from '../../../tests/support/html-forms.ts';
import { HANDLER_ACTS } from '../../casework/conduct/read-act.ts';
import { addDays, type CivilDate, parts } from '../../kernel/dates/civil-date.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const dayFields = (name: string, on: CivilDate): Fields => {
  const { year, month, day } = parts(on);
  return {
    [`${name}-month`]: String(month),
    [`${name}-day`]: String(day),
    [`${name}-year`]: String(year),
  };
};

const firstLook: Fields = Object.fromEntries(
  ['standing', 'jurisdiction', 'provision', 'in-time'].flatMap((question) => [
    [`${question}-met`, 'yes'],
    [`${question}-reason`, `Looked at ${question}.`],
  ]),
);

async function pdf(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText(words);
  return await document.save();
}

describe('the desk of complaints', () => {
  let at: ComplaintDesk;
  before(async () => {
    at = await complaintDesk();
  });
  after(async () => {
    assert.deepEqual(at.desk.faults, []);
    await at.desk.close();
  });

  const sent = async (
    matter: string,
    act: string,
    fields: Fields = {},
    by: DeskPerson = at.handler,
  ): Promise<Answer> => {
    const from = `/desk/complaints/${matter}/${act}`;
    return await by.send(from, { seen: String(await versionOf(at.bench, matter)), ...fields });
  };
  const done = async (matter: string, act: string, fields: Fields = {}): Promise<Answer> => {
    const reply = await sent(matter, act, fields);
    assert.equal(reply.to, `/desk/complaints/${matter}?news=${act}`, reply.words);
    return await at.handler.see(reply.to);
  };
  /** Sends a piece, and its copy without names, from the form that asks for them. */
  const added = async (matter: string, fields: Fields, name = 'ward log.pdf'): Promise<Answer> =>
    await at.handler.upload(
      `/desk/complaints/${matter}/add-evidence`,
      { seen: String(await versionOf(at.bench, matter)), ...fields },
      [
        { field: 'original', name, bytes: await pdf('As it came') },
        { field: 'copy', name: 'copy.pdf', bytes: await pdf('Without names') },
      ],
    );

  describe('the list', () => {
    test('shows those whose list the reader is on, the nearest promise first and overdue by word', async () => {
      const late = await complaintAbout(at.bench);
      await wait(at.bench, 45);
      const fresh = await complaintAbout(at.bench);
      const page = await at.handler.see('/desk/complaints');
      const [first, second] = [late, fresh].map((id) => page.text.indexOf(id));
      assert.ok((first ?? -1) > 0 && (first ?? 0) < (second ?? 0));
      assert.match(page.words, /days overdue/);
      assert.match(page.words, /First look/);
      assert.doesNotMatch(page.text, /Canary/, 'the list names nobody');
      const other = await at.colleague.see('/desk/complaints');
      assert.match(other.words, /You handle no complaint/);
      assert.ok(!other.text.includes(late));
    });

    test('says that one rests, and that its clocks stand still', async () => {
      const matter = await complaintAbout(at.bench);
      await done(matter, 'stay', { reason: 'A court looks at the same events.' });
      const page = await at.handler.see('/desk/complaints');
      assert.match(page.words, /Rests for a court/);
      const shown = await at.handler.see(`/desk/complaints/${matter}`);
      assert.match(shown.words, /It rests for a court since .* Both clocks stand still/);
      assert.match(shown.words, /Go on with the matter/);
    });

    test('each office sees its own pages and no other', async () => {
      const pages = ['/desk/complaints', '/desk/complaints/open', `/desk/complaints/${NOBODY}`];
      for (const office of ['clerk', 'reviewer', 'staff', 'director', 'auditor', 'board', 'panel', 'custodian'] as const) {
        const other = await at.desk.somebody(`Office of ${office}`, office);
        for (const address of pages) {
          assert.equal((await other.see(address)).status, 403, `${office} at ${address}`);
        }
        assert.equal((await other.see('/desk/custodian')).status, office === 'custodian' ? 200 : 403, office);
        assert.equal((await other.see('/desk/pool')).status, office === 'director' ? 200 : 403, office);
      }
      for (const address of ['/desk/custodian', '/desk/pool']) {
        assert.equal((await at.handler.see(address)).status, 403, address);
      }
      assert.equal(
        (await at.desk.stranger().see('/desk/complaints')).to,
        '/sign-in?then=%2Fdesk%2Fcomplaints',
      );
    });
  });

  describe('who is not on the list', () => {
    test('finds nothing at any address of the matter, and it looks like one that is not there', async () => {
      const matter = await complaintAbout(at.bench);
      await investigated(at.bench, matter);
      const [letter] = await at.desk.database.owner<{ id: string }[]>`
        insert into conduct.letter (id, matter, kind, subject, words, version)
        values (gen_random_uuid(), ${matter}, 'notice', 'To read', 'Words.', 1) returning id`;
      const addresses = [
        '',
        '/names',
        '/files/e1/original',
        '/files/e1/copy',
        `/letters/${letter?.id}`,
        `/letters/${letter?.id}/paper`,
        ...HANDLER_ACTS.map((act) => `/${act}`),
      ];
      for (const who of [at.colleague, at.ombud]) {
        const missing = await who.see(`/desk/complaints/${NOBODY}`);
        for (const address of addresses) {
          const seen = await who.see(`/desk/complaints/${matter}${address}`);
          assert.equal(seen.status, 404, address);
          assert.equal(seen.words, missing.words, address);
        }
        for (const act of [...HANDLER_ACTS, 'names', 'let-in', 'leave', `names/${NOBODY}`]) {
          const tried = await who.send('/desk/complaints/open', { seen: '1', why: 'x', reason: 'A reason that is long enough to be one.' }, `/desk/complaints/${matter}/${act}`);
          assert.equal(tried.status, 404, act);
        }
      }
    });

    test('whoever handles it reads its letters, and each reading is written down', async () => {
      const matter = await complaintAbout(at.bench);
      await investigated(at.bench, matter);
      const [letter] = await at.desk.database.owner<{ id: string }[]>`
        insert into conduct.letter (id, matter, kind, subject, words, version)
        values (gen_random_uuid(), ${matter}, 'notice', 'To read', 'Word for word.', 1) returning id`;
      const page = await at.handler.see(`/desk/complaints/${matter}/letters/${letter?.id}`);
      assert.match(page.words, /To read Word for word\./);
      await at.handler.see(`/desk/complaints/${matter}`);
      const readings = await at.desk.database.owner<{ what: string; about: string }[]>`
        select what, about from conduct.reading where reader = ${at.bench.handler} and about in (${matter}, ${letter?.id ?? ''})`;
      assert.deepEqual([...new Set(readings.map(({ what }) => what))].sort(), ['letter', 'matter']);
    });
  });
  test('placeholder', () => {
    void [allMet, answer, breach, COMPLAINANT_NAME, RESPONDENT_NAME, handle, judge, sanctionFrom, seatPanelOf, formsOn, shownAgain, addDays, dayFields, firstLook, added];
  });
});
