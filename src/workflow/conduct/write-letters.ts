/**
 * Letters follow from what happened, whoever did it: each event that somebody is written to about gets its letter once, with
 * what that reader may know. It is kept in words and on paper; a letter that would name somebody its reader may not know is
 * not written, and that is a fault.
 */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import { stateOf } from '../../casework/conduct/evolve.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { letterAsText } from '../../reporting/letters/letter-forms.ts';
import {
  type Correspondent,
  type LetterTo,
  lettersFor,
} from '../../reporting/letters/letters-for.ts';
import { namedInLetter } from '../../reporting/letters/named-in-letter.ts';
import type { ConductHistory, PartyRow } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import { namesNobody } from './words-without-names.ts';

type LetterWorld = Pick<World, 'records' | 'chance' | 'files' | 'letters' | 'origin'>;
const WORKER = { rights: 'worker', person: undefined } as const;

/** How many letters were written. */
export async function writeLetters(world: LetterWorld, matter: string): Promise<number> {
  const read = await world.records.as(WORKER, async ({ conduct }) => ({
    history: await conduct.read(matter),
    parties: await conduct.parties(matter),
    written: await conduct.letters(matter),
  }));
  const { history, parties, written } = read;
  if (history === undefined) {
    return 0;
  }
  const known = new Set(written.map(({ party, kind, version }) => `${party} ${kind} ${version}`));
  let count = 0;
  for (const [place, event] of history.events.entries()) {
    for (const { key, letter } of due(world, history, parties, place, event)) {
      const party = parties.find((one) => one.key === key);
      const version = place + 1;
      if (party === undefined || known.has(`${party.id} ${letter.kind} ${version}`)) {
        continue;
      }
      keepSilent(history, parties, event, { key, letter });
      await keep(world, { matter, party: party.id, version }, letter);
      count += 1;
    }
  }
  return count;
}

function due(
  { origin }: Pick<World, 'origin'>,
  { row, events }: ConductHistory,
  parties: readonly PartyRow[],
  place: number,
  event: ConductEvent,
): readonly LetterTo[] {
  const until = events.slice(0, place + 1);
  const state = stateOf(until);
  const code = codeOf(row.program);
  const body = programOf(row.program)?.body.name;
  return state === undefined || code === undefined || body === undefined
    ? []
    : lettersFor({
        ...{ event, events: until, state, label: row.label, code },
        from: {
          name: body,
          office: row.about === 'body' ? 'Office of the ombud' : 'Office of professional conduct',
          address: [origin],
          contact: `${origin}/concern/receipt`,
        },
        people: parties.map(
          ({ key, role, fullName, contact, naming, hopes }): Correspondent => ({
            ...{ key, naming, hopes },
            // Only a third party is written to on paper; all others read their letters behind a link or a sign-in.
            to: {
              name: fullName,
              address: role === 'holder' ? (contact ?? '').split('\n') : [],
            },
          }),
        ),
      });
}

/** The names that the reader of a letter may not know from it. */
function keepSilent(
  { row, events }: ConductHistory,
  parties: readonly PartyRow[],
  event: ConductEvent,
  { key, letter }: LetterTo,
): void {
  // A complainant knows whom they complained about, and hopes in their own words; a witness learns of nobody, and a holder
  // of nobody but whose records they are asked for.
  const others = parties.filter((party) => {
    if (party.key === key) return false;
    if (key === 'respondent') return party.naming !== 'to-all' && !saidBefore(party, events);
    if (/^h\d/.test(key)) {
      return event.type !== 'records-asked' || event.subject !== party.key;
    }
    return (party.key !== 'respondent' || key.startsWith('w')) && !saidBefore(party, events);
  });
  const names = others.flatMap(({ fullName, formerNames }) => [
    ...(fullName === undefined ? [] : [fullName]),
    ...formerNames,
  ]);
  if (namedInLetter(letter, names).length > 0) {
    throw new Error(`a letter about ${row.label} would name somebody; it was not written`);
  }
}

/** What stood on the record before a holder was asked is no word of the request: an allegation can name an employer. */
const saidBefore = (party: PartyRow, events: readonly ConductEvent[]): boolean =>
  party.role === 'holder' && !namesNobody(events, [party]).ok;

async function keep(
  world: LetterWorld,
  about: { readonly matter: string; readonly party: string; readonly version: number },
  letter: LetterTo['letter'],
): Promise<void> {
  const printed = await world.letters.pdf(letter);
  const kept = printed.ok ? await world.files.keep(printed.value) : undefined;
  await world.records.as(WORKER, ({ conduct }) =>
    conduct.writeLetter({
      ...about,
      id: world.chance.uuid(),
      kind: letter.kind,
      subject: letter.title,
      words: letterAsText(letter),
      sha256: kept?.sha256,
    }),
  );
}
