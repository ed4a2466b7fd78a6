/** `evenhand dif FILE`: every item compared between groups by one method. */
import { refuse, success } from '../../kernel/result/result.ts';
import { FORMATS, inFormat } from '../../reporting/document/formats.ts';
import { DIF_FORMS } from '../../reporting/technical-report/dif-result.ts';
import { DIF_METHODS } from '../../reporting/technical-report/method-names.ts';
import { difExam } from '../../workflow/audit/dif-exam.ts';
import { planOf, runOnExam } from './exam-command.ts';
import { type ExamCommand, LIST_USAGE, READING_USAGE } from './exam-options.ts';
import type { FileWorld } from './file-command.ts';
import { OUTPUT_USAGE } from './output-options.ts';

const METHOD_LINES = DIF_METHODS.map((method) => `                              ${method}`).join(
  '\n',
);

const DIF_USAGE = `evenhand dif FILE --group COLUMN --focal VALUE [options]

Asks of every item whether it is harder for one group than for another among people who know as much, by one method.

  --method NAME             one of
${METHOD_LINES}
                            (default mantel-haenszel; mantel where items give more than one point)
  --group COLUMN --focal VALUE|others [--reference VALUE]
                            who is compared with whom (default reference: the largest other group); may be repeated
  --covariate COLUMN        a number such as age, instead of groups (method continuous); may be repeated
  --anchors LIST            items known to be fair: people are matched on them alone, or they hold the scale
  --purify                  take flagged items out of what people are matched on until the same ones are flagged
  --min-group N             withhold what is printed about groups smaller than this (default 11)
${READING_USAGE}  --format text|html|json|csv|markdown
${OUTPUT_USAGE}
${LIST_USAGE}`;

/** Answers the exit code. */
export const runDif = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnExam(args, world, {
    name: 'dif',
    usage: DIF_USAGE,
    options: ['group', 'focal', 'reference', 'covariate', 'min-group', 'method', 'anchors'],
    switches: ['purify'],
    formats: FORMATS,
    async run(command, incoming, key, tell) {
      const method = DIF_METHODS.find((known) => known === command.method);
      if (method === undefined && command.method !== undefined) {
        return refuse(
          'bad-command',
          `--method is one of ${DIF_METHODS.join(', ')}, not "${command.method}".`,
        );
      }
      if (method === 'continuous' ? command.covariates.length === 0 : nobodyNamed(command)) {
        return refuse(
          'bad-command',
          method === 'continuous'
            ? 'name the column of numbers with --covariate COLUMN.'
            : 'name the groups with --group COLUMN --focal VALUE, or a number with --covariate COLUMN.',
        );
      }
      tell('Reading the answers and comparing the groups');
      const { covariates, cut, minimumGroup, anchors, purify } = command;
      const groups = method === 'continuous' ? [] : command.groups;
      const asked = { method, groups, covariates, cut, minimumGroup, anchors, purify };
      const plan = { ...planOf(command, key), ...asked };
      const result = await difExam(incoming, plan);
      return result.ok ? success(inFormat(command.format, result.value, DIF_FORMS)) : result;
    },
  });

const nobodyNamed = ({ groups, covariates }: ExamCommand<string>): boolean =>
  groups.length === 0 && covariates.length === 0;
