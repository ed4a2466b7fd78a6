/** One model fitted to an exam's file, and people scored by it: the engines of the audit alone, on everybody in the file. */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Abilities } from '../../psychometrics/ability/ability.ts';
import { expectedAPosteriori } from '../../psychometrics/ability/expected-a-posteriori.ts';
import { maximumAPosteriori } from '../../psychometrics/ability/maximum-a-posteriori.ts';
import { maximumLikelihood } from '../../psychometrics/ability/maximum-likelihood.ts';
import { weightedLikelihood } from '../../psychometrics/ability/weighted-likelihood.ts';
import type { ModelName } from '../../psychometrics/irt/calibration-plan.ts';
import { enoughToAnalyze } from '../../psychometrics/responses/enough-to-analyze.ts';
import { placesOf } from '../../psychometrics/responses/matrix.ts';
import type { Responses } from '../../psychometrics/responses/read-responses.ts';
import type { CalibrationResult } from '../../reporting/technical-report/calibration-result.ts';
import { told } from '../../reporting/technical-report/known.ts';
import type { ScoreResult } from '../../reporting/technical-report/score-result.ts';
import { parametersOf } from './calibration-facts.ts';
import { type FittedExam, fitExam } from './fitted-exam.ts';
import { modelFit, personFitsOf } from './model-fit.ts';
import { type ExamPlan, type Incoming, readAnswers } from './read-exam.ts';

/** The models by the names of the command line. */
export const MODELS = ['rasch', '1pl', '2pl', '3pl', 'grm', 'gpcm'] as const;
export type Model = (typeof MODELS)[number];
export const METHODS = ['eap', 'map', 'ml', 'wle'] as const;
export type Method = (typeof METHODS)[number];

const engineName = (model: Model): ModelName => (model === 'grm' ? 'graded' : model);

interface Fitted {
  readonly read: Responses;
  readonly fitted: FittedExam;
}

async function fittedTo(
  incoming: Incoming,
  plan: ExamPlan,
  model: Model,
  errors: boolean,
  scoredOnly: boolean,
): Promise<Result<Fitted>> {
  const read = await readAnswers(incoming, plan);
  if (!read.ok) {
    return read;
  }
  const enough = enoughToAnalyze(read.value);
  if (!enough.ok) {
    return enough;
  }
  const { matrix, lowestCategory } = read.value;
  const everything = matrix.items.map((_, place) => place);
  const places = scoredOnly ? placesOf(matrix, false) : everything;
  const fitted = fitExam(matrix, {
    model: engineName(model),
    errors,
    places,
    lowest: lowestCategory,
  });
  return fitted.ok
    ? success({ read: read.value, fitted: fitted.value })
    : refuse(fitted.refusal.kind, whereOf(read.value, fitted.refusal.because));
}

/** What a model refuses is about the whole table: its rows and columns are said before the reason. */
function whereOf({ matrix, rowOf }: Responses, because: string): string {
  const last = matrix.items.length - 1;
  return `Rows ${rowOf(0)} to ${rowOf(matrix.people - 1)}, columns "${at(matrix.items, 0).name}" to "${at(matrix.items, last).name}": ${because.replace(/\.$/, '')}.`;
}

/** Pilot items are calibrated too, on the people who were given them. */
export async function calibrateExam(
  incoming: Incoming,
  plan: ExamPlan,
  model: Model,
  fit: boolean,
): Promise<Result<CalibrationResult>> {
  const found = await fittedTo(incoming, plan, model, true, false);
  if (!found.ok) {
    return found;
  }
  const { calibration } = found.value.fitted;
  const [group] = calibration.groups;
  return success({
    schema: 'evenhand.calibration.1',
    file: plan.file,
    model,
    people: calibration.people,
    logLik: calibration.logLik,
    iterations: calibration.iterations,
    converged: calibration.converged,
    parameters: calibration.parameters,
    aic: calibration.aic,
    bic: calibration.bic,
    sabic: calibration.sabic,
    latent: { mean: group?.mean ?? 0, variance: group?.variance ?? 1 },
    items: calibration.items.map((item) => ({ ...parametersOf(item), kind: item.model.kind })),
    leftOut: found.value.fitted.leftOut,
    notes: found.value.fitted.notes,
    assumed: found.value.read.assumed,
    ...(fit ? { fit: modelFit(found.value.fitted) } : {}),
  });
}

/** Everybody in the file, in its order; the model's density of ability is everybody's, whatever the group. */
export async function scoreExam(
  incoming: Incoming,
  plan: ExamPlan,
  model: Model,
  method: Method,
  fit: boolean,
): Promise<Result<ScoreResult>> {
  const found = await fittedTo(incoming, plan, model, false, true);
  if (!found.ok) {
    return found;
  }
  const { read, fitted } = found.value;
  const abilities = abilitiesBy(method, fitted);
  if (!abilities.ok) {
    return abilities;
  }
  const fits = fit ? personFitsOf(fitted) : undefined;
  return success({
    schema: 'evenhand.scores.1',
    file: plan.file,
    method,
    model,
    converged: fitted.calibration.converged,
    items: fitted.calibration.items.map(({ item, model: { kind } }) => ({ id: item, kind })),
    people: abilities.value.map((ability, person) => {
      const { values, reasons } = told({
        score: ability.ok ? success(ability.value.theta) : ability,
        se: ability.ok ? success(ability.value.standardError) : ability,
      });
      const personal = fits === undefined ? undefined : told({ fit: at(fits, person) });
      const id = read.ids === undefined ? `row ${read.rowOf(person)}` : at(read.ids, person);
      return { id, ...values, ...personal?.values, reasons: { ...reasons, ...personal?.reasons } };
    }),
    leftOut: fitted.leftOut,
    assumed: read.assumed,
  });
}

function abilitiesBy(method: Method, { items, matrix, density }: FittedExam): Result<Abilities> {
  switch (method) {
    case 'eap':
      return expectedAPosteriori(items, matrix, density);
    case 'map':
      return maximumAPosteriori(items, matrix, density);
    case 'ml':
      return maximumLikelihood(items, matrix);
    case 'wle':
      return weightedLikelihood(items, matrix);
  }
}
