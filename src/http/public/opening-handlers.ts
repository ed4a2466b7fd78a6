/** Openings as anybody sees them, and the files a draw is replayed from. */
import { createElement } from 'react';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { OpeningPage } from '../../web/pages/openings/opening-page.tsx';
import { type OpeningLine, OpeningsPage } from '../../web/pages/openings/openings-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { openings as words } from '../../web/words/openings.ts';
import {
  commitmentReceipt,
  drawFiles,
  missedDays,
  type OpeningListed,
  type OpeningShown,
  openingPublished,
  openingsPublished,
} from '../../workflow/opening/read-openings.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, isUuid, one, page, type Reply, type Visit } from '../server/visit.ts';

type OpeningRoute = 'openings' | 'opening' | 'opening-file';

export const openingLine = ({ opening, stage }: OpeningListed): OpeningLine => ({
  id: opening.id,
  title: opening.title,
  kind: opening.bodyRow.kind,
  body: opening.bodyRow.name,
  seats: opening.seats,
  how: opening.how,
  stage,
  closes: inWords(opening.closesOn),
});

export function openingHandlers(app: App): Readonly<Record<OpeningRoute, Handler>> {
  return {
    openings: async ({ frame }) => {
      const all = await openingsPublished(app.world);
      const missed = (await missedDays(app.world)).map((one) => ({
        ...one,
        promised: inWords(one.promised),
        answered: one.answered === undefined ? undefined : inWords(one.answered),
      }));
      return page(
        renderPage(createElement(OpeningsPage, { frame, openings: all.map(openingLine), missed })),
      );
    },
    opening: (visit) =>
      found(app, visit, async ({ opening, draw, stage, standing }) =>
        page(
          renderPage(
            createElement(OpeningPage, {
              frame: visit.frame,
              ...{ opening, draw, stage, standing },
              program: programOf(opening.program)?.name ?? opening.program,
              files: drawFiles(draw).map(({ name }) => name),
            }),
          ),
        ),
      ),
    'opening-file': (visit) =>
      found(app, visit, async (shown) => {
        const name = one(visit.params, 'name');
        if (name === words.draw.receiptName) {
          const receipt = await commitmentReceipt(app.world, app.log, shown);
          return receipt === undefined
            ? missingPage(visit.frame)
            : download(name, 'text/plain; charset=utf-8', receipt);
        }
        const file = drawFiles(shown.draw).find((each) => each.name === name);
        return file === undefined ? missingPage(visit.frame) : download(name, file.type, file.text);
      }),
  };
}

async function found(
  app: App,
  { params, frame }: Visit,
  answer: (shown: OpeningShown) => Promise<Reply>,
): Promise<Reply> {
  const id = one(params, 'opening');
  const shown = isUuid(id) ? await openingPublished(app.world, id) : undefined;
  return shown === undefined ? missingPage(frame) : await answer(shown);
}

const download = (name: string, type: string, text: string): Reply => ({
  kind: 'bytes',
  type,
  bytes: text,
  headers: {
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
    'content-disposition': `attachment; filename="${name}"`,
  },
});
