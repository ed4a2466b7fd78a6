/** Asking for an accommodation: the form, and what became of earlier requests. */
import { createElement } from 'react';
import { ACCOMMODATIONS, FOUR_PARTS } from '../../casework/accommodation/accommodation.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import { shown } from '../../program/definition/sourced.ts';
import { AccommodationPage } from '../../web/pages/accommodation/accommodation-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { askAccommodation, readRequest } from '../../workflow/apply/ask-accommodation.ts';
import { type MatterLine, myOverview } from '../../workflow/apply/my-overview.ts';
import { examPage } from '../../workflow/exam/exam-page.ts';
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
import { asSentence, programShown, statusShown } from './in-words.ts';

const words = en.apply.accommodation;

export function accommodationHandlers(
  app: App,
): Readonly<Record<'accommodation' | 'accommodation-send', Handler>> {
  return {
    accommodation: withProgram((visit, program) =>
      show(app, visit, program, { kinds: [], need: '', mistakes: [] }),
    ),
    'accommodation-send': withProgram((visit, program) => ask(app, visit, program)),
  };
}

const withProgram = (
  handler: (visit: SignedInVisit, program: OfferedProgram) => Promise<Reply>,
): Handler =>
  signedIn(async (visit) => {
    const program = programOf(one(visit.params, 'program'));
    return program === undefined ? missingPage(visit.frame) : await handler(visit, program);
  });

async function ask(app: App, visit: SignedInVisit, program: OfferedProgram): Promise<Reply> {
  const uploads = visit.files.filter(({ field }) => field === 'document');
  const typed = readRequest(visit.form, uploads.length);
  if (typed.mistakes.length > 0) {
    return await show(app, visit, program, typed);
  }
  const done = await askAccommodation(app.world, {
    person: visit.session.person,
    program: program.id,
    kinds: typed.kinds,
    need: typed.need,
    uploads,
  });
  if (done.ok) {
    return redirect(`/matters/${done.value.id}?news=asked`);
  }
  switch (done.refusal.kind) {
    case 'already-asked':
      return redirect(`/accommodation/${program.id}`);
    case 'empty-file':
    case 'wrong-kind':
    case 'damaged-file':
    case 'locked-file':
    case 'file-too-large': {
      const message = asSentence(done.refusal.because);
      return await show(app, visit, program, {
        ...typed,
        mistakes: [{ field: 'document', message }],
      });
    }
    default:
      return refusalPage(visit.frame, done.refusal, {
        href: `/accommodation/${program.id}`,
        label: words.title,
      });
  }
}

async function show(
  app: App,
  { session, frame }: SignedInVisit,
  program: OfferedProgram,
  typed: {
    readonly kinds: readonly string[];
    readonly need: string;
    readonly mistakes: readonly FieldMistake[];
  },
): Promise<Reply> {
  const today = app.world.clock.today();
  const rules = rulesInForce(program, today);
  const requests = await requestsOf(app, session.person, program);
  const open = requests.find(isOpen);
  const { kinds, need, mistakes } = typed;
  const deadline = shown(rules.accommodationRequestsUntil, (text) => text, program.owner.short);
  return page(
    renderPage(
      createElement(AccommodationPage, {
        frame,
        program: programShown(program),
        deadline: words.deadline(deadline.text),
        answerBy: inWords(
          answerDay(
            defaultsOf(program).decideAccommodationWithin,
            today,
            defaultsOf(program).holidays,
          ),
        ),
        kinds: await kindsShown(app, session.person, program),
        test: FOUR_PARTS.map(({ title, rule }) => ({ title, rule })),
        open:
          open === undefined
            ? null
            : {
                href: `/matters/${open.id}`,
                label: open.label,
                promised: inWords(open.promisedBy),
              },
        earlier: requests.filter((request) => !isOpen(request)).map(earlierShown),
        typed: { kinds, need },
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const isOpen = ({ status }: MatterLine): boolean => status !== 'decided' && status !== 'withdrawn';

const earlierShown = (request: MatterLine) => ({
  href: `/matters/${request.id}`,
  text: `${request.label}: ${statusShown({ ...request, met: request.decision?.met }).label}`,
});

async function requestsOf(
  app: App,
  person: string,
  program: OfferedProgram,
): Promise<readonly MatterLine[]> {
  const overviews = await myOverview(app.world, person);
  return overviews
    .filter((overview) => overview.program.id === program.id)
    .flatMap(({ matters }) => matters.filter(({ kind }) => kind === 'accommodation'));
}

/** Each kind with what it does to the minutes of this program's exam, where a form of it is in use. */
async function kindsShown(app: App, person: string, program: OfferedProgram) {
  const offer = await examPage(app.world, person, program.id);
  const usual = offer.ok ? offer.value.form?.standardMinutes : undefined;
  return ACCOMMODATIONS.map(({ id, title, multiplier, breakMinutes }) => ({
    value: id,
    label: title,
    hint:
      usual === undefined
        ? undefined
        : words.minutes(usual, Math.round(usual * multiplier + breakMinutes)),
  }));
}
