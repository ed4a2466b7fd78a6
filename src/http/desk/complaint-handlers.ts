/** The desk of complaints: the list, one complaint, its files and letters, colleagues, and leaving because of a tie. */
import { createElement } from 'react';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { ComplaintPage } from '../../web/pages/complaint/complaint-page.tsx';
import { LetterPage } from '../../web/pages/complaint/letter-page.tsx';
import {
  type ComplaintLineShown,
  ComplaintsPage,
} from '../../web/pages/complaints/complaints-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { complaintActs } from '../../web/words/complaint-acts.ts';
import { complaints as list, complaint as words } from '../../web/words/complaints.ts';
import {
  type ComplaintLine,
  findComplaints,
  handledComplaint,
} from '../../workflow/conduct/complaint-views.ts';
import { leaveComplaint } from '../../workflow/conduct/leave-complaint.ts';
import { letColleagueIn } from '../../workflow/conduct/let-colleague-in.ts';
import { evidenceFile, letterInMatter, letterPaper } from '../../workflow/conduct/read-evidence.ts';
import type { App } from '../server/app.ts';
import { pageOfFound, pageOfLines } from '../server/paging.ts';
import { missingPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { complaintView, nearestPromise } from './complaint-model.ts';
import { daysLate, programName } from './in-words.ts';

type ComplaintRoute =
  | 'complaints'
  | 'complaints-search'
  | 'complaint'
  | 'complaint-file'
  | 'complaint-letter'
  | 'complaint-letter-paper'
  | 'complaint-let-in'
  | 'complaint-leave';

export function complaintHandlers(app: App): Readonly<Record<ComplaintRoute, Handler>> {
  return {
    complaints: signedIn((visit) => showList(app, visit, '')),
    'complaints-search': signedIn((visit) =>
      showList(app, visit, one(visit.form, 'search').trim()),
    ),
    complaint: signedIn((visit) => showOne(app, visit, [])),
    'complaint-file': signedIn((visit) => showFile(app, visit)),
    'complaint-letter': signedIn((visit) => showLetter(app, visit)),
    'complaint-letter-paper': signedIn((visit) => showPaper(app, visit)),
    'complaint-let-in': signedIn(async (visit) => {
      const done = await letColleagueIn(app.world, {
        ...inMatter(visit),
        colleague: one(visit.form, 'colleague'),
      });
      return done.ok
        ? redirect(`${addressOf(visit)}?news=let-in`)
        : await refusedOn(app, visit, 'colleague', done.refusal.because);
    }),
    'complaint-leave': signedIn(async (visit) => {
      const done = await leaveComplaint(app.world, {
        ...inMatter(visit),
        why: one(visit.form, 'why'),
      });
      return done.ok
        ? redirect('/desk/complaints?news=left')
        : await refusedOn(app, visit, 'why', done.refusal.because);
    }),
  };
}

export const inMatter = ({ session, params }: SignedInVisit) => ({
  handler: session.person,
  matter: one(params, 'matter'),
});

export const addressOf = ({ params }: SignedInVisit): string =>
  `/desk/complaints/${one(params, 'matter')}`;

const LINES = 20;

/** All of them, or those found by what was sent; it stands in no address. */
async function showList(app: App, visit: SignedInVisit, search: string): Promise<Reply> {
  const { query, form } = visit;
  const lines = await findComplaints(app.world, { handler: visit.session.person, search });
  const today = app.world.clock.today();
  const last = '9999';
  const byOf = ({ state }: ComplaintLine): string => nearestPromise(state)?.by ?? last;
  const all = lines
    .toSorted((a, b) => (byOf(a) === byOf(b) ? 0 : byOf(a) < byOf(b) ? -1 : 1))
    .map((line) => lineShown(line, today));
  const paged =
    search === ''
      ? pageOfLines(all, { path: '/desk/complaints', query, size: LINES })
      : pageOfFound(all, { form, size: LINES, search });
  const promised = all.flatMap((line) => (line.promised === undefined ? [] : [line.promised]));
  return page(
    renderPage(
      createElement(ComplaintsPage, {
        frame: visit.frame,
        search,
        found: all.length,
        complaints: paged.shown,
        promised: promised.length,
        late: promised.filter(({ daysLate: days }) => days > 0).length,
        ...('pages' in paged ? { pages: paged.pages } : { foundPages: paged.foundPages }),
        news: newsOf(visit),
      }),
    ),
  );
}

function lineShown(
  { row, state }: ComplaintLine,
  today: Parameters<typeof daysLate>[1],
): ComplaintLineShown {
  const nearest = nearestPromise(state);
  const rests = state.stayedSince !== undefined;
  const withdrawn = state.withdrawnOn !== undefined && state.stage !== 'closed';
  return {
    id: row.id,
    label: row.label,
    about: list.abouts[row.about],
    program: programName(row.program),
    step: list.stages[state.stage],
    received: inWordsShort(state.receivedOn),
    promised:
      nearest === undefined
        ? undefined
        : {
            by: inWordsShort(nearest.by),
            daysLate: daysLate(nearest.by, today),
            to: nearest.to,
          },
    holds: rests ? 'rests' : withdrawn ? 'withdrawn' : undefined,
  };
}

function newsOf({ query }: SignedInVisit): string | undefined {
  const asked = one(query, 'news');
  const done = Object.entries(complaintActs.acts).find(([act]) => act === asked);
  const other: Readonly<Record<string, string>> = words.news;
  return done?.[1].done ?? (Object.hasOwn(other, asked) ? other[asked] : undefined);
}

async function showOne(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const handled = await handledComplaint(app.world, inMatter(visit));
  return handled === undefined
    ? missingPage(visit.frame)
    : page(
        renderPage(
          createElement(ComplaintPage, {
            frame: visit.frame,
            complaint: complaintView(app, handled, visit.session.person),
            news: mistakes.length > 0 ? undefined : newsOf(visit),
            typed: { why: one(visit.form, 'why') },
            mistakes,
          }),
        ),
        mistakes.length > 0 ? 422 : 200,
      );
}

/** The page anew with the mistake; who is not on the list finds no page. */
const refusedOn = (
  app: App,
  visit: SignedInVisit,
  field: 'colleague' | 'why',
  because: string,
): Promise<Reply> =>
  showOne(app, visit, [
    { field, message: `${field === 'why' ? words.tieWhy : words.colleague}: ${because}.` },
  ]);

async function showFile(app: App, visit: SignedInVisit): Promise<Reply> {
  const { params } = visit;
  const [evidence, which] = [one(params, 'evidence'), one(params, 'which')];
  const file = await evidenceFile(app.world, { ...inMatter(visit), evidence, which });
  return file === undefined
    ? missingPage(visit.frame)
    : {
        kind: 'bytes',
        type: file.mediaType,
        bytes: file.bytes,
        headers: {
          'cache-control': 'no-store',
          // Named by what it is here; the name that it came with can be a threat or a lie.
          'content-disposition': `inline; filename="${evidence}-${which}"`,
          'content-security-policy': "sandbox; default-src 'none'",
        },
      };
}

async function showLetter(app: App, visit: SignedInVisit): Promise<Reply> {
  const letter = await letterInMatter(app.world, {
    ...inMatter(visit),
    letter: one(visit.params, 'letter'),
  });
  return letter === undefined
    ? missingPage(visit.frame)
    : page(
        renderPage(
          createElement(LetterPage, {
            frame: visit.frame,
            matter: inMatter(visit).matter,
            subject: letter.subject,
            words: letter.words,
            paper:
              letter.sha256 === undefined
                ? undefined
                : `${addressOf(visit)}/letters/${letter.id}/paper`,
          }),
        ),
      );
}

async function showPaper(app: App, visit: SignedInVisit): Promise<Reply> {
  const bytes = await letterPaper(app.world, {
    ...inMatter(visit),
    letter: one(visit.params, 'letter'),
  });
  return bytes === undefined
    ? missingPage(visit.frame)
    : {
        kind: 'bytes',
        type: 'application/pdf',
        bytes,
        headers: { 'cache-control': 'no-store', 'content-disposition': 'inline' },
      };
}
