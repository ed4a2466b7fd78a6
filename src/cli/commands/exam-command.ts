/** What the commands on an exam's file (audit, calibrate, score, dif) share: the key and the file are opened, and what was asked is planned. */
import type { Result } from '../../kernel/result/result.ts';
import { type AnswerKey, readKey } from '../../psychometrics/responses/answer-key.ts';
import type { ExamPlan, Incoming } from '../../workflow/audit/read-exam.ts';
import { type ExamCommand, type ExamOptions, readCommand } from './exam-options.ts';
import { type FileWorld, nameOf, opened, runOnFile, wholeOf } from './file-command.ts';

export interface Work<Format extends string> extends ExamOptions<Format> {
  readonly usage: string;
  readonly name: string;
  /** The result as text in the format asked for. */
  readonly run: (
    command: ExamCommand<Format>,
    incoming: Incoming,
    key: AnswerKey | undefined,
    tell: (what: string) => void,
  ) => Promise<Result<string>>;
}

/** Answers the exit code. */
export const runOnExam = <Format extends string>(
  args: readonly string[],
  world: FileWorld,
  work: Work<Format>,
): Promise<number> =>
  runOnFile(args, world, {
    name: work.name,
    usage: work.usage,
    read: (words) => readCommand(words, work),
    async work(command, tell) {
      const key = await keyOf(command.keyFile, world);
      if (!key.ok) {
        return key;
      }
      const incoming = await opened(world, command.file);
      return incoming.ok ? await work.run(command, incoming.value, key.value, tell) : incoming;
    },
  });

async function keyOf(
  keyFile: string | undefined,
  world: FileWorld,
): Promise<Result<AnswerKey | undefined>> {
  if (keyFile === undefined) {
    return { ok: true, value: undefined };
  }
  const bytes = await wholeOf(world, keyFile, `the key file "${keyFile}"`);
  return bytes.ok ? readKey(bytes.value) : bytes;
}

export const planOf = (command: ExamCommand<string>, key: AnswerKey | undefined): ExamPlan => ({
  file: nameOf(command.file),
  id: command.id,
  items: command.items,
  pilot: command.pilot,
  codes: command.codes,
  key,
  missing: command.missing,
  categories: command.categories,
  long: command.long,
  groupColumns: [
    ...command.groups.map(({ column }) => column),
    ...command.covariates,
    ...(command.window === undefined ? [] : [command.window]),
  ],
});
