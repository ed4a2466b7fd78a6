/** `evenhand score FILE`: each person's ability with its standard error, by a model fitted to the same file. */
import { refuse, success } from '../../kernel/result/result.ts';
import { FORMATS, inFormat } from '../../reporting/document/formats.ts';
import { SCORE_FORMS } from '../../reporting/technical-report/score-result.ts';
import { METHODS, MODELS, scoreExam } from '../../workflow/audit/calibrate-exam.ts';
import { planOf, runOnExam } from './exam-command.ts';
import { LIST_USAGE, READING_USAGE } from './exam-options.ts';
import type { FileWorld } from './file-command.ts';
import { OUTPUT_USAGE } from './output-options.ts';

const SCORE_USAGE = `evenhand score FILE [options]

Scores everybody in a file of responses by an item response model fitted to it. The same answers get the same score,
whoever gave them. People keep the order of the file; somebody without an answer has no score, and the reason.

  --method eap|map|ml|wle   mean or mode of what the answers leave possible, maximum likelihood, or Warm's weighted
                            likelihood (default eap)
  --model rasch|1pl|2pl|3pl|grm|gpcm
                            the model (default 2pl)
  --fit                     also person fit, lz: far below zero, answers that surprise
${READING_USAGE}  --format text|html|json|csv|markdown
${OUTPUT_USAGE}
${LIST_USAGE}`;

/** Answers the exit code. */
export const runScore = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnExam(args, world, {
    name: 'score',
    usage: SCORE_USAGE,
    options: ['model', 'method'],
    switches: ['fit'],
    formats: FORMATS,
    async run(command, incoming, key, tell) {
      const model = MODELS.find((known) => known === (command.model ?? '2pl'));
      const method = METHODS.find((known) => known === (command.method ?? 'eap'));
      if (model === undefined || method === undefined) {
        return refuse(
          'bad-command',
          model === undefined
            ? `--model is one of ${MODELS.join(', ')}, not "${command.model}".`
            : `--method is one of ${METHODS.join(', ')}, not "${command.method}".`,
        );
      }
      tell('Reading the answers, fitting the model and scoring');
      const result = await scoreExam(incoming, planOf(command, key), model, method, command.fit);
      return result.ok ? success(inFormat(command.format, result.value, SCORE_FORMS)) : result;
    },
  });
