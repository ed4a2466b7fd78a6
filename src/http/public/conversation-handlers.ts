/**
 * The conversation behind a receipt. Nothing of it stays in the browser: each form carries, encrypted and for an hour,
 * which conversation it belongs to, and whoever closes the page has closed it.
 */

import { createElement } from 'react';
import { askedSince, waitsForAnswer } from '../../casework/concern/answer-day.ts';
import { type Language, languageOf, subjectOf } from '../../casework/concern/concern.ts';
import { type ConcernMistake, readAddedWords } from '../../casework/concern/read-concern.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { AboutYouOfConcernPage } from '../../web/pages/concern/about-you-of-concern-page.tsx';
import type { FileMistakeShown } from '../../web/pages/concern/concern-view.ts';
import {
  ConversationPage,
  type ConversationPageProps,
  type SaidShown,
} from '../../web/pages/concern/conversation-page.tsx';
import { OpenConcernPage } from '../../web/pages/concern/open-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { concernWords } from '../../web/words/concern-words.ts';
import { actByReceipt, complainantSide } from '../../workflow/conduct/complainant-side.ts';
import {
  type Conversation,
  conversationBehind,
  openConversation,
  withdrawConcern,
  writeBack,
} from '../../workflow/conduct/conversation.ts';
import { keepFiles, MOST_FILES } from '../../workflow/conduct/keep-files.ts';
import {
  type AnswerMistake,
  answerAboutYourself,
  eraseAboutYourself,
  questionsAsked,
} from '../../workflow/identify/answer-about-yourself.ts';
import { answersSent } from '../server/answers-sent.ts';
import type { App } from '../server/app.ts';
import { MOST_FILES_AT_ONCE } from '../server/forms.ts';
import { httpStatus } from '../server/problem.ts';
import { refusalPage } from '../server/problem-pages.ts';
import { boxed, unboxed } from '../server/sealed-box.ts';
import { type Fields, type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';
import { complaintSideView } from './complainant-model.ts';
import { dayInWords, promisedInWords } from './concern-days.ts';

const OPENED = 'an opened concern';
const OPEN_FOR_MS = 3_600_000;

export function conversationHandlers(app: App) {
  return {
    'concern-receipt': async (visit) => showOpen(visit, {}),
    'concern-read': (visit) => open(app, visit),
    'concern-back': within(app, async ({ visit, key, conversation }) =>
      show(app, visit, { key, conversation }, {}),
    ),
    'concern-write': within(app, (opened) => write(app, opened)),
    'concern-withdraw': within(app, async ({ visit, key, conversation }) => {
      if (one(visit.form, 'sure') !== 'yes') {
        return show(app, visit, { key, conversation }, { notSure: true });
      }
      // Where it became a complaint, that is withdrawn with it; the body says then whether it goes on.
      await actByReceipt(app.world, { receiptHash: key, act: { act: 'withdraw' } });
      await withdrawConcern(app.world, key);
      return await again(app, visit, key, 'withdrawnNews');
    }),
    'concern-look-again': within(app, (opened) => lookAgain(app, opened)),
    'concern-about-you': within(app, (opened) => aboutYou(app, opened)),
  } satisfies Readonly<Record<string, Handler>>;
}

interface Opened {
  readonly key: Uint8Array;
  readonly conversation: Conversation;
}

const languageIn = ({ form, query }: Visit): Language =>
  languageOf(one(form, 'lang') || one(query, 'lang'));

function showOpen(
  visit: Visit,
  shown: {
    readonly problem?: 'unknown' | 'tooMany';
    readonly status?: number;
    readonly ended?: { readonly words: string; readonly hadFiles: boolean };
  },
): Reply {
  return page(
    renderPage(
      createElement(OpenConcernPage, {
        frame: visit.frame,
        language: languageIn(visit),
        typed: one(visit.form, 'receipt'),
        problem: shown.problem,
        ended: shown.ended,
      }),
    ),
    shown.status ?? 200,
  );
}

async function open(app: App, visit: Visit): Promise<Reply> {
  const { form } = visit;
  const opened = await openConversation(
    { ...app.world, decoyHash: app.decoyHash },
    { receipt: one(form, 'receipt'), passphrase: one(form, 'passphrase') },
  );
  const words = one(form, 'words');
  if (!opened.ok) {
    const { kind } = opened.refusal;
    return showOpen(visit, {
      problem: kind === 'too-many-guesses' ? 'tooMany' : 'unknown',
      status: httpStatus(kind),
      ...(words === '' ? {} : { ended: { words, hadFiles: false } }),
    });
  }
  const key = opened.value;
  const conversation = await conversationBehind(app.world, key);
  return conversation === undefined
    ? showOpen(visit, { problem: 'unknown', status: 422 })
    : await show(app, visit, { key, conversation }, { typed: words });
}

/** Hands on the conversation that a form belongs to; where its hour is over, it has to be opened again. */
const within =
  (app: App, work: (opened: Opened & { readonly visit: Visit }) => Promise<Reply>): Handler =>
  async (visit) => {
    const carried = unboxed(app.secret, OPENED, one(visit.form, 'opened'), {
      now: app.world.clock.now(),
      lastsMs: OPEN_FOR_MS,
    });
    const key = typeof carried === 'string' ? Buffer.from(carried, 'hex') : undefined;
    const conversation = key === undefined ? undefined : await conversationBehind(app.world, key);
    return key === undefined || conversation === undefined
      ? showOpen(visit, {
          status: 401,
          ended: { words: one(visit.form, 'words'), hadFiles: visit.files.length > 0 },
        })
      : await work({ visit, key, conversation });
  };

interface Shown {
  readonly typed?: string;
  readonly mistakes?: readonly ConcernMistake[];
  readonly fileMistakes?: readonly FileMistakeShown[];
  readonly tooManyFiles?: boolean;
  readonly notSure?: boolean;
  readonly statementMissing?: boolean;
  readonly news?: ConversationPageProps['news'];
}

async function again(app: App, visit: Visit, key: Uint8Array, news: Shown['news']): Promise<Reply> {
  const conversation = await conversationBehind(app.world, key);
  if (conversation === undefined) {
    throw new Error('a conversation that was open is gone');
  }
  return await show(app, visit, { key, conversation }, news === undefined ? {} : { news });
}

const boxOf = (app: App, key: Uint8Array): string =>
  boxed(app.secret, OPENED, Buffer.from(key).toString('hex'), app.world.clock.now());

async function show(app: App, visit: Visit, { key, conversation }: Opened, shown: Shown) {
  const language = languageOf(conversation.language);
  const dayOf = (at: number) => app.world.clock.dayOf(at);
  const { withdrawnAt } = conversation;
  const side = await complainantSide(app.world, key);
  const wrong =
    (shown.mistakes ?? []).length + (shown.fileMistakes ?? []).length > 0 ||
    shown.tooManyFiles === true ||
    shown.notSure === true ||
    shown.statementMissing === true;
  return page(
    renderPage(
      createElement(ConversationPage, {
        frame: visit.frame,
        language,
        opened: boxOf(app, key),
        label: conversation.label,
        about: concernWords[language].subjects[subjectOf(conversation.about)],
        received: dayInWords(dayOf(conversation.receivedAt), language),
        answerBy: waitsForAnswer(conversation)
          ? promisedInWords(dayOf(askedSince(conversation)), language)
          : undefined,
        withdrawn: withdrawnAt === undefined ? undefined : dayInWords(dayOf(withdrawnAt), language),
        side: side === undefined ? undefined : complaintSideView(side, language, dayOf),
        statement: one(visit.form, 'statement'),
        statementMissing: shown.statementMissing === true,
        said: saidIn(conversation, (at) => dayInWords(dayOf(at), language)),
        nextReply: app.world.chance.uuid(),
        typed: shown.typed ?? '',
        mistakes: shown.mistakes ?? [],
        fileMistakes: shown.fileMistakes ?? [],
        tooManyFiles: shown.tooManyFiles === true,
        notSure: shown.notSure === true,
        news: shown.news,
        mostFiles: MOST_FILES_AT_ONCE,
        mostFilesInAll: MOST_FILES,
        asksAboutYou: (await questionsAsked(app.world)).length > 0,
      }),
    ),
    wrong ? 422 : 200,
  );
}

function saidIn(conversation: Conversation, day: (at: number) => string): readonly SaidShown[] {
  const filesOf = (reply: string | undefined) =>
    conversation.files.filter((file) => file.reply === reply);
  return [
    {
      id: conversation.id,
      when: day(conversation.receivedAt),
      by: 'you',
      words: conversation.account,
      files: filesOf(undefined),
    },
    ...conversation.replies.map(
      ({ id, at, byStaff, asks, words }): SaidShown => ({
        id,
        when: day(at),
        by: byStaff ? (asks ? 'asks' : 'body') : 'youAdded',
        words,
        files: filesOf(id),
      }),
    ),
  ];
}

async function write(
  app: App,
  { visit, key, conversation }: Opened & { readonly visit: Visit },
): Promise<Reply> {
  const { form, files } = visit;
  const typed = one(form, 'words');
  const read = readAddedWords(form, files.length > 0);
  const back = (shown: Shown) => show(app, visit, { key, conversation }, { typed, ...shown });
  if (visit.tooManyFiles === true || conversation.files.length + files.length > MOST_FILES) {
    return await back({ tooManyFiles: true, mistakes: read.ok ? [] : read.mistakes });
  }
  const { kept, mistakes } = await keepFiles(app.world, files);
  if (!read.ok || mistakes.length > 0) {
    return await back({ mistakes: read.ok ? [] : read.mistakes, fileMistakes: mistakes });
  }
  const reply = one(form, 'reply');
  const done = await writeBack(app.world, key, {
    id: isUuid(reply) ? reply : app.world.chance.uuid(),
    words: read.value,
    files: kept,
  });
  return done.ok ? await again(app, visit, key, 'sentNews') : await back({ tooManyFiles: true });
}

/** Others look again at what was screened out; where the day for that has passed, the page says so. */
async function lookAgain(
  app: App,
  { visit, key, conversation }: Opened & { readonly visit: Visit },
): Promise<Reply> {
  const statement = one(visit.form, 'statement').trim();
  if (statement === '') {
    return await show(app, visit, { key, conversation }, { statementMissing: true });
  }
  const done = await actByReceipt(app.world, {
    receiptHash: key,
    act: { act: 'appeal-screening', statement },
  });
  return done.ok
    ? await again(app, { ...visit, form: {} }, key, 'appealNews')
    : refusalPage(visit.frame, done.refusal);
}

async function aboutYou(
  app: App,
  { visit, key, conversation }: Opened & { readonly visit: Visit },
): Promise<Reply> {
  const { form } = visit;
  const language = languageOf(conversation.language);
  const questions = await questionsAsked(app.world);
  const showQuestions = (shown: {
    readonly typed?: Fields;
    readonly mistakes?: readonly AnswerMistake[];
    readonly notSure?: boolean;
    readonly news?: 'saved' | 'nothing' | 'erased';
  }): Reply =>
    page(
      renderPage(
        createElement(AboutYouOfConcernPage, {
          frame: visit.frame,
          language,
          opened: boxOf(app, key),
          questions,
          typed: shown.typed ?? {},
          mistakes: shown.mistakes ?? [],
          notSure: shown.notSure === true,
          news: shown.news,
        }),
      ),
      (shown.mistakes ?? []).length > 0 || shown.notSure === true ? 422 : 200,
    );
  switch (one(form, 'step')) {
    case 'save': {
      const raw = answersSent(questions, form);
      const done = await answerAboutYourself(app.world, { person: conversation.id, raw, language });
      return done.stored === undefined
        ? showQuestions({ typed: form, mistakes: done.mistakes })
        : showQuestions({ news: done.stored > 0 ? 'saved' : 'nothing' });
    }
    case 'erase':
      if (one(form, 'sure') !== 'yes') {
        return showQuestions({ notSure: true });
      }
      await eraseAboutYourself(app.world, conversation.id);
      return showQuestions({ news: 'erased' });
    default:
      return showQuestions({});
  }
}
