/** The desk of renewal: courses to review, the providers whose courses count, the lotteries of audits. */
import { createElement } from 'react';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../../program/catalog/catalog.ts';
import { CoursesPage } from '../../web/pages/desk-renewal/courses-page.tsx';
import { LotteriesPage, type LotteryAtDesk } from '../../web/pages/desk-renewal/lotteries-page.tsx';
import { type ProviderShown, ProvidersPage } from '../../web/pages/desk-renewal/providers-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import { renewal as words } from '../../web/words/renewal.ts';
import type { CourseToReview } from '../../workflow/ports/renewal-records.ts';
import {
  addProvider,
  changeApproval,
  coursesToLookAtAgain,
  coursesToReview,
  lookAtCourseAgain,
  providersKnown,
  reviewCourse,
} from '../../workflow/renew/courses.ts';
import {
  closePool,
  drawLottery,
  lotteriesShown,
  planLottery,
  rateOf,
} from '../../workflow/renew/lottery.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import { dateIn } from '../server/typed-date.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

type DeskRoute =
  | 'courses'
  | 'course-review'
  | 'course-again'
  | 'providers'
  | 'provider-add'
  | 'provider-change'
  | 'lotteries'
  | 'lottery-plan'
  | 'lottery-step';
type Mistakes = readonly FieldMistake[];

export function renewalDeskHandlers(app: App): Readonly<Record<DeskRoute, Handler>> {
  return {
    courses: signedIn((visit) => showCourses(app, visit, [])),
    'course-review': signedIn((visit) => review(app, visit, reviewCourse)),
    'course-again': signedIn((visit) => review(app, visit, lookAtCourseAgain)),
    providers: signedIn((visit) => showProviders(app, visit, [])),
    'provider-add': signedIn((visit) => add(app, visit)),
    'provider-change': signedIn((visit) => change(app, visit)),
    lotteries: signedIn((visit) => showLotteries(app, visit, [])),
    'lottery-plan': signedIn((visit) => plan(app, visit)),
    'lottery-step': signedIn((visit) => step(app, visit)),
  };
}

