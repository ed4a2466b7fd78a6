/** Figures of the fairness page as text: with their base, in few digits, never surer than they are. */

import type { CurvePoint } from '../../../fairness/disclosure/published-curve.ts';
import type { Estimate, OutcomeComparison } from '../../../fairness/impact/compare-outcomes.ts';
import type { Verdict } from '../../../fairness/impact/verdict.ts';
import { type CivilDate, inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { Result } from '../../../kernel/result/result.ts';
import type { VerdictKind, VerdictProps } from '../../parts/verdict/verdict.tsx';
import { fairness } from '../../words/fairness.ts';

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;
export const count = (people: number): string => people.toLocaleString('en-US');
export const baseOf = (succeeded: number, total: number): string =>
  `${count(succeeded)} of ${count(total)} (${percent(succeeded / total)})`;

/** A figure that stands as an earlier release showed it says so. */
export const dated = (figure: string, countedUntil: CivilDate | undefined): string =>
  countedUntil === undefined
    ? figure
    : `${figure}, ${fairness.standsSince(inWordsShort(countedUntil))}`;

const minus = (text: string): string => text.replace('-', '\u2212');
export const fixed = (value: number, digits: number): string => minus(value.toFixed(digits));

export const days = (value: number): string => {
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  return rounded === 1 ? '1 day' : `${rounded} days`;
};

const NONE = '\u2013';

/** "0.95 (0.88 to 1.02)". */
export function interval(estimate: Result<Estimate, 'undefined'>, digits = 2, times = 1): string {
  if (!estimate.ok) {
    return NONE;
  }
  const { value, interval: ends } = estimate.value;
  const text = fixed(value * times, digits);
  return ends.ok
    ? `${text} (${fixed(ends.value.low * times, digits)} to ${fixed(ends.value.high * times, digits)})`
    : text;
}

export const ratioText = ({ successRatio }: OutcomeComparison): string =>
  successRatio.ok ? fixed(successRatio.value.value, 2) : NONE;

/** The exact p-value as far as it says something. */
export const pValue = (p: number): string => (p < 0.001 ? 'under 0.001' : p.toFixed(3));

const kinds: Readonly<Record<Verdict['state'], VerdictKind>> = {
  'disparity-shown': 'disparity',
  'parity-shown': 'parity',
  'cannot-tell-yet': 'unknown',
};

export function verdictOf(verdict: Verdict): VerdictProps {
  const kind = kinds[verdict.state];
  return verdict.state === 'cannot-tell-yet'
    ? { kind, morePeople: roundedUp(verdict.furtherPeople) }
    : { kind };
}

/** Up to two leading digits: a plan is no more exact than that. */
function roundedUp(people: number | undefined): number | null {
  if (people === undefined) {
    return null;
  }
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.ceil(people / scale) * scale;
}

/** A published curve as a chart draws it: where it has no ends, they lie on it. */
export const bandPoints = (curve: readonly CurvePoint[]) =>
  curve.map(({ day, share, ends }) => ({
    day,
    share,
    low: ends?.low ?? share,
    high: ends?.high ?? share,
  }));
