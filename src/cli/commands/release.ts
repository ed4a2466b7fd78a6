/**
 * `evenhand release`: draws the releases of measured figures that are due, and publishes the report of a year on its day.
 * The service does both by itself.
 */
export interface ReleaseWorld {
  /** A sentence about each release drawn or refused, and each report published. */
  draw(): Promise<readonly string[]>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Answers the exit code. */
export async function runRelease(args: readonly string[], world: ReleaseWorld): Promise<number> {
  if (args.length > 0) {
    world.err(
      'evenhand release\nDraws the releases and publishes the reports that are due, and takes no options.\n',
    );
    return 2;
  }
  const told = await world.draw();
  world.out(`${told.length === 0 ? 'No release and no report is due.' : told.join('\n')}\n`);
  return 0;
}
