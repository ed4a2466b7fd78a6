/**
 * `evenhand authorize PROGRAM --owner NAME --reference TEXT`: records that the owner of a real mark has authorized its
 * use by whoever runs this service. Until then a program that carries the mark issues nothing.
 */
import { parseArgs } from 'node:util';
import { programOf } from '../../program/catalog/catalog.ts';

export interface AuthorizeWorld {
  record(row: {
    readonly program: string;
    readonly owner: string;
    readonly reference: string;
    readonly recordedBy: string;
  }): Promise<void>;
  readonly recordedBy: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const USAGE = 'evenhand authorize PROGRAM --owner NAME --reference TEXT\n';

/** Answers the exit code. */
export async function runAuthorize(
  args: readonly string[],
  world: AuthorizeWorld,
): Promise<number> {
  const asked = read(args);
  if (asked === undefined) {
    world.err(
      `${USAGE}NAME is the owner of the mark, TEXT says where the written authorization is kept.\n`,
    );
    return 2;
  }
  const program = programOf(asked.program);
  if (program === undefined) {
    world.err(`There is no program "${asked.program}".\n`);
    return 2;
  }
  if (!program.realMark) {
    world.err(`${program.name} carries no real mark, so it needs no authorization.\n`);
    return 2;
  }
  if (asked.owner !== program.owner.name) {
    world.err(
      `The mark ${program.designation} belongs to ${program.owner.name}, not to "${asked.owner}".\n`,
    );
    return 2;
  }
  await world.record({ ...asked, recordedBy: world.recordedBy });
  world.out(
    `Recorded: ${program.owner.name} has authorized ${program.designation} here (${asked.reference}).\n`,
  );
  return 0;
}

function read(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { owner: { type: 'string' }, reference: { type: 'string' } },
    });
    const [program, ...more] = positionals;
    const owner = values.owner?.trim() ?? '';
    const reference = values.reference?.trim() ?? '';
    return program === undefined || more.length > 0 || owner === '' || reference === ''
      ? undefined
      : { program, owner, reference };
  } catch {
    // An option that is not known: the usage says which are.
    return undefined;
  }
}
