/**
 * `evenhand issue`: issues every credential that is due and was not issued in the transaction of its result: a passed exam,
 * somebody in good standing, a mark that is authorized. It may be killed and run again.
 */
export interface IssueWorld {
  issue(told: (issued: number) => void): Promise<{
    readonly issued: number;
    readonly refused: Readonly<Record<string, number>>;
  }>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const WHY: Readonly<Record<string, string>> = {
  'not-in-good-standing': 'not in good standing',
  'mark-not-authorized': 'the owner of the mark has not authorized it (evenhand authorize)',
  'ends-before-it-begins': 'it would end before it begins',
  'held-already': 'held already',
  'name-not-printed': 'a name with characters that no font here prints',
  'not-offered': 'a program that is not offered here',
};
const TELL_EVERY = 1000;

/** Answers the exit code. */
export async function runIssue(args: readonly string[], world: IssueWorld): Promise<number> {
  if (args.length > 0) {
    world.err('evenhand issue\nIssues the credentials that are due, and takes no options.\n');
    return 2;
  }
  let told = 0;
  const { issued, refused } = await world.issue((count) => {
    if (count - told >= TELL_EVERY) {
      told = count;
      world.out(`${count} issued…\n`);
    }
  });
  world.out(issued === 0 ? 'No credential was due.\n' : `${issued} issued.\n`);
  for (const [kind, count] of Object.entries(refused)) {
    world.out(`${count} not issued: ${WHY[kind] ?? kind}.\n`);
  }
  return 0;
}
