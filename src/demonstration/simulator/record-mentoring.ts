/** Whoever tries the demonstration as a holder is taken as a mentor by whoever may start the exam; two more offer. */
import {
  askMentor,
  changePair,
  myMentoring,
  offerMentoring,
} from '../../workflow/mentoring/mentoring.ts';
import { done, kept, type Recording } from './recording.ts';

const PROGRAM = 'larkspur-care';
const OFFERS = [
  {
    ...{ settings: 'hospital', region: 'midwest', languages: ['en', 'es'], places: '2' },
    about:
      'How to plan the weeks before the exam beside a full-time job, and how to come back after a first try.',
  },
  {
    ...{ settings: 'home-care', region: 'south', languages: ['en'], places: '1' },
    about:
      'Working with families far from the nearest clinic, and keeping records that others can follow.',
  },
  {
    ...{ settings: 'health-plan', region: 'west', languages: ['en', 'zh'], places: '1' },
    about:
      'Coming to this work from another country, and having what one learned there recognized.',
  },
] as const;

export async function recordMentoring(
  { on, today, awards }: Recording,
  people: readonly { readonly person: string; readonly email: string }[],
): Promise<void> {
  const world = on(today);
  const called = (word: string) =>
    people.find(({ email }) => email.startsWith(`candidate.${word}@`))?.person;
  const [mentor, candidate] = [called('certified'), called('eligible')];
  const others = awards
    .filter(
      ({ program, validUntil, person }) =>
        program === PROGRAM && validUntil > today && person !== mentor,
    )
    .map(({ person }) => person);
  const mentors = [...(mentor === undefined ? [] : [mentor]), ...others];
  let offered = 0;
  for (const person of mentors) {
    const words = OFFERS[offered];
    if (words === undefined) {
      break;
    }
    const answer = await offerMentoring(world, {
      ...{ person, program: PROGRAM, isOpen: true },
      typed: { ...words, languages: [...words.languages], times: 'weekday-evenings' },
    });
    // Whose credential is suspended or revoked does not offer.
    if (answer.ok || answer.refusal.kind !== 'may-not-mentor') {
      kept(answer);
      offered += 1;
    }
  }
  const [offer] = mentor === undefined ? [] : (await myMentoring(world, mentor, [PROGRAM])).offers;
  if (mentor === undefined || candidate === undefined || offer === undefined) {
    return;
  }
  kept(
    await askMentor(world, {
      ...{ person: candidate, offer: offer.id },
      typed: {
        words:
          'I sit the exam for the first time, and would like to plan the last weeks with somebody.',
      },
    }),
  );
  const [pair] = (await myMentoring(world, mentor, [PROGRAM])).pairs;
  if (pair !== undefined) {
    done(await changePair(world, { person: mentor, pair: pair.id, act: 'take' }));
  }
}
