/**
 * `evenhand publish FOLDER`: writes everything that checking a credential asks of the issuer as files, for any host of files to
 * serve. Run it again whenever something changed, and daily: lists and records are signed for a week.
 */
export interface PublishWorld {
  publish(
    folder: string,
    told: (files: number) => void,
  ): Promise<{ readonly written: number; readonly all: number }>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Answers the exit code. */
export async function runPublish(args: readonly string[], world: PublishWorld): Promise<number> {
  const [folder, ...more] = args;
  if (folder === undefined || folder.startsWith('-') || more.length > 0) {
    world.err(
      'evenhand publish FOLDER\nWrites the files that checking a credential needs into the folder.\n',
    );
    return 2;
  }
  const { written, all } = await world.publish(folder, (files) => {
    world.out(`${files} files…\n`);
  });
  world.out(
    `${all} files, ${written} of them new or changed. Serve the folder beside the files of the log; let nobody list it.\n`,
  );
  return 0;
}
