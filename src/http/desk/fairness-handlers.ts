/** The fairness pages of directors and auditors, and the page on which directors record what is asked about people. */
import { createElement } from 'react';
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { Release } from '../../fairness/disclosure/release.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { DimensionPage, DimensionsPage } from '../../web/pages/dimensions/dimensions-page.tsx';
import { ConductPage } from '../../web/pages/fairness/conduct-page.tsx';
import { FairnessPage } from '../../web/pages/fairness/fairness-page.tsx';
import { FunnelPage } from '../../web/pages/fairness/funnel-page.tsx';
import { KindPage } from '../../web/pages/fairness/kind-page.tsx';
import {
  type Choice,
  CONDUCT_PAGE,
  DECISION_KINDS,
  type DecisionKind,
  type FairnessFilter,
  namedDeciders,
  type ReleaseShown,
  type WayName,
} from '../../web/pages/fairness/view.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { dimensions as dimensionWords, fairness as words } from '../../web/words/fairness.ts';
import { overviewWords } from '../../web/words/fairness-kinds.ts';
import { type FindingShown, findingsForBoard } from '../../workflow/board/read-findings.ts';
import { deciderNames } from '../../workflow/measure/decider-names.ts';
import { dimensionsMeasured, nextReleaseOn } from '../../workflow/measure/division.ts';
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
import { conductRows } from './conduct-download.ts';
import { type Downloaded, downloadOf, funnelRows, kindRows } from './fairness-download.ts';
import {
  type Asked,
  conductDays,
  conductFigures,
  funnelFigures,
  isReleased,
  kindFigures,
  standardDays,
  trendOf,
} from './fairness-figures.ts';
import { programName } from './in-words.ts';

type FairnessRoute = 'fairness' | 'fairness-kind' | 'dimensions' | 'dimensions-record';

/** Where people trained is looked at first; with it off, whatever is asked. */
const FIRST_DIMENSION = 'where-trained';
const WAY_PAGES: readonly WayName[] = ['funnel', 'service'];

export function fairnessHandlers(app: App): Readonly<Record<FairnessRoute, Handler>> {
  return {
    fairness: signedIn((visit) => showFairness(app, visit)),
    'fairness-kind': signedIn((visit) => showKind(app, visit)),
    dimensions: signedIn((visit) => showDimensions(app, visit)),
    'dimensions-record': signedIn((visit) => record(app, visit)),
  };
}

/** What every page of fairness rests on. */
interface Looked {
  readonly dimensions: readonly Choice[];
  readonly offered: readonly string[];
  /** Undefined: all programs together. */
  readonly program: string | undefined;
  readonly releases: Published<readonly Release[]>;
  /** Undefined before the first. */
  readonly release: ReleaseShown | undefined;
  /** Those that this reader may open. */
  readonly findings: readonly FindingShown[];
  readonly rights: 'director' | 'auditor';
}

async function look(app: App, { session, query }: SignedInVisit): Promise<Looked> {
  const { world } = app;
  const asked = await dimensionsMeasured(world);
  const offered = programs
    .filter(({ invented }) => invented === app.demonstration)
    .map(({ id }) => id);
  const rights = session.offices.includes('director') ? 'director' : 'auditor';
  const reader = { rights, person: session.person } as const;
  const releases = await readReleases(world.records, reader);
  const newest = releases.value.at(-1)?.outcomes;
  const { findings } = await findingsForBoard(world, reader);
  return {
    dimensions: asked.map(({ id, title }) => ({ value: id, label: title })),
    offered,
    program: offered.find((id) => id === one(query, 'program')),
    releases,
    release:
      newest === undefined ? undefined : { ...newest, nextOn: nextReleaseOn(world.clock.today()) },
    findings,
    rights,
  };
}

const filterOf = ({ dimensions, offered, program }: Looked, dimension: string): FairnessFilter => ({
  dimension,
  program: program ?? '',
  dimensions,
  programs: offered.map((id) => ({ value: id, label: programName(id) })),
});

const EVERYTHING: Choice = { value: '', label: overviewWords.everything };

async function showFairness(app: App, visit: SignedInVisit): Promise<Reply> {
  const looked = await look(app, visit);
  const { dimensions, releases, program, offered } = looked;
  const chosen = dimensions.find(({ value }) => value === one(visit.query, 'dimension'));
  const over = (chosen === undefined ? dimensions : [chosen]).map(
    (dimension): Asked => ({ dimension, program, offered }),
  );
  const filter = filterOf(looked, chosen?.value ?? '');
  const kinds = DECISION_KINDS.filter((kind) => isReleased(releases, kind));
  // Few complain: complaints of one program are told apart on no page.
  const onConduct =
    program === undefined
      ? over.flatMap(({ dimension }) => conductFigures(releases, dimension) ?? [])
      : [];
  return page(
    renderPage(
      createElement(FairnessPage, {
        frame: visit.frame,
        filter: { ...filter, dimensions: [EVERYTHING, ...dimensions] },
        asked: dimensions.length > 0,
        release: looked.release,
        figures: [
          ...kinds.flatMap((kind) => over.map((asked) => kindFigures(releases, kind, asked))),
          ...onConduct.flatMap(({ respondents, complainants }) => [
            ...respondents,
            ...complainants,
          ]),
        ],
        sanctions: onConduct,
        funnels: WAY_PAGES.flatMap((way) =>
          way === 'service' && program !== undefined
            ? []
            : over.flatMap((asked) => funnelFigures(releases, way, asked) ?? []),
        ),
        beforeBoard: looked.findings.filter(({ finding }) => finding.answered === undefined).length,
      }),
    ),
  );
}

