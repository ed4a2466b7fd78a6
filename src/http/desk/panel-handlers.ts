/**
 * The desk of a panel member: what they were drawn for, the record under labels, and each act of the panel at an address of
 * its own. Whoever sits on no panel of a matter finds nothing there, as if it did not exist.
 */
import { createElement } from 'react';
import { PANELS } from '../../casework/conduct/conduct-event.ts';
import {
  JUDGING_ACTS,
  type JudgingAct,
  mayAskName,
  namesToAsk,
  type OpenAct,
  openPanelActs,
} from '../../casework/conduct/open-panel-acts.ts';
import type { PanelAct } from '../../casework/conduct/panel-acts.ts';
import { FIELD_OF, readPanelAct } from '../../casework/conduct/panel-form.ts';
import { promisesInTheMatter } from '../../casework/conduct/promises.ts';
import {
  type CivilDate,
  daysBetween,
  inWords,
  inWordsShort,
} from '../../kernel/dates/civil-date.ts';
import { ActPage } from '../../web/pages/panels/act-page.tsx';
import { InterestsPage } from '../../web/pages/panels/interests-page.tsx';
import { type PanelLine, PanelsPage } from '../../web/pages/panels/panels-page.tsx';
import { RecordPage } from '../../web/pages/panels/record-page.tsx';
import { recordView } from '../../web/pages/panels/record-view.ts';
import { typedForm } from '../../web/pages/panels/typed-form.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { conductTerms as terms } from '../../web/words/conduct-terms.ts';
import { panels as words } from '../../web/words/panels.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import { askName, seeName } from '../../workflow/conduct/ask-name.ts';
import {
  type ComplaintLine,
  complaintList,
  type JudgedComplaint,
  judgedComplaint,
} from '../../workflow/conduct/complaint-views.ts';
import { judgeComplaint, leaveForTie } from '../../workflow/conduct/judge-complaint.ts';
import { ownPlace, sayInterests } from '../../workflow/conduct/own-place.ts';
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
import { actForm, namesView } from './panel-model.ts';

type PanelRoute =
  | 'panels'
  | 'panel-interests'
  | 'panel-interests-say'
  | 'panel-matter'
  | 'panel-evidence'
  | 'panel-name-ask'
  | 'panel-name-show'
  | 'panel-act'
  | 'panel-act-send';

export function panelHandlers(app: App): Readonly<Record<PanelRoute, Handler>> {
  return {
    panels: signedIn((visit) => showList(app, visit)),
    'panel-interests': signedIn((visit) => showInterests(app, visit, undefined)),
    'panel-interests-say': signedIn((visit) => say(app, visit)),
    'panel-matter': withJudged(app, async (visit, judged) => showRecord(app, visit, judged, {})),
    'panel-evidence': signedIn(async ({ session, params, frame }) =>
      fileShown(
        frame,
        await copyOfEvidence(
          app.world,
          { rights: 'panel', person: session.person },
          { matter: one(params, 'matter'), evidence: one(params, 'evidence') },
        ),
      ),
    ),
    'panel-name-ask': withJudged(app, (visit, judged) => askForName(app, visit, judged)),
    'panel-name-show': withJudged(app, (visit, judged) => showName(app, visit, judged)),
    'panel-act': withAct(app, async (visit, judged, act) => showAct(app, visit, judged, act, {})),
    'panel-act-send': withAct(app, (visit, judged, act) =>
      act === 'leave' ? leave(app, visit, judged) : record(app, visit, judged, act),
    ),
  };
}

/** The matter of the address, read for a member who sits on a panel of it; everybody else finds nothing. */
const withJudged = (
  app: App,
  handler: (visit: SignedInVisit, judged: JudgedComplaint) => Promise<Reply>,
): Handler =>
  signedIn(async (visit) => {
    const judged = await judgedComplaint(app.world, {
      member: visit.session.person,
      matter: one(visit.params, 'matter'),
    });
    return judged === undefined ? missingPage(visit.frame) : await handler(visit, judged);
  });

/** An act that is open now. One that is not leads back to the record, which says what is. */
const withAct = (
  app: App,
  handler: (visit: SignedInVisit, judged: JudgedComplaint, act: OpenAct) => Promise<Reply>,
): Handler =>
  withJudged(app, async (visit, judged) => {
    const asked = one(visit.params, 'act');
    const act = ACTS.find((known) => known === asked);
    if (act === undefined) {
      return missingPage(visit.frame);
    }
    return openActs(app, visit, judged).includes(act)
      ? await handler(visit, judged, act)
      : visit.route === 'panel-act'
        ? redirect(addressOf(judged))
        : notOpen(visit, judged);
  });

