/**
 * An activity as it is typed into a form or stands in a row of a table, read with care. A refusal says which field it is
 * about and how to mend it. Subjects and kinds are those that the program asks about; a provider that the program has
 * approved is known by its name, and any other course is sent in for review.
 */
import { type CivilDate, daysBetween, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import { readTypedNumber } from '../application/typed-values.ts';
import { readLine } from '../person/typed-text.ts';
import type { Activity } from './activity.ts';
import { courseKey } from './activity.ts';
import { isApprovedOn, type Provider } from './approval.ts';
import { readDateText } from './date-text.ts';

/** One activity as typed; empty text where a field is empty or its column is missing. */
export interface TypedActivity {
  readonly provider: string;
  readonly title: string;
  /** Empty where it began and ended on one day. */
  readonly began: string;
  readonly completed: string;
  readonly hours: string;
  /** Several are separated by a semicolon or a comma. */
  readonly subjects: string;
  readonly delivery: string;
  readonly evidence: string;
}

export type ActivityField = keyof TypedActivity;
export type ActivityDraft = Omit<Activity, 'id'>;

export interface FieldRefusal {
  readonly field: ActivityField;
  readonly because: string;
}

export type ReadActivity =
  | { readonly ok: true; readonly value: ActivityDraft }
  | { readonly ok: false; readonly mistakes: readonly FieldRefusal[] };

export const LONGEST_TITLE = 300;
/** Nobody learns for more hours than a day has. */
const HOURS_A_DAY = 24;
const MOST_HOURS = 2000;
/** The kind of an activity where none is said, and which no program limits. */
const USUAL_DELIVERY = 'live';

export function readActivity(
  typed: TypedActivity,
  rules: WorkingRules,
  providers: readonly Provider[],
): ReadActivity {
  const read = {
    provider: readLine(typed.provider, { label: 'Provider', atMost: LONGEST_TITLE }),
    title: readLine(typed.title, { label: 'Title', atMost: LONGEST_TITLE }),
    completed: readDateText('Completed', typed.completed),
    began: typed.began.trim() === '' ? undefined : readDateText('Began', typed.began),
    hours: readTypedNumber('Hours', typed.hours, MOST_HOURS),
    subjects: readSubjects(typed.subjects, rules),
    delivery: readDelivery(typed.delivery, rules),
  };
  const { provider, title, completed, began, hours, subjects, delivery } = read;
  if (
    !(provider.ok && title.ok && completed.ok && hours.ok && subjects.ok && delivery.ok) ||
    began?.ok === false
  ) {
    return { ok: false, mistakes: mistakesIn(read) };
  }
  const days = { from: began?.value ?? completed.value, to: completed.value };
  const fault = faultIn(days, Number(hours.value));
  if (fault !== undefined) {
    return { ok: false, mistakes: [fault] };
  }
  return {
    ok: true,
    value: {
      ...{ provider: provider.value, title: title.value, ...days, hours: Number(hours.value) },
      ...{ subjects: subjects.value, delivery: delivery.value },
      evidence: typed.evidence.trim() === '' ? null : typed.evidence.trim(),
      approval: approvalOf(provider.value, days.from, providers),
    },
  };
}

const mistakesIn = (
  read: Readonly<Partial<Record<ActivityField, Result<unknown> | undefined>>>,
): readonly FieldRefusal[] =>
  Object.entries(read).flatMap(([field, answer]) =>
    answer === undefined || answer.ok
      ? []
      : [{ field: field as ActivityField, because: answer.refusal.because }],
  );

function faultIn(
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  hours: number,
): FieldRefusal | undefined {
  if (from > to) {
    return {
      field: 'began',
      because: `Began: ${inWordsShort(from)} is after ${inWordsShort(to)}, when it was completed.`,
    };
  }
  if (hours === 0) {
    return { field: 'hours', because: 'Hours: it is zero. Write how many hours it took.' };
  }
  const days = daysBetween(from, to) + 1;
  return hours > days * HOURS_A_DAY
    ? {
        field: 'hours',
        because: `Hours: ${hours} hours do not fit into ${days === 1 ? 'one day' : `${days} days`}. Check the hours and the days.`,
      }
    : undefined;
}

/** What began while its provider was on the list counts by itself; everything else is reviewed by a person. */
function approvalOf(
  name: string,
  began: CivilDate,
  providers: readonly Provider[],
): Activity['approval'] {
  const key = (provider: string): string => courseKey({ provider, title: '' });
  const known = providers.find((each) => key(each.name) === key(name));
  return known !== undefined && isApprovedOn(known, began)
    ? { kind: 'provider', provider: known.id }
    : { kind: 'review', outcome: 'waiting' };
}

type Choice = readonly [id: string, title: string];

/** What the program asks about, and how each is called. */
export const subjectsOf = ({ requirement, blocks }: WorkingRules): readonly Choice[] =>
  once(
    [requirement, ...(blocks === null ? [] : [blocks.requirement])].flatMap(({ minimums }) =>
      minimums.map(({ subject, title }): Choice => [subject, title]),
    ),
  );

/** The kinds of activity that the program limits, after the usual one. Empty where it limits none. */
export const deliveriesOf = ({ requirement, blocks }: WorkingRules): readonly Choice[] => {
  const limited = once(
    [requirement, ...(blocks === null ? [] : [blocks.requirement])].flatMap(({ maximums }) =>
      maximums.map(({ delivery, title }): Choice => [delivery, title]),
    ),
  );
  return limited.length === 0 ? [] : [[USUAL_DELIVERY, 'live'], ...limited];
};

const once = (choices: readonly Choice[]): readonly Choice[] => [...new Map(choices)];

function readSubjects(
  typed: string,
  rules: WorkingRules,
): Result<readonly string[], 'unknown-subject'> {
  const words = typed.split(/[;,]/).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  const known = subjectsOf(rules);
  const unknown = words.find((word) => chosen(word, known) === undefined);
  return unknown === undefined
    ? success([...new Set(words.flatMap((word) => chosen(word, known) ?? []))])
    : refuse(
        'unknown-subject',
        `Subject: there is no "${unknown}". Write ${listed(known)}, or leave it empty.`,
      );
}

function readDelivery(typed: string, rules: WorkingRules): Result<string, 'unknown-kind'> {
  const known = deliveriesOf(rules);
  const word = typed.trim();
  if (word === '' || known.length === 0) {
    return success(USUAL_DELIVERY);
  }
  const id = chosen(word, known);
  return id === undefined
    ? refuse('unknown-kind', `Kind: there is no "${word}". Write ${listed(known)}.`)
    : success(id);
}

const chosen = (word: string, known: readonly Choice[]): string | undefined =>
  known.find((choice) => choice.some((name) => name === word.toLowerCase()))?.[0];

const listed = (known: readonly Choice[]): string =>
  known.map(([, title]) => `"${title}"`).join(' or ');
