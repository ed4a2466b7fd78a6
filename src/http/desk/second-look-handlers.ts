/** The board's desk of second looks at what was decided about nominees. */
import { createElement } from 'react';
import type { Against } from '../../casework/opening/second-look.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { daysBetween, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { SecondLookPage } from '../../web/pages/desk-second-looks/second-look-page.tsx';
import {
  type SecondLookLine,
  SecondLooksPage,
} from '../../web/pages/desk-second-looks/second-looks-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { secondLook as words } from '../../web/words/second-look.ts';
import {
  type AppealHeard,
  answerSecondLook,
  secondLooksFor,
} from '../../workflow/opening/second-look.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

type SecondLookRoute = 'second-looks' | 'second-look' | 'second-look-answer';
const AT = '/desk/second-looks';

export function secondLookHandlers(app: App): Readonly<Record<SecondLookRoute, Handler>> {
  return {
    'second-looks': signedIn(async ({ frame, session, query }) => {
      const all = await secondLooksFor(app.world, session.person);
      return page(
        renderPage(
          createElement(SecondLooksPage, {
            frame,
            lines: all.map((heard) => lineOf(app, heard)),
            news: one(query, 'news') === 'answered' ? words.desk.news : undefined,
          }),
        ),
      );
    }),
    'second-look': signedIn((visit) => show(app, visit, [])),
    'second-look-answer': signedIn(async (visit) => {
      const asked = asksFor(visit);
      if (asked === undefined) {
        return missingPage(visit.frame);
      }
      const done = await answerSecondLook(app.world, {
        ...{ ...asked, member: visit.session.person, typed: visit.form },
      });
      if (!done.ok) {
        return done.refusal.kind === 'no-such-appeal'
          ? missingPage(visit.frame)
          : refusalPage(visit.frame, done.refusal, { href: AT, label: words.desk.title });
      }
      return done.value.ok
        ? redirect(`${AT}?news=answered`)
        : await show(app, visit, done.value.mistakes);
    }),
  };
}

function asksFor({
  params,
}: SignedInVisit): { readonly nomination: string; readonly against: Against } | undefined {
  const [nomination, against] = [one(params, 'nomination'), one(params, 'against')];
  return isUuid(nomination) && (against === 'aside' || against === 'decision')
    ? { nomination, against }
    : undefined;
}

const lateBy = (app: App, { appeal }: AppealHeard): number =>
  appeal.answer === undefined
    ? Math.max(0, daysBetween(appeal.promisedBy, app.world.clock.today()))
    : 0;

function lineOf(app: App, heard: AppealHeard): SecondLookLine {
  const { appeal, opening } = heard;
  const late = lateBy(app, heard);
  return {
    nomination: appeal.nomination,
    label: appeal.label,
    title: opening.title,
    against: appeal.against,
    promised: inWordsShort(appeal.promisedBy),
    overdue: late > 0 ? en.desk.late(late) : undefined,
    upheld: appeal.answer?.upheld,
  };
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const asked = asksFor(visit);
  const found = (await secondLooksFor(app.world, visit.session.person)).find(
    ({ appeal }) => appeal.nomination === asked?.nomination && appeal.against === asked.against,
  );
  if (found === undefined) {
    return missingPage(visit.frame);
  }
  return page(
    renderPage(
      createElement(SecondLookPage, {
        frame: visit.frame,
        appeal: found.appeal,
        title: found.opening.title,
        criteria: found.opening.criteria,
        daysLate: lateBy(app, found),
        typed: (field) => one(visit.form, field),
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
