/** The fairness page of directors and auditors, and the page on which directors record what is asked about people. */
import { createElement } from 'react';
import { programs } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { DimensionPage, DimensionsPage } from '../../web/pages/dimensions/dimensions-page.tsx';
import { FairnessPage } from '../../web/pages/fairness/fairness-page.tsx';
import type { FairnessFigures } from '../../web/pages/fairness/view.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { dimensions as dimensionWords } from '../../web/words/fairness.ts';
import {
  type Asked,
  countedUntil,
  dimensionsMeasured,
  divisionBy,
  type MeasureWorld,
  nextCountedFrom,
} from '../../workflow/measure/division.ts';
import { deciderNames, measureDeciders } from '../../workflow/measure/measure-deciders.ts';
import { measureEligibility } from '../../workflow/measure/measure-eligibility.ts';
import { measureItems } from '../../workflow/measure/measure-items.ts';
import { measurePasses } from '../../workflow/measure/measure-passes.ts';
import { HORIZON_DAYS, measureWaiting } from '../../workflow/measure/measure-waiting.ts';
import {
  type DimensionOnRecord,
  type DimensionTyped,
  dimensionsOnRecord,
  recordDimension,
} from '../../workflow/measure/record-dimension.ts';
import type { App } from '../server/app.ts';
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
import { programName } from './in-words.ts';

type FairnessRoute = 'fairness' | 'dimensions' | 'dimensions-record';

/** Where people trained is looked at first; with it off, whatever is asked. */
const FIRST_DIMENSION = 'where-trained';

export function fairnessHandlers(app: App): Readonly<Record<FairnessRoute, Handler>> {
  return {
    fairness: signedIn((visit) => showFairness(app, visit)),
    dimensions: signedIn((visit) => showDimensions(app, visit)),
    'dimensions-record': signedIn((visit) => record(app, visit)),
  };
}

async function showFairness(app: App, visit: SignedInVisit): Promise<Reply> {
  const world: MeasureWorld = { ...app.world, measurements: app.measurements };
  const asked = await dimensionsMeasured(world);
  const dimension = [one(visit.query, 'dimension'), FIRST_DIMENSION, asked[0]?.id].find((id) =>
    asked.some((known) => known.id === id),
  );
  const offered = programs.filter(({ invented }) => invented === app.demonstration);
  const program = offered.find(({ id }) => id === one(visit.query, 'program'))?.id;
  const figures =
    dimension === undefined ? undefined : await measured(world, visit, { dimension, program });
  return page(
    renderPage(
      createElement(FairnessPage, {
        frame: visit.frame,
        filter: {
          dimension: dimension ?? '',
          program: program ?? '',
          dimensions: asked.map(({ id, title }) => ({ value: id, label: title })),
          programs: offered.map(({ id }) => ({ value: id, label: programName(id) })),
        },
        countedUntil: countedUntil(world),
        countedNext: nextCountedFrom(world),
        figures,
      }),
    ),
  );
}

async function measured(
  world: MeasureWorld,
  visit: SignedInVisit,
  asked: Asked,
): Promise<FairnessFigures> {
  const { dimension, program } = asked;
  return {
    groups: divisionBy(dimension).groups,
    eligibility: await measureEligibility(world, asked),
    waiting: await measureWaiting(world, asked),
    horizonDays: HORIZON_DAYS,
    standardDays: standardDays(),
    passes: await measurePasses(world, asked),
    items: program === undefined ? undefined : await measureItems(world, { dimension, program }),
    deciders: await measureDeciders(world, asked),
    deciderNames: await namesFor(world, visit),
  };
}

/** The days that a body gives itself where a program's rules give none. */
function standardDays(): number {
  const days = programs.map((program) => defaultsOf(program).decideWithin);
  const own = days.find((rule, place) => rule.kind === 'days-after' && programs[place]?.invented);
  return own?.kind === 'days-after' ? own.days : HORIZON_DAYS / 2;
}

/** A director reads names, because a director talks with them; an auditor reads numbers. */
const namesFor = async (
  world: MeasureWorld,
  { session }: SignedInVisit,
): Promise<ReadonlyMap<string, string>> =>
  session.offices.includes('director') ? await deciderNames(world, session.person) : new Map();

async function showDimensions(app: App, visit: SignedInVisit): Promise<Reply> {
  const rows = await dimensionsOnRecord(app.world);
  const asked = one(visit.query, 'dimension');
  const row = rows.find(({ id }) => id === asked);
  if (asked !== '' && row === undefined) {
    return missingPage(visit.frame);
  }
  if (row !== undefined) {
    return showOne(visit, row, row, []);
  }
  const recorded = rows.find(({ id }) => id === one(visit.query, 'recorded'));
  const said = recorded?.asked === true ? dimensionWords.recorded : dimensionWords.stopped;
  const news = recorded === undefined ? undefined : said(recorded.title);
  return page(renderPage(createElement(DimensionsPage, { frame: visit.frame, rows, news })));
}

function showOne(
  { frame }: SignedInVisit,
  row: DimensionOnRecord,
  typed: DimensionTyped,
  mistakes: readonly FieldMistake[],
): Reply {
  return page(
    renderPage(createElement(DimensionPage, { frame, row, typed, mistakes })),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function record(app: App, visit: SignedInVisit): Promise<Reply> {
  const { session, form, frame } = visit;
  const dimension = one(form, 'dimension');
  const typed: DimensionTyped = {
    purpose: one(form, 'purpose'),
    basis: one(form, 'basis'),
    retention: one(form, 'retention'),
  };
  const done = await recordDimension(app.world, {
    director: { person: session.person, name: session.fullName },
    dimension,
    ask: one(form, 'ask') === 'yes',
    typed,
  });
  const row = (await dimensionsOnRecord(app.world)).find(({ id }) => id === dimension);
  if (!done.ok || row === undefined) {
    return missingPage(frame);
  }
  return done.value.ok
    ? redirect(`/desk/dimensions?recorded=${dimension}`)
    : showOne(visit, row, typed, done.value.mistakes);
}
