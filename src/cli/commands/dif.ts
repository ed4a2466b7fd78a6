/** `evenhand dif FILE`: every item compared between groups by one method. */
import { refuse, success } from '../../kernel/result/result.ts';
import { asHtml } from '../../reporting/technical-report/as-html.ts';
import { asJson } from '../../reporting/technical-report/as-json.ts';
import { asMarkdown } from '../../reporting/technical-report/as-markdown.ts';
import { asText } from '../../reporting/technical-report/as-text.ts';
import {
  type DifResult,
  difCsv,
  difDocument,
} from '../../reporting/technical-report/engine-results.ts';
import { DIF_METHODS } from '../../reporting/technical-report/method-names.ts';
import { difExam } from '../../workflow/audit/dif-exam.ts';
import { type ExamWorld, planOf, runOnExam } from './exam-command.ts';
import {
  type ExamCommand,
  type Format,
  LIST_USAGE,
  READING_OPTIONS,
  READING_USAGE,
  WRITING_USAGE,
} from './exam-options.ts';

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
  --min-group N             withhold what is printed about groups smaller than this (default 11)
${READING_USAGE}  --format text|html|json|csv|markdown
${WRITING_USAGE}
${LIST_USAGE}`;

/** Answers the exit code. */
export const runDif = (args: readonly string[], world: ExamWorld): Promise<number> =>
  runOnExam(args, world, {
    name: 'dif',
    usage: DIF_USAGE,
    allowed: {
      options: [
        ...READING_OPTIONS,
        'group',
        'focal',
        'reference',
        'covariate',
        'min-group',
        'method',
      ],
      formats: ['text', 'html', 'json', 'csv', 'markdown'],
    },
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
      const { covariates, cut, minimumGroup } = command;
      const groups = method === 'continuous' ? [] : command.groups;
      const plan = { ...planOf(command, key), method, groups, covariates, cut, minimumGroup };
      const result = await difExam(incoming, plan);
      return result.ok ? success(written(result.value, command.format)) : result;
    },
  });

const nobodyNamed = ({ groups, covariates }: ExamCommand): boolean =>
  groups.length === 0 && covariates.length === 0;

function written(result: DifResult, format: Format): string {
  switch (format) {
    case 'json':
      return asJson(result);
    case 'csv':
      return difCsv(result);
    case 'html':
      return asHtml(difDocument(result));
    case 'markdown':
      return asMarkdown(difDocument(result));
    default:
      return asText(difDocument(result));
  }
}
