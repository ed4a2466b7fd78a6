/** Recognitions as anybody reads them: what each asks, how many were nominated and recognized, and the names that are shown. */
import { type Stage, stageOf } from '../../casework/opening/stage.ts';
import type { World } from '../ports/ports.ts';
import type { Opening, RecognitionCount } from '../ports/seat-records.ts';

export interface RecognitionRead extends RecognitionCount {
  readonly opening: Opening;
  readonly stage: Stage;
  readonly names: readonly string[];
}

const NONE: RecognitionCount = { nominated: 0, decided: 0, recognized: 0 };

/** The last to close first. */
export async function recognitionsPublished(
  world: Pick<World, 'records' | 'clock'>,
): Promise<readonly RecognitionRead[]> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'public', person: undefined }, async ({ seats }) => {
    const { names, counts } = await seats.recognized();
    return (await seats.openings())
      .filter(({ recognition }) => recognition !== undefined)
      .map((opening) => ({
        opening,
        stage: stageOf(opening, { committed: undefined, drawn: [] }, today),
        names: names.get(opening.id) ?? [],
        ...(counts.get(opening.id) ?? NONE),
      }));
  });
}
