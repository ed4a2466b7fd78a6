/**
 * Invented complaints about conduct over three years, about people of the body and about the body itself, each taken through
 * the rules of conduct from the day it came in. Who is complained about is drawn without regard to any group.
 */
import type { Naming } from '../../casework/conduct/conduct-event.ts';
import { DEFAULT_CONDUCT_RULES } from '../../casework/conduct/conduct-rules.ts';
import { join, receive } from '../../casework/conduct/intake.ts';
import type { PastCase } from '../../casework/conduct/like-cases.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { addDays, addYears, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import type {
  AnswersToLoad,
  ConductToLoad,
  PoolToLoad,
} from '../../workflow/ports/body-to-load.ts';
import { between, happens, oneOf } from '../people/draw.ts';
import { runCourse } from './conduct-course.ts';
import { fateOf } from './conduct-fate.ts';
import {
  type Accused,
  type Complainant,
  complainantParty,
  namingOf,
  respondentParty,
  type Said,
} from './conduct-parties.ts';
import { beganWith, type ConductRecord, step } from './conduct-record.ts';
import {
  CONDUCT_PROGRAMS,
  type ConductProgram,
  groundsOf,
  provisionFor,
  type Subject,
  settingOf,
  subjectFor,
  subjectOfBody,
} from './conduct-subjects.ts';
import type { Ids } from './matter-record.ts';
import { workday } from './seasons.ts';

/** So many for each person, so that what is planted is found with a power of 0.95 and more; see docs/demonstration.md. */
const COMPLAINTS_PER_PERSON = 0.18;
const ABOUT_BODY = 0.15;
const YEARS = 3;
/** At first the code binds hardly anybody. */
const QUIET_DAYS = 60;
const SECOND_ALLEGATION = 0.15;
const JOINED = 0.05;
/** Conduct from before the code bound whoever it is about; such a complaint is screened out. */
const BEFORE_BOUND = 0.03;
const BOUND_FOR_DAYS = 20;
const LONGEST_AGO_DAYS = 300;

export interface ConductDesk {
  readonly coordinators: readonly string[];
  readonly ombuds: readonly string[];
  readonly pool: readonly PoolToLoad[];
}

export interface ConductAsked {
  readonly seed: string;
  readonly ids: Ids;
  readonly desk: ConductDesk;
  /** Everybody who has applied for anything. */
  readonly people: readonly Accused[];
  readonly last: CivilDate;
}

export interface ConductWritten {
  readonly conduct: readonly ConductToLoad[];
  /** What complainants without an account told by their receipt. */
  readonly answers: readonly AnswersToLoad[];
}

interface Writing extends ConductAsked {
  readonly chance: Generator;
  readonly sanctions: {
    readonly program: string;
    readonly since: CivilDate;
    readonly like: PastCase;
  }[];
}

export function writeConduct(asked: ConductAsked): ConductWritten {
  const { seed, people, last } = asked;
  const chance = generatorFrom(`${seed}, conduct`);
  const bound = people
    .filter(({ program }) => isConductProgram(program))
    .toSorted((one, other) => (one.since < other.since ? -1 : 1));
  const writing: Writing = { ...asked, people: bound, chance, sanctions: [] };
  const first = addDays(addYears(last, -YEARS), QUIET_DAYS);
  const days = Array.from({ length: Math.round(people.length * COMPLAINTS_PER_PERSON) }, () =>
    workday(addDays(first, between(chance, 0, daysBetween(first, last)))),
  );
  const written = days
    .filter((day) => day <= last)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .flatMap((day) => complaintOn(writing, day) ?? []);
  return {
    conduct: written.map(({ matter }) => matter),
    answers: written.flatMap(({ answers }) => answers),
  };
}

const isConductProgram = (program: string): program is ConductProgram =>
  CONDUCT_PROGRAMS.some((one) => one === program);

interface Subjected {
  readonly program: ConductProgram;
  readonly code: CodeOfConduct;
  readonly subject: Subject;
  /** Undefined where it is about the body. */
  readonly respondent: Accused | undefined;
}

function complaintOn(writing: Writing, on: CivilDate) {
  const { chance, ids, desk, last } = writing;
  const about = subjected(writing, on);
  if (about === undefined) {
    return undefined;
  }
  const { program, subject, respondent } = about;
  const handler = oneOf(chance, respondent === undefined ? desk.ombuds : desk.coordinators);
  const row: ConductToLoad['row'] = {
    id: ids.uuid(),
    label: labelFrom('X', ids.bytes(7)),
    about: respondent === undefined ? 'body' : 'person',
    ...{ program, rules: DEFAULT_CONDUCT_RULES.id },
    ...{ grounds: groundsOf(chance), setting: settingOf(chance), openedOn: on },
  };
  const naming = namingOf(chance);
  const record = received(writing, about, { on, naming, handler });
  const complainants = [complainedBy(writing, about, record, { key: 'c1', naming, row, handler })];
  if (respondent !== undefined && happens(chance, JOINED)) {
    complainants.push(joinedBy(writing, about, record, { row, handler }));
  }
  const fate = fateOf(chance, subject.gravity, respondent?.traits ?? new Map());
  runCourse({
    ...{ record, fate, handler, ids, last },
    respondent: respondent?.id,
    pool: desk.pool.map((member) => ({ ...member, conflict: false })),
    past: (by) =>
      writing.sanctions
        .filter((one) => one.program === program && one.since <= by)
        .map(({ like }) => like),
  });
  keepSanction(writing, program, record);
  const matter: ConductToLoad = {
    ...{ row, handler, events: record.events, draws: record.draws },
    parties: [
      ...(respondent === undefined ? [] : [respondentParty(ids, respondent)]),
      ...complainants.map(({ party }) => party),
    ],
    concerns: complainants.map(({ concern }) => concern),
  };
  return { matter, answers: complainants.flatMap(({ answers }) => answers ?? []) };
}

