/** What respondents said of each task: who does it, and the mean of each scale among those, weighted. */
import { at } from '../../kernel/result/at.ts';
import { standardErrorOf } from './calibrated-spread.ts';
import type { Combination, Scale, Study, Task } from './study.ts';

export interface Mean {
  readonly mean: number;
  readonly standardError: number;
  /** Respondents it rests on. */
  readonly people: number;
}

export interface TaskRatings {
  readonly task: Task;
  /** Share of those who rated it who do the task at all. */
  readonly does: Mean;
  /** Among those who do it, in the order of the scales. */
  readonly scales: readonly Mean[];
}

/** Weights, and what the known variables explain (`explainedBy`). */
export interface Weighing {
  readonly weights: Float64Array;
  readonly explained: readonly Float64Array[];
}

export function taskRatings(study: Study, weighing: Weighing): readonly TaskRatings[] {
  const width = study.tasks.length;
  const [often] = study.scales;
  return study.tasks.map((task, place) => {
    const frequency = columnOf(often, width, place, study.respondents);
    const does = frequency.map((value) => (Number.isNaN(value) ? value : Number(value > 0)));
    return {
      task,
      does: weightedMean(does, weighing),
      scales: study.scales.map((scale) =>
        weightedMean(
          columnOf(scale, width, place, study.respondents).map((value, person) =>
            at(does, person) === 1 ? value : Number.NaN,
          ),
          weighing,
        ),
      ),
    };
  });
}

const columnOf = (
  { ratings }: Scale,
  width: number,
  place: number,
  respondents: number,
): Float64Array =>
  Float64Array.from({ length: respondents }, (_, person) => at(ratings, person * width + place));

/** The mean of the values that are numbers. */
function weightedMean(values: Float64Array, { weights, explained }: Weighing): Mean {
  let [sum, weight, people] = [0, 0, 0];
  for (const [person, value] of values.entries()) {
    if (!Number.isNaN(value)) {
      sum += at(weights, person) * value;
      weight += at(weights, person);
      people += 1;
    }
  }
  const mean = weight > 0 ? sum / weight : Number.NaN;
  const influence = values.map((value) => (Number.isNaN(value) ? 0 : (value - mean) / weight));
  return {
    mean,
    people,
    standardError: people < 2 ? Number.NaN : standardErrorOf(influence, weights, explained),
  };
}

/**
 * How much a task counts to each respondent, respondents times tasks: 0 to whoever does not do it; otherwise the scales
 * multiplied or added; not a number where one of them was not answered.
 * Source: Kane, Kingsbury, Colton & Estes (1989), Journal of Educational Measurement 26, 17-27.
 */
export function criticality({ scales }: Study, combination: Combination): Float64Array {
  const [often, ...others] = scales;
  return often.ratings.map((frequency, cell) => {
    if (!(frequency > 0)) {
      return frequency;
    }
    return others.reduce((so, { ratings }) => {
      const rating = at(ratings, cell);
      return combination === 'product' ? so * rating : so + rating;
    }, frequency);
  });
}
