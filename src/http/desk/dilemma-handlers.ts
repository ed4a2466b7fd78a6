/** The desk where a body writes its dilemma cases, writes one anew, or takes one down. */
import { createElement } from 'react';
import { OPTION_IDS } from '../../casework/opinion/dilemma-form.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import type { Dilemma } from '../../program/conduct/dilemma.ts';
import {
  DeskDilemmasPage,
  type TypedCase,
} from '../../web/pages/desk-dilemmas/desk-dilemmas-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { dilemmas } from '../../web/words/dilemmas.ts';
import {
  dilemmaCases,
  takeCaseDown,
  writeCase,
  writtenCases,
} from '../../workflow/codes/dilemmas.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Fields,
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { answererOf } from './answerer.ts';

type DilemmaRoute = 'dilemmas-desk' | 'dilemma-write' | 'dilemma-take-down';
const words = dilemmas.desk;
const BACK = { href: '/desk/dilemmas', label: words.title };

export function deskDilemmaHandlers(app: App): Readonly<Record<DilemmaRoute, Handler>> {
  return {
    'dilemmas-desk': signedIn((visit) =>
      show(app, visit, one(visit.query, 'program'), one(visit.query, 'case'), []),
    ),
    'dilemma-write': signedIn((visit) => write(app, visit)),
    'dilemma-take-down': signedIn(async (visit) => {
      const [program, slug] = [one(visit.form, 'for'), one(visit.form, 'slug')];
      const done = await takeCaseDown(app.world, { actor: answererOf(visit), program, slug });
      return done.ok
        ? redirect(`/desk/dilemmas?program=${program}&news=taken-down`)
        : refusalPage(visit.frame, done.refusal, BACK);
    }),
  };
}

const withCode = (app: App) =>
  programs.filter(
    ({ id, invented }) => (app.demonstration || !invented) && codeOf(id) !== undefined,
  );

async function write(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form } = visit;
  const [program, slug] = [one(form, 'for'), one(form, 'slug')];
  const done = await writeCase(app.world, {
    actor: answererOf(visit),
    program,
    slug: slug === '' ? undefined : slug,
    typed: form,
  });
  if (!done.ok) {
    return refusalPage(visit.frame, done.refusal, BACK);
  }
  return done.value.ok
    ? redirect(`/desk/dilemmas?program=${program}&news=written`)
    : await show(app, visit, program, slug, done.value.mistakes);
}

async function show(
  app: App,
  visit: SignedInVisit,
  wanted: string,
  slug: string,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const known = withCode(app);
  const program = wanted === '' ? known[0] : known.find(({ id }) => id === wanted);
  const cases = program === undefined ? [] : await dilemmaCases(app.world, program.id);
  const rewriting = slug === '' ? undefined : cases.find((one) => one.slug === slug);
  if (program === undefined || (slug !== '' && rewriting === undefined)) {
    return missingPage(visit.frame);
  }
  const ours = new Set((await writtenCases(app.world, program.id)).map((one) => one.slug));
  const news = one(visit.query, 'news');
  return page(
    renderPage(
      createElement(DeskDilemmasPage, {
        frame: visit.frame,
        programs: known.map(({ id, name }) => ({ value: id, label: name })),
        program,
        cases: cases.map((one) => ({
          slug: one.slug,
          title: one.title,
          provisions: one.provisions.join(', '),
          ours: ours.has(one.slug),
        })),
        rewriting,
        typed:
          rewriting !== undefined && mistakes.length === 0
            ? typedOf(rewriting)
            : typedIn(visit.form),
        mistakes,
        news: news === 'written' || news === 'taken-down' ? words.news[news] : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const typedOf = ({ title, situation, provisions, options }: Dilemma): TypedCase => ({
  title,
  situation,
  provisions: provisions.join(', '),
  ways: OPTION_IDS.map((id, place) => {
    const option = options[place];
    return {
      id,
      text: option?.text ?? '',
      says: option?.says ?? '',
      provisions: option?.provisions.join(', ') ?? '',
    };
  }),
});

const typedIn = (form: Fields): TypedCase => ({
  title: one(form, 'title'),
  situation: one(form, 'situation'),
  provisions: one(form, 'provisions'),
  ways: OPTION_IDS.map((id) => ({
    id,
    text: one(form, `option-${id}`),
    says: one(form, `says-${id}`),
    provisions: one(form, `provisions-${id}`),
  })),
});