async function showCourses(app: App, visit: SignedInVisit, mistakes: Mistakes): Promise<Reply> {
  const { person } = visit.session;
  const [courses, again] = [
    await coursesToReview(app.world, person),
    await coursesToLookAtAgain(app.world, person),
  ];
  const shown = (course: CourseToReview) => ({
    ...{ id: course.id, title: course.title },
    facts: [
      ...[course.provider, programOf(course.program)?.designation ?? course.program],
      `${inWordsShort(course.began)} to ${inWordsShort(course.completed)}`,
      ...[`${course.hours} h`, ...course.subjects],
    ].join(', '),
    typed: {
      accepted: one(visit.form, `accepted-${course.id}`),
      reason: one(visit.form, `reason-${course.id}`),
    },
  });
  return page(
    renderPage(
      createElement(CoursesPage, {
        ...{ frame: visit.frame, mistakes, courses: courses.map(shown) },
        news: one(visit.query, 'news') === 'saved' ? words.courses.saved : undefined,
        again: again.map((course) => ({
          ...{ ...shown(course), first: course.reason, said: course.said },
          promised: words.courses.promised(inWordsShort(course.promisedBy)),
        })),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function review(
  app: App,
  visit: SignedInVisit,
  answer: typeof reviewCourse | typeof lookAtCourseAgain,
): Promise<Reply> {
  const activity = one(visit.params, 'activity');
  const accepted = one(visit.form, `accepted-${activity}`);
  if (!isUuid(activity)) {
    return missingPage(visit.frame);
  }
  if (accepted !== 'yes' && accepted !== 'no') {
    const message = `${words.courses.accepted} Choose one.`;
    return await showCourses(app, visit, [{ field: `accepted-${activity}`, message }]);
  }
  const done = await answer(app.world, {
    ...{ reviewer: visit.session.person, activity, accepted: accepted === 'yes' },
    reason: one(visit.form, `reason-${activity}`),
  });
  if (done.ok) {
    return redirect('/desk/courses?news=saved');
  }
  return done.refusal.kind === 'reason-missing'
    ? await showCourses(app, visit, [
        { field: `reason-${activity}`, message: refusalSentence(done.refusal) },
      ])
    : refusalPage(visit.frame, done.refusal, { href: '/desk/courses', label: words.courses.title });
}

async function showProviders(app: App, visit: SignedInVisit, mistakes: Mistakes): Promise<Reply> {
  const known = await providersKnown(app.world);
  return page(
    renderPage(
      createElement(ProvidersPage, {
        ...{ frame: visit.frame, mistakes },
        news: one(visit.query, 'news') === 'saved' ? words.providers.saved : undefined,
        typed: Object.fromEntries(
          Object.keys(visit.form).map((name) => [name, one(visit.form, name)]),
        ),
        providers: known.map(
          ({ id, name, approved, signsWith }): ProviderShown => ({
            ...{ id, name, signs: signsWith !== undefined },
            periods: approved.map(({ from, to }) =>
              words.providers.since(inWordsShort(from), to === null ? null : inWordsShort(to)),
            ),
            change: approved.some(({ to }) => to === null) ? 'end' : 'approve',
          }),
        ),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const PROVIDER_FIELD: Readonly<Record<string, string>> = {
  'title-missing': 'title',
  'known-already': 'title',
  'not-a-date': 'from',
  'not-a-key': 'signs-with',
};

async function add(app: App, visit: SignedInVisit): Promise<Reply> {
  const today = app.world.clock.today();
  const from = dateIn(visit.form, 'from', { label: words.providers.from, today });
  if (!from.ok) {
    return await showProviders(app, visit, [{ field: 'from', message: from.refusal.because }]);
  }
  const done = await addProvider(app.world, {
    ...{ staff: visit.session.person, title: one(visit.form, 'title') },
    ...{ from: from.value, signsWith: one(visit.form, 'signs-with') },
  });
  return done.ok
    ? redirect('/desk/providers?news=saved')
    : await showProviders(app, visit, [
        {
          field: PROVIDER_FIELD[done.refusal.kind] ?? 'title',
          message: refusalSentence(done.refusal),
        },
      ]);
}

async function change(app: App, visit: SignedInVisit): Promise<Reply> {
  const provider = one(visit.params, 'provider');
  const asked = { label: words.providers.day, today: app.world.clock.today() };
  const day = dateIn(visit.form, `day-${provider}`, asked);
  if (!day.ok) {
    return await showProviders(app, visit, [
      { field: `day-${provider}`, message: day.refusal.because },
    ]);
  }
  const done = await changeApproval(app.world, {
    ...{ staff: visit.session.person, provider, day: day.value },
    change: one(visit.form, 'change') === 'end' ? 'end' : 'approve',
  });
  return done.ok
    ? redirect('/desk/providers?news=saved')
    : await showProviders(app, visit, [
        { field: `day-${provider}`, message: refusalSentence(done.refusal) },
      ]);
}

async function showLotteries(app: App, visit: SignedInVisit, mistakes: Mistakes): Promise<Reply> {
  const known = await lotteriesShown(app.world);
  const today = app.world.clock.today();
  const told: Readonly<Record<string, string>> = words.lotteries.news;
  const offered = programs.filter(({ invented }) => app.demonstration || !invented);
  const rate = String(rateOf(offered[0]?.id ?? '', today));
  const typed = Object.fromEntries(
    Object.keys(visit.form).map((name) => [name, one(visit.form, name)]),
  );
  return page(
    renderPage(
      createElement(LotteriesPage, {
        ...{ frame: visit.frame, mistakes, news: told[one(visit.query, 'news')] },
        programs: offered.map(({ id, name }) => ({ value: id, label: name })),
        lotteries: known.map(
          ({ id, program, plan: published, pool, draw }): LotteryAtDesk => ({
            ...{ id, source: published.publicNumber.source },
            title: words.lotteries.one(
              programOf(program)?.name ?? program,
              inWordsShort(published.publishedOn),
            ),
            next: draw !== undefined ? undefined : pool === undefined ? 'close' : 'draw',
          }),
        ),
        typed: { approved: rate, reviewed: rate, ...typed },
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const PLAN_FIELD: Readonly<Record<string, string>> = {
  'not-a-rate': 'approved',
  'number-too-early': 'number-on',
  'no-such-program': 'program',
  'open-already': 'program',
  'planned-today': 'program',
};

async function plan(app: App, visit: SignedInVisit): Promise<Reply> {
  const today = app.world.clock.today();
  const day = dateIn(visit.form, 'number-on', { label: words.lotteries.numberOn, today });
  if (!day.ok) {
    return await showLotteries(app, visit, [{ field: 'number-on', message: day.refusal.because }]);
  }
  const done = await planLottery(app.world, {
    ...{ director: visit.session.person, program: one(visit.form, 'program') },
    approvedPercent: Number(one(visit.form, 'approved') || 'none'),
    reviewedPercent: Number(one(visit.form, 'reviewed') || 'none'),
    ...{ source: one(visit.form, 'source'), numberOn: day.value },
  });
  if (done.ok) {
    return redirect('/desk/lotteries?news=planned');
  }
  const field = PLAN_FIELD[done.refusal.kind as string] ?? 'source';
  return await showLotteries(app, visit, [{ field, message: refusalSentence(done.refusal) }]);
}

async function step(app: App, visit: SignedInVisit): Promise<Reply> {
  const lottery = one(visit.params, 'lottery');
  const back = { href: '/desk/lotteries', label: words.lotteries.desk };
  if (one(visit.params, 'step') === 'close') {
    const done = await closePool(app.world, { lottery });
    return done.ok || done.refusal.kind === 'closed-already'
      ? redirect('/desk/lotteries?news=closed')
      : refusalPage(visit.frame, done.refusal, back);
  }
  if (one(visit.params, 'step') !== 'draw') {
    return missingPage(visit.frame);
  }
  const done = await drawLottery(app.world, {
    ...{ director: visit.session.person, lottery },
    publicNumber: one(visit.form, `number-${lottery}`),
  });
  if (done.ok || done.refusal.kind === 'drawn-already') {
    return redirect('/desk/lotteries?news=drawn');
  }
  return done.refusal.kind === 'no-such-lottery'
    ? missingPage(visit.frame)
    : await showLotteries(app, visit, [
        { field: `number-${lottery}`, message: refusalSentence(done.refusal) },
      ]);
}
