/** The public register and employers' rosters. What is asked stands in no address, is kept nowhere, and takes the same time whatever the answer. */
import { createElement } from 'react';
import { readByName, readByNumber } from '../../casework/register/look-up-forms.ts';
import { PLACES } from '../../casework/register/places.ts';
import { shownOf } from '../../credential/verifier/shown.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { programCtdl } from '../../program/catalog/ctdl.ts';
import { noticeShown } from '../../web/pages/notices/notice-view.ts';
import { type FoundShown, RegisterPage } from '../../web/pages/register/register-page.tsx';
import {
  RosterEndPage,
  RosterFormPage,
  RosterPage,
} from '../../web/pages/register/roster-page.tsx';
import { cardOf } from '../../web/pages/verify/verification-view.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { issuerSite } from '../../workflow/certify/issuer.ts';
import { credentialStanding } from '../../workflow/conduct/public-notices.ts';
import { type Found, foundByName, foundByNumber } from '../../workflow/register/look-up.ts';
import {
  confirmRoster,
  endRoster,
  openRoster,
  type RosterShown,
  rosterBehind,
} from '../../workflow/register/rosters.ts';
import type { App } from '../server/app.ts';
import { evenly } from '../server/evenly.ts';
import { offered } from '../server/offered.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, redirect, type Visit } from '../server/visit.ts';
import { statusOf } from './copy-status.ts';

/** Far longer than a look-up takes. */
const STEP_MS = 400;

export const registerHandlers = (app: App) =>
  ({
    register: async (visit) => shown(app, visit, [], undefined),
    'register-number': async (visit) => {
      const read = readByNumber(visit.form, idsOf(app));
      return read.ok
        ? await answered(app, visit, read.value.program, () => foundByNumber(app.world, read.value))
        : shown(app, visit, read.mistakes, undefined);
    },
    'register-name': async (visit) => {
      const read = readByName(visit.form, idsOf(app));
      return read.ok
        ? await answered(app, visit, read.value.program, () => foundByName(app.world, read.value))
        : shown(app, visit, read.mistakes, undefined);
    },
    'roster-new': async (visit) => rosterForm(visit, []),
    'roster-open': async (visit) => await open(app, visit),
    roster: async (visit) => {
      const roster = await rosterBehind(app.world, one(visit.params, 'token'));
      return roster === undefined ? ended(visit) : rosterShown(visit, roster);
    },
    'roster-confirm': async (visit) => {
      const token = one(visit.params, 'token');
      await confirmRoster(app.world, token);
      return redirect(`/register/roster/${encodeURIComponent(token)}?news=confirmed`);
    },
    'roster-end': async (visit) => {
      await endRoster(app.world, one(visit.params, 'token'));
      return ended(visit);
    },
    'program-ctdl': async ({ frame, params }) => {
      const program = offered(app).find(({ id }) => id === one(params, 'program'));
      return program === undefined
        ? missingPage(frame)
        : {
            kind: 'bytes',
            type: 'application/ld+json',
            bytes: JSON.stringify(
              programCtdl(program, { origin: app.world.origin, on: app.world.clock.today() }),
            ),
            headers: {
              'access-control-allow-origin': '*',
              'cache-control': 'public, max-age=3600',
            },
          };
    },
  }) satisfies Readonly<Record<string, Handler>>;

const idsOf = (app: App): readonly string[] => offered(app).map(({ id }) => id);
const nameOf = (program: string): string => {
  const found = programOf(program);
  return found === undefined ? program : `${found.name} (${found.designation})`;
};

/** The same page for "nobody matches" and "not to be found so", after the same time. */
const answered = (
  app: App,
  visit: Visit,
  program: string,
  ask: () => Promise<readonly Found[]>,
): Promise<Reply> =>
  evenly(STEP_MS, async () => {
    const found: FoundShown[] = [];
    for (const copy of await ask()) {
      if (isJsonObject(copy.document)) {
        const { notices } = await credentialStanding(app.world, copy.id);
        found.push({
          card: cardOf(shownOf(copy.document), copy.demonstration, issuerSite(app.world)),
          status: statusOf(copy),
          notices: notices.map((notice) => noticeShown(notice, 'credential')),
        });
      }
    }
    return shown(app, visit, [], { credential: nameOf(program), found });
  });

function shown(
  app: App,
  { frame, form }: Visit,
  mistakes: readonly FieldMistake[],
  answer: { readonly credential: string; readonly found: readonly FoundShown[] } | undefined,
): Reply {
  return page(
    renderPage(
      createElement(RegisterPage, {
        ...{ frame, mistakes, answer },
        programs: offered(app).map(({ id }) => ({ value: id, label: nameOf(id) })),
        places: Object.entries(PLACES).map(([value, label]) => ({ value, label })),
        typed: (field) => one(form, field),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const rosterForm = ({ frame, form }: Visit, mistakes: readonly FieldMistake[]): Reply =>
  page(
    renderPage(
      createElement(RosterFormPage, { frame, mistakes, typed: (field) => one(form, field) }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );

async function open(app: App, visit: Visit): Promise<Reply> {
  const programs = new Map(
    offered(app).flatMap(({ id, name, designation }) =>
      [id, name, designation].map((word) => [word.toLowerCase(), id] as const),
    ),
  );
  const upload = visit.files.find(({ field }) => field === 'table');
  const done = await openRoster(app.world, { typed: visit.form, upload, programs });
  return done.ok
    ? page(renderPage(createElement(RosterEndPage, { frame: visit.frame, kind: 'sent' })))
    : rosterForm(visit, done.mistakes);
}

const ended = ({ frame }: Visit): Reply =>
  page(renderPage(createElement(RosterEndPage, { frame, kind: 'ended' })));

function rosterShown({ frame, params, query }: Visit, roster: RosterShown): Reply {
  const { organization, endsOn, isConfirmed } = roster;
  return page(
    renderPage(
      createElement(RosterPage, {
        ...{ frame, organization, isConfirmed, ends: inWords(endsOn) },
        at: `/register/roster/${encodeURIComponent(one(params, 'token'))}`,
        isNew: isConfirmed && one(query, 'news') === 'confirmed',
        lines: roster.lines.map(({ line, program, number, familyName, found }) => ({
          line,
          who: [familyName, number, programOf(program)?.designation ?? program].join(', '),
          state: found === undefined ? undefined : statusOf(found).label,
          until: found === undefined ? '' : inWords(found.facts.validUntil),
        })),
      }),
    ),
  );
}
