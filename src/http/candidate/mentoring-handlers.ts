/** Mentoring from either side: what one offers, whom one finds, and what becomes of a pair. */
import { createElement } from 'react';
import { readWish } from '../../casework/mentoring/forms.ts';
import type { Match } from '../../casework/mentoring/match.ts';
import { actsOn, PAIR_ACTS, type Pair } from '../../casework/mentoring/pair.ts';
import type { Wish } from '../../casework/mentoring/wishes.ts';
import { allIn } from '../../casework/person/typed-text.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { AskMentorPage, FindPage, type MentorShown } from '../../web/pages/mentoring/find-page.tsx';
import { MentoringPage, type PairShown } from '../../web/pages/mentoring/mentoring-page.tsx';
import { OfferPage, type OfferPageProps } from '../../web/pages/mentoring/offer-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { concern } from '../../web/words/concern.ts';
import { mentoring as words } from '../../web/words/mentoring.ts';
import {
  askMentor,
  changePair,
  findMentors,
  myMentoring,
  offerMentoring,
} from '../../workflow/mentoring/mentoring.ts';
import type { App } from '../server/app.ts';
import { offered } from '../server/offered.ts';
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

type MentoringRoute =
  | 'mentoring'
  | 'mentoring-offer'
  | 'mentoring-offer-send'
  | 'mentoring-find'
  | 'mentoring-ask'
  | 'mentoring-ask-send'
  | 'mentoring-change';
type News = keyof typeof words.news;

const back = { href: '/my/mentoring', label: words.title };

export function mentoringHandlers(app: App): Readonly<Record<MentoringRoute, Handler>> {
  return {
    mentoring: signedIn((visit) => showMine(app, visit)),
    'mentoring-offer': signedIn((visit) => showOffer(app, visit)),
    'mentoring-offer-send': signedIn(async (visit) => {
      const program = programIn(app, one(visit.form, 'program'));
      if (program === undefined) {
        return missingPage(visit.frame);
      }
      const done = await offerMentoring(app.world, {
        person: visit.session.person,
        program: program.id,
        typed: visit.form,
        isOpen: one(visit.form, 'open') !== 'no',
      });
      if (!done.ok) {
        return refusalPage(visit.frame, done.refusal, back);
      }
      return done.value.ok
        ? redirect('/my/mentoring?news=offered')
        : offerPage(visit, program, typedOffer(visit), done.value.mistakes);
    }),
    'mentoring-find': signedIn(async (visit) => {
      const asked = one(visit.query, 'program');
      const program = asked === '' ? offered(app)[0] : programIn(app, asked);
      if (program === undefined) {
        return missingPage(visit.frame);
      }
      const wish = readWish(visit.query);
      const person = visit.session.person;
      const found = await findMentors(app.world, { person, program: program.id, wish });
      return page(
        renderPage(
          createElement(FindPage, {
            frame: visit.frame,
            program,
            programs: offered(app).map(({ id, name }) => ({ value: id, label: name })),
            wish: {
              setting: wish.setting ?? '',
              region: wish.region ?? '',
              language: wish.language ?? '',
              times: wish.times,
            },
            mentors: found.map(mentorShown),
          }),
        ),
      );
    }),
    'mentoring-ask': signedIn((visit) => showAsk(app, visit, one(visit.query, 'program'), [])),
    'mentoring-ask-send': signedIn(async (visit) => {
      const offer = one(visit.params, 'offer');
      const program = one(visit.form, 'program');
      if (!isUuid(offer)) {
        return missingPage(visit.frame);
      }
      const person = visit.session.person;
      const done = await askMentor(app.world, { person, offer, typed: visit.form });
      if (!done.ok) {
        return refusalPage(visit.frame, done.refusal, back);
      }
      return done.value.ok
        ? redirect('/my/mentoring?news=asked')
        : await showAsk(app, visit, program, done.value.mistakes);
    }),
    'mentoring-change': signedIn(async (visit) => {
      const act = PAIR_ACTS.find((known) => known === one(visit.form, 'act'));
      if (act === undefined) {
        return missingPage(visit.frame);
      }
      const done = await changePair(app.world, {
        person: visit.session.person,
        pair: one(visit.params, 'pair'),
        act,
      });
      if (done.ok) {
        return redirect('/my/mentoring?news=changed');
      }
      return done.refusal.kind === 'no-such-pair'
        ? missingPage(visit.frame)
        : refusalPage(visit.frame, done.refusal, back);
    }),
  };
}

