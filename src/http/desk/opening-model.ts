/** The page on which a complaint is opened, from what was typed so far and what was found by it. */

import { readTypedDate } from '../../casework/application/typed-values.ts';
import { CONCERN_GROUNDS } from '../../casework/concern/concern.ts';
import { boundOn } from '../../casework/conduct/intake.ts';
import { blocksIn, MOST_ALLEGATIONS } from '../../casework/conduct/read-opening.ts';
import { type CivilDate, inWords, inWordsShort, parts } from '../../kernel/dates/civil-date.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import { PRACTICE_SETTINGS } from '../../program/conduct/practice-settings.ts';
import { type PlacedProvision, provisionsOf } from '../../program/definition/code-of-conduct.ts';
import type { ActChoice } from '../../web/pages/complaint-act/act-view.ts';
import type {
  BlockShown,
  OpeningPageProps,
  SameShown,
} from '../../web/pages/complaint-open/opening-view.ts';
import { complaint, complaints as list, opening as words } from '../../web/words/complaints.ts';
import { concernWords } from '../../web/words/concern-words.ts';
import { namingOf } from '../../workflow/conduct/from-concern.ts';
import type { OpenedConcern } from '../../workflow/conduct/handle-concern.ts';
import type { SameEvents } from '../../workflow/conduct/same-events.ts';
import type { BoundPerson } from '../../workflow/ports/conduct-records.ts';
import { type Fields, many, one } from '../server/visit.ts';

const chosen = concernWords.en;
type Labels = Readonly<Record<string, string>>;
const labelIn = (labels: Labels, id: string): string => labels[id] ?? id;

/** Everything that stands behind the form: what was typed, the concern, whom the search found, what is like it. */
export interface OpeningState {
  readonly typed: Fields;
  readonly about: ComplaintAbout;
  readonly choosesAbout: boolean;
  readonly concern: OpenedConcern | undefined;
  readonly found: readonly BoundPerson[] | undefined;
  readonly same: readonly SameEvents[];
  readonly on: CivilDate;
}

export const programsWithCode: readonly string[] = programs
  .filter(({ id }) => codeOf(id) !== undefined)
  .map(({ id }) => id);

/** What a fresh form begins with: whatever the concern says. */
export function typedFrom({ row }: OpenedConcern): Fields {
  const day = row.happenedOn === undefined ? undefined : parts(row.happenedOn);
  return {
    program: row.program ?? '',
    search: row.who ?? '',
    ...(day === undefined
      ? {}
      : {
          'a1-day-month': String(day.month),
          'a1-day-day': String(day.day),
          'a1-day-year': String(day.year),
        }),
  };
}

/** The days that can be read of all blocks. */
export const daysIn = (typed: Fields, on: CivilDate): readonly CivilDate[] =>
  blocksIn(typed).flatMap((block) => dayOf(typed, block, on) ?? []);

function dayOf(typed: Fields, block: string, on: CivilDate): CivilDate | undefined {
  const read = readTypedDate(words.day, boxesOf(typed, block), on);
  return read.ok ? read.value : undefined;
}

const boxesOf = (typed: Fields, block: string) => ({
  month: one(typed, `${block}-day-month`),
  day: one(typed, `${block}-day-day`),
  year: one(typed, `${block}-day-year`),
});

export function openingProps(state: OpeningState): Omit<OpeningPageProps, 'frame' | 'mistakes'> {
  const { typed, about, concern, found } = state;
  const blocks = blocksIn(typed);
  return {
    ...{ about, choosesAbout: state.choosesAbout },
    concern: concern === undefined ? undefined : concernTaken(concern),
    programs: programs
      .filter(({ id }) => programsWithCode.includes(id))
      .map(({ id, name }) => ({ value: id, label: name })),
    program: one(typed, 'program'),
    search: one(typed, 'search'),
    found: found?.map((person) => foundShown(person, one(typed, 'search'))),
    whom: one(typed, 'whom'),
    name: one(typed, 'name'),
    former: one(typed, 'former'),
    outOfReach: outOfReach(state),
    grounds: {
      choices: CONCERN_GROUNDS.map((id) => ({
        value: id,
        label: labelIn(chosen.groundChoices, id),
      })),
      values: many(typed, 'grounds'),
    },
    settings: {
      choices: PRACTICE_SETTINGS.map((id) => ({
        value: id,
        label: labelIn(chosen.settingChoices, id),
      })),
      value: one(typed, 'setting'),
    },
    blocks: blocks.map((block) => blockShown(state, block)),
    mayAddBlock: blocks.length < MOST_ALLEGATIONS,
    same: state.same.map(sameShown),
    join: one(typed, 'join'),
  };
}

