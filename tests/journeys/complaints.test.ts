/**
 * Three complaints lived through in a real browser, with the calendar moved: an anonymous client’s complaint of discrimination
 * that ends in public after a failed appeal; a false one that leaves no trace; a sanction reversed on appeal.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { addDays } from '../../src/kernel/dates/civil-date.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { ownerSql } from '../support/people.ts';
import { type Actor, actor, PHONE } from './actor.ts';
import {
  acts,
  dayIn,
  daysPass,
  decides,
  does,
  FIRST_LOOK,
  fills,
  gathers,
  opens,
  openWalk,
  PHRASE,
  type Receipt,
  raises,
  seats,
  type Walk,
} from './complaint-walk.ts';

describe('complaints before the whole product', { skip: noChromium }, () => {
  let browser: Browser;
  let walk: Walk;
  let visitor: Actor;
  before(
    async () => {
      browser = await openBrowser();
      walk = await openWalk(browser);
      visitor = await actor(browser, walk.server, { screen: PHONE });
    },
    { timeout: 600_000 },
  );
  // The calendar is the whole server's: others find it as it was.
  after(async () => {
    const { clock } = walk.server.opened.world;
    Object.assign(clock, { today: () => clock.dayOf(clock.now()) });
    await browser.close();
  });

  const respondentOf = async (place: number): Promise<Actor> => {
    const person = walk.holders[place]?.person;
    assert.ok(person !== undefined);
    return await actor(browser, walk.server, { person, screen: PHONE });
  };
  const nameOf = (place: number): string => walk.holders[place]?.name ?? '';
  const noticesSay = async (): Promise<string> => {
    await visitor.go('/notices');
    return await visitor.says();
  };
  const statusOf = async (place: number): Promise<string | undefined> => {
    await visitor.go(`/c/${walk.holders[place]?.credential}`);
    return /Status today: (\w+)/.exec(await visitor.says())?.[1];
  };
  /** Of the copy that was signed since, by the job that follows within a moment. */
  const newestStatusOf = async (place: number): Promise<string | undefined> => {
    const sql = ownerSql(walk.server);
    const first = walk.holders[place]?.credential ?? '';
    for (let tries = 0; tries < 50; tries += 1) {
      const [copy] = await sql<{ id: string }[]>`
        select id from register.copy where credential = ${first} and number > 0 order by number desc limit 1`;
      if (copy !== undefined) {
        await sql.end();
        await visitor.go(`/c/${copy.id}`);
        return /Status today: (\w+)/.exec(await visitor.says())?.[1];
      }
      await setTimeout(200);
    }
    await sql.end();
    return undefined;
  };
  const byReceipt = async ({ code }: Receipt): Promise<string> => {
    const client = await actor(browser, walk.server, { screen: PHONE });
    await client.go('/concern/receipt');
    await fills(client, { receipt: code, passphrase: PHRASE });
    await client.page.locator('main form button[type=submit]').last().click();
    await client.page.waitForLoadState();
    const says = await client.says();
    await client.context.close();
    return says;
  };

  test('a false complaint is screened out with its reasons, and stands in no register', {
    timeout: 600_000,
  }, async () => {
    const receipt = await raises(walk);
    const matter = await opens(walk, receipt, 0);
    await acts(walk, matter, 'screen', {
      ...FIRST_LOOK,
      ...{ 'standing-met': 'no', 'standing-reason': 'Nobody who was there could be found.' },
    });
    await acts(walk, matter, 'tell-closing', {
      ...{ complaint: 'c1', achieved: 'no', reason: 'Nothing could be looked into.' },
    });
    const told = await byReceipt(receipt);
    assert.match(told, /Nobody who was there could be found\./);
    assert.match(told, /Nothing could be looked into\./);
    assert.doesNotMatch(await noticesSay(), new RegExp(nameOf(0)));
    assert.equal(await statusOf(0), 'Current');
    const respondent = await respondentOf(0);
    await respondent.go('/my');
    assert.equal(await respondent.page.locator('a[href^="/my/conduct"]').count(), 0);
  });

  test('an anonymous client’s complaint of discrimination ends in a public reprimand, after an appeal that failed', {
    timeout: 600_000,
  }, async () => {
    const receipt = await raises(walk);
    const matter = await opens(walk, receipt, 1);
    await acts(walk, matter, 'screen', FIRST_LOOK);
    await acts(walk, matter, 'give-notice');
    const respondent = await respondentOf(1);
    await respondent.go('/my');
    assert.ok((await respondent.page.locator('a[href^="/my/conduct"]').count()) > 0);
    await gathers(walk, matter, respondent);
    await decides(walk, matter, { sanction: 'public-reprimand', departure: 'A first complaint.' });
    assert.doesNotMatch(await noticesSay(), new RegExp(nameOf(1)));
    await does(respondent, `/my/conduct/${matter}/appeal`, {
      ...{ grounds: 'sanction-out-of-measure', statement: 'It is far too much.' },
    });
    const heard = await seats(walk, matter, 'appeal');
    const decided = await does(heard, `/desk/panels/${matter}/decide-appeal`, {
      'found~sanction-out-of-measure': 'no',
      'reason~sanction-out-of-measure': 'Others were reprimanded for as much.',
      effect: 'stands',
    });
    assert.doesNotMatch(decided, new RegExp(nameOf(1)));
    await acts(walk, matter, 'take-effect');
    await acts(walk, matter, 'publish');
    assert.match(
      await noticesSay(),
      new RegExp(`Notice: Public reprimand About ${nameOf(1)} .*S1`),
    );
    await acts(walk, matter, 'tell-closing', {
      ...{ complaint: 'c1', achieved: 'partly', reason: 'It is public, and the ward was told.' },
    });
    assert.match(await byReceipt(receipt), /It is public, and the ward was told\./);
  });

  test('a suspension is reversed on appeal, and there is another copy of the credential', {
    timeout: 600_000,
  }, async () => {
    const receipt = await raises(walk);
    const matter = await opens(walk, receipt, 2);
    await acts(walk, matter, 'screen', FIRST_LOOK);
    await acts(walk, matter, 'give-notice');
    await acts(walk, matter, 'suspend-meanwhile', {
      ...dayIn('until', addDays(walk.today, 59)),
      reason: 'Clients could be sent away meanwhile.',
    });
    assert.equal(await statusOf(2), 'Suspended');
    const respondent = await respondentOf(2);
    await gathers(walk, matter, respondent);
    await decides(walk, matter, { sanction: 'suspension', departure: 'A client was harmed.' });
    await does(respondent, `/my/conduct/${matter}/appeal`, {
      ...{ grounds: 'rule-misread', statement: 'The rule asks for something else.' },
    });
    const heard = await seats(walk, matter, 'appeal');
    await does(heard, `/desk/panels/${matter}/decide-appeal`, {
      'found~rule-misread': 'yes',
      'reason~rule-misread': 'It does.',
      effect: 'reversed',
    });
    assert.equal(await statusOf(2), 'Superseded');
    assert.equal(await newestStatusOf(2), 'Current');
    assert.doesNotMatch(await noticesSay(), new RegExp(nameOf(2)));
    await respondent.go(`/my/conduct/${matter}`);
    assert.match(await respondent.says(), /reversed/i);
    await daysPass(walk, 1);
  });
});
