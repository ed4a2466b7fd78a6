/**
 * Who is concerned in an invented complaint: whom it is about, and who raised it, with the concern that it came as. Some
 * complainants are of the body, some are outsiders with a name, some give none; about half of those without an account
 * answer the voluntary questions by their receipt.
 */
import type { Visibility } from '../../casework/concern/concern.ts';
import type { Naming } from '../../casework/conduct/conduct-event.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import type { Generator } from '../../kernel/chance/generator.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import type {
  AnswersToLoad,
  ConcernToLoad,
  ConductToLoad,
} from '../../workflow/ports/body-to-load.ts';
import { happens, oneOf, type Weighed, weighed } from '../people/draw.ts';
import { inventedName } from '../people/names.ts';
import { drawnAnswers, drawnTraits, type Traits } from '../people/told.ts';
import { HOPES } from './conduct-subjects.ts';
import { minutesLater } from './desk-days.ts';
import type { Ids } from './matter-record.ts';

/** Somebody whom the code of a program binds. */
export interface Accused {
  readonly id: string;
  readonly fullName: string;
  readonly traits: Traits;
  readonly program: string;
  /** From the first application on the code binds. */
  readonly since: CivilDate;
}

type Party = ConductToLoad['parties'][number];

export interface Complainant {
  readonly party: Party;
  readonly concern: ConcernToLoad;
  /** What somebody without an account told by the receipt. */
  readonly answers: AnswersToLoad | undefined;
}

const NAMING: readonly Weighed<Naming>[] = [
  { value: 'to-all', weight: 36 },
  { value: 'to-staff', weight: 42 },
  { value: 'anonymous', weight: 22 },
];
export const namingOf = (chance: Generator): Naming => weighed(chance, NAMING);

const OF_THE_BODY = 0.35;
const TELLS = 0.5;
const LEAVES_ADDRESS = 0.7;

export const respondentParty = (ids: Ids, { id: person, fullName }: Accused): Party => ({
  ...{ id: ids.uuid(), role: 'respondent', key: 'respondent', person, fullName },
  formerNames: [],
  contact: undefined,
  naming: undefined,
  concern: undefined,
  hopes: '',
  language: 'en',
});

/** What was said, about whom and where, and who took it up. */
export interface Said {
  readonly key: string;
  readonly naming: Naming;
  readonly row: ConductToLoad['row'];
  readonly handler: string;
  /** Somebody of the body who may have raised it. */
  readonly other: Accused | undefined;
  readonly account: string;
  readonly conductOn: CivilDate;
  readonly on: CivilDate;
  readonly at: number;
}

export function complainantParty(
  { chance, ids }: { readonly chance: Generator; readonly ids: Ids },
  { key, naming, row, handler, other, account, conductOn, on, at }: Said,
): Complainant {
  const isNamed = naming !== 'anonymous';
  const own = isNamed && happens(chance, OF_THE_BODY) ? other : undefined;
  const fullName = own?.fullName ?? (isNamed ? inventedName(chance) : undefined);
  const hasAddress = own === undefined && isNamed && happens(chance, LEAVES_ADDRESS);
  const hopes = oneOf(chance, HOPES);
  const { program, grounds, setting } = row;
  const concern: ConcernToLoad = {
    id: ids.uuid(),
    label: labelFrom('C', ids.bytes(7)),
    receiptHash: ids.bytes(32),
    about: row.about === 'person' ? 'holder' : 'body',
    visibility: VISIBILITY[naming],
    // Two people rarely write the same; the day keeps the invented from looking like twins of one another.
    account: `${account} It was on ${inWords(conductOn)}.`,
    ...{ fullName, grounds, setting, program, at },
    happenedOn: conductOn,
    hope: hopes,
    contact: hasAddress ? contactOf(ids) : undefined,
    answer: { id: ids.uuid(), by: handler, words: OPENED, at: minutesLater(at, 4) },
  };
  const tells = own === undefined && happens(chance, TELLS);
  const told = tells ? drawnAnswers(chance, drawnTraits(chance, on)) : undefined;
  return {
    party: {
      ...{ id: ids.uuid(), role: 'complainant', key, person: own?.id, fullName, naming, hopes },
      ...{ formerNames: [], contact: concern.contact, concern: concern.id, language: 'en' },
    },
    concern,
    answers: told === undefined ? undefined : { person: concern.id, at, answers: told },
  };
}

const VISIBILITY: Readonly<Record<Naming, Visibility>> = {
  'to-all': 'named',
  'to-staff': 'staff',
  anonymous: 'anonymous',
};
const OPENED =
  'Your concern is now a complaint with a label of its own. You will hear of each step here.';

/** An address that says nothing about a name. */
const contactOf = (ids: Ids): string => `reader-${ids.uuid().slice(0, 8)}@mail.larkspur.example`;
