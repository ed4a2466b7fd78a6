/** The code of conduct of a program, and what changed between two of its versions. */
import { createElement } from 'react';
import { codeOf } from '../../program/catalog/codes.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { ChangesPage } from '../../web/pages/code/changes-page.tsx';
import { changesView } from '../../web/pages/code/changes-view.ts';
import { CodePage } from '../../web/pages/code/code-page.tsx';
import { codeView, versionNamed } from '../../web/pages/code/code-view.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Visit } from '../server/visit.ts';

export function codeHandlers(app: App, offered: readonly OfferedProgram[]) {
  const today = () => app.world.clock.today();
  const asked = ({ params }: Visit) => {
    const program = offered.find(({ id }) => id === params['program']);
    const code = program === undefined ? undefined : codeOf(program.id);
    return program === undefined || code === undefined ? undefined : { program, code };
  };
  return {
    code: async (visit) => {
      const found = asked(visit);
      const version = found && versionNamed(found.code, one(visit.query, 'version'), today());
      if (found === undefined || version === undefined) {
        return missingPage(visit.frame);
      }
      const code = codeView(found.program, found.code, version, today());
      return page(renderPage(createElement(CodePage, { frame: visit.frame, code })));
    },
    'code-changes': async (visit) => {
      const found = asked(visit);
      const pair = found && pairOf(found.code, visit);
      if (found === undefined || pair === undefined) {
        return missingPage(visit.frame);
      }
      const changes = changesView(found.program, found.code, pair.before, pair.after);
      return page(renderPage(createElement(ChangesPage, { frame: visit.frame, changes })));
    },
  } satisfies Readonly<Record<string, Handler>>;

  /** The two versions named, the older first; without names, the newest and the one before it. */
  function pairOf(code: CodeOfConduct, { query }: Visit) {
    const [from, to] = [one(query, 'from'), one(query, 'to')];
    const [before, after] = [
      from === '' ? code.versions.at(-2) : versionNamed(code, from, today()),
      to === '' ? code.versions.at(-1) : versionNamed(code, to, today()),
    ];
    if (before === undefined || after === undefined || before === after) {
      return undefined;
    }
    return before.from < after.from ? { before, after } : { before: after, after: before };
  }
}
