/** The desk of complaints over its addresses, on a real database. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type ComplaintDesk, complaintDesk } from '../../../tests/support/complaint-desk.ts';
import {
  allMet,
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

    test('is searched by a part of a label or a name, and finds nothing for who is not on the list', async () => {
      const fullName = 'Wilhelmina Ø’Unheard';
      const matter = await complaintAbout(at.bench, {
        respondent: { person: undefined, fullName, formerNames: ['Willa Before'] },
      });
      const other = await complaintAbout(at.bench);
      const [row] = await at.bench.db.owner<{ label: string }[]>`
        select label from conduct.matter where id = ${matter}`;
      const find = async (who: DeskPerson, search: string) =>
        await who.send('/desk/complaints', { search });
      for (const search of [row?.label.slice(2).toLowerCase() ?? '', 'ø’unheard', 'willa before']) {
        const page = await find(at.handler, search);
        assert.ok(page.text.includes(matter) && !page.text.includes(other), search);
        assert.match(page.words, /1 found for/);
      }
      const none = await find(at.handler, '%');
      assert.match(none.words, /Nothing found for “%”/);
      const outsider = await find(at.colleague, fullName);
      assert.ok(!outsider.text.includes(matter));
      assert.match(outsider.words, /Nothing found for/);
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
      for (const office of [
        'clerk',
        'reviewer',
        'staff',
        'director',
        'auditor',
        'panel',
        'custodian',
      ] as const) {
        const other = await at.desk.somebody(`Office of ${office}`, office);
        for (const address of pages) {
          assert.equal((await other.see(address)).status, 403, `${office} at ${address}`);
        }
        assert.equal(
          (await other.see('/desk/custodian')).status,
          office === 'custodian' ? 200 : 403,
          office,
        );
        assert.equal(
          (await other.see('/desk/pool')).status,
          office === 'director' ? 200 : 403,
          office,
        );
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
          const tried = await who.send(
            '/desk/complaints/open',
            { seen: '1', why: 'x', reason: 'A reason that is long enough to be one.' },
            `/desk/complaints/${matter}/${act}`,
          );
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

  describe('a complaint', () => {
    test('goes from the first look to a notice that is published and corrected, every step by its form', async () => {
      const matter = await complaintAbout(at.bench);
      const { bench } = at;
      assert.match((await done(matter, 'screen', firstLook)).words, /The first look is recorded/);
      await done(matter, 'give-notice');
      const page = await done(matter, 'enter-response', {
        words: `I, ${RESPONDENT_NAME}, was not there.`,
      });
      assert.match(
        page.words,
        /I, Qianru Canaryrespondent, was not there\. I, \[the respondent\], was not there\./,
      );
      const kept = await added(
        matter,
        { kind: 'document', source: 'The log of the ward.' },
        '"><script>alert(1)</script>ward.pdf',
      );
      assert.equal(kept.to, `/desk/complaints/${matter}?news=add-evidence`);
      const withPiece = await at.handler.see(`/desk/complaints/${matter}`);
      assert.match(
        withPiece.words,
        /e1\. Document The log of the ward\..*Coordinator one, since .*As it came e1 PDF.*Copy without names e1 PDF.*Not shown/,
      );
      assert.match(
        withPiece.words,
        /Not yet: Close the investigation\. The respondent has not been shown/,
      );
      assert.doesNotMatch(withPiece.text, /ward\.pdf|alert\(1\)/, 'no name of a file is shown');
      const file = await at.handler.see(`/desk/complaints/${matter}/files/e1/original`);
      assert.equal(file.headers['content-type'], 'application/pdf');
      assert.match(String(file.headers['content-disposition']), /filename="e1-original"/);
      await done(matter, 'disclose', { evidence: 'e1' });
      await done(matter, 'close-investigation', { summary: 'Both sides were asked.' });
      await done(matter, 'announce-draw', { panel: 'review' });
      const drawn = await done(matter, 'draw', { panel: 'review' });
      assert.match(
        drawn.words,
        /Review panel Drawn on .*public member.*Fingerprint of the seed [0-9a-f]{64} Seed [0-9a-f]{64}/,
      );
      const [reviewer] = await sittingOn(matter, 'review');
      await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
      const [hearer] = await seatPanelOf(bench, matter, 'hearing');
      await done(matter, 'call-hearing', {
        ...dayFields('day', addDays(bench.today, 30)),
        ...{ where: 'Room 4, at ten.', 'may-bring': 'Anybody they trust.' },
        accommodations: 'An interpreter\nA step-free room',
      });
      await wait(bench, 30);
      await judge(bench, matter, hearer ?? '', {
        act: 'hear',
        transcript: 'Word for word.',
        represented: false,
      });
      await judge(bench, matter, hearer ?? '', {
        ...{ act: 'decide', findings: breach, remedy: undefined },
        sanction: sanctionFrom(bench, 'public-reprimand'),
      });
      await wait(bench, 40);
      await done(matter, 'take-effect');
      const preview = await at.handler.see(`/desk/complaints/${matter}/publish`);
      assert.match(
        preview.words,
        /word for word.*Qianru Canaryrespondent Larkspur Health Navigator Public reprimand, until .* Breached: R1/,
      );
      await done(matter, 'publish');
      await done(matter, 'check-condition', { kept: 'yes', words: 'The supervisor was asked.' });
      await done(matter, 'correct', { words: 'The day was another one.' });
      const told = await done(matter, 'tell-closing', {
        complaint: 'c1',
        achieved: 'partly',
        reason: 'There was an apology.',
      });
      assert.match(told.words, /Complainant 1.*Hopes for: An apology\..*Told what came of it on/);
      assert.match(told.words, /R1\. .* Breached/);
    });

    const sittingOn = async (matter: string, panel: string): Promise<readonly string[]> =>
      (
        await at.desk.database.owner<{ person: string }[]>`
          select person from conduct.seat where matter = ${matter} and panel = ${panel} and left_at is null`
      ).map(({ person }) => person);

    test('is drawn without whoever has a tie, and a member who leaves is replaced', async () => {
      const matter = await complaintAbout(at.bench);
      await investigated(at.bench, matter);
      await done(matter, 'announce-draw', { panel: 'review' });
      const form = await at.handler.see(`/desk/complaints/${matter}/draw`);
      assert.match(form.words, /3 seats are free, at least one for a public member/);
      const [tied] = at.bench.panel;
      await done(matter, 'draw', { panel: 'review', [`tie-${tied}`]: 'A cousin.' });
      const seated = await sittingOn(matter, 'review');
      assert.ok(seated.length === 3 && !seated.includes(tied ?? ''));
      await done(matter, 'excuse-member', { member: `review~${seated[0]}`, reason: 'Fell ill.' });
      await done(matter, 'announce-draw', { panel: 'review' });
      assert.match(
        (await at.handler.see(`/desk/complaints/${matter}/draw`)).words,
        /One seat is free/,
      );
      assert.match(
        (await at.handler.see(`/desk/complaints/${matter}/draw`)).words,
        /Left out: Concerned in this matter, or handles it/,
      );
      await done(matter, 'draw', { panel: 'review' });
      assert.equal((await sittingOn(matter, 'review')).length, 3);
    });

    test('takes every side step, and offers each only while the rules let it through', async () => {
      const { bench } = at;
      const matter = await complaintAbout(bench);
      const page = () => at.handler.see(`/desk/complaints/${matter}`);
      assert.doesNotMatch((await page()).words, /Suspend the credential meanwhile/);
      assert.equal(
        (await at.handler.see(`/desk/complaints/${matter}/suspend-meanwhile`)).status,
        422,
      );
      await handle(bench, matter, { act: 'screen', answers: allMet });
      await done(matter, 'give-notice', {
        'other-1': 'Who complained',
        'other-why-1': 'They asked for it.',
      });
      assert.match((await page()).words, /Kept back: Who complained\. They asked for it/);
      await done(matter, 'suspend-meanwhile', {
        ...dayFields('until', addDays(bench.today, 20)),
        reason: 'Clients are in danger.',
      });
      assert.match((await page()).words, /The credential is suspended meanwhile, until/);
      await done(matter, 'extend', {
        ...{ promise: 'response~respondent', reason: 'The respondent asked for it.' },
        ...dayFields('until', addDays(bench.today, 60)),
      });
      assert.match((await page()).words, /Extended from .*: The respondent asked for it/);
      const [letter] = await at.desk.database.owner<{ id: string }[]>`
        insert into conduct.letter (id, matter, party, kind, subject, words, version)
        select gen_random_uuid(), p.matter, p.id, 'notice', 'Notice', 'Words.', 3 from conduct.party p
        where p.matter = ${matter} and p.key = 'respondent' returning id`;
      await done(matter, 'redeliver', {
        what: 'notice',
        letter: letter?.id ?? '',
        reason: 'It came back unopened.',
      });
      assert.match((await page()).words, /Respondent Notice Came back on/);
      await done(matter, 'stay', { reason: 'A court looks at it.' });
      assert.doesNotMatch((await page()).words, /Enter an answer that came on paper/);
      await done(matter, 'lift-stay');
      await wait(bench, 31);
      await done(matter, 'close-response');
      await done(matter, 'end', { how: 'surrender', reason: 'They gave it up.' });
      const over = await page();
      assert.match(over.words, /It ended because the respondent gave up the credential/);
      assert.doesNotMatch(over.words, /Open the matter again/);
    });

    test('that was screened out is opened again on new evidence, and a piece is handed on only unchanged', async () => {
      const { bench } = at;
      const matter = await complaintAbout(bench);
      await done(matter, 'screen', { ...firstLook, 'standing-met': 'no' });
      const from = `/desk/complaints/${matter}/reopen`;
      const seen = String(await versionOf(bench, matter));
      const bare = await at.handler.send(from, { seen, reason: 'A witness came forward.' });
      assert.equal(bare.status, 422);
      assert.match(bare.words, /The piece as it came: choose a file/);
      assert.ok(shownAgain(bare.text, 'reason', 'A witness came forward.'));
      const opened = await at.handler.upload(from, { seen, reason: 'A witness came forward.' }, [
        { field: 'original', name: 'a.pdf', bytes: await pdf('What they saw') },
      ]);
      assert.equal(opened.to, `/desk/complaints/${matter}?news=reopen`, opened.words);
      await at.handler.send(
        `/desk/complaints/${matter}`,
        { colleague: bench.colleague },
        `/desk/complaints/${matter}/let-in`,
      );
      await done(matter, 'screen', firstLook);
      await done(matter, 'hand-on', { evidence: 'e1', to: bench.colleague });
      const page = await at.handler.see(`/desk/complaints/${matter}`);
      assert.match(page.words, /Coordinator one, since .* Coordinator two, since/);
      const again = await sent(matter, 'hand-on', { evidence: 'e1', to: bench.handler });
      assert.equal(again.status, 422, 'only whoever holds it hands it on');
      const back = `/desk/complaints/${matter}/hand-on`;
      const [row] = await at.desk.database.owner<{ sha256: string }[]>`
        update conduct.evidence_file set sha256 = ${'0'.repeat(64)} where matter = ${matter} returning sha256`;
      assert.ok(row);
      const changed = await at.colleague.send(back, {
        seen: String(await versionOf(bench, matter)),
        evidence: 'e1',
        to: bench.handler,
      });
      assert.equal(changed.status, 422);
      assert.match(changed.words, /Which piece: the bytes are not those that came in/);
    });

    test('every complainant withdrew: the body says whether it goes on', async () => {
      const { bench } = at;
      const matter = await complaintAbout(bench);
      await at.desk.database.owner.begin(async (tx) => {
        await tx`insert into conduct.event (matter, version, type, body)
          values (${matter}, 2, 'withdrawn', ${tx.json({ on: bench.today, complaint: 'c1' })})`;
      });
      assert.match((await at.handler.see('/desk/complaints')).words, /Withdrawn, to be answered/);
      const page = await done(matter, 'answer-withdrawal', {
        'goes-on': 'yes',
        reason: 'Others could come to harm.',
      });
      assert.match(page.words, /The body goes on without the complainant/);
    });
  });

  describe('a form with mistakes', () => {
    const NAMES = `${RESPONDENT_NAME} did it, they say.`;

    test('says at its field what is wrong, and keeps everything that was typed', async () => {
      const { bench } = at;
      const matter = await complaintAbout(bench);
      const reads = async (act: string, fields: Fields, sentence: RegExp): Promise<void> => {
        const reply = await sent(matter, act, fields);
        assert.equal(reply.status, 422, `${act}: ${reply.words}`);
        assert.match(reply.words, sentence);
        for (const [name, value] of Object.entries(fields)) {
          if (/reason|words|summary|source|where|bring|other/.test(name)) {
            assert.ok(shownAgain(reply.text, name, String(value)), `${act} lost ${name}`);
          }
        }
      };
      await reads(
        'screen',
        { ...firstLook, 'in-time-met': 'no' },
        /Time: met or not: the complaint came within 36 months/,
      );
      await reads(
        'screen',
        { ...firstLook, 'jurisdiction-met': 'no' },
        /Reach: met or not: the code bound this person/,
      );
      await reads('screen', { ...firstLook, 'standing-reason': '' }, /Standing: why is empty/);
      await reads(
        'screen',
        { ...firstLook, 'provision-reason': NAMES },
        /Provision: why: what you wrote names the respondent/,
      );
      await reads(
        'extend',
        { promise: 'screening~respondent', reason: NAMES, ...dayFields('until', bench.today) },
        /Until: a new promise lies ahead and after/,
      );
      await reads('end', { reason: 'They say so.' }, /How it ended: choose one/);
      await handle(bench, matter, { act: 'screen', answers: allMet });
      await reads(
        'give-notice',
        { 'other-1': 'Who complained', 'other-why-1': '' },
        /Why \(1\) is empty/,
      );
      await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
      await reads(
        'suspend-meanwhile',
        { reason: 'Danger.', ...dayFields('until', addDays(bench.today, 200)) },
        /Until: it ends after today and by/,
      );
      await reads(
        'suspend-meanwhile',
        { reason: 'Danger.', 'until-month': '2', 'until-day': '30', 'until-year': '2027' },
        /Until: there is no February 30/,
      );
      await reads('enter-response', { words: '' }, /The words is empty|The words/);
      await handle(bench, matter, { act: 'enter-response', words: 'No.' });
      await reads(
        'add-evidence',
        { kind: 'document', source: NAMES },
        /The piece as it came: choose a file/,
      );
      const locked = await at.handler.upload(
        `/desk/complaints/${matter}/add-evidence`,
        { seen: String(await versionOf(bench, matter)), kind: 'record', source: 'The register.' },
        [{ field: 'original', name: 'x.pdf', bytes: new TextEncoder().encode('no pdf at all') }],
      );
      assert.equal(locked.status, 422);
      assert.match(locked.words, /The piece as it came: this is no PDF, JPEG or PNG/);
      assert.ok(shownAgain(locked.text, 'source', 'The register.'));
      const named = await added(matter, { kind: 'document', source: NAMES });
      assert.match(named.words, /Where it came from: what you wrote names the respondent/);
      assert.ok((await added(matter, { kind: 'document', source: 'The log.' })).to);
      await reads('disclose', {}, /Which piece: choose one/);
      await handle(bench, matter, { act: 'disclose', evidence: ['e1'] });
      await reads(
        'close-investigation',
        { summary: NAMES },
        /What was asked and found: what you wrote names/,
      );
      await handle(bench, matter, { act: 'close-investigation', summary: 'Asked.' });
      const [reviewer] = await seatPanelOf(bench, matter, 'review');
      await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
      await reads(
        'call-hearing',
        {
          where: 'Room 4.',
          'may-bring': 'Anybody.',
          accommodations: '',
          ...dayFields('day', addDays(bench.today, 3)),
        },
        /Day of the hearing: a hearing is told at least 30 days before/,
      );
      await reads('announce-draw', { panel: 'nothing' }, /Which panel: choose one/);
    });

    test('that was written on an old picture comes back beside the new one, and nothing is recorded', async () => {
      const matter = await complaintAbout(at.bench);
      const reply = await sent(matter, 'screen', {
        ...firstLook,
        seen: '0',
        'standing-reason': 'I looked at it.',
      });
      assert.equal(reply.status, 409);
      assert.match(reply.words, /Somebody acted in this matter while you wrote/);
      assert.ok(shownAgain(reply.text, 'standing-reason', 'I looked at it.'));
      assert.equal(await versionOf(at.bench, matter), 1);
      const gone = await sent(matter, 'close-investigation', {
        seen: '0',
        summary: 'A long summary of it.',
      });
      assert.equal(gone.status, 409);
      assert.ok(shownAgain(gone.text, 'summary', 'A long summary of it.'));
    });

    test('hostile words are kept and shown as words', async () => {
      const matter = await complaintAbout(at.bench);
      const hostile = '"><script>alert(1)</script>&amp;\'';
      for (const form of formsOn(
        (await at.handler.see(`/desk/complaints/${matter}/screen`)).text,
        '',
      )) {
        const fields = Object.fromEntries(form.typedInto.map((name) => [name, hostile]));
        const reply = await sent(matter, 'screen', fields);
        assert.equal(reply.status, 422);
        for (const name of form.typedInto) {
          assert.ok(shownAgain(reply.text, name, hostile), name);
        }
      }
    });
  });

  describe('colleagues', () => {
    test('one is let in and sees it; one with a tie leaves and sees nothing of it any more', async () => {
      const { bench } = at;
      const matter = await complaintAbout(bench);
      const home = `/desk/complaints/${matter}`;
      const alone = await at.handler.send(home, { why: 'My neighbor.' }, `${home}/leave`);
      assert.equal(alone.status, 422);
      assert.match(alone.words, /What the tie is: let a colleague in first/);
      assert.ok(shownAgain(alone.text, 'why', 'My neighbor.'));
      const nobody = await at.handler.send(home, { colleague: NOBODY }, `${home}/let-in`);
      assert.match(nobody.words, /Let a colleague in: choose a colleague from the list/);
      const letIn = await at.handler.send(home, { colleague: bench.colleague }, `${home}/let-in`);
      assert.equal(letIn.to, `${home}?news=let-in`);
      assert.equal((await at.colleague.see(home)).status, 200);
      const bare = await at.handler.send(home, { why: ' ' }, `${home}/leave`);
      assert.match(bare.words, /What the tie is: say what the tie is/);
      const left = await at.handler.send(home, { why: 'My neighbor.' }, `${home}/leave`);
      assert.equal(left.to, '/desk/complaints?news=left');
      assert.equal((await at.handler.see(home)).status, 404);
      assert.ok(!(await at.handler.see('/desk/complaints')).text.includes(matter));
      const back = await at.colleague.send(home, { colleague: bench.handler }, `${home}/let-in`);
      assert.equal(back.status, 422, 'nobody with a tie is let in again');
    });
  });

  describe('a name behind a label', () => {
    test('is asked for with a reason, consented to by a custodian who cannot open the matter, and seen on record', async () => {
      const { bench } = at;
      const matter = await complaintAbout(bench);
      const from = `/desk/complaints/${matter}/names`;
      const reason = 'The letter came back and the address must be asked for.';
      const short = await at.handler.send(from, { key: 'c1', reason: 'Curious.' });
      assert.equal(short.status, 422);
      assert.match(short.words, /What must be known, and why: write at least 20 characters/);
      assert.ok(shownAgain(short.text, 'reason', 'Curious.'));
      assert.match(
        (await at.handler.send(from, { key: 'w9', reason })).words,
        /Whose name: choose one/,
      );
      assert.equal((await at.handler.send(from, { key: 'c1', reason })).to, `${from}?news=asked`);
      assert.match(
        (await at.handler.send(from, { key: 'c1', reason })).words,
        /you have asked already/,
      );
      const page = await at.custodian.see('/desk/custodian');
      assert.match(page.words, /A complainant Why it is needed The letter came back/);
      assert.doesNotMatch(page.text, /Canary/);
      assert.equal((await at.custodian.see(`/desk/complaints/${matter}`)).status, 403);
      const [request] = await at.desk.database.owner<{ id: string }[]>`
        select id from conduct.unmask_request where matter = ${matter}`;
      const to = `/desk/custodian/${request?.id}`;
      const early = await at.handler.send(from, {}, `${from}/${request?.id}`);
      assert.equal(early.status, 403);
      const bare = await at.custodian.send('/desk/custodian', { answer: 'consent' }, to);
      assert.equal(bare.status, 422);
      assert.match(bare.words, /Why you consent or refuse: say in a few words why/);
      const given = await at.custodian.send(
        '/desk/custodian',
        { answer: 'consent', [`why-${request?.id}`]: 'It is needed.' },
        to,
      );
      assert.equal(given.to, '/desk/custodian?news=answered');
      const seen = await at.handler.send(from, {}, `${from}/${request?.id}`);
      assert.match(
        seen.words,
        new RegExp(`The name ${COMPLAINANT_NAME} , complainant@people\\.example`),
      );
      const looks = await at.desk.database.owner`
        select 1 from conduct.reading where what = 'identity' and about = ${request?.id ?? ''}`;
      assert.equal(looks.length, 1);
    });
  });
});
