/** A candidate's way through the pages with no script: apply, stop, come back, file, wait, read, appeal, ask. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { pageOf } from '../src/casework/application/form-pages.ts';
import type { MatterEvent } from '../src/casework/matter/matter.ts';
import { unpacked } from '../src/http/server/carry.ts';
import { openSession } from '../src/workflow/account/sign-in.ts';
import { decideMatter, takeMatter } from '../src/workflow/review/decide-matter.ts';
import { packetOf } from '../src/workflow/review/packet.ts';
import { recordDocuments, recordsPage } from '../src/workflow/review/record-documents.ts';
import { noChromium, openBrowser } from './look/browser.ts';
import { file, fillIn, picture, rulesOf, typedOn } from './support/application.ts';
import { type FullServer, fullServer } from './support/full-server.ts';
import { type KnownPerson, ownerSql, somebody } from './support/people.ts';
import { Visitor } from './support/visitor.ts';

const PROGRAM = 'larkspur-care';
const APPLY = `/apply/${PROGRAM}`;
/** The part of the license that asks for its dates, and the part with names and papers. */
const LICENSE_DATES = `${APPLY}/license-2`;
const LICENSE = `${APPLY}/license-3`;

/** What a reader of the page reads. */
const read = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const attribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

describe('a candidate’s pages', () => {
  let server: FullServer;
  let clerk: KnownPerson;
  let reviewer: KnownPerson;

  before(
    async () => {
      server = await fullServer();
      clerk = await somebody(server, 'Records Desk', 'clerk');
      reviewer = await somebody(server, 'Review Desk', 'reviewer');
    },
    { timeout: 600_000 },
  );

  const rules = () => rulesOf(PROGRAM, server.opened.world.clock.today());
  const typedLicense = (id = 'license-3') => {
    const page = pageOf(rules(), id);
    assert.ok(page);
    return typedOn(page, rules(), server.opened.world.clock.today());
  };
  const filedBy = async (person: KnownPerson): Promise<string> => {
    await fillIn(server.opened.world, person.id, PROGRAM);
    const filed = await file(server.opened.world, person.id, PROGRAM);
    assert.ok(filed.ok, filed.ok ? '' : filed.refusal.because);
    return filed.value.matter.id;
  };
  const decide = async (matter: string, met: boolean, reason: string): Promise<void> => {
    const { world } = server.opened;
    const found = await recordsPage(world, { clerk: clerk.id, matter });
    assert.ok(found.ok);
    const [criterion] = found.value.state.opening.criteria;
    const fact = { fact: 'status', label: 'Standing', value: 'active', basis: 'document' as const };
    const facts = criterion?.id === 'license' ? [{ ...fact, criterion: criterion.id }] : [];
    const seen = found.value.version;
    const sent = await recordDocuments(world, {
      ...{ clerk: clerk.id, matter, seen, facts, send: true },
      statement: 'Rewritten without names.',
    });
    assert.ok(sent.ok, JSON.stringify(sent));
    assert.ok((await takeMatter(world, { reviewer: reviewer.id, matter })).ok);
    const packet = await packetOf(world, { reviewer: reviewer.id, matter });
    assert.ok(packet.ok);
    const done = await decideMatter(world, {
      reviewer: reviewer.id,
      matter,
      seen: packet.value.version,
      findings: packet.value.criteria.map(({ id }) => ({ criterion: id, met, reason })),
    });
    assert.ok(done.ok, JSON.stringify(done));
  };

  test('every page of the form answers, at the address the overview gives it', async () => {
    const { visitor } = await somebody(server, 'Ana Everett');
    const start = await visitor.see(APPLY);
    assert.equal(start.status, 200);
    const links = [...start.text.matchAll(/href="(\/apply\/[^"]+)"/g)].map(
      ([, href]) => href ?? '',
    );
    assert.ok(links.length > 4);
    for (const link of links) assert.equal((await visitor.see(link)).status, 200, link);
    for (const nowhere of [`${APPLY}/no-such-page`, '/apply/no-such-program']) {
      assert.equal((await visitor.see(nowhere)).status, 404, nowhere);
    }
    const check = await visitor.see(`${APPLY}/check-your-answers`);
    assert.equal(check.location, `${APPLY}/check`);
  });

  test('a mistake comes back beside its field and in the summary, with all that was typed', async () => {
    const { visitor } = await somebody(server, 'Ana Everett');
    const typed = {
      ...typedLicense('license-2'),
      'expires-month': '2',
      'expires-day': '30',
    };
    const sent = await visitor.upload(LICENSE_DATES, { ...typed, go: 'on' }, []);
    assert.equal(sent.status, 422);
    assert.match(sent.text, /<title>Error: /);
    assert.match(sent.text, /class="error-summary"[^>]*autofocus/i);
    assert.match(sent.text, /href="#expires"/);
    assert.equal(sent.text.split('there is no February 30').length - 1, 2);
    assert.match(sent.text, /name="expires-day"[^>]*value="30"/);
    const again = await visitor.see(LICENSE_DATES);
    assert.match(again.text, /name="expires-day"[^>]*value="30"/);
    const issuer = 'Board of <Nursing> & "Care"';
    const unnumbered = { ...typedLicense(), issuer, number: '', go: 'on' };
    const papers = await visitor.upload(LICENSE, unnumbered, []);
    assert.equal(papers.status, 422);
    assert.ok(papers.text.includes(attribute(issuer)));
  });

  test('files that cannot be kept are refused with the way to mend it; 40 MB, empty, renamed; what was typed stays', async () => {
    const { visitor } = await somebody(server, 'Ana Everett');
    const typed = { ...typedLicense(), issuer: 'State Board of Nursing', go: 'on' };
    const field = 'document~license';
    const files = [
      {
        name: 'huge.jpg',
        bytes: new Uint8Array(40 * 1024 * 1024).fill(1),
        says: 'larger than 15 MB',
      },
      { name: 'empty.pdf', bytes: new Uint8Array(), says: 'this file is empty' },
      { name: 'text.pdf', bytes: new TextEncoder().encode('just words'), says: 'not a PDF, JPEG' },
    ];
    for (const { says, ...upload } of files) {
      const sent = await visitor.upload(LICENSE, typed, [{ field, ...upload }]);
      assert.equal(sent.status, 422, upload.name);
      assert.ok(read(sent.text).includes(`"${upload.name}"`), upload.name);
      assert.equal(read(sent.text).split(says).length - 1, 2, upload.name);
      assert.match(sent.text, /href="#document~license"/);
      assert.match(sent.text, /value="State Board of Nursing"/);
    }
  });

  test('a file is kept, listed, and taken out; what was typed beside it is saved on the way', async () => {
    const { visitor } = await somebody(server, 'Ana Everett');
    const upload = { field: 'document~license', name: 'my “license”.png', bytes: await picture(1) };
    const sent = await visitor.upload(LICENSE, { ...typedLicense(), go: 'later' }, [upload]);
    assert.equal(sent.location, '/my');
    const page = await visitor.see(LICENSE);
    assert.ok(read(page.text).includes(upload.name));
    const action = /formAction="([^"]+remove)"/i.exec(page.text)?.[1];
    assert.ok(action);
    const removed = await visitor.upload(
      LICENSE,
      { ...typedLicense(), number: '0042', page: 'license-3' },
      [],
      action,
    );
    assert.equal(removed.status, 200);
    assert.ok(read(removed.text).includes(`Removed: ${upload.name}`));
    assert.match(removed.text, /value="0042"/);
    assert.doesNotMatch(removed.text, /formaction/i);
    const my = await visitor.see('/my');
    assert.match(read(my.text), /Finish your application/);
  });

  test('in a browser without scripts, Enter saves the page and removes no document; a mistake takes the focus', {
    skip: noChromium,
  }, async () => {
    const person = await somebody(server, 'Ana Everett');
    const upload = { field: 'document~license', name: 'keep me.png', bytes: await picture(9) };
    await person.visitor.upload(LICENSE, { ...typedLicense(), go: 'later' }, [upload]);
    const { token } = await openSession(server.opened.world, person.id);
    const browser = await openBrowser();
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies([{ name: 'evenhand-session', value: token, url: server.address }]);
    const page = await context.newPage();
    await page.goto(`${server.address}${LICENSE}`);
    await page.locator('#issuer').fill('');
    await page.locator('#number').fill('000123');
    await page.locator('#number').press('Enter');
    await page.locator('.error-summary:focus').waitFor({ timeout: 5000 });
    assert.equal(await page.locator('#number').inputValue(), '000123');
    await page.locator('#issuer').fill('State Board of Nursing');
    await page.locator('#issuer').press('Enter');
    await page.waitForURL((url) => url.pathname !== LICENSE);
    await page.goto(`${server.address}${LICENSE}`);
    assert.equal(await page.locator('.paper-list bdi').textContent(), 'keep me.png');
    await page.locator('.paper-list button').click();
    await page.locator('[role="status"]').waitFor({ timeout: 5000 });
    assert.equal(await page.locator('.paper-list').count(), 0);
    assert.equal(await page.locator('#number').inputValue(), '000123');
    await browser.close();
  });

  test('an expired session in the middle of a form loses nothing that was typed', async () => {
    const person = await somebody(server, 'Ana Everett');
    const sql = ownerSql(server);
    const opened = await person.visitor.see(LICENSE);
    assert.equal(opened.status, 200);
    await sql`delete from front.session where person = ${person.id}`;
    await sql.end();
    const typed = { ...typedLicense(), issuer: 'Typed before the session ended' };
    const nobody = new Visitor(server.address);
    const sent = await nobody.upload('/sign-in', typed, [], LICENSE);
    assert.equal(sent.status, 401);
    const carried = /name="carried" value="([^"]+)"/.exec(sent.text)?.[1] ?? '';
    const back = unpacked(server.opened.keys.secret, carried, Date.now());
    assert.equal(back?.action, LICENSE);
    assert.equal(back.form['issuer'], typed.issuer);
  });

  test('the last look names what is missing and leads there; complete, it files and says by when', async () => {
    const person = await somebody(server, 'Zoë O’Brien');
    const empty = await person.visitor.see(`${APPLY}/check`);
    assert.match(read(empty.text), /Before you can file/);
    assert.doesNotMatch(empty.text, /File your application/);
    await fillIn(server.opened.world, person.id, PROGRAM);
    const check = await person.visitor.see(`${APPLY}/check`);
    assert.match(read(check.text), /you meet what the rules ask for/);
    assert.match(read(check.text), /a reading by a program/);
    const seen = /name="seen" value="([^"]+)"/.exec(check.text)?.[1] ?? '';
    const unsigned = await person.visitor.send(`${APPLY}/check`, { seen });
    assert.equal(unsigned.status, 422);
    assert.match(unsigned.text, /href="#declaration"/);
    const stale = await person.visitor.send(`${APPLY}/check`, { seen: 'old', declaration: 'true' });
    assert.equal(stale.status, 409);
    const filed = await person.visitor.send(`${APPLY}/check`, { seen, declaration: 'true' });
    assert.equal(filed.status, 303);
    const matter = /[0-9a-f-]{36}/.exec(filed.location ?? '')?.[0];
    assert.ok(matter);
    const page = await person.visitor.see(`/matters/${matter}`);
    assert.match(read(page.text), /Your application E-\w{7}/);
    assert.match(read(page.text), /You hear from us by \w+day, /);
    const closed = await person.visitor.see(APPLY);
    assert.match(read(closed.text), /You have applied already/);
    const overview = await person.visitor.see('/my');
    assert.match(read(overview.text), /A records clerk is checking your application/);
    assert.match(read(overview.text), /You owe \$\d/);
  });

  test('under a real mark the form is closed, with the reason and the notice', async () => {
    const { visitor } = await somebody(server, 'Ana Everett');
    for (const path of ['/apply/ccm', '/apply/cdms/license', '/apply/ccm/check']) {
      const seen = await visitor.see(path);
      assert.equal(seen.status, 403, path);
      assert.match(read(seen.text), /has not authorized this service/);
      assert.match(read(seen.text), /Not affiliated with or endorsed by/);
    }
  });

  test('a refusal gives every finding, its reason and the last day to appeal; the appeal goes to others', async () => {
    const person = await somebody(server, 'Amara Nwosu');
    const matter = await filedBy(person);
    await decide(matter, false, 'The license shown has ended.');
    const page = await person.visitor.see(`/matters/${matter}`);
    const words = read(page.text);
    assert.match(words, /^.{0,400}You are not eligible to sit the exam/);
    assert.ok(words.split('The license shown has ended.').length > 3);
    assert.match(words, /Standing Active, with no restriction From a document/);
    assert.match(words, /you can appeal until the end of \w+day, /);
    assert.doesNotMatch(words, /Review Desk|Records Desk/);
    const form = await person.visitor.see(`/matters/${matter}/appeal`);
    assert.match(read(form.text), /These are all there are/);
    const bare = await person.visitor.send(`/matters/${matter}/appeal`, { statement: 'short' });
    assert.equal(bare.status, 422);
    assert.match(bare.text, /href="#grounds"/);
    assert.match(bare.text, />short<\/textarea>/);
    const appeal = {
      grounds: 'evidence-misread',
      statement: 'The license runs until 2031; the second page says so.',
    };
    const sent = await person.visitor.send(`/matters/${matter}/appeal`, appeal);
    assert.match(sent.location ?? '', /^\/matters\/[0-9a-f-]{36}\?news=appealed$/);
    const twice = await person.visitor.see(`/matters/${matter}/appeal`);
    assert.match(read(twice.text), /You have appealed this decision/);
    const other = await person.visitor.see(sent.location ?? '');
    assert.match(read(other.text), /Your appeal is lodged/);
    const [shown] = await ownEvents(person, /[0-9a-f-]{36}/.exec(sent.location ?? '')?.[0] ?? '');
    assert.equal(shown?.type, 'opened');
  });

  const ownEvents = async (person: KnownPerson, id: string): Promise<readonly MatterEvent[]> =>
    (
      await server.opened.world.records.as(
        { rights: 'candidate', person: person.id },
        ({ matters }) => matters.read(id),
      )
    )?.events ?? [];

  test('a decision has a receipt to keep, for its own person only', async () => {
    const person = await somebody(server, 'Ines Duarte');
    const matter = await filedBy(person);
    await decide(matter, true, '');
    await server.opened.log.publish();
    const page = await person.visitor.see(`/matters/${matter}`);
    assert.match(read(page.text), /You are eligible to sit the exam/);
    const link = /href="(\/matters\/[^"]+\/receipt\/\d+)"/.exec(page.text)?.[1] ?? '';
    const receipt = await person.visitor.see(link);
    assert.equal(receipt.status, 200);
    assert.match(receipt.headers, /text\/plain/);
    assert.match(receipt.headers, /attachment; filename=\\"receipt-E-/);
    assert.match(receipt.text, /c2sp\.org\/tlog-proof/);
    const { visitor } = await somebody(server, 'Somebody Else');
    for (const path of [link, `/matters/${matter}`, `/matters/${matter}/withdraw`]) {
      assert.equal((await visitor.see(path)).status, 404, path);
    }
    assert.equal((await person.visitor.see(`/matters/${matter}/receipt/999999`)).status, 404);
    assert.equal((await person.visitor.see(`/matters/${matter}/receipt/x`)).status, 404);
    assert.equal((await person.visitor.see('/matters/not-an-id')).status, 404);
  });

  test('in a browser the receipt is saved as a file, and begins like one', {
    skip: noChromium,
  }, async () => {
    const person = await somebody(server, 'Ana Everett');
    const matter = await filedBy(person);
    await decide(matter, false, 'Nothing shows it.');
    const seen = await person.visitor.see(`/matters/${matter}`);
    const link = /href="(\/matters\/[^"]+\/receipt\/\d+)"/.exec(seen.text)?.[1] ?? '';
    for (let turn = 0; turn < 100 && (await person.visitor.see(link)).status !== 200; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { token } = await openSession(server.opened.world, person.id);
    const browser = await openBrowser();
    const context = await browser.newContext({ acceptDownloads: true });
    await context.addCookies([{ name: 'evenhand-session', value: token, url: server.address }]);
    const page = await context.newPage();
    await page.goto(`${server.address}/matters/${matter}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`a[href="${link}"]`).first().click(),
    ]);
    assert.match(download.suggestedFilename(), /^receipt-E-\w{7}/);
    const saved = readFileSync(await download.path(), 'utf8');
    assert.ok(saved.startsWith('c2sp.org/tlog-proof@v1\n'), saved.slice(0, 60));
    assert.ok(saved.endsWith('\n'));
    await browser.close();
  });

  test('withdrawing says what it means, does it once, and a second press finds it done', async () => {
    const person = await somebody(server, 'Kwame Mensah');
    const matter = await filedBy(person);
    const page = await person.visitor.see(`/matters/${matter}/withdraw`);
    assert.match(read(page.text), /Application fee, \$\d+\.00: /);
    const token = /name="form-token" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    assert.ok(token);
    const first = await person.visitor.send(`/matters/${matter}/withdraw`, {});
    assert.equal(first.location, `/matters/${matter}?news=withdrawn`);
    const second = await person.visitor.send(
      '/account/passphrase',
      {},
      `/matters/${matter}/withdraw`,
    );
    assert.equal(second.location, `/matters/${matter}?news=withdrawn`);
    const shown = await person.visitor.see(`/matters/${matter}?news=withdrawn`);
    assert.match(read(shown.text), /You withdrew this application/);
  });

  test('an accommodation is asked for with one document; a refused file loses nothing; once granted the minutes are shown', async () => {
    const person = await somebody(server, 'Lena Fischer');
    const path = `/accommodation/${PROGRAM}`;
    const fields = { kinds: ['extra-time-50', 'breaks'], need: 'I read with a magnifier.' };
    const bad = { field: 'document', name: 'letter.txt', bytes: new Uint8Array([65]) };
    const refused = await person.visitor.upload(path, fields, [bad]);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /href="#document"/);
    assert.match(refused.text, />I read with a magnifier\.<\/textarea>/);
    assert.match(
      refused.text,
      /value="extra-time-50"[^>]*checked|checked[^>]*value="extra-time-50"/,
    );
    const none = await person.visitor.upload(path, {}, []);
    assert.equal(read(none.text).includes('There are 3 things to fix'), true);
    const good = { field: 'document', name: 'letter.png', bytes: await picture(7) };
    const sent = await person.visitor.upload(path, fields, [good]);
    const matter = /[0-9a-f-]{36}/.exec(sent.location ?? '')?.[0] ?? '';
    assert.match(read((await person.visitor.see(path)).text), /You have asked already/);
    await decide(matter, true, '');
    const granted = read((await person.visitor.see(`/matters/${matter}`)).text);
    assert.match(granted, /Your accommodation is granted/);
    const [, usual, yours] = /The exam takes (\d+) minutes\. You have (\d+)\./.exec(granted) ?? [];
    assert.equal(Number(yours), Number(usual) * 1.5 + 30);
  });

  test('what people tell about themselves is asked only where it is recorded why, and never shown again', async () => {
    const person = await somebody(server, 'Noor Haddad');
    const sql = ownerSql(server);
    await sql`insert into front.dimension (dimension, in_use, purpose, basis, retention, recorded_by)
      select dimension, dimension <> 'religion', 'To see whether we treat everybody alike', 'Consent', 'Seven years', 'a test'
      from unnest(array['age', 'caregiving', 'gender', 'religion']) as dimension`;
    await sql.end();
    const page = await person.visitor.see('/my/about-you');
    assert.match(read(page.text), /not anonymously/);
    assert.match(read(page.text), /To see whether we treat everybody alike/);
    assert.doesNotMatch(page.text, /name="religion"/);
    const bad = await person.visitor.upload(
      '/my/about-you',
      { age: '19781', caregiving: ['child', 'no-caregiving'], gender: 'woman' },
      [],
    );
    assert.equal(bad.status, 422);
    assert.match(bad.text, /href="#age"/);
    assert.match(bad.text, /href="#caregiving"/);
    assert.match(bad.text, /value="19781"/);
    const sent = await person.visitor.upload(
      '/my/about-you',
      { 'age-refused': 'prefer-not-to-say', caregiving: 'child', gender: 'woman' },
      [],
    );
    assert.equal(sent.location, '/my/about-you?news=saved');
    const after = await person.visitor.see('/my/about-you');
    assert.doesNotMatch(after.text, /checked/);
    const unsure = await person.visitor.send('/my/about-you', {}, '/my/about-you/erase');
    assert.equal(unsure.status, 422);
    const owner = ownerSql(server);
    const count = async () => (await owner`select count(*)::int as n from sealed.answer`)[0]?.['n'];
    const kept = await count();
    const erased = await person.visitor.send(
      '/my/about-you',
      { sure: 'yes' },
      '/my/about-you/erase',
    );
    assert.equal(erased.location, '/my/about-you?news=erased');
    assert.equal(kept - (await count()), 3);
    await owner.end();
  });

  test('a supervisor answers by the mailed link, with no account, once', async () => {
    const person = await somebody(server, 'Ngozi Adichie-Bell');
    const email = `supervisor-${process.pid}@clinic.example`;
    await fillIn(server.opened.world, person.id, PROGRAM, (page, typed) =>
      page.kind === 'employer' ? { ...typed, 'supervisor-email': email } : typed,
    );
    assert.ok((await file(server.opened.world, person.id, PROGRAM)).ok);
    const sql = ownerSql(server);
    const [mail] = await sql<
      { body: string }[]
    >`select body from post.mail where to_address = ${email}`;
    await sql.end();
    const link = /\/attest\/\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    const supervisor = new Visitor(server.address);
    const page = await supervisor.see(link);
    assert.match(read(page.text), /Confirm the work of Ngozi Adichie-Bell/);
    const answers = { performed: 'yes', role: 'supervisor', 'holds-credential': 'no' };
    const bad = await supervisor.send(link, { ...answers, months: '' });
    assert.equal(bad.status, 422);
    assert.match(bad.text, /href="#months"/);
    const good = { ...answers, months: '24', 'hours-per-week': '36' };
    assert.equal((await supervisor.send(link, good)).location, link);
    assert.match(read((await supervisor.see(link)).text), /Your answers are stored/);
    const unknown = await supervisor.see(`${link.slice(0, -3)}abc`);
    assert.equal(unknown.status, 404);
    assert.match(read(unknown.text), /This link does not work/);
  });
});
