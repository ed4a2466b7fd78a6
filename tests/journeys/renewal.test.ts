/** Years of holding a credential in a real browser, the clock moved: CCM's rules, CDMS's, and the invented program's. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type AuditDraw, checkDraw } from '../../src/casework/renewal/audit-lottery.ts';
import type { ExamProgram } from '../../src/demonstration/items/demonstration-forms.ts';
import { civilDateAt, date, parts } from '../../src/kernel/dates/civil-date.ts';
import { plainPdf } from '../../src/outside/adapters/plain-pdf.ts';
import { renewal as words } from '../../src/web/words/renewal.ts';
import { awardOnPass } from '../../src/workflow/certify/award.ts';
import { keepRenewal } from '../../src/workflow/renew/keep-renewal.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { type FullServer, fullServer } from '../support/full-server.ts';
import { somebody } from '../support/people.ts';
import { type Actor, actor, atDesk, PHONE } from './actor.ts';
import { recordsAndSends, takesAndDecides } from './steps.ts';

const ZONE = 'America/New_York';
const WORKER = { rights: 'worker', person: undefined } as const;

/** A day such as 3/2/2023 goes into three boxes; everything else into one. */
const boxesOf = (name: string, text: string): readonly (readonly [string, string])[] => {
  const [month, day, year] = text.split('/');
  return month === undefined || day === undefined || year === undefined
    ? [[name, text]]
    : [
        [`${name}-month`, month],
        [`${name}-day`, day],
        [`${name}-year`, year],
      ];
};

