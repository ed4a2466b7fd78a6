/**
 * Whom to compare, from what was asked: the focal group must be named (or the reference, with everybody else as focal),
 * never guessed; the reference group may be left to the largest other group, which is then said. The order of the rows
 * plays no part.
 */
import { type TwoGroups, twoGroups } from '../../fairness/groups/group.ts';
import { crossedLabels } from '../../fairness/groups/several-groups.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Responses } from '../../psychometrics/responses/read-responses.ts';
import { columnsOf } from './read-exam.ts';

export interface GroupRequest {
  readonly column: string;
  /** A name, several with commas between, or "others". */
  readonly focal: string | undefined;
  readonly reference: string | undefined;
}

export interface ChosenGroups {
  readonly column: string;
  readonly groups: TwoGroups;
  /** What was assumed, if the reference was not named. */
  readonly assumed: string | undefined;
}

export type GroupFault = 'unknown-group' | 'same-group' | 'no-focal';

/** What the column, or the crossing of several, says of each of these people. */
export function labelsOf(
  read: Responses,
  column: string,
  people: readonly number[],
): readonly string[] {
  const crossed = crossedLabels(columnsOf(column).map((name) => labelsNamed(read, name)));
  return people.map((person) => at(crossed, person));
}

/** The reader keeps a column under the file's own spelling of its name. */
function labelsNamed({ labels }: Responses, name: string): readonly string[] {
  const exact = labels.get(name);
  const folded = [...labels].find(([known]) => known.toLowerCase() === name.toLowerCase());
  return exact ?? folded?.[1] ?? [];
}

/** Every comparison asked for, in that order; the first that cannot be made is the answer. */
export function chosenForAll(
  { read, people }: { readonly read: Responses; readonly people: readonly number[] },
  requests: readonly GroupRequest[],
): Result<readonly ChosenGroups[], GroupFault> {
  const chosen: ChosenGroups[] = [];
  const rows = `rows ${read.rowOf(people[0] ?? 0)} to ${read.rowOf(people.at(-1) ?? 0)}`;
  for (const request of requests) {
    const one = chooseGroups(labelsOf(read, request.column, people), request);
    if (!one.ok) {
      return refuse(
        one.refusal.kind,
        `Column "${request.column}", ${rows}: ${one.refusal.because}`,
      );
    }
    chosen.push(one.value);
  }
  return success(chosen);
}

function chooseGroups(
  labels: readonly string[],
  request: GroupRequest,
): Result<ChosenGroups, GroupFault> {
  const { column, focal = 'others' } = request;
  if (request.focal === undefined && request.reference === undefined) {
    return refuse('no-focal', `Name the group you worry about with --focal. ${listed(labels)}`);
  }
  const reference = request.reference ?? largestBeside(labels, focal);
  if (reference === undefined) {
    return refuse(
      'unknown-group',
      `There is no second group to compare with. ${listed(labels)} Name a column that holds at least two groups with --group.`,
    );
  }
  const groups = twoGroups(labels, reference, focal);
  if (!groups.ok) {
    return refuse(
      groups.refusal.kind,
      `${groups.refusal.because} Name two groups of the column with --focal and --reference, or another column with --group.`,
    );
  }
  return success({
    column,
    groups: groups.value,
    assumed:
      request.reference === undefined
        ? `Column "${column}": the largest other group, "${reference}", is the reference. Name another with --reference.`
        : undefined,
  });
}

/** The group with the most people that is not focal; of two as large, the first by name. */
function largestBeside(labels: readonly string[], focal: string): string | undefined {
  const sizes = sizesOf(labels);
  const names = sizes.has(focal) ? [focal] : focal.split(',').map((name) => name.trim());
  return [...sizes]
    .filter(([name]) => !names.includes(name))
    .sort(([one, people], [other, others]) => others - people || (one < other ? -1 : 1))[0]?.[0];
}

function sizesOf(labels: readonly string[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const label of labels) {
    if (label !== '') {
      sizes.set(label, (sizes.get(label) ?? 0) + 1);
    }
  }
  return sizes;
}

function listed(labels: readonly string[]): string {
  const names = [...sizesOf(labels)]
    .sort(([one, people], [other, others]) => others - people || (one < other ? -1 : 1))
    .map(([name]) => name);
  return names.length === 0
    ? 'The column is empty.'
    : `The groups: ${names.slice(0, 8).join(', ')}${names.length > 8 ? `, and ${names.length - 8} more` : ''}.`;
}
