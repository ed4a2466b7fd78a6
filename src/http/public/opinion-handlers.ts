/** Advisory opinions as anybody reads them: found by provision and by word, each at an address of its own. */
import { createElement } from 'react';
import { fits, type PublishedOpinion } from '../../casework/opinion/opinion.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import {
  type CodeOfConduct,
  provisionsOf,
  provisionTitle,
} from '../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { versionName } from '../../web/pages/code/code-view.ts';
import { OpinionPage } from '../../web/pages/opinions/opinion-page.tsx';
import { OpinionsPage } from '../../web/pages/opinions/opinions-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { codeAsKept } from '../../workflow/codes/code-as-kept.ts';
import { publishedOpinions } from '../../workflow/codes/read-opinions.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Visit } from '../server/visit.ts';

export function opinionHandlers(app: App, offered: readonly OfferedProgram[]) {
  const asked = ({ params }: Visit) => {
    const program = offered.find(({ id }) => id === params['program']);
    const code = program === undefined ? undefined : codeOf(program.id);
    return program === undefined || code === undefined ? undefined : { program, code };
  };
  return {
    opinions: async (visit) => {
      const found = asked(visit);
      if (found === undefined) {
        return missingPage(visit.frame);
      }
      const { program } = found;
      const all = await publishedOpinions(app.world, program.id);
      const { code } = await codeAsKept(app.world, found.code);
      const wish = { provision: one(visit.query, 'provision'), words: one(visit.query, 'words') };
      return page(
        renderPage(
          createElement(OpinionsPage, {
            frame: visit.frame,
            program,
            opinions: all.filter((opinion) => fits(opinion, wish)),
            any: all.length > 0,
            provisions: citedIn(code, all),
            wish,
          }),
        ),
      );
    },
    opinion: async (visit) => {
      const found = asked(visit);
      const label = one(visit.params, 'opinion');
      const opinion =
        found &&
        (await publishedOpinions(app.world, found.program.id)).find((each) => each.label === label);
      if (found === undefined || opinion === undefined) {
        return missingPage(visit.frame);
      }
      const { program } = found;
      const { code } = await codeAsKept(app.world, found.code);
      const version = opinion.version.split('/').at(-1) ?? '';
      const titles = titlesIn(code, opinion.version);
      return page(
        renderPage(
          createElement(OpinionPage, {
            frame: visit.frame,
            program,
            opinion,
            version,
            cites: opinion.cites.map((number) => ({
              number,
              title: titles.get(number) ?? '',
              href: `/programs/${program.id}/code?version=${version}#${number}`,
            })),
          }),
        ),
      );
    },
  } satisfies Readonly<Record<string, Handler>>;
}

const titlesIn = (code: CodeOfConduct, version: string): ReadonlyMap<string, string> =>
  new Map(
    code.versions
      .filter(({ id }) => id === version)
      .flatMap(provisionsOf)
      .map(({ provision }) => [provision.number, provisionTitle(provision)]),
  );

/** Every provision that an opinion cites, in the order of the code, the newest version first. */
function citedIn(code: CodeOfConduct, all: readonly PublishedOpinion[]) {
  const cited = new Set(all.flatMap(({ cites }) => cites));
  const placed = code.versions.toReversed().flatMap((version) =>
    provisionsOf(version).map(({ provision }) => ({
      value: provision.number,
      label: `${provision.number} ${provisionTitle(provision)}`.trim(),
      version: versionName(version),
    })),
  );
  const seen = new Set<string>();
  return placed.filter(({ value }) => {
    const isFirst = cited.has(value) && !seen.has(value);
    seen.add(value);
    return isFirst;
  });
}