/** Undefined in the first weeks, when the code bound nobody. */
function subjected({ chance, people }: Writing, on: CivilDate): Subjected | undefined {
  const isBody = happens(chance, ABOUT_BODY);
  const respondent = isBody ? undefined : oneBoundBy(chance, people, addDays(on, -BOUND_FOR_DAYS));
  const program = respondent?.program ?? oneOf(chance, CONDUCT_PROGRAMS);
  const code = codeOf(program);
  if ((respondent === undefined && !isBody) || !isConductProgram(program) || code === undefined) {
    return undefined;
  }
  const subject = isBody ? subjectOfBody(chance) : subjectFor(chance, program);
  return { program, code, subject, respondent };
}

/** Somebody whom the code bound by a day; they stand in the order in which it came to bind them. */
function oneBoundBy(
  chance: Generator,
  people: readonly Accused[],
  day: CivilDate,
): Accused | undefined {
  let [low, high] = [0, people.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (at(people, middle).since <= day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low === 0 ? undefined : at(people, chance.below(low));
}

function alleged(
  { chance }: Writing,
  { program, code, subject, respondent }: Subjected,
  on: CivilDate,
): Parameters<typeof receive>[0]['alleged'] {
  const since = respondent?.since ?? addDays(on, -LONGEST_AGO_DAYS);
  const span = daysBetween(since, on);
  const ago = happens(chance, BEFORE_BOUND)
    ? span + between(chance, 1, 30)
    : between(chance, 3, Math.min(LONGEST_AGO_DAYS, span));
  const drawn = addDays(on, -ago);
  // What happened before the first code that is kept here can be judged by none.
  const isJudged = code.versions.some(({ from }) => from <= drawn);
  const conductOn = isJudged ? drawn : (code.versions[0]?.from ?? drawn);
  const numbers = Array.from({ length: happens(chance, SECOND_ALLEGATION) ? 2 : 1 }, () =>
    provisionFor(chance, program, subject, conductOn),
  );
  return [...new Set(numbers)].map((number) => ({
    ...{ number, conductOn, alsoCited: [] },
    words: subject.words,
  }));
}

function received(
  writing: Writing,
  about: Subjected,
  of: { readonly on: CivilDate; readonly naming: Naming; readonly handler: string },
): ConductRecord {
  const { chance } = writing;
  const { code, respondent } = about;
  const { on, naming, handler } = of;
  const complaint = receive({
    ...{ on, code, naming, complaint: 'c1', rules: DEFAULT_CONDUCT_RULES },
    about: respondent === undefined ? 'body' : 'person',
    alleged: alleged(writing, about, on),
    hopes: '',
    bound: respondent === undefined ? undefined : { since: respondent.since, until: undefined },
  });
  return beganWith(chance, complaint, handler);
}

function complainedBy(
  writing: Writing,
  { subject, respondent }: Subjected,
  { events, state }: ConductRecord,
  of: Pick<Said, 'key' | 'naming' | 'row' | 'handler'>,
): Complainant {
  const last = events.at(-1);
  const on = last?.event.on ?? writing.last;
  const other = oneBoundBy(writing.chance, writing.people, on);
  return complainantParty(writing, {
    ...{ ...of, on, at: last?.at ?? 0 },
    conductOn: state.allegations[0]?.provision.conductOn ?? on,
    other: other?.id === respondent?.id ? undefined : other,
    account: subject.words,
  });
}

/** Somebody else complains about the same, a few days later. */
function joinedBy(
  writing: Writing,
  about: Subjected,
  record: ConductRecord,
  of: Pick<Said, 'row' | 'handler'>,
): Complainant {
  const { chance } = writing;
  const on = record.state.latest;
  const naming = namingOf(chance);
  const asked = { on, by: of.handler, code: about.code, complaint: 'c2', naming };
  step(record, join(record.state, { ...asked, hopes: '', alleged: [] }), undefined);
  return complainedBy(writing, about, record, { key: 'c2', naming, ...of });
}

/** What stands in the end is shown beside the next like case. */
function keepSanction(
  { sanctions }: Writing,
  program: string,
  { state, events }: ConductRecord,
): void {
  const took = events.findLast(({ event }) => event.type === 'took-effect')?.event;
  if (took?.type === 'took-effect' && state.decision !== undefined) {
    const { findings } = state.decision;
    const provisions = state.allegations
      .filter(({ id }) => findings.some(({ allegation, breach }) => breach && allegation === id))
      .map(({ provision }) => provision.number);
    const { kind, endsOn } = took.sanction;
    const like = { provisions: [...new Set(provisions)], kind, days: daysBetween(took.on, endsOn) };
    sanctions.push({ program, since: took.on, like });
  }
}
