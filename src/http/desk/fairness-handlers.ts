/** The fairness page of directors and auditors, and the page on which directors record what is asked about people. */
import { createElement } from 'react';
import type { Published } from '../../fairness/disclosure/gate.ts';
import {
  type Release,
  standingDeciders,
  standingItems,
  standingOutcomes,
  standingWaiting,
} from '../../fairness/disclosure/release.ts';
import { nothingShown } from '../../fairness/disclosure/released-outcomes.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { DimensionPage, DimensionsPage } from '../../web/pages/dimensions/dimensions-page.tsx';
import { FairnessPage } from '../../web/pages/fairness/fairness-page.tsx';
import type { FairnessFigures } from '../../web/pages/fairness/view.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { dimensions as dimensionWords } from '../../web/words/fairness.ts';
import { PASS, programPart } from '../../workflow/measure/count-outcomes.ts';
import {
  dimensionsMeasured,
  divisionBy,
  NOT_STATED,
  nextReleaseOn,
} from '../../workflow/measure/division.ts';
import { deciderNames } from '../../workflow/measure/measure-deciders.ts';
import { HORIZON_DAYS } from '../../workflow/measure/measure-waiting.ts';
import { readReleases } from '../../workflow/measure/read-releases.ts';
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
  const { world } = app;
  const asked = await dimensionsMeasured(world);
  const dimension = [one(visit.query, 'dimension'), FIRST_DIMENSION, asked[0]?.id].find((id) =>
    asked.some((known) => known.id === id),
  );
  const offered = programs.filter(({ invented }) => invented === app.demonstration);
  const program = offered.find(({ id }) => id === one(visit.query, 'program'))?.id;
  const { session } = visit;
  const rights = session.offices.includes('director') ? 'director' : 'auditor';
  const releases = await readReleases(world.records, { rights, person: session.person });
  const newest = releases.value.at(-1)?.outcomes;
  const names = rights === 'director' ? await deciderNames(world, session.person) : new Map();
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
        asked: dimension !== undefined,
        release: newest,
        nextOn: nextReleaseOn(world.clock.today()),
        figures:
          dimension === undefined || newest === undefined
            ? undefined
            : { ...figuresIn(releases, dimension, program), deciderNames: names },
      }),
    ),
  );
}

function figuresIn(
  releases: Published<readonly Release[]>,
  dimension: string,
  program: string | undefined,
): Omit<FairnessFigures, 'deciderNames'> {
  const { groups } = divisionBy(dimension);
  const part = programPart(program);
  const table = (kind: string) =>
    standingOutcomes(releases, { kind, dimension, part, unstated: NOT_STATED }) ??
    nothingShown(groups.map(({ id }) => id));
  return {
    groups,
    eligibility: table('eligibility'),
    waiting: standingWaiting(releases, { kind: 'eligibility', dimension, part }),
    horizonDays: HORIZON_DAYS,
    standardDays: standardDays(),
    passes: table(PASS),
    items: program === undefined ? undefined : standingItems(releases, { dimension, program }),
    deciders: standingDeciders(releases, { kind: 'eligibility', part }),
  };
}

/** The days that a body gives itself where a program's rules give none. */
function standardDays(): number {
  const days = programs.map((program) => defaultsOf(program).decideWithin);
  const own = days.find((rule, place) => rule.kind === 'days-after' && programs[place]?.invented);
  return own?.kind === 'days-after' ? own.days : HORIZON_DAYS / 2;
}

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
