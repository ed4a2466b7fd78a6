/**
 * `evenhand job-analysis RATINGS TASKS`: what an exam should ask about by those who do the work, and how far those who
 * answered can be trusted to speak for everybody. Reads files, writes a report, keeps nothing.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import { inFormat } from '../../reporting/document/formats.ts';
import { JOB_ANALYSIS_FORMS } from '../../reporting/job-analysis-report/job-analysis-document.ts';
import {
  FEWEST_IN_CATEGORY,
  type JobAnalysisPlan,
  jobAnalysisOfFiles,
} from '../../workflow/audit/job-analysis-of-files.ts';
import { bad, type Misuse, readWords } from './command-words.ts';
import { type FileWorld, nameOf, runOnFile, wholeOf } from './file-command.ts';
import {
  OUTPUT_OPTIONS,
  OUTPUT_USAGE,
  type Output,
  outputOf,
  PAGE_FORMATS,
  type PageFormat,
} from './output-options.ts';

const COMBINATIONS = ['product', 'sum'] as const;
const QUESTIONS = '150';
const USABLE = '50';

const JOB_ANALYSIS_USAGE = `evenhand job-analysis RATINGS TASKS [options]

Works out what an exam should ask about from a job analysis (role and function study): ratings of tasks, weights for
domains with intervals, and how far the sample can be trusted: who answered beside the population, weighted to it by raking.
RATINGS (CSV, TSV or a spreadsheet) has a row for each respondent and a column for each task and scale, such as
T1:frequency, T1:importance, T1:harm; a frequency of 0 says that the respondent does not do the task.
TASKS has the columns task, domain and, if there are titles, title.

  --population FILE         what is known of everybody: columns variable, category, count; RATINGS has a column for each
                            variable, empty where it is not stated
  --invited N               people who were asked (default: the population)
  --questions N             questions of a form (default: ${QUESTIONS})
  --combine product|sum     how the scales of a task make its weight (default: product)
  --frequency NAME          the scale that says how often (default: frequency)
  --usable PERCENT          how many of the tasks a respondent must have rated to be used (default: ${USABLE})
  --id COLUMN               ids, none of which may come twice
  --format ${PAGE_FORMATS.join('|')}
                            (default: markdown)
${OUTPUT_USAGE}
Categories with fewer than ${FEWEST_IN_CATEGORY} respondents are not looked at by themselves.
`;

const OPTIONS = [
  'population',
  'invited',
  'questions',
  'combine',
  'frequency',
  'usable',
  'id',
  ...OUTPUT_OPTIONS,
] as const;

interface Command extends Output<PageFormat> {
  readonly file: string;
  readonly tasks: string;
  readonly population: string | undefined;
  readonly plan: JobAnalysisPlan;
}

/** Answers the exit code. */
export const runJobAnalysis = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnFile(args, world, {
    name: 'job-analysis',
    usage: JOB_ANALYSIS_USAGE,
    read: readCommand,
    async work({ file, tasks, population, plan, format }, tell) {
      const ratings = await wholeOf(world, file);
      if (!ratings.ok) {
        return ratings;
      }
      const named = await wholeOf(world, tasks, `the tasks "${nameOf(tasks)}"`);
      if (!named.ok) {
        return named;
      }
      const known =
        population === undefined
          ? undefined
          : await wholeOf(world, population, `the population "${nameOf(population)}"`);
      if (known !== undefined && !known.ok) {
        return known;
      }
      tell('Weighting the respondents and working out the domains');
      const report = jobAnalysisOfFiles(
        { name: nameOf(file), bytes: ratings.value },
        { name: nameOf(tasks), bytes: named.value },
        known === undefined ? undefined : { name: nameOf(population ?? ''), bytes: known.value },
        plan,
      );
      return report.ok ? success(inFormat(format, report.value, JOB_ANALYSIS_FORMS)) : report;
    },
  });

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const words = readWords(args, {
    options: OPTIONS,
    switches: ['json'],
    file: 'ratings',
    second: 'tasks',
  });
  if (!words.ok) {
    return words;
  }
  const { file, second, value } = words.value;
  const output = outputOf(words.value, PAGE_FORMATS);
  if (!output.ok) {
    return output;
  }
  const combination = COMBINATIONS.find((known) => known === (value('combine') ?? 'product'));
  if (combination === undefined) {
    return bad(`--combine is ${COMBINATIONS.join(' or ')}, not "${value('combine') ?? ''}".`);
  }
  const [questions, usable] = [value('questions') ?? QUESTIONS, value('usable') ?? USABLE];
  const invited = value('invited');
  if (!/^[1-9]\d{0,3}$/.test(questions)) {
    return bad('--questions is the number of questions of a form, a whole number from 1.');
  }
  if (!/^(?:100|\d{1,2})$/.test(usable)) {
    return bad('--usable is a percentage from 0 to 100.');
  }
  if (invited !== undefined && !/^[1-9]\d{0,8}$/.test(invited)) {
    return bad('--invited is how many people were asked, a whole number from 1.');
  }
  return success({
    ...output.value,
    file,
    tasks: second ?? '',
    population: value('population'),
    plan: {
      combination,
      questions: Number(questions),
      usable: Number(usable) / 100,
      invited: invited === undefined ? undefined : Number(invited),
      frequency: value('frequency'),
      id: value('id'),
    },
  });
}