describe('years of holding a credential', { skip: noChromium }, () => {
  let server: FullServer;
  let browser: Browser;
  let clock: object;
  before(
    async () => {
      server = await fullServer();
      clock = { ...server.opened.world.clock };
      browser = await openBrowser();
    },
    { timeout: 600_000 },
  );
  after(async () => {
    Object.assign(server.opened.world.clock, clock);
    await browser?.close();
  });

  const held: string[] = [];
  /** What time, payments and decisions bring to the credentials of these journeys. */
  const keeps = async (): Promise<void> => {
    for (const credential of held) {
      await keepRenewal(server.opened.world, credential);
    }
  };
  /** Where the newest copy of a credential stands. */
  const newestOf = async ({ credential }: { readonly credential: string }): Promise<string> => {
    const copy = await server.opened.world.records.as(WORKER, ({ register }) =>
      register.newestCopy(credential),
    );
    return `/c/${copy?.id ?? ''}`;
  };
  /** Noon of a day; what time brings follows. */
  const at = async (day: string): Promise<void> => {
    const now = Date.parse(`${day}T17:00:00Z`);
    Object.assign(server.opened.world.clock, {
      now: () => now,
      today: () => civilDateAt(now, ZONE),
    });
    await keeps();
  };

  /** Awarded as the end of a passed exam awards it. */
  async function awarded(program: ExamProgram, on: string, name: string) {
    await at(on);
    const { world } = server.opened;
    const { id: person, email } = await somebody(server, name);
    await world.records.as(WORKER, async (records) => {
      const [form] = await records.exam.formsOf(program);
      const sitting = world.chance.uuid();
      const drawn = { granted: { multiplier: 1 }, optionOrders: {} };
      await records.exam.book({ id: sitting, person, program, form: form?.id ?? '', ...drawn });
      await records.exam.noteClock(sitting, 'start', 0, '');
      await records.exam.noteClock(sitting, 'submit', 0, '');
      await records.exam.saveResult(sitting, true, { score: 1 }, []);
      const passed = { person, sitting, program, formKind: 'demonstration', on: date(on) } as const;
      await awardOnPass(world)(records, passed);
    });
    const [history] = await world.records.as({ rights: 'candidate', person }, ({ renewals }) =>
      renewals.mine(),
    );
    const credential = history?.credential.id ?? assert.fail('no credential was awarded');
    held.push(credential);
    return { person, email, name, program, credential, home: `/my/renewal/${credential}` };
  }
  type Holder = Awaited<ReturnType<typeof awarded>>;

  const holder = ({ person }: Holder): Promise<Actor> =>
    actor(browser, server, { person, screen: PHONE });

  async function claims(
    one: Actor,
    { home }: Holder,
    typed: Readonly<Record<string, string>> & {
      readonly title: string;
      readonly subjects?: string;
    },
  ): Promise<void> {
    await one.go(`${home}/hours`);
    const { subjects, ...texts } = typed;
    for (const [name, text] of Object.entries({ provider: 'Harbor Institute', ...texts })) {
      for (const [box, part] of boxesOf(name, text)) {
        await one.page.locator(`[name=${box}]`).first().fill(part);
      }
    }
    if (subjects !== undefined) {
      await one.page.locator('select[name=subjects]').selectOption(subjects);
    }
    await one.page.locator('input[name=proof]').setInputFiles({
      ...{ name: 'certificate.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from(await plainPdf('Certificate', [typed.title])),
    });
    await one.press(words.hours.send);
    assert.match(await one.says(), /Your hours are kept/);
  }

  async function renews(one: Actor, { home }: Holder, reason?: string): Promise<void> {
    await one.go(`${home}/renew`);
    if (reason !== undefined) {
      await one.page.locator('textarea[name=reason]').fill(reason);
    }
    await one.page.locator('input[name=declared]').check();
    await one.press(words.renew.send);
    assert.equal(await one.page.locator('[aria-invalid=true]').count(), 0, await one.says());
  }

  /** Staff record what the page of the account says is owed. */
  async function pays(whom: Holder, reference: string): Promise<void> {
    const staff = await atDesk(browser, server, 'staff');
    await staff.go(`/desk/fees?search=${encodeURIComponent(whom.email)}`);
    await staff.page.getByRole('link', { name: whom.name }).first().click();
    const owed = /\$([\d,]+\.\d\d)/.exec(await staff.says())?.[1] ?? assert.fail('nothing is owed');
    await staff.page.locator('select[name=program]').selectOption(whom.program);
    await staff.page.locator('input[name=amount]').fill(owed);
    await staff.page.locator('input[name=reference]').fill(reference);
    await staff.page.getByRole('button', { name: /payment/i }).click();
    assert.match(await staff.says(), new RegExp(reference));
    await staff.context.close();
    await keeps();
  }

  async function decides(matter: string, reason?: string): Promise<void> {
    const clerk = await atDesk(browser, server, 'clerk');
    await recordsAndSends(clerk, matter, 'As the documents show.');
    const reviewer = await atDesk(browser, server, 'reviewer');
    await takesAndDecides(reviewer, matter, reason);
    for (const { complaints, context } of [clerk, reviewer]) {
      assert.deepEqual(complaints, []);
      await context.close();
    }
    await keeps();
  }

  const matterIn = async (one: Actor, { home }: Holder, kind: RegExp): Promise<string> => {
    await one.go(home);
    const href = await one.page.getByRole('link', { name: kind }).first().getAttribute('href');
    return href?.split('/').at(-1) ?? assert.fail('no matter is linked');
  };

  test('five years under CCM’s rules: hours, an end, a late renewal that a person accepts, an audit', {
    timeout: 600_000,
  }, async () => {
    const staff = await atDesk(browser, server, 'staff');
    await staff.go('/desk/providers');
    await staff.page.locator('input[name=title]').fill('Harbor Institute');
    for (const [box, part] of boxesOf('from', '1/1/2000')) {
      await staff.page.locator(`input[name=${box}]`).fill(part);
    }
    await staff.press(words.providers.send);
    assert.match(await staff.says(), /from January 1, 2000 on/);

    const mine = await awarded('larkspur-care', '2022-05-31', 'Perpetua Okonkwo-Lindqvist');
    await at('2023-03-10');
    const one = await holder(mine);
    await one.go('/my');
    await one.page.getByRole('link', { name: words.link }).first().click();
    assert.match(await one.says(), /You need 80 more hours, 8 of them ethics, by May 31, 2027\./);
    await claims(one, mine, {
      title: 'Ethics, part 1',
      completed: '3/2/2023',
      hours: '8',
      subjects: 'ethics',
    });
    await one.go(mine.home);
    assert.match(await one.says(), /You need 72 more hours by May 31, 2027\./);

    await at('2025-02-20');
    const later = await holder(mine);
    await later.go(`${mine.home}/table`);
    const csv = `Provider,Title,Began,Completed,Hours
Harbor Institute,Coding,2025-01-02,2025-01-10,60
Harbor Institute,From the future,,2031-01-01,2
A Hospital,Grand rounds,,2025-02-03,12
`;
    await later.page.locator('input[name=table]').setInputFiles({
      ...{ name: 'hours.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
    });
    await later.press(words.table.look);
    assert.match(await later.says(), /has not come yet/);
    await later.press(words.table.save);
    assert.match(await later.says(), /Nothing is saved yet/);
    await later.page.locator('input[name=leave][value="3"]').check();
    await later.press(words.table.save);
    assert.match(await later.says(), /Your table is kept/);
    assert.match(await later.says(), /Waits for review/);

    const reviewer = await atDesk(browser, server, 'reviewer');
    await reviewer.go('/desk/courses');
    assert.doesNotMatch(await reviewer.says(), /Perpetua|Okonkwo/);
    const course = reviewer.page.locator('section', { hasText: 'Grand rounds' });
    await course.locator('input[value=yes]').check();
    await course.getByRole('button').click();
    assert.match(await reviewer.says(), /Whoever claimed it was told/);
    await later.go(mine.home);
    assert.match(await later.says(), /You have every hour you need\. Renew by May 31, 2027\./);

    await at('2027-06-02');
    const stranger = await actor(browser, server);
    await stranger.go(`/c/${mine.credential}`);
    assert.match(await stranger.says(), /Status today: (Ended|Not current|Expired|Past)/i);
    await at('2027-06-20');
    const late = await holder(mine);
    await late.go(mine.home);
    assert.match(await late.says(), /can be renewed late until June 30, 2027/);
    await renews(late, mine, 'I was in hospital from April to the middle of June.');
    assert.match(await late.says(), /pay \$4\d\d\.00/);
    await pays(mine, 'check 2027');
    await decides(await matterIn(late, mine, /Late renewal/));
    await late.go(mine.home);
    assert.match(await late.says(), /Held until May 31, 2032/);
    await stranger.go(`/c/${mine.credential}`);
    assert.match(
      await stranger.says(),
      /Status today: Superseded: ask its holder for the newer copy/,
    );
    assert.doesNotMatch(await stranger.says(), /taken back for good/);
    await stranger.go(await newestOf(mine));
    assert.match(await stranger.says(), /Status today: Current/);

    await auditOf(mine);
    for (const { complaints } of [staff, one, later, reviewer, late, stranger]) {
      // A table with a row to mend is answered as such, which the console of the browser remarks on.
      assert.deepEqual(
        complaints.filter((line) => !line.includes('422')),
        [],
      );
    }
  });

  /** Planned, closed, drawn, drawn again by a stranger; answered, recorded, decided. */
  async function auditOf(mine: Holder): Promise<void> {
    await at('2027-08-02');
    const director = await atDesk(browser, server, 'director');
    await director.go('/desk/lotteries');
    await director.page.locator('select[name=program]').selectOption(mine.program);
    for (const [name, text] of [
      ...Object.entries({ approved: '100', reviewed: '100' }),
      ...[['source', 'The first beacon after noon UTC'] as const],
      ...boxesOf('number-on', '9/1/2027'),
    ]) {
      await director.page.locator(`input[name=${name}]`).fill(text);
    }
    await director.press(words.lotteries.send);
    assert.match(await director.says(), /The plan is published/);
    await director.page.getByRole('button', { name: words.lotteries.close }).first().click();
    assert.match(await director.says(), /The pool is closed/);
    await at('2027-09-01');
    const again = await atDesk(browser, server, 'director');
    await again.go('/desk/lotteries');
    await again.page.locator('input[name^=number-audit]').first().fill('8f1c2a77');
    await again.page.getByRole('button', { name: words.lotteries.draw }).first().click();
    assert.match(await again.says(), /Everybody who was drawn was told/);

    const stranger = await actor(browser, server);
    await stranger.go('/audits');
    await stranger.page.getByRole('link', { name: /planned on August 2, 2027/ }).click();
    assert.match(await stranger.says(), /Drawn against pool|The seed, opened/);
    assert.doesNotMatch(await stranger.says(), /Perpetua/);
    const file = await stranger.page.request.get(
      `${server.address}${new URL(stranger.page.url()).pathname}/record.json`,
    );
    assert.deepEqual(checkDraw((await file.json()) as AuditDraw), { ok: true, value: true });

    const one = await holder(mine);
    await one.go(`${mine.home}/audit`);
    assert.match(await one.says(), /Answer by/);
    const { year, month, day } = parts(date('2027-12-01'));
    for (const [name, value] of Object.entries({ month, day, year })) {
      await one.page.locator(`input[name=until-${name}]`).fill(String(value));
    }
    await one.press(words.audit.leaveSend);
    assert.match(await one.says(), /while you are on leave, until Wednesday, December 1, 2027/);
    await one.press(words.audit.backSend);
    assert.match(await one.says(), /The clock runs again/);
    await one.press(words.audit.answerSend);
    assert.match(await one.says(), /You answered on/);
    await decides(await matterIn(one, mine, /Audit of your hours/));
    await one.go(`${mine.home}/audit`);
    assert.match(await one.says(), /You passed the audit/);
    for (const { complaints } of [director, again, stranger, one]) {
      assert.deepEqual(complaints, []);
    }
  }

  test('five years under CDMS’s rules: more time for a hardship, retiring, and coming back by hours', {
    timeout: 600_000,
  }, async () => {
    const mine = await awarded('larkspur-work', '2022-03-31', 'Philippa Marchetti-Oduya');
    await at('2027-03-29');
    const one = await holder(mine);
    await one.go(mine.home);
    assert.match(await one.says(), /You need 80 more hours, 4 of them ethics, by March 31, 2027\./);
    await one.go(`${mine.home}/more-time`);
    for (const [name, value] of Object.entries({ month: '8', day: '31', year: '2027' })) {
      await one.page.locator(`input[name=until-${name}]`).fill(value);
    }
    await one.page
      .locator('textarea[name=hardship]')
      .fill('My child was born in February, and I care for my mother.');
    await one.press(words.moreTime.send);
    assert.match(await one.says(), /Answer promised by/);
    await at('2027-04-03');
    const waiting = await holder(mine);
    await waiting.go(mine.home);
    assert.match(await waiting.says(), /we owe you an answer about more time/);
    await decides(await matterIn(waiting, mine, /More time to renew/));
    await waiting.go(mine.home);
    assert.match(await waiting.says(), /Held until August 31, 2027/);

    await at('2027-08-30');
    const retiring = await holder(mine);
    await retiring.go(`${mine.home}/retire`);
    await retiring.press(words.retire.send);
    assert.match(await retiring.says(), /Retired since August 30, 2027/);
    const stranger = await actor(browser, server);
    await stranger.go(await newestOf(mine));
    assert.match(await stranger.says(), /Retired since/);

    await at('2029-02-20');
    const back = await holder(mine);
    await claims(back, mine, {
      title: 'A long course',
      began: '1/2/2029',
      completed: '2/3/2029',
      hours: '76',
    });
    await claims(back, mine, {
      title: 'Ethics again',
      completed: '2/4/2029',
      hours: '4',
      subjects: 'ethics',
    });
    // No fee was found for renewing under these rules, so nothing is owed.
    await renews(back, mine);
    await back.go(mine.home);
    assert.match(await back.says(), /Held until March 31, 2034/);
    for (const { complaints } of [one, waiting, retiring, stranger, back]) {
      assert.deepEqual(complaints, []);
    }
  });

  test('the invented program: too late to renew, reinstated by a person within the year', {
    timeout: 600_000,
  }, async () => {
    const mine = await awarded('larkspur-navigator', '2024-07-04', 'Ximena Abellard-Suarez');
    await at('2027-12-05');
    const one = await holder(mine);
    await one.go(mine.home);
    assert.match(await one.says(), /Ended on July 4, 2027/);
    await claims(one, mine, {
      title: 'Long course',
      began: '11/1/2027',
      completed: '12/1/2027',
      hours: '22',
    });
    await claims(one, mine, {
      title: 'Ethics now',
      completed: '12/2/2027',
      hours: '8',
      subjects: 'ethics',
    });
    await renews(one, mine, 'I was abroad without a way to learn, and am back for good.');
    await pays(mine, 'check of a reinstatement');
    await decides(await matterIn(one, mine, /Late renewal/));
    await one.go(mine.home);
    assert.match(await one.says(), /Held until December 5, 2037/);
    assert.deepEqual(one.complaints, []);
  });
});
