/** `evenhand calibrate FILE`: the parameters of an item response model, with standard errors, from a file of responses. */
import { refuse, success } from '../../kernel/result/result.ts';
import { asHtml } from '../../reporting/technical-report/as-html.ts';
import { asJson } from '../../reporting/technical-report/as-json.ts';
import { asMarkdown } from '../../reporting/technical-report/as-markdown.ts';
import { asMirt } from '../../reporting/technical-report/as-mirt.ts';
import { asText } from '../../reporting/technical-report/as-text.ts';
import {
  type CalibrationResult,
  calibrationCsv,
  calibrationDocument,
} from '../../reporting/technical-report/engine-results.ts';
import { calibrateExam, MODELS } from '../../workflow/audit/calibrate-exam.ts';
import { type ExamWorld, planOf, runOnExam } from './exam-command.ts';
import {
  type Format,
  LIST_USAGE,
  READING_OPTIONS,
  READING_USAGE,
  WRITING_USAGE,
} from './exam-options.ts';

const CALIBRATE_USAGE = `evenhand calibrate FILE [options]

Fits an item response model to a file of responses: slopes, intercepts, difficulties and chances of guessing, each with
its standard error. Logistic scale with D = 1. Pilot items are calibrated on the people who were given them.

  --model rasch|1pl|2pl|3pl|grm|gpcm
                            the model (default 2pl; items with several categories are then graded)
  --fit                     also M2 (C2 for points) with RMSEA, SRMSR, TLI and CFI; it takes time
${READING_USAGE}  --format text|html|json|csv|markdown|mirt
                            mirt writes the table that mirt's argument "pars" takes
${WRITING_USAGE}
${LIST_USAGE}`;

/** Answers the exit code. */
export const runCalibrate = (args: readonly string[], world: ExamWorld): Promise<number> =>
  runOnExam(args, world, {
    name: 'calibrate',
    usage: CALIBRATE_USAGE,
    allowed: {
      options: [...READING_OPTIONS, 'model'],
      switches: ['fit'],
      formats: ['text', 'html', 'json', 'csv', 'markdown', 'mirt'],
    },
    async run(command, incoming, key, tell) {
      const model = MODELS.find((known) => known === (command.model ?? '2pl'));
      if (model === undefined) {
        return refuse(
          'bad-command',
          `--model is one of ${MODELS.join(', ')}, not "${command.model}".`,
        );
      }
      tell('Reading the answers and fitting the model');
      const result = await calibrateExam(incoming, planOf(command, key), model, command.fit);
      return result.ok ? success(written(result.value, command.format)) : result;
    },
  });

function written(result: CalibrationResult, format: Format): string {
  switch (format) {
    case 'json':
      return asJson(result);
    case 'csv':
      return calibrationCsv(result);
    case 'mirt':
      return asMirt(result);
    case 'html':
      return asHtml(calibrationDocument(result));
    case 'markdown':
      return asMarkdown(calibrationDocument(result));
    default:
      return asText(calibrationDocument(result));
  }
}
