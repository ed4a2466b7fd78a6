/** Complaints walked before the whole product, step by step as people do: forms filled in a browser, days that pass. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { PanelKind } from '../../src/casework/conduct/conduct-event.ts';
import { addDays, type CivilDate, parts } from '../../src/kernel/dates/civil-date.ts';
import { handledComplaint } from '../../src/workflow/conduct/complaint-views.ts';
import { keepTime } from '../../src/workflow/conduct/keep-time.ts';
import { type FullServer, fullServer } from '../support/full-server.ts';
import { ownerSql, somebody } from '../support/people.ts';
import { type Actor, actor, atDesk, PHONE } from './actor.ts';

export interface Holder {
  readonly person: string;
  readonly name: string;
  readonly credential: string;
}

export interface Walk {
  readonly server: FullServer;
  readonly browser: Browser;
  readonly desk: Actor & { readonly known: { readonly id: string } };
  /** Certificants of the demonstration about whom nobody has complained. */
  readonly holders: readonly Holder[];
  today: CivilDate;
}

/** More public members than the demonstration has, so that no panel waits for one. */
const MORE_MEMBERS = 12;

export async function openWalk(browser: Browser): Promise<Walk> {
  const server = await fullServer();
  const { world } = server.opened;
  const sql = ownerSql(server);
  const holders = await sql<Holder[]>`
    select c.person, p.full_name as name, c.id as credential from register.credential c
    join people.person p on p.id = c.person
    where c.program = 'larkspur-care' and c.valid_until > current_date + 400
      and not exists (select 1 from register.revocation r where r.credential = c.id)
      and not exists (select 1 from conduct.party q where q.person = c.person)
      and not exists (select 1 from people.person o where o.id <> p.id and o.full_name = p.full_name)
    order by c.issued_at, c.id limit 3`;
  for (let place = 0; place < MORE_MEMBERS; place += 1) {
    const { id } = await somebody(server, `Journey member ${place}`, 'panel');
    await sql`insert into conduct.pool (person, is_public, trained_until, term_ends)
      values (${id}, true, '2099-01-01', '2099-01-01')`;
  }
  await sql.end();
  return {
    ...{ server, browser, holders },
    desk: await atDesk(browser, server, 'conduct'),
    today: world.clock.today(),
  };
}

/** The body's calendar goes on by some days, and time is kept, until it is put back. */
export async function daysPass(walk: Walk, days: number): Promise<void> {
  const { world } = walk.server.opened;
  walk.today = addDays(walk.today, days);
  Object.assign(world.clock, { today: () => walk.today });
  await keepTime(world);
}

export type Typed = Readonly<Record<string, string>>;

export const dayIn = (name: string, day: CivilDate): Typed => {
  const { year, month, day: dayOfMonth } = parts(day);
  return {
    [`${name}-month`]: String(month),
    [`${name}-day`]: String(dayOfMonth),
    [`${name}-year`]: String(year),
  };
};

/** Opens an address, fills its form by the names of its fields, and sends it; answers what the next page says. */
export async function does(
  who: Actor,
  address: string,
  typed: Typed = {},
  send = 'main form button[type=submit]',
): Promise<string> {
  await who.go(address);
  await fills(who, typed);
  await who.page.locator(send).last().click();
  await who.page.waitForLoadState();
  const says = await who.says();
  const mistakes = await who.page.locator('.error-summary, .field-error').allInnerTexts();
  assert.deepEqual(mistakes, [], address);
  return says;
}

export async function fills({ page }: Actor, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(`main [name="${name}"]`);
    const first = field.first();
    const kind = await first.evaluate((element) =>
      'type' in element ? String(element.type) : element.tagName,
    );
    if (kind === 'hidden') {
      assert.equal(await first.inputValue(), value, `${name} is settled`);
    } else if (kind === 'radio' || kind === 'checkbox') {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else if (kind === 'select-one') {
      await first.selectOption(value);
    } else {
      await first.fill(value);
    }
  }
}

export interface Receipt {
  readonly code: string;
  readonly label: string;
}
export const PHRASE = 'three quiet herons';

/** Raised on a phone, without a script and without a name. */
export async function raises({ browser, server, today }: Walk): Promise<Receipt> {
  const client = await actor(browser, server, { screen: PHONE });
  const says = await does(client, '/concern', {
    ...{ about: 'holder', grounds: 'disability', relation: 'client', visibility: 'anonymous' },
    account: 'A client in a wheelchair was told to come back without it.',
    ...dayIn('happened', addDays(today, -10)),
    ...{ hope: 'That it does not happen to the next one.', passphrase: PHRASE },
  });
  const code = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/.exec(says)?.[0];
  const label = /C-[2-9A-Z]{7}/.exec(says)?.[0];
  await client.context.close();
  assert.ok(code !== undefined && label !== undefined, says);
  return { code, label };
}

