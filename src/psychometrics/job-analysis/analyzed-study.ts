/** A study worked out whole: who answered, weights, tasks, domains, and how far the domains rest on choices. */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { normalTwoSided } from '../../numerics/distributions/normal.ts';
import { apportioned } from '../../numerics/tables/apportioned.ts';
import { explainedBy } from './calibrated-spread.ts';
import { type DomainWeight, domainWeights } from './domain-weights.ts';
import { type RakedWeights, rakedWeights } from './raking.ts';
import { type Representativeness, representativeness } from './representativeness.ts';
import type { Combination, Study } from './study.ts';
import { criticality, type TaskRatings, taskRatings, type Weighing } from './task-ratings.ts';

export interface DomainResult extends DomainWeight {
  /** The share if every respondent counted alike. */
  readonly unweighted: number;
  /** The share if the scales were combined the other way. */
  readonly otherwise: number;
  /** Of a form as long as was asked. */
  readonly questions: number;
}

/** The domains as people of one category see them, beside all others. */
export interface CategoryView {
  readonly variable: string;
  readonly category: string;
  readonly people: number;
  /** In the order of the domains; refused where somebody's tasks were not rated. */
  readonly domains: Result<readonly DomainDifference[], 'nobody-rated'>;
}

export interface DomainDifference {
  readonly share: number;
  /** Less the share among everybody else. */
  readonly difference: number;
  readonly standardError: number;
  /** After Holm, over all categories and domains. */
  readonly pAdjusted: number;
}

export interface AnalyzedStudy {
  readonly representativeness: readonly Representativeness[];
  /** Refused where no weights reconcile what is known; everybody then counts alike. */
  readonly weights: Result<RakedWeights, 'no-agreement'>;
  readonly tasks: readonly TaskRatings[];
  readonly domains: readonly DomainResult[];
  readonly views: readonly CategoryView[];
}

export interface StudyPlan {
  readonly combination: Combination;
  /** Questions of a form. */
  readonly questions: number;
  /** Categories of fewer respondents are not looked at by themselves. */
  readonly fewest: number;
}

export type StudyFault = 'nobody-rated' | 'too-few';

export function analyzedStudy(study: Study, plan: StudyPlan): Result<AnalyzedStudy, StudyFault> {
  if (study.respondents < 2) {
    return refuse('too-few', 'a study needs two respondents at least: one alone has no spread.');
  }
  const weights = rakedWeights(study.respondents, study.known);
  const equal: Weighing = { weights: new Float64Array(study.respondents).fill(1), explained: [] };
  const weighing: Weighing = weights.ok
    ? {
        weights: weights.value.weights,
        explained: explainedBy(study.respondents, study.known),
      }
    : equal;
  const counts = criticality(study, plan.combination);
  const other = criticality(study, plan.combination === 'product' ? 'sum' : 'product');
  const domains = domainWeights(study.tasks, counts, weighing);
  const unweighted = domainWeights(study.tasks, counts, equal);
  const otherwise = domainWeights(study.tasks, other, weighing);
  if (!domains.ok || !unweighted.ok || !otherwise.ok) {
    return [domains, unweighted, otherwise].find((one) => !one.ok) as typeof domains & {
      readonly ok: false;
    };
  }
  const questions = apportioned(
    domains.value.map(({ share }) => share),
    plan.questions,
  );
  return success({
    representativeness: representativeness(study.known),
    weights,
    tasks: taskRatings(study, weighing),
    domains: domains.value.map((domain, place) => ({
      ...domain,
      unweighted: at(unweighted.value, place).share,
      otherwise: at(otherwise.value, place).share,
      questions: at(questions, place),
    })),
    views: categoryViews(study, counts, weighing.weights, plan.fewest),
  });
}

function categoryViews(
  study: Study,
  counts: Float64Array,
  weights: Float64Array,
  fewest: number,
): readonly CategoryView[] {
  const views = study.known.flatMap(({ name, categories, of }) =>
    categories.flatMap((category, place) => {
      const inside = [...of.keys()].filter((person) => of[person] === place);
      const outside = [...of.keys()].filter((person) => of[person] !== place);
      return inside.length < fewest || outside.length < fewest
        ? []
        : [
            {
              variable: name,
              category: category.name,
              people: inside.length,
              own: weightsAmong(study, counts, weights, inside),
              rest: weightsAmong(study, counts, weights, outside),
            },
          ];
    }),
  );
  const differences = views.flatMap(({ own, rest }) =>
    own.ok && rest.ok
      ? own.value.map((domain, place) => differenceOf(domain, at(rest.value, place)))
      : [],
  );
  const adjusted = holm(differences.map(({ pValue }) => pValue));
  let next = 0;
  return views.map(({ own, rest, ...view }) => {
    if (!own.ok || !rest.ok) {
      return { ...view, domains: own.ok ? (rest as typeof own & { readonly ok: false }) : own };
    }
    return {
      ...view,
      domains: success(
        own.value.map(({ share }) => {
          const { difference, standardError } = at(differences, next);
          next += 1;
          return { share, difference, standardError, pAdjusted: at(adjusted, next - 1) };
        }),
      ),
    };
  });
}

function differenceOf(own: DomainWeight, rest: DomainWeight) {
  const difference = own.share - rest.share;
  const standardError = Math.hypot(own.standardError, rest.standardError);
  return {
    difference,
    standardError,
    pValue: standardError > 0 ? normalTwoSided(difference / standardError) : 1,
  };
}

/** Among some of the respondents, as weighted as in the whole. */
function weightsAmong(
  { tasks }: Study,
  counts: Float64Array,
  weights: Float64Array,
  people: readonly number[],
): Result<readonly DomainWeight[], 'nobody-rated'> {
  const width = tasks.length;
  const some = new Float64Array(people.length * width);
  for (const [place, person] of people.entries()) {
    some.set(counts.subarray(person * width, (person + 1) * width), place * width);
  }
  return domainWeights(tasks, some, {
    weights: Float64Array.from(people, (person) => at(weights, person)),
    explained: [],
  });
}
