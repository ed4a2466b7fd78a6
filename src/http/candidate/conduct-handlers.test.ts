import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, parse, words } from '../../../tests/look/markup.ts';
import { complaintDesk } from '../../../tests/support/complaint-desk.ts';
import {
  allMet,
  answer,
  breach,
  COMPLAINANT_NAME,
  type ConductBench,
  complaintAbout,
  decided,
  handle,
  investigated,
  judge,
  sanctionFrom,
  seatPanelOf,
  versionOf,
  wait,
} from '../../../tests/support/complaints.ts';
import type { Desk, DeskPerson } from '../../../tests/support/desk.ts';
import { addDays, inWords } from '../../kernel/dates/civil-date.ts';
import { addEvidenceTo } from '../../workflow/conduct/handle-complaint.ts';
import { writeLetters } from '../../workflow/conduct/write-letters.ts';

describe('a matter about one’s own conduct, on a real database', () => {
  let bench: ConductBench;
  let desk: Desk;
  let respondent: DeskPerson;
  before(async () => {
    ({ bench, desk } = await complaintDesk());
    respondent = await desk.signedIn(bench.respondent);
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });

  const told = async (change: Parameters<typeof complaintAbout>[1] = {}): Promise<string> => {
    const matter = await complaintAbout(bench, change);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    return matter;
  };
  const seenBy = async (matter: string) => ({ seen: String(await versionOf(bench, matter)) });

  test('does not exist for the respondent before the notice, and for others never', async () => {
    const matter = await complaintAbout(bench);
    assert.equal((await respondent.see(`/my/conduct/${matter}`)).status, 404);
    assert.doesNotMatch((await respondent.see('/my')).words, /matter about your conduct/);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    assert.match((await respondent.see('/my')).words, /There is a matter about your conduct/);
    assert.match((await respondent.see('/my/conduct')).text, new RegExp(matter));
    assert.equal((await respondent.see(`/my/conduct/${matter}`)).status, 200);
    const other = await desk.somebody('Somebody else');
    for (const address of ['', '/respond', '/files/e1', '/receipt/0']) {
      assert.equal((await other.see(`/my/conduct/${matter}${address}`)).status, 404, address);
    }
    assert.equal((await desk.stranger().see(`/my/conduct/${matter}`)).status, 303);
  });

  test('says first that nothing has been decided, then what can be done and by when', async () => {
    const matter = await told();
    const page = await respondent.see(`/my/conduct/${matter}`);
    assert.match(page.words, /Nothing has been decided\./);
    assert.ok(page.words.includes(`Until ${inWords(addDays(bench.today, 30))}`));
    assert.match(page.words, /What we promised you By .* we close the time for an answer\./);
    assert.match(page.words, /A client was turned away for the color of their skin/);
    assert.match(page.words, /R1 .*, version 2026/);
    assert.match(page.words, /Nothing was kept back from you/);
    assert.doesNotMatch(page.words, /guilty|offender|accused|breach/i);
  });

  test('names a complainant who chose so, and nobody else; hopes are theirs alone', async () => {
    const silent = await told();
    const named = await told({
      complainant: {
        ...{ concern: undefined, person: undefined, fullName: COMPLAINANT_NAME },
        ...{ contact: undefined, naming: 'to-all', language: 'en', hopes: 'A raise for me.' },
      },
    });
    const hidden = await respondent.see(`/my/conduct/${silent}`);
    assert.doesNotMatch(hidden.text, /Canarycomplainant/);
    assert.match(hidden.words, /Whoever raised it is not named to you/);
    const shown = await respondent.see(`/my/conduct/${named}`);
    assert.match(shown.words, new RegExp(`${COMPLAINANT_NAME} chose to be named to you`));
    assert.doesNotMatch(shown.text, /A raise for me/);
  });

  test('shows exactly what was disclosed: the copy, its description, and not what was not shown', async () => {
    const matter = await told();
    await answer(bench, matter, { act: 'respond', words: 'It was otherwise.' });
    const kept = await bench.world.files.keep(new TextEncoder().encode('%PDF-1.4 the copy'));
    for (const source of ['The log of the ward.', 'A note kept in a drawer.']) {
      const added = await addEvidenceTo(bench.world, {
        ...{ handler: bench.handler, matter, kind: 'document', source },
        seen: await versionOf(bench, matter),
        original: {
          ...{ mediaType: 'application/pdf', bytes: 10 },
          sha256: (source.length % 10).toString().repeat(64),
          originalName: `${COMPLAINANT_NAME}.pdf`,
        },
        copy: { ...kept, mediaType: 'application/pdf', originalName: `${COMPLAINANT_NAME}.pdf` },
      });
      assert.ok(added.ok);
    }
    assert.equal((await respondent.see(`/my/conduct/${matter}/files/e1`)).status, 404);
    await handle(bench, matter, { act: 'disclose', evidence: ['e1'] });
    const page = await respondent.see(`/my/conduct/${matter}`);
    assert.match(page.words, /Evidence 1: Document The log of the ward\./);
    assert.doesNotMatch(page.text, /kept in a drawer|Canarycomplainant/);
    const copy = await respondent.see(`/my/conduct/${matter}/files/e1`);
    assert.deepEqual([copy.status, copy.text], [200, '%PDF-1.4 the copy']);
    assert.doesNotMatch(JSON.stringify(copy.headers), /Canary/);
    assert.equal((await respondent.see(`/my/conduct/${matter}/files/e2`)).status, 404);
  });

  test('an answer is sent once; an empty one comes back to its box, and what was typed stays on a stale page', async () => {
    const matter = await told();
    const at = `/my/conduct/${matter}/respond`;
    const empty = await respondent.send(at, { ...(await seenBy(matter)), words: ' \n' });
    assert.equal(empty.status, 422);
    assert.match(words(byId(parse(empty.text), 'words-error')), /Write what those who decide/);
    const stale = await respondent.send(at, { seen: '1', words: 'It was otherwise, I say.' });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /It was otherwise, I say\./);
    const sent = await respondent.send(at, {
      ...(await seenBy(matter)),
      words: 'It was otherwise, I say.',
    });
    assert.equal(sent.to, `/my/conduct/${matter}?news=respond`);
    assert.match((await respondent.see(sent.to ?? '')).words, /Your answer is on record/);
    assert.equal((await respondent.see(at)).to, `/my/conduct/${matter}`);
    const twice = await respondent.send(`/my/conduct/${await told()}/respond`, {}, at);
    assert.equal(twice.status, 422);
  });

  test('a decision stands with finding and reason, and says what an appeal can and cannot change', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'suspension');
    const page = await respondent.see(`/my/conduct/${matter}`);
    assert.match(page.words, /There is a decision\./);
    assert.match(page.words, /Allegation 1: Breach found The log shows it\. Rests on: Evidence 1/);
    assert.match(page.words, /clear and convincing evidence/);
    assert.match(page.words, /Not before the time to appeal has passed/);
    assert.match(page.words, /It never makes anything harder for you/);
    const at = `/my/conduct/${matter}/appeal`;
    const bare = await respondent.send(at, {
      ...(await seenBy(matter)),
      statement: 'The sanction is far too much.',
    });
    assert.equal(bare.status, 422);
    assert.match(words(byId(parse(bare.text), 'grounds-error')), /Tick at least one ground/);
    assert.match(bare.text, /The sanction is far too much\./);
    const sent = await respondent.send(at, {
      ...(await seenBy(matter)),
      grounds: 'sanction-out-of-measure',
      statement: 'The sanction is far too much.',
    });
    assert.equal(sent.to, `/my/conduct/${matter}?news=appeal`);
    assert.match((await respondent.see(sent.to ?? '')).words, /Your appeal .*far too much/);
  });

  test('after the time to appeal an appeal is refused with the day, and the statement is shown again', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const state = await decided(bench, matter, 'probation');
    const until = state.decision?.appealUntil ?? bench.today;
    await wait(bench, 31);
    const other = `/my/conduct/${await told()}/respond`;
    const late = await respondent.send(
      other,
      {
        ...(await seenBy(matter)),
        ...{ grounds: 'rule-misread', statement: 'It says otherwise in the rule.' },
      },
      `/my/conduct/${matter}/appeal`,
    );
    assert.equal(late.status, 422);
    assert.ok(inWords(until).length > 0);
    assert.match(late.text, /It says otherwise in the rule\./);
  });

  test('an offer is taken or declined with what follows said before', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const [reviewer] = await seatPanelOf(bench, matter, 'review');
    await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
    const [hearer] = await seatPanelOf(bench, matter, 'hearing');
    await judge(bench, matter, hearer ?? '', {
      ...{ act: 'offer', findings: breach, remedy: undefined },
      sanction: sanctionFrom(bench, 'private-reprimand'),
    });
    const at = `/my/conduct/${matter}/answer-offer`;
    const open = await respondent.see(at);
    assert.match(open.words, /You can still appeal/);
    assert.match(open.words, /Private reprimand/);
    const none = await respondent.send(at, await seenBy(matter));
    assert.equal(none.status, 422);
    const taken = await respondent.send(at, { ...(await seenBy(matter)), answer: 'take' });
    assert.equal(taken.to, `/my/conduct/${matter}?news=answer-offer`);
    assert.match((await respondent.see(`/my/conduct/${matter}`)).words, /You agreed to it/);
  });

  test('an interim suspension is said to be no finding, and has its own appeal', async () => {
    const matter = await told();
    await handle(bench, matter, {
      ...{ act: 'suspend-meanwhile', until: addDays(bench.today, 60) },
      reason: 'Somebody is in danger.',
    });
    const page = await respondent.see(`/my/conduct/${matter}`);
    assert.match(page.words, /Your credential is suspended for now, .* That is no finding\./);
    const at = `/my/conduct/${matter}/appeal-interim`;
    assert.match((await respondent.see(at)).words, /answers within 10 days/);
    const sent = await respondent.send(at, {
      ...(await seenBy(matter)),
      statement: 'Nobody is in danger.',
    });
    assert.equal(sent.to, `/my/conduct/${matter}?news=appeal-interim`);
  });

  test('letters are read as a page and as the PDF that went out, by nobody else', async () => {
    const matter = await told();
    assert.ok((await writeLetters(bench.world, matter)) > 0);
    const page = await respondent.see(`/my/conduct/${matter}`);
    const [, address = ''] = /href="(\/my\/conduct\/[^"]*\/letters\/[^"]*)"/.exec(page.text) ?? [];
    const letter = await respondent.see(address);
    assert.match(letter.words, /Notice of a complaint about your conduct/);
    assert.doesNotMatch(letter.text, /Canarycomplainant/);
    const paper = await respondent.see(`${address}/pdf`);
    assert.deepEqual([paper.status, paper.headers['content-type']], [200, 'application/pdf']);
    const other = await desk.somebody('Somebody else');
    assert.equal((await other.see(address)).status, 404);
    assert.equal((await other.see(`${address}/pdf`)).status, 404);
  });

  test('each line of the log about the matter opens with its receipt, for the respondent alone', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const [reviewer] = await seatPanelOf(bench, matter, 'review');
    await judge(bench, matter, reviewer ?? '', {
      act: 'review',
      findings: [{ allegation: 'a1', breach: false, reason: 'It does not hold.', evidence: [] }],
    });
    await desk.app.log.publish();
    const page = await respondent.see(`/my/conduct/${matter}`);
    assert.match(page.words, /No cause was found to hear it/);
    const places = [...page.text.matchAll(/\/receipt\/(\d+)"/g)].map(([, place]) => place);
    assert.ok(places.length >= 4, 'first look, two draws, review');
    const receipt = await respondent.see(`/my/conduct/${matter}/receipt/${places.at(-1)}`);
    assert.equal(receipt.status, 200, receipt.text);
    assert.doesNotMatch(receipt.text, /Canary/);
    const other = await desk.somebody('Somebody else');
    assert.equal((await other.see(`/my/conduct/${matter}/receipt/${places.at(-1)}`)).status, 404);
    assert.equal((await respondent.see(`/my/conduct/${matter}/receipt/x`)).status, 404);
  });
});