/** The coordinator opens a matter from the concern about a certificant; answers its id. */
export async function opens(
  { desk, today, holders }: Walk,
  { label }: Receipt,
  place: number,
): Promise<string> {
  const holder = holders[place];
  assert.ok(holder !== undefined, 'the demonstration has too few certificants');
  await desk.go('/desk/concerns');
  await desk.page.getByRole('link', { name: label }).click();
  await desk.page.getByRole('link', { name: 'Open a matter from this concern' }).click();
  await fills(desk, {
    ...{ program: 'larkspur-care', search: holder.name },
    ...dayIn('a1-day', addDays(today, -10)),
  });
  await desk.page.locator('main button[value=look]').first().click();
  await fills(desk, {
    whom: holder.person,
    'a1-number': 'S1',
    'a1-words': 'The respondent sent a client away because of a disability.',
  });
  await desk.page.locator('main button[value=open]').click();
  await desk.page.waitForURL(/\/desk\/complaints\/[0-9a-f-]{36}/);
  return /complaints\/([0-9a-f-]{36})/.exec(desk.page.url())?.[1] ?? '';
}

export const acts = (walk: Walk, matter: string, act: string, typed: Typed = {}) =>
  does(walk.desk, `/desk/complaints/${matter}/${act}`, typed);

export const FIRST_LOOK: Typed = Object.fromEntries(
  ['standing', 'jurisdiction', 'provision', 'in-time'].flatMap((question) => [
    [`${question}-met`, 'yes'],
    [`${question}-reason`, `Looked at: ${question}.`],
  ]),
);

/** Draws a panel and gives one of its members a browser. */
export async function seats(walk: Walk, matter: string, panel: PanelKind): Promise<Actor> {
  await acts(walk, matter, 'announce-draw', { panel });
  await acts(walk, matter, 'draw', { panel });
  const { world } = walk.server.opened;
  const handled = await handledComplaint(world, { handler: walk.desk.known.id, matter });
  const [member] = handled?.state.sitting[panel] ?? [];
  assert.ok(member, `nobody sits on the ${panel} panel`);
  return await actor(walk.browser, walk.server, { person: member.person });
}

const A_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

/** From the first look to the end of the gathering, with one paper that was shown. */
export async function gathers(walk: Walk, matter: string, respondent: Actor): Promise<void> {
  await does(respondent, `/my/conduct/${matter}/respond`, { words: 'It was otherwise.' });
  const { desk } = walk;
  await desk.go(`/desk/complaints/${matter}/add-evidence`);
  await fills(desk, { kind: 'document', source: 'The log of the ward.' });
  await desk.page.locator('main [name="original"]').setInputFiles({
    ...{ name: 'ward.pdf', mimeType: 'application/pdf', buffer: Buffer.from(A_PDF) },
  });
  await desk.page.locator('main form button[type=submit]').last().click();
  await desk.page.waitForURL(/news=add-evidence/);
  await acts(walk, matter, 'disclose', { evidence: 'e1' });
  await acts(walk, matter, 'close-investigation', { summary: 'Both sides were asked.' });
}

const FINDING: Typed = {
  'breach~a1': 'yes',
  'reason~a1': 'The log of the ward shows it.',
  'evidence~a1': 'e1',
};

/** Reviewed, heard thirty days later, and decided. */
export async function decides(
  walk: Walk,
  matter: string,
  sanction: Typed & { readonly sanction: string },
): Promise<void> {
  const reviewer = await seats(walk, matter, 'review');
  await does(reviewer, `/desk/panels/${matter}/review`, FINDING);
  const hearer = await seats(walk, matter, 'hearing');
  await acts(walk, matter, 'call-hearing', {
    ...dayIn('day', addDays(walk.today, 30)),
    ...{ where: 'Room 4, at ten.', 'may-bring': 'Anybody they trust.' },
  });
  await daysPass(walk, 30);
  await does(hearer, `/desk/panels/${matter}/hear`, {
    ...{ transcript: 'Everything was said word for word.', represented: 'no' },
  });
  await does(
    hearer,
    `/desk/panels/${matter}/decide`,
    {
      ...FINDING,
      ...dayIn('ends', addDays(walk.today, 730)),
      reason: 'The least that protects people.',
      ...sanction,
    },
    'main button[value=record]',
  );
  await reviewer.context.close();
  await hearer.context.close();
}