const programIn = (app: App, wanted: string) => offered(app).find(({ id }) => id === wanted);
const nameOf = (program: string): string => programOf(program)?.name ?? program;

async function showMine(app: App, visit: SignedInVisit): Promise<Reply> {
  const known = offered(app);
  const mine = await myMentoring(
    app.world,
    visit.session.person,
    known.map(({ id }) => id),
  );
  const news = one(visit.query, 'news');
  return page(
    renderPage(
      createElement(MentoringPage, {
        frame: visit.frame,
        news: Object.hasOwn(words.news, news) ? words.news[news as News] : undefined,
        pairs: mine.pairs.map(pairShown),
        offers: mine.offers.map(({ program, isOpen, about }) => ({
          program,
          name: nameOf(program),
          isOpen,
          about,
        })),
        canOffer: mine.mayMentor
          .filter((program) => !mine.offers.some((offer) => offer.program === program))
          .map((program) => ({ id: program, name: nameOf(program) })),
        programs: known.map(({ id, name }) => ({ id, name })),
      }),
    ),
  );
}

const pairShown = (pair: Pair): PairShown => ({
  id: pair.id,
  program: nameOf(pair.program),
  standing: pair.standing,
  side: pair.side,
  since: inWordsShort(pair.since),
  words: pair.words,
  other: pair.other,
  acts: actsOn(pair),
});

async function showOffer(app: App, visit: SignedInVisit): Promise<Reply> {
  const asked = one(visit.query, 'program');
  const program = programIn(app, asked);
  if (program === undefined) {
    return asked === '' ? redirect('/my/mentoring') : missingPage(visit.frame);
  }
  const { offers } = await myMentoring(app.world, visit.session.person, []);
  const own = offers.find((offer) => offer.program === program.id);
  const typed = own === undefined ? typedOffer(visit) : { ...own, places: String(own.places) };
  return offerPage(visit, program, typed, []);
}

const typedOffer = ({ form }: SignedInVisit): OfferPageProps['typed'] => ({
  settings: allIn(form, 'settings'),
  region: one(form, 'region'),
  languages: allIn(form, 'languages'),
  times: allIn(form, 'times'),
  places: one(form, 'places'),
  about: one(form, 'about'),
});

const offerPage = (
  { frame }: SignedInVisit,
  { id, name }: OfferPageProps['program'],
  typed: OfferPageProps['typed'],
  mistakes: readonly FieldMistake[],
): Reply =>
  page(
    renderPage(createElement(OfferPage, { frame, program: { id, name }, typed, mistakes })),
    mistakes.length > 0 ? 422 : 200,
  );

const ANYTHING: Wish = { setting: undefined, region: undefined, language: undefined, times: [] };

async function showAsk(
  app: App,
  visit: SignedInVisit,
  wanted: string,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const offer = one(visit.params, 'offer');
  const person = visit.session.person;
  // The address of an offer is enough; its program only says where to look first.
  const known = wanted === '' ? offered(app) : offered(app).filter(({ id }) => id === wanted);
  const found = await Promise.all(
    known.map(async (program) => {
      const all = await findMentors(app.world, { person, program: program.id, wish: ANYTHING });
      return { program, mentor: all.find((one) => one.offer.id === offer) };
    }),
  );
  const { program, mentor } = found.find((one) => one.mentor !== undefined) ?? {};
  if (program === undefined || mentor === undefined) {
    return missingPage(visit.frame);
  }
  return page(
    renderPage(
      createElement(AskMentorPage, {
        frame: visit.frame,
        program,
        mentor: mentorShown(mentor),
        typed: one(visit.form, 'words'),
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function mentorShown({ offer, meets, misses }: Match): MentorShown {
  const listed = <Value extends string>(
    values: readonly Value[],
    labels: Readonly<Record<Value, string>>,
  ): string => values.map((value) => labels[value]).join(', ');
  return {
    id: offer.id,
    about: offer.about,
    settings: listed(offer.settings, concern.settingChoices),
    region: words.regions[offer.region],
    languages: listed(offer.languages, words.languages),
    times: listed(offer.times, words.times),
    places: words.places(offer.placesLeft, offer.places),
    meets: listed(meets, words.wished),
    misses: listed(misses, words.wished),
  };
}
