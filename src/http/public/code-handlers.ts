/** The code of conduct of a program, as it reads now or read on a day, and what changed between two of its versions. */
import { createElement } from 'react';
import { parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { latestTexts } from '../../program/conduct/kept-texts.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { ChangesPage } from '../../web/pages/code/changes-page.tsx';
import { changesView } from '../../web/pages/code/changes-view.ts';
import { CodePage } from '../../web/pages/code/code-page.tsx';
import { type AroundCode, codeView, versionNamed } from '../../web/pages/code/code-view.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { codeAsKept } from '../../workflow/codes/code-as-kept.ts';
import { dilemmaCases } from '../../workflow/codes/dilemmas.ts';
import { publishedOpinions } from '../../workflow/codes/read-opinions.ts';
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
      const name = one(visit.query, 'version');
      const day = dayAsked(visit);
      const known = found && versionNamed(found.code, name, today());
      if (found === undefined || known === undefined || day === 'no-day') {
        return missingPage(visit.frame);
      }
      const { code: asKept, kept } = await codeAsKept(app.world, found.code, day);
      const version = versionNamed(asKept, name, today()) ?? known;
      const texts = kept.get(version.id) ?? [];
      const around: AroundCode = {
        suppliedOn: new Map([...latestTexts(texts, day)].map(([number, { on }]) => [number, on])),
        days: [...new Set(texts.map(({ on }) => on))],
        on: day,
        opinions: await publishedOpinions(app.world, found.program.id),
        dilemmas: await dilemmaCases(app.world, found.program.id),
      };
      const code = codeView(found.program, asKept, version, today(), around);
      return page(renderPage(createElement(CodePage, { frame: visit.frame, code })));
    },
    'code-changes': async (visit) => {
      const found = asked(visit);
      const asKept = found && (await codeAsKept(app.world, found.code)).code;
      const pair = asKept && pairOf(asKept, visit);
      if (found === undefined || pair === undefined) {
        return missingPage(visit.frame);
      }
      const changes = changesView(found.program, asKept ?? found.code, pair.before, pair.after);
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

/** A day in the address, as 2026-03-02; undefined where none is asked for. */
function dayAsked({ query }: Visit) {
  const typed = one(query, 'on');
  const day = typed === '' ? undefined : parseCivilDate(typed);
  return day === undefined ? undefined : day.ok ? day.value : 'no-day';
}
