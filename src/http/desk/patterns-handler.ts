/** The page on which the board reads what complaints are about, and where promises were broken. */
import { createElement } from 'react';
import { concernAnswerDay } from '../../casework/concern/answer-day.ts';
import { standingOutcomes } from '../../fairness/disclosure/release.ts';
import { nothingShown } from '../../fairness/disclosure/released-outcomes.ts';
import { standingTrend } from '../../fairness/disclosure/released-trend.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
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
    const { broken, unseen } = await world.records.as(reader, async ({ conduct }) => {
      await conduct.noteListRead('promise-list');
      return {
        broken: await conduct.brokenPromises(),
        unseen: await conduct.unseenConcerns(),
      };
    });
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
    return page(
      renderPage(
        createElement(PatternsPage, {
          ...{ frame, release, patterns, broken },
          unseen: unseen.map(({ label, about, receivedAt, since }) => {
            const by = concernAnswerDay(world.clock.dayOf(receivedAt));
            return {
              ...{ label, about, since: inWordsShort(world.clock.dayOf(since)) },
              ...{ promised: inWordsShort(by), isLate: by < world.clock.today() },
            };
          }),
        }),
      ),
    );
  });
}
