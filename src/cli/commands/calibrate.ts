/** `evenhand calibrate FILE`: the parameters of an item response model, with standard errors, from a file of responses. */
import { refuse, success } from '../../kernel/result/result.ts';
import { FORMATS, type Format, inFormat } from '../../reporting/document/formats.ts';
import { asMirt } from '../../reporting/technical-report/as-mirt.ts';
import {
  CALIBRATION_FORMS,
  type CalibrationResult,
} from '../../reporting/technical-report/calibration-result.ts';
import { calibrateExam, MODELS } from '../../workflow/audit/calibrate-exam.ts';
import { planOf, runOnExam } from './exam-command.ts';
import { LIST_USAGE, READING_USAGE } from './exam-options.ts';
import type { FileWorld } from './file-command.ts';
import { OUTPUT_USAGE } from './output-options.ts';

const CALIBRATE_USAGE = `evenhand calibrate FILE [options]

Fits an item response model to a file of responses: slopes, intercepts, difficulties and chances of guessing, each with
its standard error. Logistic scale with D = 1. Pilot items are calibrated on the people who were given them.

  --model rasch|1pl|2pl|3pl|grm|gpcm
                            the model (default 2pl; items with several categories are then graded)
  --fit                     also M2 (C2 for points) with RMSEA, SRMSR, TLI and CFI; it takes time
${READING_USAGE}  --format text|html|json|csv|markdown|mirt
                            mirt writes the table that mirt's argument "pars" takes
${OUTPUT_USAGE}
${LIST_USAGE}`;

/** Answers the exit code. */
export const runCalibrate = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnExam(args, world, {
    name: 'calibrate',
    usage: CALIBRATE_USAGE,
    options: ['model'],
    switches: ['fit'],
    formats: [...FORMATS, 'mirt'],
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

const written = (result: CalibrationResult, format: Format | 'mirt'): string =>
  format === 'mirt' ? asMirt(result) : inFormat(format, result, CALIBRATION_FORMS);
