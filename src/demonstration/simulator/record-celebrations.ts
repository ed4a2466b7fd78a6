/**
 * What the demonstration celebrates: three stories, of which one shows a name, and a recognition that two readers read blind
 * and a director decided. Whoever is recognized shows a part of their name, or none. Some let the register find them by name.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { isAnswerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { nominateMyself, showRecognition } from '../../workflow/opening/come-forward.ts';
import { publishOpening } from '../../workflow/opening/publish-opening.ts';
import { decideNominee, keepPoints } from '../../workflow/opening/read-statements.ts';
import { keepListing } from '../../workflow/register/look-up.ts';
import { decideStory, offerStory } from '../../workflow/stories/stories.ts';
import { done, kept, type Recording } from './recording.ts';

const PROGRAM = 'larkspur-navigator';
/** Days before the first start. */
const DAYS = { published: 60, forward: 52, closes: 44, read: 40, decided: 35, told: 20 } as const;
const NOMINEES = 4;
const POINTS = [
  ['3', '3'],
  ['2', '2'],
  ['3', '2'],
  ['1', '2'],
] as const;
const STATEMENTS = [
  'I have stayed with every family I was asked to, also when the answer was no for months.',
  'I keep a list of what worked, and hand it to whoever comes after me.',
] as const;
const STORIES = [
  {
    ...{ title: 'The bus that did not come', show: 'full', setting: 'hospital' },
    words:
      'I had planned everything: the ward, the pharmacy, the ride home. Then the bus did not come.\n\nSince then I ask one more question before anybody leaves, and I write the answer down.',
  },
  {
    ...{ title: 'Two languages, one letter', show: 'none', setting: 'home-care' },
    words:
      'The letter about the new chair came in a language nobody in the house reads. We read it aloud together, twice, and wrote the answer in both.\n\nIt took an hour. The chair came in a week.',
  },
  {
    ...{ title: 'What I was told on my first day', show: 'none', setting: 'health-plan' },
    words:
      'Somebody told me on my first day to count what I had closed. I count now whom I would know again on the street. It is the better number.',
  },
] as const;

const typedDay = (field: string, day: CivilDate): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${field}-year`]: year, [`${field}-month`]: month, [`${field}-day`]: date };
};

export async function recordCelebrations(
  recording: Recording,
  people: readonly { readonly person: string; readonly offices: readonly string[] }[],
): Promise<void> {
  const holders = recording.awards
    .filter(
      ({ program, on, validUntil }) =>
        program === PROGRAM &&
        on < addDays(recording.today, -DAYS.published) &&
        validUntil > recording.today,
    )
    .map(({ person }) => person);
  const readers = people
    .filter(({ offices }) => offices.includes('reviewer'))
    .map(({ person }) => person);
  if (holders.length < NOMINEES + STORIES.length || readers.length < 2) {
    return;
  }
  await tellStories(recording, holders.slice(0, STORIES.length * 3));
  await recognize(recording, holders.slice(STORIES.length * 3), readers);
  for (const [place, person] of holders.entries()) {
    // Every other one is found by name; one in seven by the link alone.
    const shown = place % 7 === 3 ? 'link' : place % 2 === 0 ? 'name' : 'number';
    await keepListing(recording.on(recording.today), {
      person,
      listing: { shown, place: at(['OH', 'TX', 'WA', 'MN'] as const, place % 4) },
    });
  }
}

async function tellStories(
  { on, today, staff }: Recording,
  people: readonly string[],
): Promise<void> {
  const world = on(addDays(today, -DAYS.told));
  let told = 0;
  for (const person of people) {
    const story = STORIES[told];
    if (story === undefined) {
      return;
    }
    const id = world.chance.uuid();
    const answer = await offerStory(world, {
      ...{ person, id, programs: [PROGRAM] },
      typed: {
        ...{ ...story, name: '', language: 'en', program: PROGRAM },
        ...{ unrecognizable: 'yes', 'no-advertising': 'yes', 'own-words': 'yes' },
      },
    });
    // Whose credential is suspended or revoked tells none here.
    if (answer.ok || answer.refusal.kind !== 'not-allowed') {
      kept(answer);
      kept(
        await decideStory(on(addDays(today, -DAYS.told + 6)), {
          ...{ actor: { rights: 'staff', person: staff }, story: id },
          typed: {
            ...{ 'met-unrecognizable': 'yes', 'met-no-advertising': 'yes' },
            'met-own-words': 'yes',
          },
        }),
      );
      told += 1;
    }
  }
}

async function recognize(
  { on, today, director }: Recording,
  people: readonly string[],
  readers: readonly string[],
): Promise<void> {
  const before = (days: number) => addDays(today, -days);
  const { id: opening } = kept(
    await publishOpening(on(before(DAYS.published)), {
      ...{ director, programs: [PROGRAM] },
      typed: {
        ...{ purpose: 'recognition', recognition: 'mentoring', seats: '2', program: PROGRAM },
        title: 'Who stays when it is hard',
        duties: 'For certificants who stayed with somebody through a hard time, and handed on how.',
        criteria: 'Stayed through a hard time\nHands on what they know',
        ...typedDay('closes', before(DAYS.closes)),
        ...typedDay('answer-by', workingDay(before(DAYS.told))),
      },
    }),
  );
  const forward: { readonly person: string; readonly id: string }[] = [];
  for (const person of people) {
    if (forward.length < NOMINEES) {
      const world = on(before(DAYS.forward));
      const id = world.chance.uuid();
      const answer = await nominateMyself(world, {
        ...{ person, opening, id, suggestion: undefined },
        typed: {
          ...{ 'statement-1': STATEMENTS[0], 'statement-2': STATEMENTS[1] },
          ...{ conflicts: 'none', consent: 'yes' },
        },
      });
      if (answer.ok || answer.refusal.kind !== 'seat-for-others') {
        kept(answer);
        forward.push({ person, id });
      }
    }
  }
  for (const [place, { id }] of forward.entries()) {
    for (const reader of readers.slice(0, 2)) {
      kept(
        await keepPoints(on(before(DAYS.read)), {
          ...{ reader, nomination: id, points: at(POINTS, place) },
          note: 'Said with an example of their own, and what came of it.',
        }),
      );
    }
  }
  for (const [place, { id }] of forward.entries()) {
    kept(
      await decideNominee(on(before(DAYS.decided)), {
        ...{ director, opening, nomination: id, chosen: place % 2 === 0 ? 'yes' : 'no' },
        reason: 'As both readers saw it, measured by the two published criteria.',
      }),
    );
  }
  const first = at(forward, 0);
  const [me] = await on(today).records.as(
    { rights: 'candidate', person: first.person },
    async ({ people: own }) => [await own.me()],
  );
  const name = me?.fullName.split(' ')[0];
  if (name !== undefined) {
    done(await showRecognition(on(today), { person: first.person, nomination: first.id, name }));
  }
}

/** The day, or the first after it on which an answer may be promised. */
function workingDay(day: CivilDate): CivilDate {
  return isAnswerDay(day, FEDERAL_HOLIDAYS) ? day : workingDay(addDays(day, 1));
}
