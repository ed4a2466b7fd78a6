/** What a closed job analysis says, worked out from its answers as `evenhand job-analysis` works it out from files. */
import { SCALES, type Study, type StudyAnswers } from '../../casework/study/study.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import { csvText } from '../../reporting/document/csv.ts';
import type { JobAnalysisReport } from '../../reporting/job-analysis-report/job-analysis-report.ts';
import { type JobAnalysisFault, jobAnalysisOfFiles } from '../audit/job-analysis-of-files.ts';
import type { Actor, World } from '../ports/ports.ts';
import type { StudyCounts } from '../ports/study-records.ts';

export interface StudySeen {
  readonly study: Study & { readonly sample: number | undefined };
  readonly counts: StudyCounts;
  readonly isClosed: boolean;
  /** Undefined before the study is closed. */
  readonly report: Result<JobAnalysisReport, JobAnalysisFault | 'too-few'> | undefined;
}

/** Share of the tasks that somebody must have rated to be used. */
const USABLE = 0.5;
/** Fewer answers are not read by anybody. */
const FEWEST_ANSWERS = 11;

export async function studiesFor(
  world: Pick<World, 'records' | 'clock'>,
  reader: Actor,
): Promise<readonly Omit<StudySeen, 'report'>[]> {
  const today = world.clock.today();
  return await world.records.as(reader, async ({ studies }) => {
    const all: Omit<StudySeen, 'report'>[] = [];
    for (const study of await studies.list()) {
      const counts = await studies.counts(study.id);
      all.push({ study, counts, isClosed: today > study.closesOn });
    }
    return all;
  });
}

export async function studySeen(
  world: Pick<World, 'records' | 'clock'>,
  reader: Actor,
  id: string,
): Promise<StudySeen | undefined> {
  const today = world.clock.today();
  return await world.records.as(reader, async ({ studies }) => {
    const study = (await studies.list()).find((one) => one.id === id);
    if (study === undefined) {
      return undefined;
    }
    const counts = await studies.counts(id);
    const isClosed = today > study.closesOn;
    const report = isClosed
      ? reportOf(study, counts, await studies.answersOf(id, today))
      : undefined;
    return { study, counts, isClosed, report };
  });
}

function reportOf(
  study: Study,
  { asked }: StudyCounts,
  answers: readonly StudyAnswers[],
): Result<JobAnalysisReport, JobAnalysisFault | 'too-few'> {
  if (answers.length < FEWEST_ANSWERS) {
    return refuse(
      'too-few',
      `fewer than ${FEWEST_ANSWERS} people answered, and nobody reads so few answers`,
    );
  }
  const { tasks, known } = study;
  const ratings = csvText([
    [
      ...known.map(({ name }) => name),
      ...tasks.flatMap(({ id }) => SCALES.map((scale) => `${id}:${scale}`)),
    ],
    ...answers.map(({ ratings: given, about }) => [
      ...known.map(({ name }) => about[name] ?? ''),
      ...tasks.flatMap(({ id }) => SCALES.map((scale) => given[id]?.[scale] ?? '')),
    ]),
  ]);
  const titled = csvText([
    ['task', 'domain', 'title'],
    ...tasks.map(({ id, domain, title }) => [id, domain, title]),
  ]);
  const population = csvText([
    ['variable', 'category', 'count'],
    ...known.flatMap(({ name, categories }) =>
      categories.map((category) => [name, category.name, category.population]),
    ),
  ]);
  return jobAnalysisOfFiles(
    { name: study.title, bytes: utf8(ratings) },
    { name: 'tasks', bytes: utf8(titled) },
    known.length === 0 ? undefined : { name: 'population', bytes: utf8(population) },
    {
      ...{ combination: 'product', questions: study.questions, usable: USABLE },
      ...{ invited: asked, frequency: undefined, id: undefined },
    },
  );
}
