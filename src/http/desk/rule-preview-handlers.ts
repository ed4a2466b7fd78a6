/** The page on which the board tries a changed rule on past applicants. */
import { createElement } from 'react';
import { programOf } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import type { RuleChange } from '../../program/pathway/changed-rule.ts';
import { criteriaIn } from '../../program/pathway/expression.ts';
import type { PreviewShown } from '../../web/pages/rule-preview/preview-result.tsx';
import {
  type AskForm,
  RulePreviewPage,
  type RulePreviewPageProps,
} from '../../web/pages/rule-preview/rule-preview-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { rulePreview as words } from '../../web/words/rules.ts';
import { dimensionsMeasured, divisionBy } from '../../workflow/measure/division.ts';
import {
  previewRule,
  readPreviews,
  type StoredPreview,
} from '../../workflow/measure/preview-rule.ts';
import type { App } from '../server/app.ts';
import { offered } from '../server/offered.ts';
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
import { readersOf } from './board-handlers.ts';
import { expressionLines, programName } from './in-words.ts';

type RuleRoute = 'rule-previews' | 'rule-preview-ask';
const BACK = { href: '/desk/board/rules', label: words.title };

export function rulePreviewHandlers(app: App): Readonly<Record<RuleRoute, Handler>> {
  return {
    'rule-previews': signedIn((visit) => show(app, visit, [])),
    'rule-preview-ask': signedIn((visit) => ask(app, visit)),
  };
}

async function ask(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, session, frame } = visit;
  const program = one(form, 'for');
  const read = readChange(visit);
  if (!read.ok) {
    return await show(app, visit, read.mistakes);
  }
  const found = await previewRule(
    { ...app.world, measurements: app.measurements, solver: app.solver },
    { member: session.person, program, change: read.change, dimension: one(form, 'dimension') },
  );
  return found.ok
    ? redirect(`/desk/board/rules?preview=${found.value.number}`)
    : refusalPage(frame, found.refusal, BACK);
}

type ReadChange =
  | { readonly ok: true; readonly change: RuleChange }
  | { readonly ok: false; readonly mistakes: readonly FieldMistake[] };

function readChange({ form }: SignedInVisit): ReadChange {
  const [kind, criterion, other] = [one(form, 'kind'), one(form, 'criterion'), one(form, 'other')];
  const mistakes = (
    [
      ['kind', kind !== 'drop' && kind !== 'either'],
      ['criterion', criterion === ''],
      ['other', kind === 'either' && other === ''],
      ['dimension', one(form, 'dimension') === ''],
    ] as const
  ).flatMap(([field, isMissing]) => (isMissing ? [{ field, message: words.mistakes[field] }] : []));
  return mistakes.length > 0
    ? { ok: false, mistakes }
    : {
        ok: true,
        change: kind === 'drop' ? { kind, criterion } : { kind: 'either', criterion, other },
      };
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const { frame, query, form } = visit;
  const reader = readersOf(visit).find(({ rights }) => rights !== 'reviewer');
  if (reader === undefined) {
    return missingPage(frame);
  }
  const previews = await readPreviews(app.world.records, reader);
  const member = reader.rights === 'board';
  const program = one(form, 'for') || one(query, 'program');
  const wanted = one(query, 'preview');
  const shown = previews.find(({ number }) => String(number) === wanted);
  if (wanted !== '' && shown === undefined) {
    return missingPage(frame);
  }
  const props: RulePreviewPageProps = {
    frame,
    mistakes,
    shown: shown === undefined ? undefined : shownIn(shown),
    asked: previews.toReversed().map((stored) => ({
      ...shownIn(stored),
      number: stored.number,
      release: stored.preview.value.release,
      countedUntil: stored.preview.value.countedUntil,
    })),
    programs: member
      ? offered(app).map(({ id }) => ({ value: id, label: programName(id) }))
      : undefined,
    form: member ? await askForm(app, visit, program || (shown?.program ?? '')) : undefined,
  };
  return page(renderPage(createElement(RulePreviewPage, props)), mistakes.length > 0 ? 422 : 200);
}

function titlesOf(id: string): ReadonlyMap<string, string> {
  return new Map(
    (programOf(id)?.rules ?? []).flatMap(({ criteria }) =>
      criteria.map((criterion): [string, string] => [criterion.id, criterion.title]),
    ),
  );
}

function shownIn({ program, change, preview }: StoredPreview): PreviewShown {
  const titles = titlesOf(program);
  const titleOf = (id: string): string => titles.get(id) ?? id;
  const division = divisionBy(preview.value.dimension);
  return {
    preview,
    program: programName(program),
    change:
      change.kind === 'drop'
        ? words.drop(titleOf(change.criterion))
        : words.either(titleOf(change.criterion), titleOf(change.other)),
    dimension: division.title,
    groups: new Map(division.groups.map(({ id, label }) => [id, label])),
  };
}

async function askForm(
  app: App,
  { form }: SignedInVisit,
  program: string,
): Promise<AskForm | undefined> {
  const found = offered(app).find(({ id }) => id === program);
  if (found === undefined) {
    return undefined;
  }
  const rules = rulesInForce(found, app.world.clock.today());
  const titles = titlesOf(program);
  return {
    program: { value: program, label: programName(program) },
    criteria: criteriaIn(rules.pathway).map((id) => ({ value: id, label: titles.get(id) ?? id })),
    dimensions: (await dimensionsMeasured(app.world)).map(({ id, title }) => ({
      value: id,
      label: title,
    })),
    follows: expressionLines(rules.pathway, titles),
    typed: {
      kind: one(form, 'kind'),
      criterion: one(form, 'criterion'),
      other: one(form, 'other'),
      dimension: one(form, 'dimension'),
    },
  };
}
