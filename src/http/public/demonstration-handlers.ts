/** The demonstration's start page and inbox. Neither is there where no demonstration runs. */
import { createElement } from 'react';
import { DemonstrationPage } from '../../web/pages/demonstration/demonstration-page.tsx';
import { InboxPage } from '../../web/pages/demonstration/inbox-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { demonstrationParts } from '../../web/words/demonstration-parts.ts';
import { openSession } from '../../workflow/account/sign-in.ts';
import type { App, InboxLetter } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';

type DemonstrationRoute = 'demonstration' | 'demonstration-enter' | 'demonstration-inbox';
const LETTERS = 60;

export function demonstrationHandlers(app: App): Readonly<Record<DemonstrationRoute, Handler>> {
  const where =
    (handler: Handler): Handler =>
    (visit) =>
      app.demonstration ? handler(visit) : Promise.resolve(missingPage(visit.frame));
  return {
    demonstration: where(async ({ frame }) => {
      const people = await invited(app);
      return page(
        renderPage(
          createElement(DemonstrationPage, {
            frame,
            people: shownOf(people).map((person) => ({
              id: person.person,
              name: person.fullName,
              ...demonstrationParts[person.isChair ? 'chair' : (person.offices[0] ?? 'candidate')],
            })),
          }),
        ),
      );
    }),
    'demonstration-enter': where((visit) => enter(app, visit)),
    'demonstration-inbox': where(async ({ frame }) => {
      const letters = (await app.inbox?.(LETTERS)) ?? [];
      return page(
        renderPage(
          createElement(InboxPage, {
            frame,
            mails: letters.map((letter) => mailOf(letter, app.world.origin)),
          }),
        ),
      );
    }),
  };
}

/** Those who judge one matter each and look alike: a few of them stand for all. */
const SHOWN_OF_A_PANEL = 3;

function shownOf<Person extends { readonly offices: readonly string[] }>(
  people: readonly Person[],
): readonly Person[] {
  const panel = people.filter(({ offices }) => offices[0] === 'panel').slice(SHOWN_OF_A_PANEL);
  return people.filter((person) => !panel.includes(person));
}

const invited = (app: App) =>
  app.world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
    door.demonstrationPeople(),
  );

async function enter(app: App, visit: Visit): Promise<Reply> {
  const asked = one(visit.form, 'person');
  const person = (await invited(app)).find((one) => one.person === asked);
  if (person === undefined) {
    return missingPage(visit.frame);
  }
  const { token, expiresAt } = await openSession(app.world, person.person);
  return { kind: 'redirect', to: homeOf(person.offices), cookie: { session: token, expiresAt } };
}

function homeOf(offices: readonly string[]): string {
  const homes: Readonly<Record<string, string>> = {
    clerk: '/desk/records',
    reviewer: '/desk/queue',
    staff: '/desk/fees',
    director: '/desk/fairness',
    auditor: '/desk/audit',
    board: '/desk/board',
    conduct: '/desk/concerns',
    ombud: '/desk/concerns',
  };
  return homes[offices[0] ?? ''] ?? '/my';
}

function mailOf(letter: InboxLetter, origin: string) {
  const links = [...letter.body.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
  return {
    id: `${letter.at} ${letter.to} ${letter.subject}`,
    to: letter.to,
    subject: letter.subject,
    sent: letter.at,
    text: letter.body,
    links: links
      .filter((link) => link.startsWith(`${origin}/`))
      .map((link) => link.slice(origin.length)),
  };
}
