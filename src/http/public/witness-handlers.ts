/** The page behind the link of a witness. Whoever holds the link may answer, once; no account. */
import { createElement } from 'react';
import { type Language, languageOf } from '../../casework/concern/concern.ts';
import { readParagraphs } from '../../casework/person/typed-text.ts';
import { WitnessEndPage, WitnessPage } from '../../web/pages/witness/witness-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { concernWords, witnessWords } from '../../web/words/concern-words.ts';
import { keepFiles } from '../../workflow/conduct/keep-files.ts';
import {
  answerByLink,
  type WitnessSide,
  witnessSide,
} from '../../workflow/conduct/witness-side.ts';
import type { App } from '../server/app.ts';
import { MOST_FILES_AT_ONCE } from '../server/forms.ts';
import { type Handler, one, page, type Reply, redirect, type Visit } from '../server/visit.ts';
import { dayInWords } from './concern-days.ts';

const LONGEST_STATEMENT = 20_000;
const WROTE_FIRST = 'someone-wrote-first';

export function witnessHandlers(app: App) {
  return {
    witness: async (visit) => {
      const side = await witnessSide(app.world, one(visit.params, 'token'));
      return side?.isOpen === true ? shown(visit, side, []) : ended(visit, side);
    },
    'witness-answer': async (visit) => {
      const side = await witnessSide(app.world, one(visit.params, 'token'));
      return side?.isOpen === true ? await answer(app, visit, side) : ended(visit, side);
    },
  } satisfies Readonly<Record<string, Handler>>;
}

/** As chosen on the page, otherwise as the witness was written to. */
const languageIn = ({ form, query }: Visit, side: WitnessSide | undefined): Language =>
  languageOf(one(form, 'lang') || one(query, 'lang') || (side?.language ?? 'en'));

function ended(visit: Visit, side: WitnessSide | undefined): Reply {
  const how = side?.answered === true ? 'done' : 'over';
  return page(
    renderPage(
      createElement(WitnessEndPage, { frame: visit.frame, language: languageIn(visit, side), how }),
    ),
    how === 'done' ? 200 : 404,
  );
}

function shown(visit: Visit, side: WitnessSide, mistakes: readonly FieldMistake[]): Reply {
  const language = languageIn(visit, side);
  return page(
    renderPage(
      createElement(WitnessPage, {
        ...{ frame: visit.frame, language, mistakes, action: visit.path },
        ...{ body: side.body, asked: side.asked, until: dayInWords(side.answerUntil, language) },
        typed: one(visit.form, 'words'),
        mostFiles: MOST_FILES_AT_ONCE,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function answer(app: App, visit: Visit, side: WitnessSide): Promise<Reply> {
  const words = witnessWords[languageIn(visit, side)];
  const { form, files } = visit;
  if (one(form, 'step') === 'decline') {
    return one(form, 'sure') === 'yes'
      ? await sent(app, visit, side, { declined: true, words: '', files: [] })
      : shown(visit, side, [{ field: 'sure', message: words.notSure }]);
  }
  const read = readParagraphs(one(form, 'words'), { label: '', atMost: LONGEST_STATEMENT });
  const wrong: Readonly<Record<string, string>> = {
    missing: words.missing,
    'too-long': words.tooLong,
    'control-character': words.unseen,
  };
  const inWords = read.ok
    ? []
    : [{ field: 'words', message: wrong[read.refusal.kind] ?? words.missing }];
  const { kept, mistakes: inFiles } = await filesOf(app, visit);
  const mistakes = [...inWords, ...inFiles];
  if (!read.ok || mistakes.length > 0) {
    // Files are not kept over a mistake in the words, and the page says so.
    const again = { field: 'files', message: words.chooseAgain };
    return shown(
      visit,
      side,
      files.length > 0 && inFiles.length === 0 ? [...mistakes, again] : mistakes,
    );
  }
  return await sent(app, visit, side, { declined: false, words: read.value, files: kept });
}

async function filesOf(app: App, visit: Visit) {
  const language = languageIn(visit, undefined);
  const words = witnessWords[language];
  if (visit.tooManyFiles === true) {
    const message = words.tooManyFiles(MOST_FILES_AT_ONCE);
    return { kept: [], mistakes: [{ field: 'files', message }] };
  }
  const { kept, mistakes } = await keepFiles(app.world, visit.files);
  return {
    kept,
    mistakes: mistakes.map(({ place, kind }) => ({
      field: 'files',
      message: words.fileMistake(place, concernWords[language].fileMistakes[kind]),
    })),
  };
}

async function sent(
  app: App,
  visit: Visit,
  side: WitnessSide,
  answered: Omit<Parameters<typeof answerByLink>[1], 'code'>,
): Promise<Reply> {
  const code = one(visit.params, 'token');
  let done = await answerByLink(app.world, { ...answered, code });
  for (let again = 0; again < 3 && !done.ok && done.refusal.kind === WROTE_FIRST; again += 1) {
    done = await answerByLink(app.world, { ...answered, code });
  }
  if (!done.ok && done.refusal.kind === WROTE_FIRST) {
    const message = witnessWords[languageIn(visit, undefined)].tryAgain;
    return shown(visit, side, [{ field: 'words', message }]);
  }
  // Sent by whichever press came first; the page of the link says so, or that it is over.
  return redirect(`${visit.path}?lang=${languageIn(visit, undefined)}`);
}
