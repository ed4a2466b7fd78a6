import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import {
  allMet,
  answer,
  COMPLAINANT_NAME,
  type ConductBench,
  complaintAbout,
  conductBench,
  credentialOf,
  decided,
  handle,
  investigated,
  judge,
  RESPONDENT_NAME,
  seatPanelOf,
  wait,
} from '../../../tests/support/complaints.ts';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { copyIn, inWallet } from '../../../tests/support/in-wallet.ts';
import { DEFAULT_CONDUCT_RULES } from '../../casework/conduct/conduct-rules.ts';
import { openBadge } from '../../credential/badge/open-badge.ts';
import { checkJson } from '../../credential/proof/eddsa-jcs.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { addDays, date, daysBetween, inWords } from '../../kernel/dates/civil-date.ts';
import {
  issuerDid,
  keyNow,
  signAsIssuer,
  statusListAddress,
} from '../../workflow/certify/issuer.ts';
import { keepRenewal } from '../../workflow/renew/keep-renewal.ts';

describe('what the public is told of conduct, on a real database', () => {
  let bench: ConductBench;
  let desk: Desk;
  let anybody: DeskPerson;
  before(async () => {
    // The moment moves along with the day, so that a list that is signed on a day is read on it.
    const began = date(new Date().toISOString().slice(0, 10));
    let opened: ConductBench | undefined;
    const today = () => opened?.today ?? began;
    desk = await openDesk('http://localhost', (world) => {
      const now = () => world.clock.now() + daysBetween(began, today()) * 86_400_000;
      return { ...world, clock: { ...world.clock, today, now } };
    });
    opened = await conductBench({ db: desk.database, world: desk.world });
    bench = opened;
    anybody = desk.stranger();
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });

  /** A fresh holder with a credential that is signed as every other; answers its address and its text. */
  const holder = async (): Promise<{ id: string; text: string }> => {
    const id = await credentialOf(bench, bench.respondent);
    const [row] = await bench.db.owner<{ status_index: number }[]>`
      select status_index from register.credential where id = ${id}`;
    const { world } = bench;
    const badge = openBadge({
      id: `${world.origin}/c/${id}`,
      holderName: RESPONDENT_NAME,
      programName: 'Larkspur Navigator',
      subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
      programUrl: 'https://larkspur.example/programs/larkspur-care',
      achievementId: `${world.origin}/programs/larkspur-navigator`,
      description: 'Met the published criteria.',
      criteria: { narrative: 'Eligibility and examination.' },
      issuer: { id: issuerDid(world), name: 'Larkspur Board' },
      awardedDate: '2026-03-04T12:00:00-05:00',
      validFrom: '2026-01-04T12:00:00-05:00',
      validUntil: '2099-02-28T23:59:59-05:00',
      licenseNumber: `LHN-${id.slice(0, 8)}`,
      status: { list: statusListAddress(world), index: row?.status_index ?? 0 },
      demonstration: false,
    });
    assert.ok(badge.ok);
    const signed = await signAsIssuer(world, badge.value);
    const document = bench.db.owner.json(JSON.parse(JSON.stringify(signed)));
    await bench.db.owner.begin(async (tx) => {
      // Stands there as if it had been signed at the award.
      await tx`set local session_replication_role = replica`;
      await tx`update register.credential set document = ${document} where id = ${id}`;
      await tx`update register.copy set document = ${document} where id = ${id}`;
    });
    return { id, text: JSON.stringify(signed) };
  };
  const verdictOn = async (text: string): Promise<string> => {
    const checked = await anybody.send('/verify', { text });
    return (
      /Demonstration only|Genuine and current|Genuine, but not current|Not genuine|status unknown/.exec(
        checked.words,
      )?.[0] ?? checked.words
    );
  };
  /** Time is kept, and the newest copy is answered: its address and its text. */
  const newestOf = async (credential: string): Promise<{ id: string; text: string }> => {
    await keepRenewal(bench.world, credential);
    const [row] = await bench.db.owner<{ id: string; document: unknown }[]>`
      select id, document from register.copy where credential = ${credential} order by number desc limit 1`;
    return { id: row?.id ?? '', text: JSON.stringify(row?.document) };
  };
  const recordOf = async (id: string): Promise<{ state: string; until?: string }> =>
    JSON.parse((await anybody.see(`/c/${id}/status.json`)).text);
  const noticesPage = async (): Promise<string> => (await anybody.see('/notices')).words;

  test('how complaints are heard is said with the numbers of the rules, and whose they are', async () => {
    const { words, status } = await anybody.see('/complaints');
    assert.equal(status, 200);
    const { within, appealDays, answerDays } = DEFAULT_CONDUCT_RULES;
    assert.match(words, /set by this body.* publishes no such limits that we found/);
    assert.ok(words.includes(`within ${within.response.complainant} days`));
    assert.ok(words.includes(`within ${within.response.respondent} days`));
    assert.ok(words.includes(`To answer what is alleged ${answerDays} days`));
    assert.ok(words.includes(`within ${appealDays} days of the decision`));
    assert.match(words, /at most 3 years back/);
    assert.match(words, /7 years after a matter is over/);
    assert.match(words, /Private reprimand .* No .*Revocation/);
    assert.match((await anybody.see('/programs/larkspur-navigator/code')).text, /"\/complaints"/);
    assert.match((await anybody.see('/')).text, /href="\/notices"/);
  });

  test('a PDF, a link and the page saved as one file check the same credential without a script', async () => {
    const { id, text } = await holder();
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Certified Surgeon');
    await pdf.attach(utf8(text), 'credential.json', { mimeType: 'application/vc+ld+json' });
    const bytes = await pdf.save();
    const sent = await anybody.upload('/verify', {}, [{ field: 'file', name: 'a.txt', bytes }]);
    assert.match(sent.words, /Genuine and current/);
    assert.match(sent.words, /pages of the PDF are not signed/);
    const link = `${bench.world.origin}/c/${id}`;
    assert.match((await anybody.send('/verify', { text: link })).words, /Genuine and current/);
    const missing = await anybody.send('/verify', { text: `${link}x` });
    assert.equal(missing.status, 422);
    assert.match(missing.words, /no credential behind this link/);
    const elsewhere = await anybody.send('/verify', { text: 'https://a.example/c/1' });
    assert.match(elsewhere.words, /opened only by your own browser/);
    const saved = await anybody.see('/verify/evenhand-verify.html');
    const kept = /<script id="kept" type="application\/json">([^<]*)</.exec(saved.text)?.[1] ?? '';
    const { dids, lists } = JSON.parse(kept);
    assert.deepEqual(Object.keys(dids), [issuerDid(bench.world)]);
    assert.ok(statusListAddress(bench.world) in lists);
  });

  test('an interim suspension shows on the credential and its check at once; lifted, there is another copy, and nothing public leads to it', async () => {
    const { id, text } = await holder();
    assert.equal(await verdictOn(text), 'Genuine and current');
    const own = { person: bench.respondent, credential: id };
    const inPocket = await inWallet(bench.world, own);
    const pocket = copyIn(inPocket);
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await handle(bench, matter, {
      ...{ act: 'suspend-meanwhile', until: addDays(bench.today, 60) },
      reason: 'Somebody is in danger.',
    });
    assert.equal(await verdictOn(text), 'Genuine, but not current');
    const page = await anybody.see(`/c/${id}`);
    assert.match(page.words, /Status today: Suspended for now, until/);
    assert.match(page.words, /This is no finding/);
    assert.match(page.words, /the issuer has suspended it until/);
    const record = await recordOf(id);
    assert.deepEqual([record.state, record.until], ['suspended', addDays(bench.today, 60)]);
    assert.equal((await recordOf(pocket)).state, 'suspended', 'in a wallet too');
    assert.match((await anybody.see(`/c/${pocket}`)).words, /Suspended for now, until/);
    assert.deepEqual(await inWallet(bench.world, own), { refused: 'not-current' });
    await keepRenewal(bench.world, id);
    assert.equal((await newestOf(id)).id, id, 'none is signed while it is suspended');
    assert.doesNotMatch(page.text, /in danger|Canarycomplainant/);
    assert.match(await noticesPage(), /No public notice is in force/);
    await answer(bench, matter, { act: 'appeal-interim', statement: 'Nobody is in danger.' });
    const [first] = await seatPanelOf(bench, matter, 'interim-appeal');
    await judge(bench, matter, first ?? '', {
      ...{ act: 'decide-interim-appeal', lifted: true, reason: 'The danger has passed.' },
    });
    const next = await newestOf(id);
    assert.notEqual(next.id, id);
    assert.equal(await verdictOn(next.text), 'Demonstration only', 'its body is invented');
    assert.match((await anybody.see(`/c/${next.id}`)).words, /Status today: Current/);
    assert.equal(await verdictOn(text), 'Genuine, but not current', 'a bit stays set');
    const before = await anybody.see(`/c/${id}`);
    assert.match(before.words, /Status today: Superseded: ask its holder for the newer copy/);
    assert.doesNotMatch(before.words, /Suspended (?:until|for now|from)|has suspended/);
    for (const told of [before.text, JSON.stringify(await recordOf(id))]) {
      assert.ok(!told.includes(next.id));
    }
    assert.equal((await recordOf(next.id)).state, 'current');
    assert.equal((await recordOf(pocket)).state, 'superseded', 'what ended in a wallet stays so');
    assert.equal((await recordOf(copyIn(await inWallet(bench.world, own)))).state, 'current');
    assert.ok(!next.text.includes(id));
    const awarded = /"awardedDate":"[^"]+"/;
    assert.equal(awarded.exec(next.text)?.[0], awarded.exec(text)?.[0], 'the first day is kept');
  });

  test('a private reprimand shows nowhere', async () => {
    const { id, text } = await holder();
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'private-reprimand');
    await wait(bench, 31);
    await handle(bench, matter, { act: 'take-effect' });
    assert.equal(await verdictOn(text), 'Genuine and current');
    assert.doesNotMatch((await anybody.see(`/c/${id}`)).words, /decision about conduct|reprimand/);
    assert.match(await noticesPage(), /No public notice is in force/);
  });

  test('a suspension is noticed with its days, and a correction stands beside it, as large', async () => {
    const { id, text } = await holder();
    const pocket = copyIn(
      await inWallet(bench.world, { person: bench.respondent, credential: id }),
    );
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'suspension');
    assert.equal(await verdictOn(text), 'Genuine and current', 'nothing before the appeal is over');
    await wait(bench, 31);
    await handle(bench, matter, { act: 'take-effect' });
    await handle(bench, matter, { act: 'publish' });
    const listed = await anybody.see('/notices');
    assert.match(listed.words, new RegExp(`Notice: Suspension About ${RESPONDENT_NAME}`));
    assert.ok(listed.words.includes(`From ${inWords(bench.today)}`));
    assert.doesNotMatch(listed.text, new RegExp(`${COMPLAINANT_NAME}|turned away|ward`));
    const page = await anybody.see(`/c/${id}`);
    assert.match(page.words, /Status today: Suspended until/);
    assert.match(page.words, /Notice: Suspension/);
    assert.match((await anybody.see(`/c/${pocket}`)).words, /Notice: Suspension/);
    assert.equal(await verdictOn(text), 'Genuine, but not current');
    await handle(bench, matter, { act: 'correct', words: 'The last day was given wrongly.' });
    const corrected = await anybody.see('/notices');
    assert.match(
      corrected.text,
      /<h3>Correction<\/h3>.*The last day was given wrongly.*<h3>Notice: Suspension<\/h3>/,
    );
  });

  test('probation leaves a credential current, and is told where a public notice tells it', async () => {
    const { id, text } = await holder();
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'probation');
    await wait(bench, 31);
    await handle(bench, matter, { act: 'take-effect' });
    assert.equal(await verdictOn(text), 'Genuine and current');
    assert.doesNotMatch((await anybody.see(`/c/${id}`)).words, /probation/i);
    assert.equal((await recordOf(id)).state, 'current', 'what no notice tells is not told');
    await handle(bench, matter, { act: 'publish' });
    const page = await anybody.see(`/c/${id}`);
    assert.match(page.words, /On probation from .* on conditions/);
    assert.equal((await recordOf(id)).state, 'probation');
    assert.equal(await verdictOn(text), 'Genuine and current');
  });

  test('whoever gives up a credential while a complaint is heard holds it no more', async () => {
    const { id, text } = await holder();
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, {
      ...{ act: 'end', how: 'surrender', reason: 'They sent it back and asked for an end.' },
    });
    assert.equal(await verdictOn(text), 'Genuine, but not current');
    assert.equal((await recordOf(id)).state, 'surrendered');
    assert.match((await anybody.see(`/c/${id}`)).words, /Status today: Given up by its holder on/);
    assert.equal((await newestOf(id)).id, id, 'no copy is signed of it again');
  });

  test('there is one family of lists, signed by a key that signs nothing else, and no other list', async () => {
    const list = JSON.parse((await anybody.see('/status/r/1')).text) as {
      credentialSubject: { statusPurpose: string; ttl: number };
      validUntil: string;
      proof: { verificationMethod: string };
    };
    assert.equal(list.credentialSubject.statusPurpose, 'revocation');
    assert.equal(list.credentialSubject.ttl, 900_000);
    const days = (Date.parse(list.validUntil) - bench.world.clock.now()) / 86_400_000;
    assert.ok(days > 6.9 && days < 8.1, String(days));
    const { text } = await holder();
    const { proof } = JSON.parse(text) as { proof: { verificationMethod: string } };
    assert.notEqual(list.proof.verificationMethod, proof.verificationMethod);
    const page = JSON.parse((await anybody.see('/.well-known/did.json')).text) as {
      assertionMethod: readonly string[];
      service?: unknown;
    };
    assert.ok(page.assertionMethod.includes(list.proof.verificationMethod));
    assert.ok(page.assertionMethod.includes(proof.verificationMethod));
    assert.equal(page.service, undefined);
    for (const nowhere of ['/status/s/1', '/status/r/0', '/status/r/2', '/status/r/01']) {
      assert.equal((await anybody.see(nowhere)).status, 404, nowhere);
    }
  });

  test('the record beside a copy is signed by the key of the lists, and says the word, the days and the program alone', async () => {
    const { id } = await holder();
    const record: JsonObject = JSON.parse((await anybody.see(`/c/${id}/status.json`)).text);
    assert.deepEqual(Object.keys(record).toSorted(), [
      ...['asOf', 'credential', 'id', 'issuer', 'lastDay', 'mayBeReliedOn'],
      ...['program', 'proof', 'state', 'type', 'validUntil'],
    ]);
    const { publicKey } = keyNow(bench.world, 'status');
    const { checkSignature } = bench.world.issuing;
    assert.equal(await checkJson(record, publicKey, checkSignature), true);
    const changed = { ...record, state: 'revoked' };
    assert.equal(await checkJson(changed, publicKey, checkSignature), false);
    assert.equal((await anybody.see(`/c/${'0'.repeat(22)}/status.json`)).status, 404);
  });
});
