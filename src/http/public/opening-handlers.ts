/** Openings as anybody sees them, and the files a draw is replayed from. */
import { createElement } from 'react';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { BodiesPage } from '../../web/pages/bodies/bodies-page.tsx';
import { OpeningPage } from '../../web/pages/openings/opening-page.tsx';
import { type OpeningLine, OpeningsPage } from '../../web/pages/openings/openings-page.tsx';
import {
  type RecognitionShown,
  RecognitionsPage,
} from '../../web/pages/recognitions/recognitions-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { openings as words } from '../../web/words/openings.ts';
import { bodiesShown } from '../../workflow/opening/bodies.ts';
import {
  commitmentReceipt,
  drawFiles,
  missedDays,
  type OpeningListed,
  type OpeningShown,
  openingPublished,
  openingsPublished,
} from '../../workflow/opening/read-openings.ts';
import {
  type RecognitionRead,
  recognitionsPublished,
} from '../../workflow/opening/read-recognitions.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';

type OpeningRoute = 'openings' | 'bodies' | 'recognitions' | 'opening' | 'opening-file';

export const openingLine = ({ opening, stage }: OpeningListed): OpeningLine => ({
  id: opening.id,
  title: opening.title,
  of:
    opening.seat === undefined
      ? { recognition: opening.recognition ?? 'practice' }
      : { kind: opening.seat.bodyRow.kind, body: opening.seat.bodyRow.name },
  seats: opening.seats,
  how: opening.how,
  stage,
  closes: inWords(opening.closesOn),
});

export function openingHandlers(app: App): Readonly<Record<OpeningRoute, Handler>> {
  return {
    openings: async ({ frame }) => {
      const all = (await openingsPublished(app.world)).filter(
        ({ opening }) => opening.seat !== undefined,
      );
      const missed = (await missedDays(app.world)).map((one) => ({
        ...one,
        promised: inWords(one.promised),
        answered: one.answered === undefined ? undefined : inWords(one.answered),
      }));
      return page(
        renderPage(createElement(OpeningsPage, { frame, openings: all.map(openingLine), missed })),
      );
    },
    bodies: async ({ frame }) =>
      page(renderPage(createElement(BodiesPage, { frame, bodies: await bodiesShown(app.world) }))),
    recognitions: async ({ frame }) => {
      const all = await recognitionsPublished(app.world);
      return page(
        renderPage(
          createElement(RecognitionsPage, { frame, recognitions: all.map(recognitionShown) }),
        ),
      );
    },
    opening: (visit) =>
      found(app, visit, async ({ opening, draw, stage, standing }) =>
        page(
          renderPage(
            createElement(OpeningPage, {
              frame: visit.frame,
              ...{ opening, draw, stage, standing },
              program: programName(opening.program),
              outcome:
                opening.recognition === undefined || stage === 'open' || stage === 'not-yet'
                  ? undefined
                  : (await recognitionsPublished(app.world)).find(
                      (one) => one.opening.id === opening.id,
                    ),
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

const programName = (program: string): string => programOf(program)?.name ?? program;

const recognitionShown = ({ opening, stage, ...read }: RecognitionRead): RecognitionShown => ({
  ...read,
  id: opening.id,
  title: opening.title,
  kind: opening.recognition ?? 'practice',
  program: programName(opening.program),
  most: opening.seats,
  isOpen: stage === 'open' || stage === 'not-yet',
  closes: inWords(opening.closesOn),
  duties: opening.duties,
});

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
