/** A matter about one's own conduct: the page, its files, letters and receipts, and what a respondent sends. */
import { createElement } from 'react';
import {
  type OpenToRespondent,
  openRespondentActs,
  RESPONDENT_ACTS,
} from '../../casework/conduct/open-respondent-acts.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { LetterPage } from '../../web/pages/my-conduct/letter-page.tsx';
import { OwnActPage } from '../../web/pages/my-conduct/own-act-page.tsx';
import { OwnListPage } from '../../web/pages/my-conduct/own-list-page.tsx';
import { OwnMatterPage } from '../../web/pages/my-conduct/own-matter-page.tsx';
import { ownView } from '../../web/pages/my-conduct/own-view.ts';
import { typedForm } from '../../web/pages/panels/typed-form.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { conductTerms as terms } from '../../web/words/conduct-terms.ts';
import { myConduct as words } from '../../web/words/my-conduct.ts';
import { answerComplaint } from '../../workflow/conduct/answer-complaint.ts';
import {
  type OwnComplaint,
  ownComplaint,
  ownComplaints,
} from '../../workflow/conduct/complaint-views.ts';
import { conductLines, conductReceipt } from '../../workflow/conduct/conduct-receipt.ts';
import { ownLetter, ownLetterPdf } from '../../workflow/conduct/own-letters.ts';
import { copyOfEvidence } from '../../workflow/conduct/shown-files.ts';
import type { App } from '../server/app.ts';
import { fileShown } from '../server/file-shown.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { readRespondentAct } from './respondent-form.ts';

type ConductRoute =
  | 'my-conduct'
  | 'my-conduct-matter'
  | 'my-conduct-file'
  | 'my-conduct-letter'
  | 'my-conduct-letter-pdf'
  | 'my-conduct-receipt'
  | 'my-conduct-act'
  | 'my-conduct-act-send';

export function conductHandlers(app: App): Readonly<Record<ConductRoute, Handler>> {
  return {
    'my-conduct': signedIn((visit) => showList(app, visit)),
    'my-conduct-matter': withOwn(app, (visit, own) => showMatter(app, visit, own)),
    'my-conduct-file': signedIn(async ({ session, params, frame }) =>
      fileShown(
        frame,
        await copyOfEvidence(
          app.world,
          { rights: 'candidate', person: session.person },
          { matter: one(params, 'matter'), evidence: one(params, 'evidence') },
        ),
      ),
    ),
    'my-conduct-letter': signedIn((visit) => showLetter(app, visit)),
    'my-conduct-letter-pdf': signedIn(async (visit) => {
      const bytes = await ownLetterPdf(app.world, letterAsked(visit));
      return bytes === undefined
        ? missingPage(visit.frame)
        : {
            kind: 'bytes',
            type: 'application/pdf',
            bytes,
            headers: { 'cache-control': 'no-store', 'content-disposition': 'inline' },
          };
    }),
    'my-conduct-receipt': signedIn((visit) => receipt(app, visit)),
    'my-conduct-act': withAct(app, async (visit, own, act) => showAct(app, visit, own, act, {})),
    'my-conduct-act-send': withAct(app, (visit, own, act) => send(app, visit, own, act)),
  };
}

/** The matter of the address, for the person it is about; nobody else learns that it exists. */
const withOwn = (
  app: App,
  handler: (visit: SignedInVisit, own: OwnComplaint) => Promise<Reply>,
): Handler =>
  signedIn(async (visit) => {
    const own = await ownComplaint(app.world, {
      respondent: visit.session.person,
      matter: one(visit.params, 'matter'),
    });
    return own === undefined ? missingPage(visit.frame) : await handler(visit, own);
  });

const withAct = (
  app: App,
  handler: (visit: SignedInVisit, own: OwnComplaint, act: OpenToRespondent) => Promise<Reply>,
): Handler =>
  withOwn(app, async (visit, own) => {
    const act = RESPONDENT_ACTS.find((known) => known === visit.params['act']);
    if (act === undefined) {
      return missingPage(visit.frame);
    }
    // What is sent goes to the rule itself, which says why where it is too late.
    const open = openRespondentActs(own.state, app.world.clock.today()).includes(act);
    return open || visit.route === 'my-conduct-act-send'
      ? await handler(visit, own, act)
      : redirect(addressOf(own));
  });

const addressOf = ({ id }: OwnComplaint): string => `/my/conduct/${id}`;
const viewOf = ({ world }: App, own: OwnComplaint) =>
  ownView(own, world.clock.today(), (at) => world.clock.dayOf(at));

