/**
 * The plan of three invented years: who applies where and when, how long it takes, what is found and by whom, who sits
 * the exam and how. Everything that can be measured is settled here, and nothing else; the records that show it are
 * written from this plan (invented-body).
 */
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { addDays, addYears, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import type { CycleDates } from '../../program/calendar/cycle.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { demonstrationExam, type ExamProgram, examPrograms } from '../items/demonstration-forms.ts';
import { between, happens, normal, weighed } from '../people/draw.ts';
import { staff } from '../people/staff.ts';
import { drawnAnswers, drawnTraits, type Traits } from '../people/told.ts';
import { drawnRights, itemTraits } from './answering.ts';
import { planted } from './planted.ts';
import { examDay, filingDay, windowsBetween, workday } from './seasons.ts';

export interface Life {
  readonly traits: Traits;
  /** What the person told the body; undefined where they told nothing. */
  readonly told: Traits | undefined;
  readonly applications: readonly PlannedApplication[];
}

export interface PlannedApplication {
  readonly program: ExamProgram;
  readonly filedOn: CivilDate;
  /** The day of decision or withdrawal. It may still be to come. */
  readonly endsOn: CivilDate;
  readonly ends: 'decided' | 'withdrawn';
  /** Place of the decider among the reviewers. */
  readonly reviewer: number;
  /** Whether the facts satisfy the published criteria. */
  readonly meets: boolean;
  readonly approved: boolean;
  readonly sitting: PlannedSitting | undefined;
}

export interface PlannedSitting {
  readonly on: CivilDate;
  /** For each question of the form, in its order. */
  readonly rights: readonly boolean[];
  readonly passed: boolean;
}

export const PEOPLE = 3000;
const YEARS = 3;
const PROGRAM_SHARES: readonly { readonly value: ExamProgram; readonly weight: number }[] = [
  { value: 'larkspur-care', weight: 62 },
  { value: 'larkspur-work', weight: 20 },
  { value: 'larkspur-navigator', weight: 18 },
];

const MEDIAN_WAIT_DAYS = 14;
const WAIT_SPREAD = 0.5;
const SHORTEST_WAIT_DAYS = 2;
/** A few applications are mislaid, whoever sent them. */
const MISLAID = 0.012;
const WITHDRAWN = 0.04;
const MEETS = 0.87;
/** How often a reviewer approves what meets the criteria, and what does not. */
const APPROVES_RIGHTLY = 0.97;
const APPROVES_WRONGLY = 0.04;
const SITS = 0.93;
const TRIES_AGAIN = { 'after-refusal': 0.35, 'after-exam': 0.4 } as const;
const MOST_APPLICATIONS = 3;

export const reviewers = staff.filter(({ office }) => office === 'reviewer');
const severe = reviewers.findIndex(({ email }) => email === planted.severeReviewer.email);

interface Setting {
  readonly today: CivilDate;
  readonly from: CivilDate;
  readonly chance: Generator;
  readonly exams: ReadonlyMap<ExamProgram, Exam>;
}

interface Exam {
  readonly program: OfferedProgram;
  readonly windows: readonly CycleDates[];
  readonly items: readonly ReturnType<typeof itemTraits>[];
  readonly parts: readonly { readonly items: number; readonly cut: number }[];
}

export function inventedLives(seed: string, today: CivilDate, people = PEOPLE): readonly Life[] {
  const from = addYears(today, -YEARS);
  const exams = new Map(examPrograms.map((program) => [program, examOf(program, from, today)]));
  const setting = { today, from, chance: generatorFrom(`${seed}, three years`), exams };
  return Array.from({ length: people }, () => lifeIn(setting));
}

function examOf(id: ExamProgram, from: CivilDate, until: CivilDate): Exam {
  const program = programOf(id);
  if (program === undefined) {
    throw new Error(`the catalog has no program ${id}`);
  }
  const { form } = demonstrationExam(id);
  return {
    program,
    windows: windowsBetween(program, from, until),
    items: form.parts.flatMap((part) => part.items.map(({ item }) => itemTraits(item))),
    parts: form.parts.map((part) => ({ items: part.items.length, cut: part.cut.raw })),
  };
}

function lifeIn(setting: Setting): Life {
  const { chance, today, from } = setting;
  const traits = drawnTraits(chance, today);
  const told = drawnAnswers(chance, traits);
  const program = weighed(chance, PROGRAM_SHARES);
  const ability = normal(chance);
  const applications: PlannedApplication[] = [];
  let earliest: CivilDate | undefined = from;
  while (earliest !== undefined && applications.length < MOST_APPLICATIONS) {
    const filed = applications.length;
    const application = applicationIn(setting, { program, traits, ability, earliest, filed });
    applications.push(application);
    earliest = nextTry(chance, application, today);
  }
  return { traits, told, applications };
}

interface Applicant {
  readonly program: ExamProgram;
  readonly traits: Traits;
  readonly ability: number;
  readonly earliest: CivilDate;
  readonly filed: number;
}

function applicationIn(setting: Setting, applicant: Applicant): PlannedApplication {
  const { chance, today } = setting;
  const { program, traits, filed } = applicant;
  const exam = examIn(setting, program);
  const filedOn =
    filed === 0 ? filingDay(chance, exam.windows, setting.from, today) : applicant.earliest;
  const base = Math.round(MEDIAN_WAIT_DAYS * Math.exp(WAIT_SPREAD * normal(chance)));
  const mislaid = happens(chance, MISLAID) ? between(chance, 40, 90) : 0;
  const { dimension, answer, days } = planted.slowQueue;
  const slow = traits.get(dimension)?.includes(answer) === true ? days : 0;
  const waitDays = Math.max(SHORTEST_WAIT_DAYS, base) + mislaid + slow;
  // Withdrawn within the wait that anybody would have had, so that a slow queue takes nobody out of the comparison.
  const withdraws = happens(chance, WITHDRAWN);
  const withdrawsAfter = between(chance, 1, Math.max(1, base - 1));
  const meets = happens(chance, MEETS);
  const reviewer = chance.below(reviewers.length);
  const lenient = happens(chance, meets ? APPROVES_RIGHTLY : APPROVES_WRONGLY);
  const refused = happens(chance, planted.severeReviewer.refuses) && reviewer === severe;
  const endsOn = withdraws ? addDays(filedOn, withdrawsAfter) : workday(addDays(filedOn, waitDays));
  const ends = withdraws ? 'withdrawn' : 'decided';
  const approved = !withdraws && lenient && !refused;
  const sitting =
    approved && endsOn <= today ? sittingIn(setting, applicant, filedOn, endsOn) : undefined;
  return { program, filedOn, endsOn, ends, reviewer, meets, approved, sitting };
}

function sittingIn(
  setting: Setting,
  { program, traits, ability }: Applicant,
  filedOn: CivilDate,
  decidedOn: CivilDate,
): PlannedSitting | undefined {
  const { chance, today } = setting;
  const exam = examIn(setting, program);
  const sits = happens(chance, SITS);
  const on = examDay(chance, exam.program, filedOn, decidedOn);
  const rights = drawnRights(chance, ability, traits, exam.items);
  if (!sits || on === undefined || on >= today) {
    return undefined;
  }
  let place = 0;
  const passed = exam.parts.every(({ items, cut }) => {
    const right = rights.slice(place, place + items).filter(Boolean).length;
    place += items;
    return right >= cut;
  });
  return { on, rights, passed };
}

/** The day of the next application, for whoever tries again and has the time. */
function nextTry(
  chance: Generator,
  { ends, endsOn, approved, sitting }: PlannedApplication,
  today: CivilDate,
): CivilDate | undefined {
  const why = ends === 'decided' && !approved ? 'after-refusal' : 'after-exam';
  const failed = why === 'after-refusal' || sitting?.passed === false;
  const again = failed && happens(chance, TRIES_AGAIN[why]);
  const day = addDays(sitting?.on ?? endsOn, between(chance, 45, 150));
  return again && endsOn <= today && day < today ? day : undefined;
}

function examIn({ exams }: Setting, program: ExamProgram): Exam {
  return at(
    [exams.get(program)].filter((exam) => exam !== undefined),
    0,
  );
}
