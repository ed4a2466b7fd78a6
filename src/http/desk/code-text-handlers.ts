/** A director supplies the texts of a code: choose a file, see every row's fate, keep what is new or changed. */
import { createElement } from 'react';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { latestTexts } from '../../program/conduct/kept-texts.ts';
import type { SuppliedRow } from '../../program/conduct/supplied-row.ts';
import { provisionsOf } from '../../program/definition/code-of-conduct.ts';
import { versionName } from '../../web/pages/code/code-view.ts';
import { DeskCodesPage, type SuppliedState } from '../../web/pages/desk-codes/desk-codes-page.tsx';
import { ReviewPage } from '../../web/pages/desk-codes/review-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { codeTexts as words } from '../../web/words/code-texts.ts';
import { codeAsKept } from '../../workflow/codes/code-as-kept.ts';
import { keepTexts, readSentTexts, reviewTexts } from '../../workflow/codes/supply-texts.ts';
import type { App } from '../server/app.ts';
import { refusalPage } from '../server/problem-pages.ts';
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

type CodeTextRoute = 'codes' | 'codes-review' | 'codes-keep';
const BACK = { href: '/desk/codes', label: words.title };
/** A code has some hundred provisions; what is longer than this is another file. */
const LONGEST_ROWS = 900_000;

export function codeTextHandlers(app: App): Readonly<Record<CodeTextRoute, Handler>> {
  return {
    codes: signedIn((visit) => show(app, visit, [], newsIn(visit))),
    'codes-review': signedIn((visit) => review(app, visit)),
    'codes-keep': signedIn((visit) => keep(app, visit)),
  };
}

/** "12-4811": so many provisions, with that line of the log. */
function newsIn({ query }: SignedInVisit): string | undefined {
  const [, count, place] = /^(\d{1,4})-(\d{1,9})$/.exec(one(query, 'kept')) ?? [];
  return count === undefined || place === undefined
    ? undefined
    : words.kept(Number(count), Number(place).toLocaleString('en-US'));
}

async function show(
  app: App,
  { frame, form }: SignedInVisit,
  mistakes: readonly FieldMistake[],
  news: string | undefined,
): Promise<Reply> {
  const states = await suppliedStates(app);
  const chosen = one(form, 'version');
  return page(
    renderPage(createElement(DeskCodesPage, { frame, states, chosen, mistakes, news })),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function suppliedStates(app: App): Promise<readonly SuppliedState[]> {
  const states: SuppliedState[] = [];
  for (const program of programs.filter(({ invented }) => app.demonstration || !invented)) {
    const code = codeOf(program.id);
    if (code === undefined || code.texts === 'own-words') {
      continue;
    }
    const kept = await codeAsKept(app.world, code);
    for (const version of kept.code.versions) {
      const texts = latestTexts(kept.kept.get(version.id) ?? []);
      const last = [...texts.values()].toSorted((a, b) => b.place - a.place)[0]?.on;
      states.push({
        value: `${program.id} ${version.id}`,
        program: program.name,
        version: versionName(version),
        href: `/programs/${program.id}/code?version=${versionName(version)}`,
        withWords: texts.size,
        all: provisionsOf(version).length,
        last: last === undefined ? undefined : inWordsShort(last),
      });
    }
  }
  return states;
}

/** "larkspur-care ccm-code/2015-01", as the form sends it. */
function versionAsked({ form }: SignedInVisit) {
  const [program = '', version = ''] = one(form, 'version').split(' ');
  return { program, version };
}

async function review(app: App, visit: SignedInVisit): Promise<Reply> {
  const file = visit.files.find(({ field }) => field === 'texts');
  const known = (await suppliedStates(app)).some(
    ({ value }) => value === one(visit.form, 'version'),
  );
  const mistakes: FieldMistake[] = known
    ? []
    : [{ field: 'version', message: words.versionMistake }];
  if (file === undefined || file.tooLarge) {
    const message = file === undefined ? words.fileMistake : words.fileTooLarge;
    return await show(app, visit, [...mistakes, { field: 'texts', message }], undefined);
  }
  const rows = await readSentTexts(app.world, file.bytes);
  const sent = rows.ok ? JSON.stringify(rows.value) : '';
  if (!rows.ok || new TextEncoder().encode(sent).length > LONGEST_ROWS) {
    const message = rows.ok ? words.fileTooLarge : rows.refusal.because;
    mistakes.push({ field: 'texts', message });
  }
  if (mistakes.length > 0 || !rows.ok) {
    return await show(app, visit, mistakes, undefined);
  }
  const asked = versionAsked(visit);
  const found = await reviewTexts(app.world, {
    ...asked,
    director: visit.session.person,
    rows: rows.value,
  });
  if (!found.ok) {
    return refusalPage(visit.frame, found.refusal, BACK);
  }
  const { fates, seen, version } = found.value;
  return page(
    renderPage(
      createElement(ReviewPage, {
        frame: visit.frame,
        program: programName(asked.program),
        version: versionName(version),
        fates,
        hidden: { version: one(visit.form, 'version'), seen: String(seen), rows: sent },
      }),
    ),
    fates.rows.some(({ fate }) => fate === 'fault') ? 422 : 200,
  );
}

async function keep(app: App, visit: SignedInVisit): Promise<Reply> {
  const kept = await keepTexts(app.world, {
    ...versionAsked(visit),
    director: visit.session.person,
    rows: rowsSent(one(visit.form, 'rows')),
    seen: Number(one(visit.form, 'seen')),
  });
  return kept.ok
    ? redirect(`/desk/codes?kept=${kept.value.provisions}-${kept.value.place}`)
    : refusalPage(visit.frame, kept.refusal, BACK);
}

/** The rows come back from the browser, so they are read as anything else that is sent. */
function rowsSent(text: string): readonly SuppliedRow[] {
  const found = parsed(text);
  return Array.isArray(found) ? found.flatMap((row, place) => rowIn(row, place) ?? []) : [];
}

function rowIn(found: unknown, place: number): SuppliedRow | undefined {
  if (typeof found !== 'object' || found === null) {
    return undefined;
  }
  const cells = new Map<string, unknown>(Object.entries(found));
  const cell = (name: string): string => {
    const value = cells.get(name);
    return typeof value === 'string' ? value : '';
  };
  const row = cells.get('row');
  return {
    row: typeof row === 'number' ? row : place + 1,
    part: cell('part'),
    group: cell('group'),
    number: cell('number'),
    title: cell('title'),
    text: cell('text'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
