/** Ask before you act: the form, and what one person asked so far. */
import { createElement } from 'react';
import { opinionPromisedBy } from '../../casework/opinion/decide.ts';
import { isOpen } from '../../casework/opinion/opinion.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../../program/catalog/catalog.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import {
  type CodeOfConduct,
  provisionsOf,
  provisionTitle,
} from '../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { AskedPage, AskPage, ChooseCodePage } from '../../web/pages/my-opinions/ask-page.tsx';
import { MyOpinionsPage, type MyQuestion } from '../../web/pages/my-opinions/my-opinions-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { opinions } from '../../web/words/opinions.ts';
import { askOpinion } from '../../workflow/codes/ask-opinion.ts';
import { codeAsKept } from '../../workflow/codes/code-as-kept.ts';
import { type AskedQuestion, myQuestions } from '../../workflow/codes/read-opinions.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

const words = opinions.asking;

type MyOpinionRoute = 'my-opinions' | 'opinion-ask' | 'opinion-ask-send';

export function myOpinionHandlers(app: App): Readonly<Record<MyOpinionRoute, Handler>> {
  return {
    'my-opinions': signedIn(async ({ session, frame }) => {
      const asked = await myQuestions(app.world, session.person);
      return page(
        renderPage(createElement(MyOpinionsPage, { frame, questions: asked.map(questionShown) })),
      );
    }),
    'opinion-ask': signedIn((visit) => showForm(app, visit, one(visit.query, 'program'), [])),
    'opinion-ask-send': signedIn((visit) => ask(app, visit)),
  };
}

function questionShown(asked: AskedQuestion): MyQuestion {
  const { label, program, opinion } = asked;
  const { standing } = opinion;
  const published = standing !== 'declined' && !isOpen(opinion);
  return {
    label,
    program: programOf(program)?.name ?? program,
    asked: inWordsShort(asked.askedOn),
    words: asked.words,
    provision: asked.provision,
    promised: inWords(asked.promisedBy),
    daysLate: asked.daysLate,
    standing: standing === 'drafted' || standing === 'returned' ? 'waiting' : standing,
    href: published ? `/programs/${program}/opinions/${label}` : undefined,
    declined: standing === 'declined' ? opinion.reason : undefined,
  };
}

const withCode = (app: App): readonly OfferedProgram[] =>
  programs.filter(
    ({ id, invented }) => (app.demonstration || !invented) && codeOf(id) !== undefined,
  );

async function showForm(
  app: App,
  { frame, form }: SignedInVisit,
  wanted: string,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const known = withCode(app);
  const program = known.find(({ id }) => id === wanted);
  const code = program === undefined ? undefined : codeOf(program.id);
  if (program === undefined || code === undefined) {
    return wanted === ''
      ? page(
          renderPage(
            createElement(ChooseCodePage, {
              frame,
              programs: known.map(({ id, name }) => ({ value: id, label: name })),
            }),
          ),
        )
      : missingPage(frame);
  }
  const today = app.world.clock.today();
  const key = one(form, 'key');
  return page(
    renderPage(
      createElement(AskPage, {
        frame,
        program,
        provisions: await provisionsToday(app, code),
        answerBy: inWords(opinionPromisedBy(today, defaultsOf(program).holidays)),
        formKey: isUuid(key) ? key : app.world.chance.uuid(),
        typed: { words: one(form, 'words'), provision: one(form, 'provision') },
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function provisionsToday(app: App, code: CodeOfConduct) {
  const kept = await codeAsKept(app.world, code);
  const version = versionInForce(kept.code, app.world.clock.today());
  return version.ok
    ? provisionsOf(version.value).map(({ provision }) => ({
        value: provision.number,
        label: `${provision.number} ${provisionTitle(provision)}`.trim(),
      }))
    : [];
}

async function ask(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, session, frame } = visit;
  const [program, key] = [one(form, 'program'), one(form, 'key')];
  if (!withCode(app).some(({ id }) => id === program)) {
    return missingPage(frame);
  }
  const asked = await askOpinion(app.world, {
    person: session.person,
    program,
    id: isUuid(key) ? key : app.world.chance.uuid(),
    typed: form,
  });
  if (!asked.ok) {
    return refusalPage(frame, asked.refusal, {
      href: '/my/opinions/ask',
      label: words.title,
    });
  }
  if (!asked.value.ok) {
    return await showForm(app, visit, program, asked.value.mistakes);
  }
  const { label, promisedBy } = asked.value.value;
  return page(
    renderPage(createElement(AskedPage, { frame, label, answerBy: inWords(promisedBy) })),
  );
}
