/** The pool that panels are drawn from, as the director keeps it. */
import { createElement } from 'react';
import { readPlace } from '../../casework/conduct/read-place.ts';
import { type CivilDate, inWordsShort, parts } from '../../kernel/dates/civil-date.ts';
import { PlacePage } from '../../web/pages/pool/place-page.tsx';
import { type PoolLine, PoolPage } from '../../web/pages/pool/pool-page.tsx';
import type { TypedDate } from '../../web/parts/date-field/date-field.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { complaintActs } from '../../web/words/complaint-acts.ts';
import { pool as words } from '../../web/words/complaints.ts';
import { keepInPool, poolPeople } from '../../workflow/conduct/keep-pool.ts';
import type { PoolPlace } from '../../workflow/ports/conduct-records.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

export function poolHandlers(
  app: App,
): Readonly<Record<'pool' | 'pool-person' | 'pool-keep', Handler>> {
  return {
    pool: signedIn(async ({ frame, session, query }) => {
      const people = await poolPeople(app.world, session.person);
      const today = app.world.clock.today();
      return page(
        renderPage(
          createElement(PoolPage, {
            frame,
            lines: people.map((place) => lineOf(place, today)),
            news: one(query, 'news') === 'saved' ? words.saved : undefined,
          }),
        ),
      );
    }),
    'pool-person': signedIn((visit) => showPlace(app, visit, undefined)),
    'pool-keep': signedIn((visit) => keep(app, visit)),
  };
}

function lineOf({ person, fullName, kept }: PoolPlace, today: CivilDate): PoolLine {
  if (kept === undefined) {
    return { person, name: fullName, kept: undefined };
  }
  const { isPublic, trainedUntil, termEnds } = kept;
  const trainingOver = trainedUntil < today;
  const termOver = termEnds < today;
  const trainingFirst = trainedUntil < termEnds;
  return {
    person,
    name: fullName,
    kept: {
      isPublic,
      trained: inWordsShort(trainedUntil),
      term: inWordsShort(termEnds),
      can: !trainingOver && !termOver,
      stands: trainingOver
        ? words.trainingOver
        : termOver
          ? words.termOver
          : words.soon(inWordsShort(trainingFirst ? trainedUntil : termEnds)),
    },
  };
}

async function keep(app: App, visit: SignedInVisit): Promise<Reply> {
  const read = readPlace(visit.form, app.world.clock.today(), {
    label: (field) => LABELS[field] ?? field,
    choose: complaintActs.choose,
  });
  if (!read.ok) {
    return await showPlace(app, visit, read.mistakes);
  }
  const done = await keepInPool(app.world, {
    director: visit.session.person,
    person: one(visit.params, 'person'),
    ...read.value,
  });
  if (done.ok) {
    return redirect('/desk/pool?news=saved');
  }
  return done.refusal.kind === 'no-such-person'
    ? missingPage(visit.frame)
    : await showPlace(app, visit, [
        { field: 'term', message: `${words.term}: ${done.refusal.because}.` },
      ]);
}

const LABELS: Readonly<Record<string, string>> = {
  public: words.isPublic,
  trained: words.trained,
  term: words.term,
};

/** As it is kept; or, with mistakes, as it was typed. */
async function showPlace(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[] | undefined,
): Promise<Reply> {
  const people = await poolPeople(app.world, visit.session.person);
  const place = people.find(({ person }) => person === one(visit.params, 'person'));
  if (place === undefined) {
    return missingPage(visit.frame);
  }
  const { person, fullName, kept } = place;
  return page(
    renderPage(
      createElement(PlacePage, {
        ...{ frame: visit.frame, person, name: fullName, interests: kept?.interests ?? '' },
        typed:
          mistakes === undefined
            ? {
                isPublic: kept === undefined ? '' : kept.isPublic ? 'yes' : 'no',
                trained: boxesOf(kept?.trainedUntil),
                term: boxesOf(kept?.termEnds),
              }
            : {
                isPublic: one(visit.form, 'public'),
                trained: typedBoxes(visit, 'trained'),
                term: typedBoxes(visit, 'term'),
              },
        mistakes: mistakes ?? [],
      }),
    ),
    mistakes === undefined ? 200 : 422,
  );
}

function boxesOf(day: CivilDate | undefined): TypedDate {
  if (day === undefined) {
    return { month: '', day: '', year: '' };
  }
  const { year, month, day: of } = parts(day);
  return { month: String(month), day: String(of), year: String(year) };
}

const typedBoxes = ({ form }: SignedInVisit, name: string): TypedDate => ({
  month: one(form, `${name}-month`),
  day: one(form, `${name}-day`),
  year: one(form, `${name}-year`),
});
