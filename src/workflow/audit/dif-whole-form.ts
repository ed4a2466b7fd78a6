/**
 * Methods that look at all items of a form at once: what the form as a whole says about each Mantel-Haenszel reading
 * (empirical Bayes), and which items lie off the common line of difficulties (the delta plot).
 */
import { levelsWithItem } from '../../fairness/dif/answer-counts.ts';
import { smallestGroupFor } from '../../fairness/dif/catalog.ts';
import { deltaPlot } from '../../fairness/dif/delta-plot.ts';
import { type Belief, empiricalBayes } from '../../fairness/dif/empirical-bayes.ts';
import { type CommonOdds, mantelHaenszel } from '../../fairness/dif/mantel-haenszel.ts';
import { enoughPeople, leaningOf } from '../../fairness/dif/verdict.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { WITHHELD } from '../../reporting/technical-report/known.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import { type DifContext, directionOf, emptyRow, type RowName } from './dif-rows.ts';
import { fewOf } from './shown-groups.ts';

const NO_TEST = 'the method is no test; it says how much of a reading to believe';
const NO_CLASS = 'the method has no agreed classes';

const nameOf = (
  { column, groups, itemNames }: DifContext,
  method: string,
  place: number,
  effectScale: string,
): RowName => ({
  item: at(itemNames, place),
  method,
  group: column,
  focal: groups.focal,
  reference: groups.reference,
  effectScale,
});

interface Reading {
  readonly odds: CommonOdds;
  readonly people: number;
  readonly focalMatched: number;
  readonly strata: number;
}

/** Every item: its delta pulled toward the mean of the form, and how likely it is that the item is truly A, or truly C. */
export function bayesRows(context: DifContext): readonly DifRow[] {
  const counts = context.prepared.countsOn(context.prepared.scored);
  const readings = context.itemNames.map((_, place): Result<Reading> => {
    if (context.prepared.rightOrWrong[place] === 0) {
      return refuse('more-points', 'this item gives more than one point; see mantel');
    }
    const found = mantelHaenszel(levelsWithItem(counts, place));
    if (!found.ok) {
      return found;
    }
    const enough = enoughPeople(found.value, smallestGroupFor('empirical-bayes'));
    if (!enough.ok) {
      return enough;
    }
    const { effect, people, focalMatched, strataUsed } = enough.value;
    return effect.ok
      ? success({ odds: effect.value, people, focalMatched, strata: strataUsed })
      : effect;
  });
  const known = readings.flatMap((reading) => (reading.ok ? [reading.value.odds] : []));
  const form = empiricalBayes(known);
  let next = 0;
  return readings.map((reading, place) => {
    const name = nameOf(
      context,
      'empirical-bayes',
      place,
      'delta, pulled toward the mean of the form',
    );
    if (!reading.ok) {
      return emptyRow(name, reading.refusal.because);
    }
    if (!form.ok) {
      return emptyRow(name, form.refusal.because);
    }
    const belief = at(form.value.beliefs, next);
    next += 1;
    return bayesRow(context, name, reading.value, belief, form.value);
  });
}

function bayesRow(
  { column, groups }: DifContext,
  name: RowName,
  { odds, people, focalMatched, strata }: Reading,
  { delta, deltaError, chanceOfA, chanceOfC }: Belief,
  form: { readonly mean: number; readonly spread: number },
): DifRow {
  return {
    ...name,
    statistic: null,
    degreesOfFreedom: null,
    pValue: null,
    pAdjusted: null,
    effect: delta,
    effectError: deltaError,
    class: null,
    direction: directionOf(leaningOf(-delta), column, groups),
    people,
    focalPeople: focalMatched,
    strata,
    detail: {
      chanceOfA,
      chanceOfC,
      reading: odds.delta,
      formMean: form.mean,
      formVariance: form.spread,
    },
    reasons: {
      statistic: NO_TEST,
      degreesOfFreedom: NO_TEST,
      pValue: NO_TEST,
      pAdjusted: NO_TEST,
      class: 'the chances of A and of C stand in the detail',
    },
  };
}

/** Angoff's line through the difficulties of the two groups, and each item's distance from it. */
export function deltaRows(context: DifContext): readonly DifRow[] {
  const { groups, column, prepared, itemNames } = context;
  const counts = prepared.countsOn(prepared.scored);
  const shares = itemNames.map((_, place) => sharesOf(levelsWithItem(counts, place)));
  const least = smallestGroupFor('delta-plot');
  const usable = (place: number): boolean =>
    prepared.rightOrWrong[place] === 1 &&
    Math.min(at(shares, place).focalPeople, at(shares, place).referencePeople) >= least;
  const places = itemNames.flatMap((_, place) => (usable(place) ? [place] : []));
  const plot = deltaPlot(places.map((place) => at(shares, place)));
  return itemNames.map((_, place): DifRow => {
    const name = nameOf(
      context,
      'delta-plot',
      place,
      'distance from the line in deltas; below zero, harder for the focal group than the line says',
    );
    if (!usable(place)) {
      const because =
        prepared.rightOrWrong[place] === 0
          ? 'this item gives more than one point'
          : `fewer than ${least} people of the smaller group answered`;
      return emptyRow(name, because);
    }
    if (!plot.ok) {
      return emptyRow(name, plot.refusal.because);
    }
    const { reference, focal, distance } = at(plot.value.items, places.indexOf(place));
    const { focalPeople, referencePeople } = at(shares, place);
    if (fewRight(at(shares, place))) {
      return emptyRow(
        name,
        `${WITHHELD}: one or two people of a group got the item right, or wrong, and the delta would tell`,
      );
    }
    const because = 'the delta plot is a picture, not a test';
    return {
      ...name,
      statistic: null,
      degreesOfFreedom: null,
      pValue: null,
      pAdjusted: null,
      effect: distance,
      effectError: null,
      class: null,
      direction: directionOf(leaningOf(-distance), column, groups).replace(
        ' who know as much',
        ', beyond what the other items lead to expect',
      ),
      people: focalPeople + referencePeople,
      focalPeople,
      strata: null,
      detail: {
        deltaReference: reference,
        deltaFocal: focal,
        intercept: plot.value.intercept,
        slope: plot.value.slope,
      },
      reasons: {
        ...Object.fromEntries(
          ['statistic', 'degreesOfFreedom', 'pValue', 'pAdjusted', 'effectError'].map((one) => [
            one,
            because,
          ]),
        ),
        class: `${NO_CLASS}; 1.5 deltas off the line is the customary mark`,
        strata: 'people are not sorted by score',
      },
    };
  });
}

interface GroupShares {
  readonly reference: number;
  readonly focal: number;
  readonly referencePeople: number;
  readonly focalPeople: number;
}

/** Whether the share of either group gives away a count of one or two. */
const fewRight = ({ focal, focalPeople, reference, referencePeople }: GroupShares): boolean =>
  fewOf(Math.round(focal * focalPeople), focalPeople) ||
  fewOf(Math.round(reference * referencePeople), referencePeople);

function sharesOf(levels: ReturnType<typeof levelsWithItem>): GroupShares {
  const sum = (of: (level: (typeof levels)[number]) => number): number =>
    levels.reduce((total, level) => total + of(level), 0);
  const [referenceRight, focalRight] = [
    sum((level) => level.referenceRight),
    sum((level) => level.focalRight),
  ];
  const referencePeople = referenceRight + sum((level) => level.referenceWrong);
  const focalPeople = focalRight + sum((level) => level.focalWrong);
  return {
    reference: referenceRight / referencePeople,
    focal: focalRight / focalPeople,
    referencePeople,
    focalPeople,
  };
}
