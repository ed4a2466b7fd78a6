/** The page on which the board reads what complaints are about, and where promises were broken. */
import { createElement } from 'react';
import { standingOutcomes } from '../../fairness/disclosure/release.ts';
import { nothingShown } from '../../fairness/disclosure/released-outcomes.ts';
import { standingTrend } from '../../fairness/disclosure/released-trend.ts';
import { PatternsPage } from '../../web/pages/patterns/patterns-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { SCREENING } from '../../workflow/measure/count-conduct.ts';
import { programPart } from '../../workflow/measure/count-outcomes.ts';
import { divisionBy, nextReleaseOn } from '../../workflow/measure/division.ts';
import { NONE_NAMED, PATTERNS } from '../../workflow/measure/pattern-division.ts';
import { readOutcomes } from '../../workflow/measure/read-releases.ts';
import type { App } from '../server/app.ts';
import { type Handler, page, signedIn } from '../server/visit.ts';

export function patternsHandler({ world }: App): Handler {
  return signedIn(async ({ frame, session }) => {
    const reader = { rights: 'board', person: session.person } as const;
    const releases = await readOutcomes(world.records, reader);
    const broken = await world.records.as(reader, ({ conduct }) => conduct.brokenPromises());
    const newest = releases.value.at(-1)?.outcomes;
    const isMeasured = newest?.tables.some(({ kind }) => kind === SCREENING) === true;
    const patterns = (isMeasured ? PATTERNS : []).map((id) => {
      const { groups } = divisionBy(id);
      const of = { kind: SCREENING, dimension: id, unstated: NONE_NAMED };
      return {
        ...{ id, groups, noneNamed: NONE_NAMED },
        all:
          standingOutcomes(releases, { ...of, part: programPart(undefined) }) ??
          nothingShown(groups.map((group) => group.id)),
        trend: standingTrend(releases, of),
      };
    });
    const release =
      newest === undefined ? undefined : { ...newest, nextOn: nextReleaseOn(world.clock.today()) };
    return page(renderPage(createElement(PatternsPage, { frame, release, patterns, broken })));
  });
}