const ACTS: readonly OpenAct[] = [...JUDGING_ACTS, 'leave'];
const addressOf = ({ row }: JudgedComplaint): string => `/desk/panels/${row.id}`;
const today = (app: App): CivilDate => app.world.clock.today();

const openActs = (app: App, { session }: SignedInVisit, { state, panel }: JudgedComplaint) =>
  openPanelActs(state, { panel, member: session.person, on: today(app) });

const notOpen = (visit: SignedInVisit, judged: JudgedComplaint): Reply =>
  refusalPage(
    visit.frame,
    { kind: 'not-now', because: 'this cannot be done by your panel now' },
    { href: addressOf(judged), label: words.pageTitle(judged.row.label) },
  );

async function showList(app: App, { session, frame, query }: SignedInVisit): Promise<Reply> {
  const all = await complaintList(app.world, { person: session.person, as: 'panel' });
  const lines = all
    .map((line) => ({ line, by: promisesInTheMatter(line.state)[0]?.by }))
    .toSorted((a, b) => ((a.by ?? '9999') < (b.by ?? '9999') ? -1 : 1))
    .map(({ line, by }) => lineShown(line, by, session.person, today(app)));
  return page(
    renderPage(
      createElement(PanelsPage, {
        frame,
        lines,
        news: one(query, 'news') === 'left' ? words.aside : undefined,
      }),
    ),
  );
}

function lineShown(
  { row, state }: ComplaintLine,
  by: CivilDate | undefined,
  member: string,
  on: CivilDate,
): PanelLine {
  const panel = PANELS.find((kind) =>
    (state.sitting[kind] ?? []).some(({ person }) => person === member),
  );
  const open = panel === undefined ? [] : openPanelActs(state, { panel, member, on });
  const waits = open.some((act) => act !== 'leave');
  return {
    ...{ id: row.id, label: row.label },
    promised: by === undefined ? words.noPromise : inWordsShort(by),
    late: by !== undefined && by < on ? words.late(terms.days(daysBetween(by, on))) : undefined,
    panel: panel === undefined ? '' : terms.panels[panel],
    about: row.about === 'body' ? words.aboutBody : words.aboutPerson,
    stage: waits ? words.yours : terms.stages[state.stage],
  };
}

interface RecordExtra {
  readonly mistakes?: readonly FieldMistake[];
  readonly news?: string;
  readonly shown?: {
    readonly request: string;
    readonly fullName: string;
    readonly contact: string;
  };
  readonly status?: number;
}

function showRecord(
  app: App,
  { session, frame, form, query }: SignedInVisit,
  judged: JudgedComplaint,
  extra: RecordExtra,
): Reply {
  const mistakes = extra.mistakes ?? [];
  const news: Readonly<Record<string, string>> = { ...words.news, asked: words.askedNews };
  return page(
    renderPage(
      createElement(RecordPage, {
        frame,
        record: recordView(judged, session.person, today(app)),
        names: mayAskName(judged.state, judged.panel)
          ? namesView(judged, { key: one(form, 'who'), why: one(form, 'why') }, extra.shown)
          : undefined,
        mistakes,
        news: extra.news ?? news[one(query, 'news')],
      }),
    ),
    mistakes.length > 0 ? 422 : (extra.status ?? 200),
  );
}

async function askForName(app: App, visit: SignedInVisit, judged: JudgedComplaint): Promise<Reply> {
  const key = one(visit.form, 'who');
  if (!mayAskName(judged.state, judged.panel)) {
    return notOpen(visit, judged);
  }
  if (!namesToAsk(judged.state).includes(key)) {
    const mistakes = [{ field: 'who', message: words.choosePerson }];
    return showRecord(app, visit, judged, { mistakes });
  }
  const seeker = { rights: 'panel', person: visit.session.person } as const;
  const done = await askName(app.world, seeker, {
    ...{ matter: judged.row.id, key, reason: one(visit.form, 'why') },
  });
  if (done.ok) {
    return redirect(`${addressOf(judged)}?news=asked`);
  }
  const field = done.refusal.kind === 'reason-missing' ? 'why' : 'who';
  const mistakes = [{ field, message: refusalSentence(done.refusal) }];
  return showRecord(app, visit, judged, { mistakes });
}

