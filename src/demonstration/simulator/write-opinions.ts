/**
 * Questions about the invented code, some answered and some waiting, written through the rules that serve real people. An
 * answer falls on a day on which the version it cites was in force; what would not is left out.
 */
import { labelFrom } from '../../casework/matter/label.ts';
import { draft, opinionPromisedBy, sign } from '../../casework/opinion/decide.ts';
import { draftNames } from '../../casework/opinion/forms.ts';
import { type OpinionEvent, stateOf } from '../../casework/opinion/opinion.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { navigatorCode } from '../../program/catalog/navigator-code.ts';
import { cited } from '../../program/conduct/allegation.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import type { PersonToLoad, QuestionToLoad } from '../../workflow/ports/body-to-load.ts';
import { oneOf } from '../people/draw.ts';
import { instantOn } from './desk-days.ts';
import type { Writing } from './matter-record.ts';
import { type AskedText, askedTexts } from './opinion-texts.ts';
import { workday } from './seasons.ts';

const PROGRAM = 'larkspur-navigator';
const DAYS_UNTIL_SIGNED = 3;

export function writeOpinions(
  writing: Writing,
  people: readonly PersonToLoad[],
): readonly QuestionToLoad[] {
  const askers = people.filter(({ offices }) => offices.length === 0);
  const holding = (office: 'conduct' | 'director') =>
    people.filter(({ offices }) => offices.includes(office)).map(({ id }) => id);
  // A coordinator drafts, and another coordinator or a director signs.
  const [drafter, signer] = [...holding('conduct'), ...holding('director')];
  if (drafter === undefined || signer === undefined) {
    throw new Error('nobody answers questions');
  }
  return askedTexts.flatMap((text) => {
    const on = workday(addDays(writing.last, -text.daysAgo));
    const events = answer(text, on, { drafter, signer, people });
    if (events === undefined) {
      return [];
    }
    return {
      id: writing.ids.uuid(),
      label: labelFrom('O', writing.ids.bytes(7)),
      program: PROGRAM,
      provision: text.provision,
      words: text.words,
      askedOn: on,
      promisedBy: opinionPromisedBy(on, FEDERAL_HOLIDAYS),
      asker: oneOf(writing.chance, askers).id,
      events: events.map((event) => ({
        event,
        at: instantOn(writing.chance, event.on, 'decided'),
        actor: event.by,
      })),
    };
  });
}

interface Answering {
  readonly drafter: string;
  readonly signer: string;
  readonly people: readonly PersonToLoad[];
}

/** Undefined where the code of that day did not have what the answer cites. */
function answer(
  { answered, provision }: AskedText,
  askedOn: CivilDate,
  { drafter, signer, people }: Answering,
): readonly OpinionEvent[] | undefined {
  const numbers = [...(answered?.cites ?? []), ...(provision === undefined ? [] : [provision])];
  const draftedOn = workday(addDays(askedOn, answered?.afterDays ?? 0));
  const version = versionInForce(navigatorCode, draftedOn);
  const isThere = numbers.every((number) => cited(navigatorCode, number, askedOn).ok);
  if (!version.ok || !isThere || version.value !== navigatorCode.versions.at(-1)) {
    return undefined;
  }
  if (answered === undefined) {
    return [];
  }
  const { cites, title, situation, answer: says } = answered;
  const words = { version: version.value.id, cites, title, situation, answer: says };
  const name = draftNames(words, people);
  if (name !== undefined) {
    throw new Error(`the opinion "${title}" names ${name}`);
  }
  const first = allowed(draft(stateOf([]), { on: draftedOn, by: drafter, words }));
  const signedOn = workday(addDays(draftedOn, DAYS_UNTIL_SIGNED));
  const inForce = version.value.id;
  return [first, allowed(sign(stateOf([first]), { on: signedOn, by: signer, inForce }))];
}

function allowed(result: Result<OpinionEvent>): OpinionEvent {
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}
