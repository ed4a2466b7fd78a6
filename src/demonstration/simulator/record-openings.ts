/** A hearing panel that was drawn in public some weeks ago, and an opening for which people can come forward today. */

import type { Typed } from '../../casework/person/typed-text.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { answerForSeat, mySeats, nominateMyself } from '../../workflow/opening/come-forward.ts';
import { commitDraw, holdDraw } from '../../workflow/opening/hold-draw.ts';
import { publishOpening } from '../../workflow/opening/publish-opening.ts';
import { nomineesToVerify, verifyNominee } from '../../workflow/opening/verify-nominee.ts';
import { done, kept, type Recording } from './recording.ts';

const PROGRAM = 'larkspur-work';
const POOL = 14;
const READ = 3;
/** Days before the first start. */
const PANEL = {
  ...{ published: 56, forward: 50, closes: 42, verified: 40, committed: 38, drawn: 33 },
  ...{ answered: 31, promised: 28 },
};
const QUOTAS = [
  ...['setting, hospital, 1, 3', 'setting, insurer, 1, 3'],
  ...['setting, community, 1, 3', 'region, east, 1, 4', 'region, west, 1, 4'],
].join('\n');
const SETTINGS = ['hospital', 'insurer', 'community'];
const SOURCE = 'the evening numbers of the state lottery';

const typedDay = (field: string, day: CivilDate): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${field}-year`]: year, [`${field}-month`]: month, [`${field}-day`]: date };
};

export async function recordOpenings(recording: Recording): Promise<void> {
  const holders = recording.awards
    .filter(({ program, on, validUntil }) => {
      const published = addDays(recording.today, -PANEL.published);
      return program === PROGRAM && on < published && validUntil > recording.today;
    })
    .map(({ person }) => person);
  if (holders.length < 2 * (POOL + READ)) {
    return;
  }
  await drawnPanel(recording, holders.slice(0, -2 * READ));
  await openToday(recording, holders.slice(-2 * READ));
}

/** So many of them come forward as may: whoever is suspended or revoked does not. */
async function comeForward(
  world: Parameters<typeof nominateMyself>[0],
  opening: string,
  of: {
    readonly people: readonly string[];
    readonly most: number;
    readonly typed: (place: number) => Typed;
  },
): Promise<readonly string[]> {
  const forward: string[] = [];
  for (const person of of.people) {
    if (forward.length < of.most) {
      const answer = await nominateMyself(world, {
        ...{ person, opening, id: world.chance.uuid(), suggestion: undefined },
        typed: of.typed(forward.length),
      });
      if (answer.ok || answer.refusal.kind !== 'seat-for-others') {
        kept(answer);
        forward.push(person);
      }
    }
  }
  return forward;
}

async function drawnPanel(
  { on, today, director, staff }: Recording,
  people: readonly string[],
): Promise<void> {
  const before = (days: number) => addDays(today, -days);
  const { id: opening } = kept(
    await publishOpening(on(before(PANEL.published)), {
      ...{ director, programs: [PROGRAM] },
      typed: {
        ...{ title: 'Hearing panel of four', seats: '4', how: 'draw', 'open-to': 'holders' },
        program: PROGRAM,
        duties: 'Four people hear complaints about conduct, under labels, for two years.',
        criteria: 'Holds the credential\nHas the time',
        ...{ hours: 'Four hours a month', pay: '$60 an hour', meetings: 'Online, with captions.' },
        ...typedDay('closes', before(PANEL.closes)),
        ...typedDay('answer-by', before(PANEL.promised)),
        ...typedDay('term-from', addDays(today, -14)),
        ...typedDay('random-on', before(PANEL.drawn)),
        ...{ 'random-source': SOURCE, quotas: QUOTAS, 'body-name': 'Panel on return to work' },
        ...{ 'body-kind': 'hearing', 'body-seats': '4', 'term-months': '24', 'most-terms': '2' },
        'public-members': '0',
      },
    }),
  );
  const pool = await comeForward(on(before(PANEL.forward)), opening, {
    ...{ people, most: POOL },
    typed: (place) => ({
      ...{ conflicts: 'none', consent: 'yes', household: '' },
      'stated-1': at(SETTINGS, place % SETTINGS.length),
      'stated-2': place % 2 === 0 ? 'east' : 'west',
    }),
  });
  const found = await nomineesToVerify(on(before(PANEL.verified)), { staff, opening });
  for (const { id, stated } of found?.nominees ?? []) {
    done(
      await verifyNominee(on(before(PANEL.verified)), {
        ...{ staff, nomination: id, values: stated, source: 'Seen in a letter of the employer' },
      }),
    );
  }
  done(await commitDraw(on(before(PANEL.committed)), { director, opening }));
  done(await holdDraw(on(before(PANEL.drawn)), { director, opening, typed: '07 19 24 31 36' }));
  for (const person of pool) {
    const world = on(before(PANEL.answered));
    for (const { nomination, onPanel } of await mySeats(world, person)) {
      if (onPanel) {
        done(await answerForSeat(world, { person, nomination: nomination.id, answer: 'accepted' }));
      }
    }
  }
}

async function openToday(
  { on, today, director }: Recording,
  people: readonly string[],
): Promise<void> {
  const { id: opening } = kept(
    await publishOpening(on(addDays(today, -6)), {
      ...{ director, programs: [PROGRAM] },
      typed: {
        ...{ title: 'Writers of questions', seats: '2', how: 'reading', 'open-to': 'holders' },
        program: PROGRAM,
        duties: 'Two people write and review questions of the exam for a year.',
        criteria: 'Knows the daily work\nWrites plainly',
        ...{
          hours: 'Six hours a month',
          pay: '$40 a question',
          meetings: 'Online, with captions.',
        },
        ...typedDay('closes', addDays(today, 24)),
        ...typedDay('answer-by', addDays(today, 52)),
        ...typedDay('term-from', addDays(today, 70)),
        ...{ 'body-name': 'Exam of the return-to-work program', 'body-kind': 'item-writers' },
        ...{ 'body-seats': '6', 'term-months': '12', 'most-terms': '3', 'public-members': '0' },
      },
    }),
  );
  await comeForward(on(addDays(today, -3)), opening, {
    ...{ people, most: READ },
    typed: (place) => ({
      ...{ conflicts: 'none', consent: 'yes', household: '' },
      'statement-1': at(STATEMENTS, place % STATEMENTS.length),
      'statement-2':
        'I write the leaflets of our clinic, and patients say that they can follow them.',
    }),
  });
}

const STATEMENTS = [
  'I have brought people back to work after injuries for six years.',
  'In a plant of 400 I plan who comes back to which task, and when.',
  'I came from physical therapy, and see what a task asks of a body.',
];
