/** Applying: the overview, one page at a time, papers, the last look, filing. */
import { createElement } from 'react';
import { allIn } from '../../casework/person/typed-text.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { ApplyPage } from '../../web/pages/apply/apply-page.tsx';
import { ApplyClosedPage, ApplyStartPage } from '../../web/pages/apply/apply-start-page.tsx';
import { CheckPage } from '../../web/pages/apply/check-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import type { Frame } from '../../web/parts/page-frame/frame.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { type Application, openApplication } from '../../workflow/apply/application.ts';
import { fileApplication } from '../../workflow/apply/file-application.ts';
import { removeDocument } from '../../workflow/apply/remove-document.ts';
import { fileField, savePage } from '../../workflow/apply/save-page.ts';
import { questionsAsked } from '../../workflow/identify/answer-about-yourself.ts';
import { programOfCode, recordSource } from '../../workflow/identify/record-source.ts';
import type { App } from '../server/app.ts';
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
import {
  addressOfPage,
  checkModel,
  closedModel,
  notOpenModel,
  pageModel,
  startModel,
} from './apply-models.ts';

type ApplyRoute =
  | 'apply'
  | 'apply-page'
  | 'apply-save'
  | 'document-remove'
  | 'apply-check'
  | 'apply-file';
const words = en.apply;
const FROM = 'from';

export function applyHandlers(app: App): Readonly<Record<ApplyRoute, Handler>> {
  return {
    apply: withApplication(app, async (visit, application) =>
      page(
        renderPage(
          createElement(ApplyStartPage, {
            frame: visit.frame,
            ...startModel(application),
            from: await codeIn(app, visit, visit.query),
          }),
        ),
      ),
    ),
    'apply-page': withApplication(app, async (visit, application) =>
      showPage(visit.frame, application, one(visit.params, 'page'), {
        mistakes: [],
        news: null,
        from: await codeIn(app, visit, visit.query),
      }),
    ),
    'apply-save': signedIn((visit) => save(app, visit)),
    'document-remove': signedIn((visit) => remove(app, visit)),
    'apply-check': withApplication(app, async (visit, application) =>
      showCheck(visit.frame, application, { mistakes: [], news: null, status: 200 }),
    ),
    'apply-file': signedIn((visit) => file(app, visit)),
  };
}

/** The code of the outreach whose link somebody came by, carried from page to page until something is saved. */
async function codeIn(
  app: App,
  visit: SignedInVisit,
  fields: SignedInVisit['query'],
): Promise<string | undefined> {
  const code = one(fields, FROM);
  const known = code !== '' && (await programOfCode(app.world, code)) === asked(visit).program;
  return known ? code : undefined;
}

const asked = ({ session, params }: SignedInVisit) => ({
  person: session.person,
  program: one(params, 'program'),
});

/** The application of the address, or why none can be made now. */
const withApplication = (
  app: App,
  handler: (visit: SignedInVisit, application: Application) => Promise<Reply>,
): Handler =>
  signedIn(async (visit) => {
    const found = await openApplication(app.world, asked(visit));
    if (!found.ok) {
      return refused(visit, found.refusal);
    }
    const closed = closedModel(found.value);
    return closed === undefined
      ? await handler(visit, found.value)
      : page(renderPage(createElement(ApplyClosedPage, { frame: visit.frame, ...closed })));
  });

/** A refusal that no page of the form can show. What stands in the way is told on the first page. */
function refused(
  visit: SignedInVisit,
  refusal: { readonly kind: string; readonly because: string },
): Reply {
  const { program: id } = asked(visit);
  const program = programOf(id);
  switch (refusal.kind) {
    case 'no-such-program':
    case 'no-such-page':
      return missingPage(visit.frame);
    case 'not-authorized':
      return program === undefined
        ? missingPage(visit.frame)
        : page(
            renderPage(
              createElement(ApplyClosedPage, {
                frame: visit.frame,
                ...notOpenModel(program, refusal.because),
              }),
            ),
            403,
          );
    case 'already-filed':
    case 'already-eligible':
    case 'sitting-open':
      return redirect(`/apply/${id}`);
    default:
      return refusalPage(visit.frame, refusal, { href: `/apply/${id}`, label: words.check.title });
  }
}

