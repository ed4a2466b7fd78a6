/** People at every step after the exam, so that every form about keeping a credential and about seats is open to one of them. */
import { randomUUID } from 'node:crypto';
import { LANGUAGES, REGIONS, TIMES } from '../../src/casework/mentoring/wishes.ts';
import { addDays, type CivilDate, parts } from '../../src/kernel/dates/civil-date.ts';
import { isAnswerDay } from '../../src/program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../src/program/calendar/federal-holidays.ts';
import { proposeIdea } from '../../src/workflow/ideas/propose-idea.ts';
import { offerMentoring } from '../../src/workflow/mentoring/mentoring.ts';
import { nominateMyself } from '../../src/workflow/opening/come-forward.ts';
import { publishOpening } from '../../src/workflow/opening/publish-opening.ts';
import { askForSecondLook } from '../../src/workflow/opening/second-look.ts';
import { setNomineeAside } from '../../src/workflow/opening/verify-nominee.ts';
import { claimHours } from '../../src/workflow/renew/claim-hours.ts';
import { addProvider, askCourseAgain, reviewCourse } from '../../src/workflow/renew/courses.ts';
import { offerStory } from '../../src/workflow/stories/stories.ts';
import type { Desk } from './desk.ts';
import { holder, openingForm, recognitionForm, SEAT_PROGRAM, statementFor } from './openings.ts';

interface FormPage {
  readonly who: string;
  readonly at: string;
}

/** What is arranged here has to be there: a form that was refused would leave its page untried. */
function kept(answer: { readonly ok: boolean; readonly value?: unknown }): void {
  const { value } = answer;
  const isRefused =
    typeof value === 'object' && value !== null && 'ok' in value && value.ok !== true;
  if (!answer.ok || isRefused) {
    throw new Error(JSON.stringify(answer));
  }
}

const workingDay = (from: CivilDate, days: number): CivilDate => {
  let day = addDays(from, days);
  while (!isAnswerDay(day, FEDERAL_HOLIDAYS)) {
    day = addDays(day, 1);
  }
  return day;
};

const boxes = (field: string, day: CivilDate): Record<string, string> => {
  const { year, month, day: dayOfMonth } = parts(day);
  return {
    [`${field}-year`]: String(year),
    [`${field}-month`]: String(month),
    [`${field}-day`]: String(dayOfMonth),
  };
};

