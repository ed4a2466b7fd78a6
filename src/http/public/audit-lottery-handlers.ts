/** The lotteries of audits as anybody may check them, and the page behind a link that asks to confirm a course. */
import { createElement } from 'react';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import {
  AuditsPage,
  LotteryPage,
  type LotteryPageProps,
} from '../../web/pages/audits/audits-page.tsx';
import { ConfirmPage } from '../../web/pages/confirm/confirm-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import { renewal as words } from '../../web/words/renewal.ts';
import type { LotteryRow } from '../../workflow/ports/renewal-records.ts';
import { confirmActivity, confirmationAsked } from '../../workflow/renew/answer-audit.ts';
import { lotteriesShown, lotteryShown, recordOf } from '../../workflow/renew/lottery.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, redirect, type Visit } from '../server/visit.ts';

const own = words.lotteries;

type PublicRoute = 'audits' | 'audit-lottery' | 'audit-record' | 'confirm' | 'confirm-send';

export function auditLotteryHandlers(app: App): Readonly<Record<PublicRoute, Handler>> {
  return {
    audits: async ({ frame }) => {
      const known = await lotteriesShown(app.world);
      const lotteries = known.map((row) => ({ href: `/audits/${row.id}`, text: titleOf(row) }));
      return page(renderPage(createElement(AuditsPage, { frame, lotteries })));
    },
    'audit-lottery': async ({ frame, params }) => {
      const row = await lotteryShown(app.world, one(params, 'lottery'));
      return row === undefined
        ? missingPage(frame)
        : page(renderPage(createElement(LotteryPage, { frame, ...lotteryView(row) })));
    },
    'audit-record': async ({ frame, params }) => {
      const row = await lotteryShown(app.world, one(params, 'lottery'));
      const record = row === undefined ? undefined : recordOf(row);
      return row === undefined || record === undefined
        ? missingPage(frame)
        : {
            ...{ kind: 'bytes', type: 'application/json' },
            bytes: `${JSON.stringify(record, null, 2)}\n`,
            headers: { 'content-disposition': `attachment; filename="${row.id}.json"` },
          };
    },
    confirm: (visit) => show(app, visit, []),
    'confirm-send': (visit) => answer(app, visit),
  };
}

const titleOf = ({ program, plan }: LotteryRow): string =>
  own.one(programOf(program)?.name ?? program, inWordsShort(plan.publishedOn));

function lotteryView(row: LotteryRow): Omit<LotteryPageProps, 'frame'> {
  const { plan, pool, draw } = row;
  return {
    title: titleOf(row),
    rates: plan.strata.map(({ title, percent }) => own.rate(title, percent)),
    steps: stepsOf(row),
    compared: listed(draw?.compared).flatMap(comparedLine),
    labels: draw?.drawn ?? [],
    record:
      pool === undefined || draw === undefined
        ? undefined
        : { href: `/audits/${row.id}/record.json`, file: `${row.id}.json` },
  };
}

function stepsOf({ plan, planPlace, pool, draw }: LotteryRow): LotteryPageProps['steps'] {
  return [
    {
      ...{ key: 'plan', when: inWords(plan.publishedOn), what: own.planned(planPlace) },
      detail: `${own.fingerprint}: ${plan.commitment}`,
    },
    pool === undefined
      ? { key: 'pool', when: own.ahead, what: own.close, ahead: true }
      : {
          ...{ key: 'pool', when: inWords(pool.closedOn) },
          what: own.pool(pool.entries.length, pool.place),
          detail: `${own.poolPrint}: ${pool.fingerprint}`,
        },
    {
      ...{ key: 'number', when: inWords(plan.publicNumber.on) },
      what: own.numberStep(plan.publicNumber.source),
      ...(draw === undefined ? { ahead: true } : { detail: draw.publicNumber }),
    },
    draw === undefined
      ? { key: 'draw', when: own.ahead, what: own.draw, ahead: true }
      : {
          ...{ key: 'draw', when: inWords(plan.publicNumber.on) },
          what: own.drawn(draw.drawn.length, draw.place),
          detail: `${own.seed}: ${draw.seed}`,
        },
  ];
}

function comparedLine(line: Json): LotteryPageProps['compared'] {
  const trait = textMember(line, 'trait');
  const titles: Readonly<Record<string, string>> = own.traits;
  const figure = (name: string): number => Number(member(line, name) ?? Number.NaN);
  return trait === undefined
    ? []
    : [
        {
          ...{ who: titles[trait] ?? trait, inPool: String(figure('inPool')) },
          ...{ drawn: String(figure('drawn')), expected: figure('expected').toFixed(1) },
          chance: `${(figure('chance') * 100).toFixed(1)} %`,
        },
      ];
}

async function show(app: App, visit: Visit, mistakes: readonly FieldMistake[]): Promise<Reply> {
  const asked = await confirmationAsked(app.world, one(visit.params, 'token'));
  const { facts } = words.confirm;
  return page(
    renderPage(
      createElement(ConfirmPage, {
        ...{ frame: visit.frame, action: visit.path, mistakes },
        state: asked === undefined ? 'over' : asked.answered ? 'done' : 'ask',
        who: asked?.holderName ?? '',
        facts:
          asked === undefined
            ? []
            : [
                { term: facts.title, value: asked.title },
                { term: facts.provider, value: asked.provider },
                { term: facts.on, value: inWords(asked.completed) },
                { term: facts.hours, value: String(asked.hours) },
              ],
        typed: {
          tookPlace: one(visit.form, 'took-place'),
          hours: one(visit.form, 'hours'),
          words: one(visit.form, 'words'),
        },
      }),
    ),
    asked === undefined ? 404 : mistakes.length > 0 ? 422 : 200,
  );
}

async function answer(app: App, visit: Visit): Promise<Reply> {
  const done = await confirmActivity(app.world, {
    token: one(visit.params, 'token'),
    tookPlace: one(visit.form, 'took-place'),
    hours: one(visit.form, 'hours'),
    words: one(visit.form, 'words'),
  });
  if (done.ok || done.refusal.kind === 'over') {
    return redirect(visit.path);
  }
  const field = done.refusal.kind === 'not-hours' ? 'hours' : 'took-place';
  return await show(app, visit, [{ field, message: refusalSentence(done.refusal) }]);
}
