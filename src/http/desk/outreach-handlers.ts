/** The page of outreach: what was planned, what it brought as the gate lets it through, and the form that plans one. */
import { createElement } from 'react';
import { typedDate } from '../../casework/finding/answer-form.ts';
import { readOutreach } from '../../casework/finding/outreach.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { OutreachPage, type OutreachPageProps } from '../../web/pages/outreach/outreach-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { outreach as words } from '../../web/words/board.ts';
import { planOutreach } from '../../workflow/board/plan-outreach.ts';
import { type BoardFindings, findingsForBoard } from '../../workflow/board/read-findings.ts';
import { countedUntil } from '../../workflow/measure/division.ts';
import { measureOutreach } from '../../workflow/measure/measure-outreach.ts';
import type { App } from '../server/app.ts';
import { offered } from '../server/offered.ts';
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
import { readersOf } from './board-handlers.ts';
import { programName } from './in-words.ts';

type OutreachRoute = 'outreach' | 'outreach-plan';

export function outreachHandlers(app: App): Readonly<Record<OutreachRoute, Handler>> {
  return {
    outreach: signedIn((visit) => show(app, visit, one(visit.query, 'finding'), [])),
    'outreach-plan': signedIn((visit) => plan(app, visit)),
  };
}

async function plan(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, session } = visit;
  const finding = one(form, 'finding');
  const read = readOutreach(
    form,
    offered(app).map(({ id }) => id),
    app.world.clock.today(),
  );
  if (!read.ok) {
    return await show(app, visit, finding, read.mistakes);
  }
  const done = await planOutreach(app.world, {
    member: session.person,
    finding: isUuid(finding) ? finding : undefined,
    outreach: read.value,
  });
  if (done.ok) {
    return redirect(`/desk/outreach?recorded=yes#${done.value.id}`);
  }
  return done.refusal.kind === 'code-taken'
    ? await show(app, visit, finding, [
        { field: 'code', message: `${words.code}: ${done.refusal.because}.` },
      ])
    : missingPage(visit.frame);
}

async function show(
  app: App,
  visit: SignedInVisit,
  finding: string,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const reader = readersOf(visit).find(({ rights }) => rights !== 'reviewer');
  if (reader === undefined) {
    return missingPage(visit.frame);
  }
  const all = await findingsForBoard(app.world, reader);
  const world = { clock: app.world.clock, measurements: app.measurements };
  const funnels = await measureOutreach(world, all.outreach);
  const labels = new Map(all.findings.map(({ id, label }) => [id, label]));
  const props: OutreachPageProps = {
    frame: visit.frame,
    origin: app.world.origin,
    outreach: all.outreach.map((row) => ({
      ...row,
      plannedByName: all.names.get(row.plannedBy),
      findingLabel: row.finding === undefined ? undefined : labels.get(row.finding),
      funnel: funnels.get(row.code),
    })),
    countedUntil: countedUntil(app.world),
    plan: reader.rights === 'board' ? planForm(app, visit, all, finding) : undefined,
    mistakes,
    news:
      mistakes.length === 0 && one(visit.query, 'recorded') === 'yes' ? words.recorded : undefined,
  };
  return page(renderPage(createElement(OutreachPage, props)), mistakes.length > 0 ? 422 : 200);
}

function planForm(
  app: App,
  { form }: SignedInVisit,
  { findings }: BoardFindings,
  asked: string,
): OutreachPageProps['plan'] {
  const found = findings.find(({ id, finding }) => id === asked && finding.rater === undefined);
  const program = one(form, 'program') || (found?.finding.measurements[0].program ?? '');
  return {
    programs: offered(app).map(({ id }) => ({ value: id, label: programName(id) })),
    finding: found === undefined ? undefined : { id: found.id, label: found.label },
    typed: {
      program,
      target: one(form, 'target'),
      means: one(form, 'means'),
      how: one(form, 'how'),
      code: one(form, 'code'),
      from: typedDate(form, 'from'),
      until: typedDate(form, 'until'),
    },
  };
}
