/** The model's part of a report: parameters with errors, fit, abilities, and shares right beside the curves. */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { AbilityColumns } from '../../psychometrics/ability/ability-columns.ts';
import { testCharacteristicCurve } from '../../psychometrics/ability/characteristic-curves.ts';
import { expectedAbilities } from '../../psychometrics/ability/expected-a-posteriori.ts';
import { testInformation } from '../../psychometrics/ability/information.ts';
import { ItemMeanSquares } from '../../psychometrics/fit/mean-squares.ts';
import { ResidualProducts } from '../../psychometrics/fit/residual-correlations.ts';
import { forEachResiduals } from '../../psychometrics/fit/residuals.ts';
import { sumScoreItemFit } from '../../psychometrics/fit/sum-score-item-fit.ts';
import type { ItemEstimate } from '../../psychometrics/irt/calibration.ts';
import { NO_ANSWER } from '../../psychometrics/responses/categories.ts';
import { told } from '../../reporting/technical-report/known.ts';
import type {
  CalibratedFacts,
  CalibrationFacts,
  Known,
  Reasons,
} from '../../reporting/technical-report/report.ts';
import type { FittedExam } from './fitted-exam.ts';
import { freeParametersOf, modelFit, personFitFacts } from './model-fit.ts';

const BIN = 0.25;
const TENTHS = 10;
const STEPS = 240;
const REACH = 6;

type Maybe = Result<number>;

/** Refused where not a single ability can be told. */
export function calibrationFacts(
  fitted: FittedExam,
  cut: number | undefined,
  fit: boolean,
): Result<CalibrationFacts> {
  const { items, matrix, density, calibration } = fitted;
  const scored = expectedAbilities(items, matrix, density);
  if (!scored.ok) {
    return scored;
  }
  const abilities = scored.value;
  const spread = spreadOf(abilities);
  if (spread === undefined) {
    return refuse('no-answers', 'nobody gave an answer that counts');
  }
  const squares = new ItemMeanSquares(items.length);
  const products = new ResidualProducts(items.length);
  forEachResiduals(items, matrix, abilities, (residuals) => {
    squares.add(residuals);
    products.add(residuals);
  });
  return success({
    model: fitted.model,
    people: calibration.people,
    logLik: calibration.logLik,
    iterations: calibration.iterations,
    converged: calibration.converged,
    parameters: calibration.parameters,
    aic: calibration.aic,
    bic: calibration.bic,
    abilities: { method: 'expected a posteriori', ...spread, bins: binsOf(abilities) },
    information: informationOf(fitted),
    cutAbility: cut === undefined ? null : cutAbilityOf(fitted, cut),
    items: itemsOf(fitted, squares, observedShares(fitted, abilities)),
    duplicates: duplicatesOf(fitted, products),
    ...(fit ? { fit: modelFit(fitted), personFit: personFitFacts(fitted) } : {}),
  });
}

function spreadOf(
  abilities: AbilityColumns,
): { readonly mean: number; readonly deviation: number; readonly reliability: number } | undefined {
  let [people, sum, squares, errors] = [0, 0, 0, 0];
  for (let person = 0; person < abilities.people; person += 1) {
    const theta = abilities.theta[person] ?? 0;
    const standardError = abilities.standardError[person] ?? 0;
    people += abilities.known[person] ?? 0;
    sum += theta;
    squares += theta * theta;
    errors += standardError * standardError;
  }
  if (people === 0) {
    return undefined;
  }
  const mean = sum / people;
  const variance = Math.max(0, squares / people - mean * mean);
  return {
    mean,
    deviation: Math.sqrt(variance),
    reliability: variance / (variance + errors / people),
  };
}

function binsOf(abilities: AbilityColumns): CalibrationFacts['abilities']['bins'] {
  const counts = new Map<number, number>();
  abilities.theta.forEach((theta, person) => {
    if (abilities.known[person] === 1) {
      const bin = Math.floor(theta / BIN);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
  });
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([bin, people]) => ({ from: bin * BIN, to: (bin + 1) * BIN, people }));
}

const SHOWN_REACH = 4;
const SHOWN_STEPS = 32;

function informationOf({ items }: FittedExam): CalibrationFacts['information'] {
  const places = Array.from(
    { length: SHOWN_STEPS + 1 },
    (_, step) => -SHOWN_REACH + (2 * SHOWN_REACH * step) / SHOWN_STEPS,
  );
  const information = testInformation(items, places);
  return places.map((ability, step) => ({
    ability,
    information: at(information, step),
    standardError: at(information, step) > 0 ? 1 / Math.sqrt(at(information, step)) : null,
  }));
}

/** The ability at which the expected total of the model's items equals the cut, by interpolation; null beyond the ends. */
function cutAbilityOf({ items }: FittedExam, cut: number): Known {
  const places = Array.from(
    { length: STEPS + 1 },
    (_, step) => -REACH + (2 * REACH * step) / STEPS,
  );
  const expected = testCharacteristicCurve(items, places);
  const after = expected.findIndex((total) => total >= cut);
  if (after <= 0) {
    return null;
  }
  const [low, high] = [at(expected, after - 1), at(expected, after)];
  return at(places, after - 1) + ((cut - low) / (high - low)) * ((2 * REACH) / STEPS);
}

