/** Whether a fitted model as a whole describes the answers, and whose answers do not hang together: on request. */

import type { Result } from '../../kernel/result/result.ts';
import type { Abilities } from '../../psychometrics/ability/ability.ts';
import { expectedAPosteriori } from '../../psychometrics/ability/expected-a-posteriori.ts';
import type { FreeParameters } from '../../psychometrics/fit/free-parameters.ts';
import { limitedInformationFit } from '../../psychometrics/fit/limited-information.ts';
import { personFit } from '../../psychometrics/fit/person-fit.ts';
import type { ModelName } from '../../psychometrics/irt/calibration-plan.ts';
import { allFor } from '../../reporting/technical-report/known.ts';
import type { ModelFitFacts, PersonFitFacts } from '../../reporting/technical-report/report.ts';
import type { FittedExam } from './fitted-exam.ts';

export const freeParametersOf = (model: ModelName): FreeParameters => ({
  slopes: model === 'rasch' ? 'set' : model === '1pl' ? 'equal' : 'own',
  guessing: model === '3pl',
  latentVariance: model === 'rasch',
});

const NUMBERS = [
  'people',
  'leftOut',
  'statistic',
  'degreesOfFreedom',
  'pValue',
  'rmsea',
  'rmseaLow',
  'rmseaHigh',
  'srmsr',
  'tli',
  'cfi',
] as const;

/** M2, or C2 where items have several categories, with its indices; nulls with the reason where it is refused. */
export function modelFit({ items, matrix, density, model }: FittedExam): ModelFitFacts {
  const found = limitedInformationFit(items, matrix, density, freeParametersOf(model));
  if (!found.ok) {
    return {
      name: matrix.items.every(({ categories }) => categories === 2) ? 'M2' : 'C2',
      people: null,
      leftOut: null,
      statistic: null,
      degreesOfFreedom: null,
      pValue: null,
      rmsea: null,
      rmseaLow: null,
      rmseaHigh: null,
      srmsr: null,
      tli: null,
      cfi: null,
      reasons: allFor(NUMBERS, found.refusal.because),
    };
  }
  const { rmseaInterval, ...numbers } = found.value;
  return { ...numbers, rmseaLow: rmseaInterval.low, rmseaHigh: rmseaInterval.high, reasons: {} };
}

/** A one-sided test at five percent; because ability is estimated, fewer than that are marked where all is well. */
const SURPRISING = -1.645;

/** How many people's answers surprise: counts only, because a report is passed on and such answers prove nothing. */
export function personFitFacts(fitted: FittedExam): PersonFitFacts {
  const fits = personFitsOf(fitted).flatMap((fit) => (fit.ok ? [fit.value] : []));
  const surprising = fits.filter((fit) => fit < SURPRISING).length;
  return {
    people: fits.length,
    mark: SURPRISING,
    surprising,
    share: fits.length === 0 ? null : surprising / fits.length,
    reasons: fits.length === 0 ? { share: 'nobody has a person-fit value' } : {},
  };
}

/** lz of each person at the ability expected from the answers, or why there is none. */
function personFits(
  { items, matrix }: FittedExam,
  abilities: Abilities,
): readonly Result<number>[] {
  const found = personFit(items, matrix, abilities);
  return found.ok ? found.value : Array.from({ length: matrix.people }, () => found);
}

/** The same where no abilities are at hand. */
export function personFitsOf(fitted: FittedExam): readonly Result<number>[] {
  const abilities = expectedAPosteriori(fitted.items, fitted.matrix, fitted.density);
  return abilities.ok
    ? personFits(fitted, abilities.value)
    : Array.from({ length: fitted.matrix.people }, () => abilities);
}
