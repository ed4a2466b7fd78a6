/**
 * The share of an exam that each domain deserves by what its tasks count to those who do the work.
 *
 *     task mean m_t = sum w c / sum w over whoever rated it;  domain share = sum of m_t in the domain / sum of all m_t
 *
 * Standard errors by the influence of each respondent on the share (the delta method), with what raking settles taken out.
 * Questions of a form by largest remainder (Hamilton's method), so that they add up.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import { standardErrorOf } from './calibrated-spread.ts';
import type { Task } from './study.ts';
import type { Weighing } from './task-ratings.ts';

export interface DomainWeight {
  readonly domain: string;
  readonly tasks: number;
  /** Of the whole exam; together 1. */
  readonly share: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

const INTERVAL = normalQuantile(0.975);

/** `counts` as `criticality` gives it: respondents times tasks. Domains in the order in which tasks name them. */
export function domainWeights(
  tasks: readonly Task[],
  counts: Float64Array,
  weighing: Weighing,
): Result<readonly DomainWeight[], 'nobody-rated'> {
  const means = taskMeans(tasks.length, counts, weighing.weights);
  const unrated = means.findIndex(({ weight }) => weight === 0);
  const sum = means.reduce((total, { mean }) => total + mean, 0);
  if (unrated >= 0 || !(sum > 0)) {
    return refuse(
      'nobody-rated',
      unrated >= 0
        ? `nobody rated the task "${at(tasks, unrated).id}" on every scale, so its domain has no weight. Leave the task out, or ask again.`
        : 'nobody does any of the tasks, so no domain has a weight.',
    );
  }
  const domains = [...new Set(tasks.map(({ domain }) => domain))];
  return success(
    domains.map((domain) => {
      const own = tasks.map((task) => Number(task.domain === domain));
      const share = means.reduce((total, { mean }, task) => total + at(own, task) * mean, 0) / sum;
      const influence = influenceOn(
        means,
        own.map((belongs) => (belongs - share) / sum),
        counts,
        weighing.weights.length,
      );
      const standardError = standardErrorOf(influence, weighing.weights, weighing.explained);
      return {
        domain,
        tasks: own.reduce((total, one) => total + one, 0),
        share,
        standardError,
        low: Math.max(0, share - INTERVAL * standardError),
        high: Math.min(1, share + INTERVAL * standardError),
      };
    }),
  );
}

interface TaskMean {
  readonly mean: number;
  readonly weight: number;
}

function taskMeans(width: number, counts: Float64Array, weights: Float64Array): TaskMean[] {
  const [sums, totals] = [new Float64Array(width), new Float64Array(width)];
  for (const [cell, count] of counts.entries()) {
    if (!Number.isNaN(count)) {
      const task = cell % width;
      const weight = at(weights, (cell - task) / width);
      sums[task] = at(sums, task) + weight * count;
      totals[task] = at(totals, task) + weight;
    }
  }
  return Array.from(totals, (weight, task) => ({ weight, mean: at(sums, task) / weight }));
}

/** Of one respondent of weight 1 on a sum of task means, each counted `slopes` times. */
function influenceOn(
  means: readonly TaskMean[],
  slopes: readonly number[],
  counts: Float64Array,
  people: number,
): Float64Array {
  const influence = new Float64Array(people);
  for (const [cell, count] of counts.entries()) {
    if (!Number.isNaN(count)) {
      const task = cell % means.length;
      const person = (cell - task) / means.length;
      const { mean, weight } = at(means, task);
      influence[person] = at(influence, person) + (at(slopes, task) * (count - mean)) / weight;
    }
  }
  return influence;
}
