/** Dilemma cases: read by anybody, worked through by anybody; of somebody signed in it is kept, for them, that they did. */
import { createElement } from 'react';
import { codeOf } from '../../program/catalog/codes.ts';
import { provisionsOf, provisionTitle } from '../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { DilemmaPage } from '../../web/pages/dilemmas/dilemma-page.tsx';
import { DilemmasPage } from '../../web/pages/dilemmas/dilemmas-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { dilemmas as words } from '../../web/words/dilemmas.ts';
import { codeAsKept } from '../../workflow/codes/code-as-kept.ts';
import { dilemmaCases, noteWorkedThrough, workedThrough } from '../../workflow/codes/dilemmas.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, redirect, type Visit } from '../server/visit.ts';

export function dilemmaHandlers(app: App, offered: readonly OfferedProgram[]) {
  const programAsked = ({ params }: Visit) => offered.find(({ id }) => id === params['program']);
  const caseAsked = async (visit: Visit) => {
    const program = programAsked(visit);
    const slug = one(visit.params, 'case');
    const cases = program === undefined ? [] : await dilemmaCases(app.world, program.id);
    const dilemma = cases.find((each) => each.slug === slug);
    return program === undefined || dilemma === undefined ? undefined : { program, dilemma };
  };
  const show = async (
    visit: Visit,
    chosen: string,
    mistakes: readonly FieldMistake[],
  ): Promise<Reply> => {
    const found = await caseAsked(visit);
    const code = found && codeOf(found.program.id);
    if (found === undefined || code === undefined) {
      return missingPage(visit.frame);
    }
    const { program, dilemma } = found;
    const kept = await codeAsKept(app.world, code);
    const titles = new Map(
      kept.code.versions
        .filter(({ id }) => id === dilemma.version)
        .flatMap(provisionsOf)
        .map(({ provision }) => [provision.number, provisionTitle(provision)]),
    );
    return page(
      renderPage(
        createElement(DilemmaPage, {
          ...{ frame: visit.frame, program, dilemma, titles, mistakes },
          version: dilemma.version.split('/').at(-1) ?? '',
          chosen: dilemma.options.find(({ id }) => id === chosen)?.id,
        }),
      ),
      mistakes.length > 0 ? 422 : 200,
    );
  };
  return {
    dilemmas: async (visit) => {
      const program = programAsked(visit);
      if (program === undefined || codeOf(program.id) === undefined) {
        return missingPage(visit.frame);
      }
      const { session } = visit;
      const done =
        session === undefined
          ? new Map<string, number>()
          : await workedThrough(app.world, { person: session.person, program: program.id });
      return page(
        renderPage(
          createElement(DilemmasPage, {
            frame: visit.frame,
            program,
            cases: await dilemmaCases(app.world, program.id),
            done: new Map([...done].map(([slug, at]) => [slug, app.world.clock.dayOf(at)])),
          }),
        ),
      );
    },
    dilemma: (visit) => show(visit, one(visit.query, 'way'), []),
    'dilemma-choose': async (visit) => {
      const found = await caseAsked(visit);
      const way = found?.dilemma.options.find(({ id }) => id === one(visit.form, 'way'));
      if (found === undefined || way === undefined) {
        return await show(visit, '', [{ field: 'way', message: words.chooseMistake }]);
      }
      const { program, dilemma } = found;
      if (visit.session !== undefined) {
        const { person } = visit.session;
        await noteWorkedThrough(app.world, { person, program: program.id, slug: dilemma.slug });
      }
      return redirect(`/programs/${program.id}/dilemmas/${dilemma.slug}?way=${way.id}#says`);
    },
  } satisfies Readonly<Record<string, Handler>>;
}
