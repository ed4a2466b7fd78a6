/** `evenhand release`: draws the releases of measured figures that are due. The service does so by itself. */
export interface ReleaseWorld {
  /** A sentence about each release drawn or refused. */
  draw(): Promise<readonly string[]>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Answers the exit code. */
export async function runRelease(args: readonly string[], world: ReleaseWorld): Promise<number> {
  if (args.length > 0) {
    world.err('evenhand release\nDraws the releases that are due, and takes no options.\n');
    return 2;
  }
  const told = await world.draw();
  world.out(`${told.length === 0 ? 'No release is due.' : told.join('\n')}\n`);
  return 0;
}
