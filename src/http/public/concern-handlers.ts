/** Raising a concern: the form in two languages, its files, its mistakes, its receipt. */
import { createElement } from 'react';
import { type Language, languageOf, pathOf } from '../../casework/concern/concern.ts';
import { type ConcernMistake, readConcern } from '../../casework/concern/read-concern.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { ConcernPage } from '../../web/pages/concern/concern-page.tsx';
import { ConcernSentPage } from '../../web/pages/concern/concern-sent-page.tsx';
import type { FileMistakeShown } from '../../web/pages/concern/concern-view.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { keepFiles } from '../../workflow/conduct/keep-files.ts';
import { formKey, raiseConcern } from '../../workflow/conduct/raise-concern.ts';
import type { FileToKeep } from '../../workflow/ports/concern-records.ts';
import type { App } from '../server/app.ts';
import { MOST_FILES_AT_ONCE } from '../server/forms.ts';
import { boxed, unboxed } from '../server/sealed-box.ts';
import {
  type Handler,
  many,
  one,
  page,
  type Reply,
  redirect,
  type Visit,
} from '../server/visit.ts';
import { promisedInWords } from './concern-days.ts';
import { conversationHandlers } from './conversation-handlers.ts';

const KEPT = 'files of a concern';
const KEPT_FOR_MS = 12 * 3_600_000;

export function concernHandlers(app: App, offered: readonly OfferedProgram[]) {
  return {
    ...conversationHandlers(app),
    concern: async (visit) =>
      showForm(app, offered, visit, { formKey: formKey(app.world), mistakes: [] }),
    'concern-raise': (visit) => raise(app, offered, visit),
    // The address in a mail: it does not say where it leads.
    answer: async ({ query }) =>
      redirect(
        languageOf(one(query, 'lang')) === 'es' ? '/concern/receipt?lang=es' : '/concern/receipt',
      ),
  } satisfies Readonly<Record<string, Handler>>;
}

interface Shown {
  readonly formKey: string;
  readonly mistakes: readonly ConcernMistake[];
  readonly fileMistakes?: readonly FileMistakeShown[];
  readonly kept?: readonly FileToKeep[];
  readonly tooManyFiles?: boolean;
}

function showForm(
  app: App,
  offered: readonly OfferedProgram[],
  { frame, form, query }: Visit,
  shown: Shown,
): Reply {
  const kept = shown.kept ?? [];
  const fileMistakes = shown.fileMistakes ?? [];
  const tooManyFiles = shown.tooManyFiles === true;
  return page(
    renderPage(
      createElement(ConcernPage, {
        frame,
        language: languageOf(one(form, 'lang') || one(query, 'lang')),
        programs: offered.map(({ id, name }) => ({ id, name })),
        formKey: shown.formKey,
        typed: form,
        mistakes: shown.mistakes,
        fileMistakes,
        tooManyFiles,
        kept:
          kept.length === 0
            ? undefined
            : {
                files: kept.map((file, at) => ({ ...file, place: at + 1 })),
                token: boxed(app.secret, KEPT, kept, app.world.clock.now()),
              },
        mostFiles: MOST_FILES_AT_ONCE,
      }),
    ),
    shown.mistakes.length + fileMistakes.length > 0 || tooManyFiles ? 422 : 200,
  );
}

/** Files of an earlier press that had mistakes, without those that are to be left out. */
function keptBefore(app: App, { form }: Visit): readonly FileToKeep[] {
  const kept = unboxed(app.secret, KEPT, one(form, 'kept'), {
    now: app.world.clock.now(),
    lastsMs: KEPT_FOR_MS,
  }) as readonly FileToKeep[] | undefined;
  const left = new Set(many(form, 'drop'));
  return (kept ?? []).filter((_, at) => !left.has(String(at + 1)));
}

async function raise(app: App, offered: readonly OfferedProgram[], visit: Visit): Promise<Reply> {
  const { form, frame } = visit;
  const ids = offered.map(({ id }) => id);
  const read = readConcern(form, ids, app.world.clock.today());
  const before = keptBefore(app, visit);
  const tooManyFiles =
    visit.tooManyFiles === true || before.length + visit.files.length > MOST_FILES_AT_ONCE;
  const { kept, mistakes } = tooManyFiles
    ? { kept: [], mistakes: [] }
    : await keepFiles(app.world, visit.files);
  const files = [...before, ...kept];
  const key = one(form, 'key');
  if (!read.ok || mistakes.length > 0 || tooManyFiles) {
    return showForm(app, offered, visit, {
      formKey: key,
      mistakes: read.ok ? [] : read.mistakes,
      fileMistakes: mistakes,
      kept: files,
      tooManyFiles,
    });
  }
  const raised = await raiseConcern(app.world, {
    concern: read.value,
    passphrase: read.passphrase,
    files,
    key,
  });
  const language: Language = read.value.language;
  return page(
    renderPage(
      createElement(ConcernSentPage, {
        frame,
        language,
        ...raised,
        path: pathOf(read.value.about),
        answerBy: promisedInWords(app.world.clock.today(), language),
      }),
    ),
  );
}
