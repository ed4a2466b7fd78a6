import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, parse, words } from '../../../tests/look/markup.ts';
import { as } from '../../../tests/support/cast.ts';
import { complaintDesk } from '../../../tests/support/complaint-desk.ts';
import {
  allMet,
  answer,
  breach,
  type ConductBench,
  complaintAbout,
  decided,
  handle,
  investigated,
  judge,
  RESPONDENT_NAME,
  seatPanelOf,
  versionOf,
  wait,
} from '../../../tests/support/complaints.ts';
import type { Desk, DeskPerson } from '../../../tests/support/desk.ts';
import { addDays, addYears, parts } from '../../kernel/dates/civil-date.ts';
import { addEvidenceTo } from '../../workflow/conduct/handle-complaint.ts';

const CANARY = /Canary/i;
type Fields = Parameters<DeskPerson['send']>[1];

describe('the desk of a panel, on a real database', () => {
  let bench: ConductBench;
  let desk: Desk;
  before(async () => {
    ({ bench, desk } = await complaintDesk());
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });

  const seated = async (
    matter: string,
    panel: Parameters<typeof seatPanelOf>[2],
  ): Promise<{ ids: readonly string[]; first: DeskPerson; second: DeskPerson }> => {
    const ids = await seatPanelOf(bench, matter, panel);
    return {
      ids,
      first: await desk.signedIn(ids[0] ?? ''),
      second: await desk.signedIn(ids[1] ?? ''),
    };
  };
  const ends = (years: number): Fields => {
    const { year, month, day } = parts(addYears(bench.today, years));
    return { 'ends-year': String(year), 'ends-month': String(month), 'ends-day': String(day) };
  };
  const seenBy = async (matter: string): Promise<Fields> => ({
    seen: String(await versionOf(bench, matter)),
  });
  const finding = {
    'breach~a1': 'yes',
    'reason~a1': 'The log of the ward shows it.',
    'evidence~a1': 'e1',
  };
  const atHearing = async (): Promise<string> => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const { ids } = await seated(matter, 'review');
    await judge(bench, matter, ids[0] ?? '', { act: 'review', findings: breach });
    return matter;
  };

  test('shows what somebody was drawn for and nothing else: not to others, not to their own eyes before', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const stranger = await desk.signedIn(bench.panel[0] ?? '');
    const before0 = await stranger.see(`/desk/panels/${matter}`);
    const { first, ids } = await seated(matter, 'review');
    const other = bench.panel.find((one) => !ids.includes(one)) ?? '';
    const outside = await desk.signedIn(other);
    assert.match((await first.see('/desk/panels')).words, /Review panel .* Waits for your panel/);
    const hidden = await outside.see(`/desk/panels/${matter}`);
    const nowhere = await outside.see('/desk/panels/00000000-0000-7000-8000-000000000000');
    assert.deepEqual([before0.status, hidden.status], [404, 404]);
    assert.equal(hidden.words, nowhere.words);
    assert.ok(!(await outside.see('/desk/panels')).text.includes(matter));
    assert.equal((await outside.see(`/desk/panels/${matter}/review`)).status, 404);
    assert.equal((await outside.see(`/desk/panels/${matter}/evidence/e1`)).status, 404);
    for (const office of ['conduct', 'ombud', 'director', 'reviewer', 'custodian'] as const) {
      const person = await desk.somebody(`Office of ${office}`, office);
      assert.equal((await person.see(`/desk/panels/${matter}`)).status, 403, office);
    }
    const readings = await bench.db.owner<{ n: number }[]>`select count(*)::int as n
      from conduct.reading where about = ${matter} and what = 'matter' and reader = ${ids[0] ?? ''}`;
    assert.equal(readings[0]?.n, 0);
    await first.see(`/desk/panels/${matter}`);
    const [read] = await bench.db.owner<{ n: number }[]>`select count(*)::int as n
      from conduct.reading where about = ${matter} and what = 'matter' and reader = ${ids[0] ?? ''}`;
    assert.equal(read?.n, 1, 'each reading is on record');
  });

  test('a panel reads the record with provision and version, and no name on any of its pages', async () => {
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, {
      ...{ act: 'give-notice', evidence: [] },
      keptBack: [{ what: 'A note of the ward', reason: 'It names another client.' }],
    });
    await answer(bench, matter, {
      ...{ act: 'respond', words: `I, ${RESPONDENT_NAME}, never met Yevhen Canarycomplainant.` },
    });
    const kept = await bench.world.files.keep(new TextEncoder().encode('%PDF-1.4 a copy'));
    const added = await addEvidenceTo(bench.world, {
      ...{ handler: bench.handler, matter, kind: 'document', source: 'A letter of the ward.' },
      seen: await versionOf(bench, matter),
      original: {
        ...{ sha256: 'cd'.repeat(32), mediaType: 'application/pdf', bytes: 10 },
        originalName: `${RESPONDENT_NAME}.pdf`,
      },
      copy: { ...kept, mediaType: 'application/pdf', originalName: `${RESPONDENT_NAME}.pdf` },
    });
    assert.ok(added.ok);
    await addEvidenceTo(bench.world, {
      ...{ handler: bench.handler, matter, kind: 'anonymous-testimony', source: 'A call.' },
      seen: await versionOf(bench, matter),
      original: {
        ...{ sha256: 'ef'.repeat(32), mediaType: 'application/pdf', bytes: 10 },
        originalName: 'call.pdf',
      },
      copy: undefined,
    });
    await handle(bench, matter, { act: 'disclose', evidence: ['e1', 'e2'] });
    await handle(bench, matter, { act: 'close-investigation', summary: 'Both were asked.' });
    const { first } = await seated(matter, 'review');
    const page = await first.see(`/desk/panels/${matter}`);
    assert.match(page.words, /R1 .*, version 2026/);
    assert.match(page.words, /I, \[the respondent\], never met \[complainant 1\]/);
    assert.match(page.words, /A note of the ward It names another client/);
    assert.match(page.words, /you have this description alone/);
    for (const address of ['', '/review', '/leave']) {
      assert.doesNotMatch((await first.see(`/desk/panels/${matter}${address}`)).text, CANARY);
    }
    const copy = await first.see(`/desk/panels/${matter}/evidence/e1`);
    assert.deepEqual(
      [copy.status, copy.text, copy.headers['content-type']],
      [200, '%PDF-1.4 a copy', 'application/pdf'],
    );
    assert.doesNotMatch(JSON.stringify(copy.headers), CANARY);
    assert.equal((await first.see(`/desk/panels/${matter}/evidence/e2`)).status, 404);
  });

  test('a review answers every allegation, and what was typed stays where something is missing', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const { first } = await seated(matter, 'review');
    const at = `/desk/panels/${matter}/review`;
    const missing = await first.send(at, {
      ...(await seenBy(matter)),
      ...{ 'breach~a1': 'yes', 'reason~a1': 'Because of the log.' },
    });
    assert.equal(missing.status, 422);
    assert.match(missing.words, /Allegation 1: tick the evidence/);
    assert.match(missing.text, /Because of the log\./);
    const done = await first.send(at, { ...(await seenBy(matter)), ...finding });
    assert.equal(done.to, `/desk/panels/${matter}?news=review`);
    const closed = await first.see(at);
    assert.equal(closed.to, `/desk/panels/${matter}`, 'what is done cannot be done again');
    assert.match((await first.see(`/desk/panels/${matter}`)).words, /Cause to go on/);
  });

  test('a stale page records nothing and comes back with everything that was typed', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const { first } = await seated(matter, 'review');
    const at = `/desk/panels/${matter}/review`;
    const seen = await seenBy(matter);
    await handle(bench, matter, {
      ...{ act: 'extend', step: 'review', to: 'complainant', reason: 'Somebody was ill.' },
      until: addDays(bench.today, 90),
    });
    const stale = await first.send(at, { ...seen, ...finding });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /The log of the ward shows it\./);
    assert.match(stale.words, /What you typed is still here/);
  });

  test('the hearing is recorded on its day; a name that falls stands under its label', async () => {
    const matter = await atHearing();
    const { first } = await seated(matter, 'hearing');
    await handle(bench, matter, {
      ...{ act: 'call-hearing', day: addDays(bench.today, 30) },
      ...{ whereAndWhen: 'Room 4, at ten.', mayBring: 'Anybody they trust.' },
      accommodations: ['An interpreter.'],
    });
    assert.equal((await first.see(`/desk/panels/${matter}/hear`)).to, `/desk/panels/${matter}`);
    await wait(bench, 30);
    const at = `/desk/panels/${matter}/hear`;
    const empty = await first.send(at, { ...(await seenBy(matter)), transcript: ' ' });
    assert.match(words(byId(parse(empty.text), 'transcript-error')), /empty/);
    const done = await first.send(at, {
      ...(await seenBy(matter)),
      transcript: `Chair: Is it right, ${RESPONDENT_NAME}?`,
      represented: 'no',
    });
    assert.equal(done.to, `/desk/panels/${matter}?news=hear`);
    const page = await first.see(`/desk/panels/${matter}`);
    assert.match(page.words, /Is it right, \[the respondent\]\?/);
    assert.doesNotMatch(page.text, CANARY);
  });

  test('a decision is tried beside like cases, and departing from all of them asks for the reason in the same form', async () => {
    for (const kind of ['probation', 'probation', 'suspension'] as const) {
      const past = await complaintAbout(bench);
      await investigated(bench, past);
      await decided(bench, past, kind);
      await wait(bench, 31);
      await handle(bench, past, { act: 'take-effect' });
    }
    const matter = await atHearing();
    const { first } = await seated(matter, 'hearing');
    await handle(bench, matter, {
      ...{ act: 'call-hearing', day: addDays(bench.today, 30) },
      ...{ whereAndWhen: 'Room 4, at ten.', mayBring: 'Anybody they trust.', accommodations: [] },
    });
    await wait(bench, 30);
    await judge(bench, matter, first.id, {
      ...{ act: 'hear', transcript: 'Word for word.', represented: true },
    });
    const at = `/desk/panels/${matter}/decide`;
    const open = await first.see(at);
    assert.match(open.words, /3 like cases ended with R1/);
    assert.match(open.words, /clear and convincing evidence/);
    const typed = {
      ...finding,
      sanction: 'public-reprimand',
      ...ends(2),
      reason: 'The least that protects people.',
    };
    const tried = await first.send(at, { ...(await seenBy(matter)), ...typed, step: 'try-out' });
    assert.equal(tried.status, 200);
    assert.match(tried.words, /Nothing was recorded/);
    assert.match(tried.words, /Considered: 2 years/);
    const departs = await first.send(at, { ...(await seenBy(matter)), ...typed, step: 'record' });
    assert.equal(departs.status, 422);
    assert.match(words(byId(parse(departs.text), 'departure-error')), /say why this one should/);
    assert.match(departs.text, /The least that protects people\./);
    const none = await first.send(at, {
      ...(await seenBy(matter)),
      ...finding,
      ...{ step: 'record', reason: 'x', ...ends(2) },
    });
    assert.match(none.words, /Choose a sanction, a private reprimand at least/);
    const done = await first.send(at, {
      ...(await seenBy(matter)),
      ...typed,
      departure: 'Nobody came to harm, unlike in all of them.',
      step: 'record',
    });
    assert.equal(done.to, `/desk/panels/${matter}?news=decide`);
  });

  test('an appeal answers every ground, and only effects that follow are taken', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'suspension');
    await answer(bench, matter, {
      ...{ act: 'appeal', grounds: ['sanction-out-of-measure'], statement: 'It is too much.' },
    });
    const { first } = await seated(matter, 'appeal');
    const at = `/desk/panels/${matter}/decide-appeal`;
    const open = await first.see(at);
    assert.match(open.words, /It is too much\./);
    assert.doesNotMatch(open.words, /The decision is reversed/, 'this ground cannot lead there');
    const ground = { 'reason~sanction-out-of-measure': 'Others got less.' };
    const wrong = await first.send(at, {
      ...(await seenBy(matter)),
      ...{ ...ground, 'found~sanction-out-of-measure': 'no', effect: 'lessened' },
      ...{ sanction: 'probation', ...ends(1), reason: 'Enough.', conditions: 'Supervision.' },
    });
    assert.match(words(byId(parse(wrong.text), 'effect-error')), /does not follow/);
    const done = await first.send(at, {
      ...(await seenBy(matter)),
      ...{ ...ground, 'found~sanction-out-of-measure': 'yes', effect: 'lessened' },
      ...{ sanction: 'probation', ...ends(1), reason: 'Enough.', conditions: 'Supervision.' },
    });
    assert.equal(done.to, `/desk/panels/${matter}?news=decide-appeal`);
  });

  test('about the body a remedy is asked for, and no sanction', async () => {
    const ombud = { ...bench, handler: bench.ombud };
    const matter = await complaintAbout(ombud, {
      about: 'body',
      respondent: { person: undefined, fullName: undefined, formerNames: [] },
    });
    await handle(ombud, matter, { act: 'screen', answers: allMet });
    await handle(ombud, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await wait(bench, 31);
    await handle(ombud, matter, { act: 'close-response' });
    const added = await addEvidenceTo(bench.world, {
      ...{ handler: bench.ombud, matter, kind: 'record', source: 'The log.', copy: undefined },
      seen: await versionOf(bench, matter),
      original: {
        ...{ sha256: '12'.repeat(32), mediaType: 'application/pdf', bytes: 10 },
        originalName: 'log.pdf',
      },
    });
    assert.ok(added.ok);
    await handle(ombud, matter, { act: 'disclose', evidence: ['e1'] });
    await handle(ombud, matter, { act: 'close-investigation', summary: 'The log was read.' });
    const [reviewer] = await seatPanelOf(ombud, matter, 'review');
    await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
    const [hearer] = await seatPanelOf(ombud, matter, 'hearing');
    const first = await desk.signedIn(hearer ?? '');
    const at = `/desk/panels/${matter}/offer`;
    assert.doesNotMatch((await first.see(at)).words, /like cases|Revocation/);
    const bare = await first.send(at, { ...(await seenBy(matter)), ...finding, step: 'record' });
    assert.match(words(byId(parse(bare.text), 'remedy-error')), /empty/);
    const done = await first.send(at, {
      ...(await seenBy(matter)),
      ...{ ...finding, step: 'record', remedy: 'The exam is held again, at no fee.' },
    });
    assert.equal(done.to, `/desk/panels/${matter}?news=offer`);
    assert.match((await first.see(`/desk/panels/${matter}`)).words, /held again, at no fee/);
  });

  test('a second look, an interim suspension and a credential asked back are each answered with a reason', async () => {
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await handle(bench, matter, {
      ...{ act: 'suspend-meanwhile', until: addDays(bench.today, 60) },
      reason: 'Somebody is in danger.',
    });
    await answer(bench, matter, { act: 'appeal-interim', statement: 'Nobody is in danger.' });
    const { first } = await seated(matter, 'interim-appeal');
    const at = `/desk/panels/${matter}/decide-interim-appeal`;
    assert.match((await first.see(at)).words, /Nobody is in danger\./);
    const bare = await first.send(at, { ...(await seenBy(matter)), lifted: 'yes' });
    assert.equal(bare.status, 422);
    const done = await first.send(at, {
      ...(await seenBy(matter)),
      ...{ lifted: 'yes', reason: 'The danger has passed.' },
    });
    assert.equal(done.to, `/desk/panels/${matter}?news=decide-interim-appeal`);
  });

  test('whoever has a tie leaves with one tick, and after that sees nothing, in no count either', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const { first, second } = await seated(matter, 'review');
    const at = `/desk/panels/${matter}/leave`;
    const unsure = await first.send(at, {});
    assert.equal(unsure.status, 422);
    const gone = await first.send(at, { sure: 'yes' });
    assert.equal(gone.to, '/desk/panels?news=left');
    assert.equal((await first.see(`/desk/panels/${matter}`)).status, 404);
    assert.ok(!(await first.see('/desk/panels')).text.includes(matter));
    assert.match(
      (await second.see(`/desk/panels/${matter}`)).words,
      /Not every seat of your panel is taken/,
    );
    assert.equal((await second.see(`/desk/panels/${matter}/review`)).to, `/desk/panels/${matter}`);
  });

  test('a hearing panel asks the custodian for a name, and sees it only after a consent', async () => {
    const matter = await atHearing();
    const { first, second } = await seated(matter, 'hearing');
    const at = `/desk/panels/${matter}`;
    const short = await first.send(at, { who: 'respondent', why: 'Who?' }, `${at}/names`);
    assert.equal(short.status, 422);
    assert.match(words(byId(parse(short.text), 'why-error')), /at least 20 characters/);
    const why = 'To call the respondent at the hearing.';
    const asked = await first.send(at, { who: 'respondent', why }, `${at}/names`);
    assert.equal(asked.to, `${at}?news=asked`);
    const [request] = await bench.world.records.as(
      as('panel', first.id),
      async ({ conduct }) => await conduct.ownRequests(matter),
    );
    const id = request?.id ?? '';
    const early = await first.send(at, { asked: id }, `${at}/names/show`);
    assert.equal(early.status, 403);
    await bench.world.records.as(as('custodian', bench.custodian), ({ conduct }) =>
      conduct.answerUnmask({ request: id, consented: true, reason: 'It is needed.' }),
    );
    assert.doesNotMatch((await first.see(at)).text, CANARY);
    const shown = await first.send(at, { asked: id }, `${at}/names/show`);
    assert.match(shown.words, new RegExp(`Name of the respondent ${RESPONDENT_NAME}`));
    const foreign = await second.send(at, { asked: id }, `${at}/names/show`);
    assert.equal(foreign.status, 404);
  });

  test('ties are said beforehand, by whoever stands in the pool', async () => {
    const member = await desk.signedIn(bench.panel[3] ?? '');
    const at = '/desk/panels/interests';
    assert.match((await member.see(at)).words, /public member/);
    const saved = await member.send(at, { interests: 'Harbor Hospital\nMy sister' });
    assert.equal(saved.to, `${at}?news=saved`);
    assert.match((await member.see(at)).text, /Harbor Hospital\nMy sister/);
    const long = await member.send(at, { interests: 'x'.repeat(4001) });
    assert.equal(long.status, 422);
    assert.match(long.text, /x{4001}/);
    const newcomer = await desk.somebody('Nobody of the pool', 'panel');
    assert.match((await newcomer.see(at)).words, /You stand in no pool/);
  });
});
