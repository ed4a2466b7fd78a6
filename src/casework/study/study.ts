/**
 * A job analysis (role and function study) as people answer it: a page for each domain, on which each task is rated on three
 * scales, and a last page about oneself. Nothing has to be answered; a task that somebody never does is rated no further.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Typed, textIn } from '../person/typed-text.ts';

export const SCALES = ['frequency', 'importance', 'harm'] as const;
export type ScaleName = (typeof SCALES)[number];
/** How far each scale runs; 0 of frequency is never. */
export const POINTS: Readonly<Record<ScaleName, readonly number[]>> = {
  frequency: [0, 1, 2, 3, 4],
  importance: [1, 2, 3, 4],
  harm: [1, 2, 3, 4],
};

export interface StudyTask {
  readonly id: string;
  readonly domain: string;
  readonly title: string;
}

/** Something that is known of everybody who could be asked. */
export interface KnownOfAll {
  readonly name: string;
  readonly categories: readonly { readonly name: string; readonly population: number }[];
}

export interface Study {
  readonly id: string;
  readonly label: string;
  readonly program: string;
  readonly title: string;
  readonly tasks: readonly StudyTask[];
  readonly known: readonly KnownOfAll[];
  /** Questions of a form. */
  readonly questions: number;
  readonly opensOn: CivilDate;
  /** The last day counts to its end. */
  readonly closesOn: CivilDate;
}

export type TaskRatings = Readonly<Partial<Record<ScaleName, number>>>;

export interface StudyAnswers {
  readonly ratings: Readonly<Record<string, TaskRatings>>;
  /** By what is known of everybody, the category somebody names for themselves. */
  readonly about: Readonly<Record<string, string>>;
}

export const NO_ANSWERS: StudyAnswers = { ratings: {}, about: {} };

/** The domains in the order in which tasks name them; a page each. */
export const domainsOf = ({ tasks }: Pick<Study, 'tasks'>): readonly string[] => [
  ...new Set(tasks.map(({ domain }) => domain)),
];

/** Pages from 1: a domain each, and the last about oneself. */
export const pagesOf = (study: Pick<Study, 'tasks'>): number => domainsOf(study).length + 1;

export const tasksOn = (study: Pick<Study, 'tasks'>, page: number): readonly StudyTask[] => {
  const domain = domainsOf(study)[page - 1];
  return study.tasks.filter((task) => task.domain === domain);
};

/** The name of the box of a task on a scale. Tasks are named by their place, whatever their ids hold. */
export const boxOf = ({ tasks }: Pick<Study, 'tasks'>, task: string, scale: ScaleName): string =>
  `t${tasks.findIndex(({ id }) => id === task) + 1}-${scale}`;
export const aboutBox = ({ known }: Pick<Study, 'known'>, name: string): string =>
  `a${known.findIndex((one) => one.name === name) + 1}`;

/** What was answered before, with what one page sends. A value that its scale does not have counts as no answer. */
export function withPage(
  study: Pick<Study, 'tasks' | 'known'>,
  before: StudyAnswers,
  page: number,
  raw: Typed,
): StudyAnswers {
  if (page >= pagesOf(study)) {
    const about = study.known.flatMap(({ name, categories }) => {
      const chosen = textIn(raw, aboutBox(study, name));
      return categories.some((category) => category.name === chosen)
        ? [[name, chosen] as const]
        : [];
    });
    return { ...before, about: Object.fromEntries(about) };
  }
  const ratings = tasksOn(study, page).map(({ id }) => [id, ratingsIn(study, id, raw)] as const);
  return { ...before, ratings: { ...before.ratings, ...Object.fromEntries(ratings) } };
}

function ratingsIn(study: Pick<Study, 'tasks'>, task: string, raw: Typed): TaskRatings {
  const given = SCALES.flatMap((scale) => {
    const typed = textIn(raw, boxOf(study, task, scale));
    const value = /^\d$/.test(typed) ? Number(typed) : -1;
    return POINTS[scale].includes(value) ? [[scale, value] as const] : [];
  });
  const ratings: TaskRatings = Object.fromEntries(given);
  // Whoever never does a task says no more of it.
  return ratings.frequency === 0 ? { frequency: 0 } : ratings;
}

/** Tasks that were rated on any scale. */
export const ratedTasks = ({ ratings }: StudyAnswers): number =>
  Object.values(ratings).filter((own) => Object.keys(own).length > 0).length;