async function showList(app: App, { session, frame }: SignedInVisit): Promise<Reply> {
  const matters = await ownComplaints(app.world, session.person);
  return page(
    renderPage(
      createElement(OwnListPage, {
        frame,
        matters: matters.map(({ id, label, program, openedOn }) => ({
          ...{ id, label, opened: inWords(openedOn) },
          program: programOf(program)?.name ?? program,
        })),
      }),
    ),
  );
}

async function showMatter(
  app: App,
  { session, frame, query }: SignedInVisit,
  own: OwnComplaint,
): Promise<Reply> {
  const news: Readonly<Record<string, string>> = words.news;
  const lines = await conductLines(app.world, { respondent: session.person, label: own.label });
  return page(
    renderPage(
      createElement(OwnMatterPage, {
        frame,
        own: viewOf(app, own),
        lines: lines.map(({ place, kind }) => ({
          place,
          what: words.logKinds[kind] ?? words.otherLine,
        })),
        news: news[one(query, 'news')],
      }),
    ),
  );
}

const letterAsked = ({ session, params }: SignedInVisit) => ({
  respondent: session.person,
  matter: one(params, 'matter'),
  letter: one(params, 'letter'),
});

async function showLetter(app: App, visit: SignedInVisit): Promise<Reply> {
  const found = await ownLetter(app.world, letterAsked(visit));
  if (found === undefined) {
    return missingPage(visit.frame);
  }
  const { letter, matterLabel } = found;
  return page(
    renderPage(
      createElement(LetterPage, {
        frame: visit.frame,
        matter: { id: letter.matter, label: matterLabel },
        letter: {
          ...{ id: letter.id, subject: letter.subject, words: letter.words },
          when: words.letterOn(inWords(app.world.clock.dayOf(letter.writtenAt))),
          printed: letter.sha256 !== undefined,
        },
      }),
    ),
  );
}

async function receipt(app: App, { session, params, frame }: SignedInVisit): Promise<Reply> {
  const matter = one(params, 'matter');
  const place = one(params, 'place');
  if (!/^\d{1,12}$/.test(place)) {
    return missingPage(frame);
  }
  const found = await conductReceipt(
    { records: app.world.records, log: app.log },
    { respondent: session.person, matter, place: Number(place) },
  );
  if (!found.ok) {
    return found.refusal.kind === 'no-such-receipt'
      ? missingPage(frame)
      : refusalPage(frame, found.refusal, {
          href: `/my/conduct/${matter}`,
          label: words.letterBack,
        });
  }
  const { label, text } = found.value;
  return {
    kind: 'bytes',
    type: 'text/plain; charset=utf-8',
    bytes: text,
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="receipt-${label}-${place}.txt"`,
    },
  };
}

interface ActExtra {
  readonly mistakes?: readonly FieldMistake[];
  readonly news?: string;
  readonly status?: number;
}

function showAct(
  app: App,
  { frame, form }: SignedInVisit,
  own: OwnComplaint,
  act: OpenToRespondent,
  extra: ActExtra,
): Reply {
  const mistakes = extra.mistakes ?? [];
  return page(
    renderPage(
      createElement(OwnActPage, {
        ...{ frame, act, mistakes },
        own: viewOf(app, own),
        seen: own.version,
        interimWithin: terms.days(own.state.rules.within['interim-appeal'].respondent),
        typed: typedForm(form),
        news: extra.news,
      }),
    ),
    mistakes.length > 0 ? 422 : (extra.status ?? 200),
  );
}

async function send(
  app: App,
  visit: SignedInVisit,
  own: OwnComplaint,
  act: OpenToRespondent,
): Promise<Reply> {
  const read = readRespondentAct(act, visit.form);
  if (!read.ok) {
    return showAct(app, visit, own, act, { mistakes: read.mistakes });
  }
  const done = await answerComplaint(app.world, {
    ...{ respondent: visit.session.person, matter: own.id, act: read.value },
    seen: Number(one(visit.form, 'seen')),
  });
  if (done.ok) {
    return redirect(`${addressOf(own)}?news=${act}`);
  }
  return done.refusal.kind === 'someone-wrote-first'
    ? showAct(app, visit, own, act, { news: words.stale, status: 409 })
    : refusalPage(visit.frame, done.refusal, {
        href: addressOf(own),
        label: words.title(own.label),
      });
}