/** Before the first release, and with no question on record, the overview says why there is nothing. */
async function showKind(app: App, visit: SignedInVisit): Promise<Reply> {
  const looked = await look(app, visit);
  const { dimensions, release } = looked;
  const name = one(visit.params, 'kind');
  const kind = DECISION_KINDS.find((known) => known === name);
  const way = WAY_PAGES.find((known) => known === name);
  if (kind === undefined && way === undefined && name !== CONDUCT_PAGE) {
    return missingPage(visit.frame);
  }
  const dimension = [one(visit.query, 'dimension'), FIRST_DIMENSION, dimensions[0]?.value].flatMap(
    (id) => dimensions.find(({ value }) => value === id) ?? [],
  )[0];
  if (release === undefined || dimension === undefined) {
    return redirect('/desk/fairness');
  }
  const asked = { dimension, program: looked.program, offered: looked.offered };
  const shown = { looked, release, asked };
  if (kind !== undefined) {
    return await showDecisions(app, visit, { ...shown, kind });
  }
  return way === undefined ? showConduct(visit, shown) : showWay(visit, way, shown);
}

interface Shown {
  readonly looked: Looked;
  readonly release: ReleaseShown;
  readonly asked: Asked;
}

async function showDecisions(
  app: App,
  visit: SignedInVisit,
  { looked, release, asked, kind }: Shown & { readonly kind: DecisionKind },
): Promise<Reply> {
  const { releases, findings, rights } = looked;
  if (!isReleased(releases, kind)) {
    return missingPage(visit.frame);
  }
  const figures = kindFigures(releases, kind, asked);
  const trend = trendOf(releases, kind, asked);
  const names =
    rights === 'director'
      ? await deciderNames(app.world, visit.session.person, { kind, releases, findings })
      : new Map<string, string>();
  const format = formatOf(visit);
  if (format !== undefined) {
    const deciders = namedDeciders(figures.deciders.value, names, words.deciders.numbered);
    return downloadOf(format, downloaded(kind, asked, release), kindRows(figures, trend, deciders));
  }
  return page(
    renderPage(
      createElement(KindPage, {
        frame: visit.frame,
        filter: filterOf(looked, asked.dimension.value),
        release,
        figures,
        trend,
        beside: { deciderNames: names, findings },
        horizonDays: HORIZON_DAYS,
        standardDays: standardDays(kind),
      }),
    ),
  );
}

function showConduct(visit: SignedInVisit, { looked, release, asked }: Shown): Reply {
  const figures = conductFigures(looked.releases, asked.dimension);
  if (figures === undefined) {
    return missingPage(visit.frame);
  }
  const format = formatOf(visit);
  if (format !== undefined) {
    const about = downloaded(CONDUCT_PAGE, { ...asked, program: undefined }, release);
    return downloadOf(format, about, conductRows(figures));
  }
  // Complaints of one program are too few to be told apart.
  const filter = { ...filterOf(looked, asked.dimension.value), program: '', programs: [] };
  return page(
    renderPage(
      createElement(ConductPage, {
        ...{ frame: visit.frame, filter, release, figures },
        beside: { deciderNames: new Map<string, string>(), findings: looked.findings },
        daysOf: conductDays,
      }),
    ),
  );
}

function showWay(visit: SignedInVisit, way: WayName, { looked, release, asked }: Shown): Reply {
  const figures = funnelFigures(looked.releases, way, asked);
  if (figures === undefined) {
    return missingPage(visit.frame);
  }
  const format = formatOf(visit);
  if (format !== undefined) {
    return downloadOf(format, downloaded(way, asked, release), funnelRows(figures));
  }
  const whole = filterOf(looked, asked.dimension.value);
  // Few serve: those of one program are told apart on no page.
  const filter = way === 'service' ? { ...whole, program: '', programs: [] } : whole;
  return page(
    renderPage(createElement(FunnelPage, { frame: visit.frame, filter, release, figures })),
  );
}

const formatOf = ({ query }: SignedInVisit): 'csv' | 'json' | undefined =>
  (['csv', 'json'] as const).find((format) => format === one(query, 'format'));

const downloaded = (
  kind: string,
  { dimension, program = '' }: Asked,
  { number, countedUntil }: ReleaseShown,
): Downloaded => ({ release: number, countedUntil, kind, dimension: dimension.value, program });

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