function showPage(
  frame: Frame,
  application: Application,
  id: string,
  extra: {
    readonly mistakes: readonly FieldMistake[];
    readonly news: string | null;
    readonly from?: string | undefined;
  },
): Reply {
  const model = pageModel(application, id);
  switch (model) {
    case 'elsewhere':
      return redirect(addressOfPage(application.program.id, id));
    case 'nowhere':
      return missingPage(frame);
    default:
      return page(
        renderPage(createElement(ApplyPage, { frame, ...model, ...extra })),
        extra.mistakes.length > 0 ? 422 : 200,
      );
  }
}

/** Files by the criterion in the name of their box. */
const uploadsIn = ({ files }: SignedInVisit) =>
  files
    .filter(({ field }) => field.startsWith(fileField('')))
    .map(({ field, name, bytes, tooLarge }) => ({
      supports: field.slice(fileField('').length),
      name,
      bytes,
      tooLarge,
    }));

async function save(app: App, visit: SignedInVisit): Promise<Reply> {
  const id = one(visit.params, 'page');
  const saved = await savePage(app.world, {
    ...asked(visit),
    page: id,
    typed: visit.form,
    uploads: uploadsIn(visit),
  });
  if (!saved.ok) {
    return refused(visit, saved.refusal);
  }
  const code = one(visit.form, FROM);
  if (code !== '') {
    await recordSource(app.world, { ...asked(visit), code });
  }
  const { mistakes, next } = saved.value;
  const later = one(visit.form, 'go') === 'later';
  const toTell = later ? mistakes.filter(isAboutFile) : mistakes;
  if (toTell.length > 0) {
    return await showAgain(app, visit, id, { mistakes: toTell, news: null });
  }
  return redirect(later ? '/my' : addressOfPage(asked(visit).program, next));
}

const isAboutFile = ({ field }: FieldMistake): boolean => field.startsWith(fileField(''));

async function showAgain(
  app: App,
  visit: SignedInVisit,
  id: string,
  extra: { readonly mistakes: readonly FieldMistake[]; readonly news: string | null },
): Promise<Reply> {
  const found = await openApplication(app.world, asked(visit));
  return found.ok ? showPage(visit.frame, found.value, id, extra) : refused(visit, found.refusal);
}

/** The button stands in the form of its page, so what was typed there is saved before the document goes. */
async function remove(app: App, visit: SignedInVisit): Promise<Reply> {
  const id = one(visit.form, 'page');
  const saved = await savePage(app.world, {
    ...asked(visit),
    page: id,
    typed: visit.form,
    uploads: uploadsIn(visit),
  });
  if (!saved.ok) {
    return refused(visit, saved.refusal);
  }
  const removed = await removeDocument(app.world, {
    ...asked(visit),
    document: one(visit.params, 'document'),
  });
  if (!removed.ok) {
    return refused(visit, removed.refusal);
  }
  return await showAgain(app, visit, id, {
    mistakes: saved.value.mistakes.filter(isAboutFile),
    news: words.page.removed(removed.value.originalName),
  });
}

function showCheck(
  frame: Frame,
  application: Application,
  extra: {
    readonly mistakes: readonly FieldMistake[];
    readonly news: string | null;
    readonly status: number;
  },
): Reply {
  const { status, ...rest } = extra;
  return page(
    renderPage(createElement(CheckPage, { frame, ...checkModel(application), ...rest })),
    status,
  );
}

async function file(app: App, visit: SignedInVisit): Promise<Reply> {
  const filed = await fileApplication(app.world, {
    ...asked(visit),
    seen: one(visit.form, 'seen'),
    declared: allIn(visit.form, 'declaration').includes('true'),
  });
  if (filed.ok) {
    const { id } = filed.value.matter;
    const questions = await questionsAsked(app.world);
    return redirect(
      questions.length > 0 ? `/my/about-you?filed=${id}` : `/matters/${id}?news=filed`,
    );
  }
  const found = await openApplication(app.world, asked(visit));
  if (!found.ok) {
    return refused(visit, found.refusal);
  }
  switch (filed.refusal.kind) {
    case 'declaration-missing':
      return showCheck(visit.frame, found.value, {
        mistakes: [{ field: 'declaration', message: words.check.declarationMistake }],
        news: null,
        status: 422,
      });
    case 'changed-since':
      return showCheck(visit.frame, found.value, {
        mistakes: [],
        news: words.check.changed,
        status: 409,
      });
    case 'not-complete':
      return showCheck(visit.frame, found.value, { mistakes: [], news: null, status: 422 });
    default:
      return refused(visit, filed.refusal);
  }
}