/** `people` gets whoever is made here, by the word that stands for them in the pages. */
export async function formsAfterTheExam(
  { database, world }: Desk,
  people: Map<string, string>,
  credential: { readonly id: string; readonly person: string },
): Promise<readonly FormPage[]> {
  people.set('certificant', credential.person);
  const who = (word: string): string => people.get(word) ?? '';
  const pages: FormPage[] = [];
  const reads = (word: string, ...at: readonly string[]) =>
    pages.push(...at.map((one) => ({ who: word, at: one })));
  const own = `/my/renewal/${credential.id}`;
  reads('certificant', `/my/credential/${credential.id}`);

  const programs = ['larkspur-care', SEAT_PROGRAM];

  // Hours: one that waits for review, one that was refused, one that is looked at again.
  const today = world.clock.today();
  for (const title of ['Waits', 'Refused', 'Asked again']) {
    const claimed = await claimHours(world, {
      ...{ person: credential.person, credential: credential.id, upload: undefined },
      typed: {
        ...{ provider: 'A college', title, began: '', completed: today, hours: '2' },
        ...{ subjects: '', delivery: '' },
      },
    });
    kept(claimed);
  }
  const activities = await world.records.as(
    { rights: 'candidate', person: credential.person },
    ({ renewals }) => renewals.activities(credential.id),
  );
  for (const { id, title } of activities.filter((one) => one.title !== 'Waits')) {
    const reviewer = who('reviewer');
    kept(
      await reviewCourse(world, { reviewer, activity: id, accepted: false, reason: 'No subject.' }),
    );
    if (title === 'Asked again') {
      const said = 'It taught ethics.';
      kept(
        await askCourseAgain(world, {
          ...{ person: credential.person, credential: credential.id, activity: id, said },
        }),
      );
    }
  }
  kept(
    await addProvider(world, {
      ...{ staff: who('staff'), title: 'Harbor Institute', from: '2020-01-01', signsWith: '' },
    }),
  );
  const [again] = await database.owner<{ id: string }[]>`select people.person.id from people.person
    where id <> ${who('reviewer')} and id <> ${credential.person} limit 1`;
  await database.owner`insert into people.office (person, office)
    values (${again?.id ?? ''}, 'reviewer') on conflict do nothing`;
  people.set('other reviewer', again?.id ?? '');
  reads('certificant', `${own}/hours`, `${own}/table`, `${own}/renew`, `${own}/more-time`);
  reads('certificant', `${own}/retire`, '/my/ideas/propose', '/my/register');
  reads('other reviewer', '/desk/courses');
  reads('staff', '/desk/providers');
  reads('director', '/desk/lotteries', '/desk/openings/new');

  // Seats: one opening with a nominee that is to be verified and one that was, and a recognition.
  const days = {
    ...boxes('closes', addDays(today, 10)),
    ...boxes('answer-by', workingDay(today, 30)),
    ...boxes('term-from', addDays(today, 70)),
  };
  const director = who('director');
  for (const typed of [openingForm(days), recognitionForm({ ...days })]) {
    kept(await publishOpening(world, { director, programs, typed }));
  }
  const openings = await database.owner<{ id: string; body: string | null }[]>`
    select id, body from seats.opening order by title`;
  for (const word of ['nominee', 'somebody who may come forward']) {
    people.set(word, await holder(database, world, `Nominee ${word.length}`));
  }
  for (const { id } of openings) {
    reads('somebody who may come forward', `/openings/${id}/nominate`);
    reads('director', `/desk/openings/${id}`);
    reads('staff', `/desk/openings/${id}`);
  }
  const seat = openings.find(({ body }) => body !== null);
  const opening = seat?.id ?? '';
  // One waits to be verified, one was set aside, one has asked for a second look at that.
  for (const word of ['nominee', 'set aside', 'asked again']) {
    const person = who(word) || (await holder(database, world, `Nominee ${word.length} of them`));
    people.set(word, person);
    const id = randomUUID();
    const typed = statementFor(2);
    kept(await nominateMyself(world, { person, opening, id, suggestion: undefined, typed }));
    if (word !== 'nominee') {
      const reason = 'It could not be verified.';
      kept(await setNomineeAside(world, { staff: who('staff'), nomination: id, reason }));
    }
    if (word === 'asked again') {
      kept(
        await askForSecondLook(world, {
          ...{ person, nomination: id, against: 'aside' },
          typed: { [`grounds-${id}`]: 'record-misread', [`words-${id}`]: 'The register has it.' },
        }),
      );
      reads('board', `/desk/second-looks/${id}/aside`);
    }
  }
  reads('set aside', '/my/openings');
  reads(
    'nominee',
    '/my/openings',
    '/my/mentoring',
    `/my/mentoring/offer?program=${SEAT_PROGRAM}`,
    '/my/stories',
  );
  reads('director', `/desk/bodies/${seat?.body ?? ''}`);

  // An idea that waits for its answer, a story that waits for a decision, a mentor who can be asked.
  kept(
    await proposeIdea(world, {
      person: credential.person,
      id: randomUUID(),
      programs,
      typed: {
        ...{ subject: 'process', role: 'certificant', program: 'larkspur-care' },
        words: 'Let whoever is asked to confirm a course answer on a phone.',
        why: 'Most people whom I ask have no computer at work.',
      },
    }),
  );
  const [idea] = await database.owner<{ id: string }[]>`select id from ideas.idea`;
  reads('director', `/desk/ideas/${idea?.id ?? ''}`);
  kept(
    await offerStory(world, {
      person: who('nominee'),
      id: randomUUID(),
      programs,
      typed: {
        ...{ title: 'A first client', show: 'none', language: 'en', setting: 'hospital' },
        ...{ program: SEAT_PROGRAM, unrecognizable: 'yes', 'no-advertising': 'yes' },
        'own-words': 'yes',
        words: 'The first person I worked with went back to the sea, and wrote me a card. '.repeat(
          4,
        ),
      },
    }),
  );
  reads('staff', '/desk/stories');
  kept(
    await offerMentoring(world, {
      person: who('nominee'),
      ...{ program: SEAT_PROGRAM, isOpen: true },
      typed: {
        ...{ settings: 'hospital', region: REGIONS[0], languages: LANGUAGES[0], times: TIMES[0] },
        ...{ places: '2', about: 'I have trained newcomers on two wards.' },
      },
    }),
  );
  reads('certificant', '/my/mentoring', `/my/mentoring/find?program=${SEAT_PROGRAM}`);
  return pages;
}
