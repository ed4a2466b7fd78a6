/** `evenhand audit FILE`: is this exam sound, and is it fair? The technical report, from the file of its responses. */
import { success } from '../../kernel/result/result.ts';
import { FORMATS, inFormat } from '../../reporting/document/formats.ts';
import { AUDIT_FORMS } from '../../reporting/technical-report/pages.ts';
import { auditExam } from '../../workflow/audit/audit-exam.ts';
import { planOf, runOnExam } from './exam-command.ts';
import { LIST_USAGE, READING_USAGE } from './exam-options.ts';
import type { FileWorld } from './file-command.ts';
import { OUTPUT_USAGE } from './output-options.ts';

export const AUDIT_USAGE = `evenhand audit FILE [options]

Is this exam sound, and is it fair? The technical report of an exam: the rules for missing answers, reliability, the
quality of the decision at the cut, every item, the model, and the items that are harder for one group among people who
know as much. FILE is a table with a header and one row for each person (items hold 1 for right, 0 for wrong, or options
with --key), or one row for each answer.

${READING_USAGE}  --group COLUMN --focal VALUE|others [--reference VALUE]
                            compare the focal group with the reference (default: the largest other group);
                            may be repeated; "one*other" crosses two columns
  --covariate COLUMN        a number such as age, instead of groups: items that get harder as it rises; may be repeated
  --window COLUMN           exam windows or forms in order: items that drift from one to the next
  --fit                     also M2 (C2 for points) with RMSEA, and how many people's answers surprise
  --cut N                   the lowest total that passes
  --min-group N             withhold what is printed about groups smaller than this (default 11)
  --format text|html|json|csv|markdown
                            html is one file with plots, for reading and printing
${OUTPUT_USAGE}
${LIST_USAGE}`;

/** Answers the exit code. */
export const runAudit = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnExam(args, world, {
    name: 'audit',
    usage: AUDIT_USAGE,
    options: ['group', 'focal', 'reference', 'covariate', 'window', 'cut', 'min-group'],
    switches: ['fit'],
    formats: FORMATS,
    async run(command, incoming, key, tell) {
      const { groups, covariates, window, fit, cut, minimumGroup } = command;
      const asked = { groups, covariates, window, fit, cut, minimumGroup };
      const plan = { ...planOf(command, key), ...asked };
      const report = await auditExam(incoming, plan, tell);
      if (!report.ok) {
        return report;
      }
      tell('Writing the report');
      return success(inFormat(command.format, report.value, AUDIT_FORMS));
    },
  });
