/**
 * Deciders beside one another, through the gate: whoever made too few decisions, and whoever shields such a one, is not
 * shown, and nobody shown is compared with them either.
 *
 * Step by step: the decider who stands out most is named and set aside, and the rest are compared anew. A severe decider
 * among "the others" would make everybody else look lenient.
 */
import {
  type DeciderCount,
  type DeciderSeverity,
  deciderSeverity,
} from '../impact/decider-severity.ts';
import { letThrough, type Published, WITHHELD } from './gate.ts';
import { protectOutcomes } from './published.ts';

export interface MeasuredDecider {
  readonly decider: string;
  /** Undefined where the decider made too few decisions to be shown. */
  readonly severity: DeciderSeverity | undefined;
  /** The others that this decider was compared with were fewer by those who stood out more. */
  readonly comparedAfter: number;
}

export function protectDeciders(
  deciders: readonly DeciderCount[],
): Published<readonly MeasuredDecider[]> {
  const shown = shownDeciders(deciders);
  const severities = inSteps(deciders.filter(({ decider }) => shown.has(decider)));
  const standingOut = severities.filter(isStandingOut).length;
  return letThrough(
    deciders.map(({ decider }) => {
      const place = severities.findIndex((severity) => severity.decider === decider);
      return {
        decider,
        severity: severities[place],
        comparedAfter: place < 0 ? 0 : Math.min(place, standingOut),
      };
    }),
  );
}

function shownDeciders(deciders: readonly DeciderCount[]): ReadonlySet<string> {
  if (deciders.length === 0) {
    return new Set();
  }
  const { rows } = protectOutcomes(
    deciders.map(({ decider, approved, decided }) => ({
      group: decider,
      succeeded: approved,
      total: decided,
    })),
  ).value;
  return new Set(rows.filter(({ outcome }) => outcome !== WITHHELD).map(({ group }) => group));
}

/** Those who stand out first, in the order in which they were found; then all the others. */
function inSteps(deciders: readonly DeciderCount[]): readonly DeciderSeverity[] {
  const severities = deciderSeverity(deciders).flatMap((one) => (one.ok ? [one.value] : []));
  const [most] = severities.filter(isStandingOut).toSorted((a, b) => a.raisedP - b.raisedP);
  return most === undefined
    ? severities
    : [most, ...inSteps(deciders.filter(({ decider }) => decider !== most.decider))];
}

const isStandingOut = ({ verdict }: DeciderSeverity): boolean =>
  verdict.state === 'disparity-shown';