async function showName(app: App, visit: SignedInVisit, judged: JudgedComplaint): Promise<Reply> {
  const request = one(visit.form, 'asked');
  const isOwn = judged.requests.some(({ id }) => id === request);
  const seeker = { rights: 'panel', person: visit.session.person } as const;
  const found = isOwn ? await seeName(app.world, seeker, request) : undefined;
  if (found === undefined) {
    return missingPage(visit.frame);
  }
  return found.ok
    ? showRecord(app, visit, judged, { shown: { request, ...found.value } })
    : refusalPage(visit.frame, found.refusal, {
        href: addressOf(judged),
        label: words.pageTitle(judged.row.label),
      });
}

interface ActExtra {
  readonly mistakes?: readonly FieldMistake[];
  readonly news?: string;
  readonly tried?: PanelAct | undefined;
  readonly status?: number;
}

function showAct(
  app: App,
  { session, frame, form }: SignedInVisit,
  judged: JudgedComplaint,
  act: OpenAct,
  extra: ActExtra,
): Reply {
  const mistakes = extra.mistakes ?? [];
  const { row, version } = judged;
  return page(
    renderPage(
      createElement(ActPage, {
        frame,
        matter: { id: row.id, label: row.label },
        form: actForm(judged, act, {
          ...{ member: session.person, on: today(app), form },
          tried: extra.tried,
        }),
        seen: version,
        typed: typedForm(form),
        mistakes,
        news: extra.news,
      }),
    ),
    mistakes.length > 0 ? 422 : (extra.status ?? 200),
  );
}

async function record(
  app: App,
  visit: SignedInVisit,
  judged: JudgedComplaint,
  act: JudgingAct,
): Promise<Reply> {
  const read = readPanelAct(judged.state, act, visit.form, today(app));
  if (!read.ok) {
    return showAct(app, visit, judged, act, { mistakes: read.mistakes });
  }
  const tried = read.value;
  if (one(visit.form, 'step') === 'try-out') {
    return showAct(app, visit, judged, act, { tried, news: words.tried });
  }
  const done = await judgeComplaint(app.world, {
    ...{ member: visit.session.person, matter: judged.row.id, act: tried },
    seen: Number(one(visit.form, 'seen')),
  });
  if (done.ok) {
    return redirect(`${addressOf(judged)}?news=${act}`);
  }
  const { refusal } = done;
  if (refusal.kind === 'someone-wrote-first') {
    return showAct(app, visit, judged, act, { tried, news: words.stale, status: 409 });
  }
  const field = FIELD_OF[refusal.kind];
  return field === undefined
    ? refusalPage(visit.frame, refusal, {
        href: addressOf(judged),
        label: words.pageTitle(judged.row.label),
      })
    : showAct(app, visit, judged, act, {
        tried,
        mistakes: [{ field, message: refusalSentence(refusal) }],
      });
}

async function leave(app: App, visit: SignedInVisit, judged: JudgedComplaint): Promise<Reply> {
  if (one(visit.form, 'sure') !== 'yes') {
    const mistakes = [{ field: 'sure', message: words.leaveMistake }];
    return showAct(app, visit, judged, 'leave', { mistakes });
  }
  const done = await leaveForTie(app.world, {
    ...{ member: visit.session.person, matter: judged.row.id, seen: undefined },
    panel: judged.panel,
  });
  return done.ok
    ? redirect('/desk/panels?news=left')
    : refusalPage(visit.frame, done.refusal, {
        href: addressOf(judged),
        label: words.pageTitle(judged.row.label),
      });
}

async function showInterests(
  app: App,
  { session, frame, form, query }: SignedInVisit,
  mistake: FieldMistake | undefined,
): Promise<Reply> {
  const place = await ownPlace(app.world, session.person);
  return page(
    renderPage(
      createElement(InterestsPage, {
        frame,
        place:
          place === undefined
            ? undefined
            : {
                isPublic: place.isPublic,
                trainedUntil: inWords(place.trainedUntil),
                termEnds: inWords(place.termEnds),
              },
        typed: mistake === undefined ? (place?.interests ?? '') : one(form, 'interests'),
        mistakes: mistake === undefined ? [] : [mistake],
        news: one(query, 'news') === 'saved' ? words.interests.saved : undefined,
      }),
    ),
    mistake === undefined ? 200 : 422,
  );
}

async function say(app: App, visit: SignedInVisit): Promise<Reply> {
  const done = await sayInterests(app.world, {
    member: visit.session.person,
    words: one(visit.form, 'interests'),
  });
  return done.ok
    ? redirect('/desk/panels/interests?news=saved')
    : await showInterests(app, visit, {
        field: 'interests',
        message: refusalSentence(done.refusal),
      });
}