function concernTaken({ row, fullName }: OpenedConcern): OpeningPageProps['concern'] {
  const { takenFields } = words;
  const naming = complaint.naming[namingOf(row.visibility)];
  const known = (term: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [{ term, value }];
  return {
    id: row.id,
    label: row.label,
    appears: fullName === undefined ? naming : `${naming}: ${fullName}`,
    account: row.account,
    taken: [
      {
        term: takenFields.grounds,
        value:
          row.grounds.map((id) => labelIn(chosen.groundChoices, id)).join(', ') ||
          words.groundsNone,
      },
      ...known(
        takenFields.setting,
        row.setting === undefined ? undefined : labelIn(chosen.settingChoices, row.setting),
      ),
      ...known(takenFields.hopes, row.hope),
      ...known(
        takenFields.happened,
        row.happenedOn === undefined ? undefined : inWords(row.happenedOn),
      ),
      ...known(takenFields.who, row.who),
    ],
  };
}

/** A name somebody left behind is not shown; that it was the one searched for is. */
function foundShown(
  { id, fullName, formerNames, since, until }: BoundPerson,
  search: string,
): ActChoice {
  const holds = (name: string): boolean => name.toLowerCase().includes(search.trim().toLowerCase());
  const bound =
    until === undefined
      ? words.bound(inWordsShort(since))
      : words.boundUntil(inWordsShort(since), inWordsShort(until));
  return {
    value: id,
    label: fullName,
    hint: !holds(fullName) && formerNames.some(holds) ? `${words.byEarlierName}. ${bound}` : bound,
  };
}

/** Conduct before somebody was certified, or after: it can be opened, and this is said at once. */
function outOfReach({ typed, found, about, on }: OpeningState): string | undefined {
  const person = found?.find(({ id }) => id === one(typed, 'whom'));
  const days = daysIn(typed, on);
  const [first] = days;
  return about === 'body' ||
    person === undefined ||
    first === undefined ||
    days.some((day) => boundOn(person, day))
    ? undefined
    : words.notBoundThen(inWords(first));
}

function blockShown({ typed, about, on }: OpeningState, block: string): BlockShown {
  const code = codeOf(one(typed, 'program'));
  const day = dayOf(typed, block, on);
  const version = code === undefined || day === undefined ? undefined : versionInForce(code, day);
  const placed = version?.ok === true ? provisionsOf(version.value) : [];
  const grounds = placed.filter(
    ({ part }) =>
      part.binding.value === 'mandatory' || (about === 'body' && part.binding.value === 'advisory'),
  );
  const number = one(typed, `${block}-number`);
  const options = grounds.map(provisionChoice);
  return {
    name: block,
    day: boxesOf(typed, block),
    version: version?.ok === true ? inWords(version.value.from) : undefined,
    number,
    // What was chosen under another day or program stays to be seen, and is refused with its reason.
    numbers:
      number === '' || options.some(({ value }) => value === number)
        ? options
        : [...options, { value: number, label: number }],
    cited: many(typed, `${block}-cited`),
    citable: placed.filter(({ part }) => part.binding.value === 'advisory').map(provisionChoice),
    words: one(typed, `${block}-words`),
  };
}

const provisionChoice = ({ provision }: PlacedProvision): ActChoice => ({
  value: provision.number,
  label: `${provision.number}. ${provision.title.value ?? complaint.untitled}`,
});

const sameShown = ({ row, version, state, sameDay }: SameEvents): SameShown => ({
  ...{ id: row.id, label: row.label, version, sameDay },
  stands: list.stages[state.stage],
  days: [
    ...new Set(state.allegations.map(({ provision }) => inWordsShort(provision.conductOn))),
  ].join('; '),
  alleged: state.allegations.map(({ provision, words: said }) => `${provision.number}: ${said}`),
});

/** What was chosen of the closed lists; anything else was not on the page. */
export const groundsIn = (typed: Fields): readonly string[] =>
  CONCERN_GROUNDS.filter((ground) => many(typed, 'grounds').includes(ground));
export const settingIn = (typed: Fields): string | undefined =>
  PRACTICE_SETTINGS.find((setting) => setting === one(typed, 'setting'));