function itemsOf(
  fitted: FittedExam,
  meanSquares: ItemMeanSquares,
  observed: readonly CalibratedFacts['observed'][],
): readonly CalibratedFacts[] {
  const { items, matrix, density, calibration, model } = fitted;
  const sums = sumScoreItemFit(items, matrix, density, freeParametersOf(model));
  const squares = meanSquares.found();
  return calibration.items.map((item, place) => {
    const fit = sums.ok ? at(sums.value.items, place) : sums;
    const square = at(squares, place);
    const { values, reasons } = told({
      sx2: of(fit, ({ statistic }) => statistic),
      sx2Df: of(fit, ({ degreesOfFreedom }) => degreesOfFreedom),
      sx2P: of(fit, ({ pValue }) => pValue),
      infit: of(square, ({ infit }) => infit),
      outfit: of(square, ({ outfit }) => outfit),
    });
    const parameters = parametersOf(item);
    return {
      ...parameters,
      ...values,
      observed: at(observed, place),
      reasons: { ...parameters.reasons, ...reasons },
    };
  });
}

const of = <Value>(result: Result<Value>, number: (value: Value) => number): Maybe =>
  result.ok ? success(number(result.value)) : result;

const NO_ERROR = 'its standard error could not be found';
const FIXED = 'the model sets it beforehand';

/** An item's parameters by the names of the JSON, with their errors. */
export function parametersOf(item: ItemEstimate): {
  readonly id: string;
  readonly a: Known;
  readonly b: Known;
  readonly d: Known | readonly number[];
  readonly g: Known;
  readonly se: Readonly<Record<string, Known>>;
  readonly reasons: Reasons;
} {
  const { model, errors, difficulties, difficultyErrors } = item;
  const binary = model.kind === 'binary';
  const one = binary && Number.isFinite(difficulties[0]) ? (difficulties[0] ?? null) : null;
  const steps = Array.isArray(model.d)
    ? Object.fromEntries(errors.d.map((error, step) => [`d${step + 1}`, error ?? null]))
    : { d: errors.d[0] ?? null };
  const se: Record<string, Known> = {
    a: errors.a ?? null,
    ...steps,
    ...(binary ? { b: finite(difficultyErrors[0]), g: errors.g ?? null } : {}),
  };
  const reasons: Record<string, string> = {};
  for (const [name, error] of Object.entries(se)) {
    if (error === null) {
      reasons[`se.${name}`] = name === 'a' || name === 'g' ? FIXED : NO_ERROR;
    }
  }
  if (one === null) {
    reasons['b'] = binary
      ? 'the item does not discriminate, so that no ability has it right half the time'
      : 'an item of several categories has a difficulty for each step; see d';
  }
  return {
    id: item.item,
    a: model.a,
    b: one,
    d: model.d,
    g: binary ? model.g : null,
    se,
    reasons: binary ? reasons : { ...reasons, g: 'the model has no guessing' },
  };
}

const finite = (value: number | undefined): Known =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** For each item the share of points at the mean ability of each tenth of the people. */
function observedShares(
  { matrix }: FittedExam,
  abilities: AbilityColumns,
): readonly CalibratedFacts['observed'][] {
  const width = matrix.items.length;
  const points = Array.from({ length: TENTHS }, () => new Float64Array(width));
  const answers = Array.from({ length: TENTHS }, () => new Float64Array(width));
  const sums = new Float64Array(TENTHS);
  const people = new Float64Array(TENTHS);
  const tenthOf = tenthsBy(abilities);
  for (let person = 0; person < abilities.people; person += 1) {
    if (abilities.known[person] !== 1) {
      continue;
    }
    const theta = at(abilities.theta, person);
    const tenth = tenthOf(theta);
    sums[tenth] = at(sums, tenth) + theta;
    people[tenth] = at(people, tenth) + 1;
    const [own, seen] = [at(points, tenth), at(answers, tenth)];
    const start = person * width;
    for (let item = 0; item < width; item += 1) {
      const code = matrix.codes[start + item] ?? NO_ANSWER;
      if (code !== NO_ANSWER) {
        own[item] = (own[item] ?? 0) + code;
        seen[item] = (seen[item] ?? 0) + 1;
      }
    }
  }
  return matrix.items.map((item, place) =>
    Array.from({ length: TENTHS }, (_, tenth) => ({
      ability: at(sums, tenth) / at(people, tenth),
      share: at(at(points, tenth), place) / at(at(answers, tenth), place) / (item.categories - 1),
    })).filter(({ ability, share }) => Number.isFinite(ability) && Number.isFinite(share)),
  );
}

/**
 * The tenth in which each ability falls, asked person by person in order: of people with the same ability, the earlier ones
 * stand lower.
 */
function tenthsBy({ theta, known }: AbilityColumns): (theta: number) => number {
  const sorted = theta.filter((_, person) => known[person] === 1).sort();
  const bounds = Array.from({ length: TENTHS - 1 }, (_, tenth) => {
    const rank = Math.ceil(((tenth + 1) * sorted.length) / TENTHS);
    const value = sorted[rank] ?? Number.POSITIVE_INFINITY;
    return { value, below: rank - lowerBound(sorted, value), seen: 0 };
  });
  return (ability) => {
    let tenth = 0;
    for (const bound of bounds) {
      if (ability === bound.value) {
        bound.seen += 1;
      }
      tenth +=
        ability > bound.value || (ability === bound.value && bound.seen > bound.below) ? 1 : 0;
    }
    return tenth;
  };
}

/** How many of the sorted values are smaller. */
function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function duplicatesOf(
  { calibration }: FittedExam,
  products: ResidualProducts,
): CalibrationFacts['duplicates'] {
  const found = products.correlations();
  return found.ok
    ? found.value.duplicates.map(({ first, second, correlation }) => ({
        first: at(calibration.items, first).item,
        second: at(calibration.items, second).item,
        q3: correlation.ok ? correlation.value : 1,
      }))
    : [];
}
