import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
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
import { DEFAULT_CONDUCT_RULES } from '../../casework/conduct/conduct-rules.ts';
import { openBadge } from '../../credential/badge/open-badge.ts';
import { addDays, date, daysBetween, inWords } from '../../kernel/dates/civil-date.ts';
import { issuerDid, signAsIssuer, statusListAddress } from '../../workflow/certify/issuer.ts';

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
      achievementId: `${world.origin}/programs/larkspur-navigator`,
      description: 'Met the published criteria.',
      criteria: { narrative: 'Eligibility and examination.' },
      issuer: { id: issuerDid(world), name: 'Larkspur Board' },
      awardedDate: '2026-03-04T12:00:00-05:00',
      validFrom: '2026-01-04T12:00:00-05:00',
      validUntil: '2098-12-31T23:59:59-05:00',
      licenseNumber: 'LHN-000123',
      status: { list: statusListAddress(world), index: row?.status_index ?? 0 },
      demonstration: false,
    });
    assert.ok(badge.ok);
    const signed = await signAsIssuer(world, badge.value);
    await bench.db.owner`update register.credential
      set document = ${bench.db.owner.json(JSON.parse(JSON.stringify(signed)))} where id = ${id}`;
    return { id, text: JSON.stringify(signed) };
  };
  const verdictOn = async (text: string): Promise<string> => {
    const checked = await anybody.send('/verify', { text });
    return (
      /Genuine and current|Genuine, but not current|Not genuine|status unknown/.exec(
        checked.words,
      )?.[0] ?? checked.words
    );
  };
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

  test('an interim suspension shows on the credential and its check at once, and is gone when it is lifted', async () => {
    const { id, text } = await holder();
    assert.equal(await verdictOn(text), 'Genuine and current');
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
    assert.match(page.words, /the issuer has suspended it/);
    assert.doesNotMatch(page.text, /in danger|Canarycomplainant/);
    assert.match(await noticesPage(), /No public notice is in force/);
    await answer(bench, matter, { act: 'appeal-interim', statement: 'Nobody is in danger.' });
    const [first] = await seatPanelOf(bench, matter, 'interim-appeal');
    await judge(bench, matter, first ?? '', {
      ...{ act: 'decide-interim-appeal', lifted: true, reason: 'The danger has passed.' },
    });
    assert.equal(await verdictOn(text), 'Genuine and current');
    assert.match((await anybody.see(`/c/${id}`)).words, /Status today: Current/);
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
    assert.equal(await verdictOn(text), 'Genuine, but not current');
    await handle(bench, matter, { act: 'correct', words: 'The last day was given wrongly.' });
    const corrected = await anybody.see('/notices');
    assert.match(
      corrected.text,
      /<h3>Correction<\/h3>.*The last day was given wrongly.*<h3>Notice: Suspension<\/h3>/,
    );
  });

  test('probation leaves a credential current, and says so with its days', async () => {
    const { id, text } = await holder();
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'probation');
    await wait(bench, 31);
    await handle(bench, matter, { act: 'take-effect' });
    const page = await anybody.see(`/c/${id}`);
    assert.match(page.words, /On probation from .* on conditions/);
    assert.equal(await verdictOn(text), 'Genuine and current');
  });

  test('the two lists that verifiers ask are signed documents, each with its purpose', async () => {
    for (const [address, purpose] of [
      ['/status/r/1', 'revocation'],
      ['/status/s/1', 'suspension'],
    ] as const) {
      const list = JSON.parse((await anybody.see(address)).text) as {
        credentialSubject: { statusPurpose: string };
        proof: unknown;
      };
      assert.equal(list.credentialSubject.statusPurpose, purpose);
      assert.ok(list.proof);
    }
    const page = JSON.parse((await anybody.see('/.well-known/did.json')).text) as {
      service: { serviceEndpoint: string }[];
    };
    assert.equal(page.service[0]?.serviceEndpoint, `${bench.world.origin}/status/s/1`);
  });
});
