/** Items that got easier or harder from one exam window to the next, beyond what the candidates did. */

import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { drift } from '../../psychometrics/classical/drift.ts';
import { told } from '../../reporting/technical-report/known.ts';
import type { DriftFacts, Flag } from '../../reporting/technical-report/report.ts';
import { labelsOf } from './choose-groups.ts';
import type { Exam } from './read-exam.ts';

export interface DriftPlan {
  /** The column that says when, or on which form, a person sat. */
  readonly window: string;
  readonly minimumGroup: number;
}

const MOST_WINDOWS = 60;
/** Below this an item's share right in a window says too little (drift.ts holds each item to it as well). */
const FEWEST = 30;

/** Each window beside the one before it, windows in the order of their names, numbers as numbers. */
export function driftFacts(
  exam: Exam,
  { window, minimumGroup }: DriftPlan,
): Result<readonly DriftFacts[], 'bad-window'> {
  const labels = labelsOf(exam.read, window, exam.people);
  const names = [...new Set(labels.filter((label) => label !== ''))].sort(inOrder);
  if (names.length < 2 || names.length > MOST_WINDOWS) {
    return refuse(
      'bad-window',
      `Column "${window}" names ${names.length} ${names.length === 1 ? 'window' : 'windows'}; from 2 to ${MOST_WINDOWS} can be followed. Name the column of exam windows with --window.`,
    );
  }
  const least = Math.max(FEWEST, minimumGroup);
  const people = (name: string): number => labels.filter((label) => label === name).length;
  const large = names.filter((name) => people(name) >= least);
  const small = names.filter((name) => people(name) < least);
  if (large.length < 2) {
    return success([nothingToFollow(window, least)]);
  }
  return success(
    large.slice(1).map((after, step) => {
      const before = at(large, step);
      return between(exam, labels, window, before, after, small);
    }),
  );
}

/** Numbers first and by size, then everything else by its letters: "9" before "10", "2024-05" before "2024-11". */
function inOrder(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (Number.isNaN(a) !== Number.isNaN(b)) {
    return Number.isNaN(a) ? 1 : -1;
  }
  return Number.isNaN(a) ? (one < other ? -1 : 1) : a - b;
}

const nothingToFollow = (column: string, least: number): DriftFacts => ({
  column,
  before: '',
  after: '',
  tooSmall: [],
  generalShift: null,
  items: [],
  reasons: { generalShift: `fewer than two windows have at least ${least} people` },
});

function between(
  exam: Exam,
  labels: readonly string[],
  column: string,
  before: string,
  after: string,
  tooSmall: readonly string[],
): DriftFacts {
  const found = drift(exam.matrix, labels, before, after);
  const items = exam.matrix.items.map(({ name }, place) => {
    const one = found.ok ? at(found.value.items, place) : found;
    const { values, reasons } = told({
      before: one.ok ? success(one.value.before) : one,
      after: one.ok ? success(one.value.after) : one,
      peopleBefore: one.ok ? success(one.value.peopleBefore) : one,
      peopleAfter: one.ok ? success(one.value.peopleAfter) : one,
      drift: one.ok ? success(one.value.drift) : one,
      standardError: one.ok ? success(one.value.standardError) : one,
      robustZ: one.ok ? one.value.robustZ : one,
      pValue: one.ok ? success(one.value.pValue) : one,
      pAdjusted: one.ok ? success(one.value.pAdjusted) : one,
    });
    return { id: name, ...values, drifting: one.ok && one.value.drifting, reasons };
  });
  return {
    column,
    before,
    after,
    tooSmall,
    generalShift: found.ok ? found.value.generalShift : null,
    items,
    reasons: found.ok ? {} : { generalShift: found.refusal.because },
  };
}

/** Items that drifted, for the page of items, each with every pair of windows. Easier is the direction of an item that was passed on. */
export function driftFlags(windows: readonly DriftFacts[]): ReadonlyMap<string, readonly Flag[]> {
  const flags = new Map<string, Flag[]>();
  for (const { items, before, after } of windows) {
    for (const { id, drift: shift } of items.filter(({ drifting }) => drifting)) {
      const easier = (shift ?? 0) < 0;
      const because = `it got ${easier ? 'easier' : 'harder'} from ${before} to ${after} by ${Math.abs(shift ?? 0).toFixed(2)} deltas more than the other items${easier ? '; see whether it has been passed on' : ''}`;
      flags.set(id, [...(flags.get(id) ?? []), { kind: 'drift', because }]);
    }
  }
  return flags;
}
