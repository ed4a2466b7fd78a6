/** Openings as anybody reads them, and the files of a draw that anybody replays it from. */
import { type OpeningDays, type Stage, stageOf } from '../../casework/opening/stage.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { World } from '../ports/ports.ts';
import type {
  BodyStanding,
  DrawRecord,
  MissedDay,
  Opening,
  SeatRecords,
} from '../ports/seat-records.ts';
import type { PublishedLog } from '../publish/log-publisher.ts';
import { openedReceipt } from '../publish/opened-receipt.ts';

const NOBODY = { rights: 'public', person: undefined } as const;
type ReadWorld = Pick<World, 'records' | 'clock'>;

export interface OpeningShown {
  readonly opening: Opening;
  readonly draw: DrawRecord;
  readonly stage: Stage;
  /** Of the body; undefined where no seat is filled. */
  readonly standing: BodyStanding | undefined;
}

/** One of a list: no pool and no ticket is read for it. */
export type OpeningListed = Pick<OpeningShown, 'opening' | 'stage'>;

/** The last to close first. */
export async function openingsPublished(world: ReadWorld): Promise<readonly OpeningListed[]> {
  const today = world.clock.today();
  return await world.records.as(NOBODY, async ({ seats }) => {
    const stage = stagesOf(await seats.drawStages());
    return (await seats.openings()).map((opening) => ({ opening, stage: stage(opening, today) }));
  });
}

function stagesOf(known: Awaited<ReturnType<SeatRecords['drawStages']>>) {
  const drawn = new Map(known.map(({ opening, isDrawn }) => [opening, isDrawn]));
  return (opening: OpeningDays & { readonly id: string }, today: OpeningDays['opensOn']): Stage =>
    stageOf(
      opening,
      {
        committed: drawn.has(opening.id) ? opening.id : undefined,
        drawn: drawn.get(opening.id) === true ? [opening.id] : [],
      },
      today,
    );
}

export async function openingPublished(
  world: ReadWorld,
  id: string,
): Promise<OpeningShown | undefined> {
  const today = world.clock.today();
  return await world.records.as(NOBODY, async ({ seats }) => {
    const opening = await seats.opening(id);
    if (opening === undefined) {
      return undefined;
    }
    const draw = await seats.draw(id);
    const standing = opening.seat && (await seats.standing(opening.seat.body, today));
    return { opening, draw, standing, stage: stageOf(opening, draw, today) };
  });
}

/** Openings whose promised day passed before everybody had an answer, the latest first. */
export const missedDays = async (world: ReadWorld): Promise<readonly MissedDay[]> =>
  await world.records.as(NOBODY, ({ seats }) => seats.missedDays(world.clock.today()));

export interface DrawFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The files that are there so far. */
export function drawFiles({ committed, drawn }: DrawRecord): readonly DrawFile[] {
  const csv = (name: string, text: string): DrawFile => ({
    ...{ name, text },
    type: 'text/csv; charset=utf-8',
  });
  const json = (name: string, text: string): DrawFile => ({
    ...{ name, text },
    type: 'application/json',
  });
  return committed === undefined
    ? []
    : [
        csv('pool.csv', committed.pool),
        csv('quotas.csv', committed.quotas),
        csv('tickets.csv', committed.tickets),
        json(
          'commitment.json',
          `${JSON.stringify({ commitment: committed.commitment, commits: committed.commits }, null, 2)}\n`,
        ),
        ...drawn.flatMap(({ number, published }) =>
          published === undefined
            ? []
            : [json(number === 0 ? 'draw.json' : `replacement-${number}.json`, published)],
        ),
      ];
}

/** The receipt of the line that holds the commitment; undefined until the log's head covers it. */
export async function commitmentReceipt(
  world: ReadWorld,
  log: PublishedLog,
  { opening, draw }: OpeningShown,
): Promise<string | undefined> {
  const { committed } = draw;
  if (committed === undefined) {
    return undefined;
  }
  const [line] = await world.records.as(NOBODY, (records) =>
    records.log.entries(committed.place, 1),
  );
  const outcome: Json = { commitment: committed.commitment };
  const receipt =
    line &&
    (await openedReceipt(log, {
      place: committed.place,
      commitment: line.commitment,
      plain: { matter: opening.label, outcome },
      salt: committed.salt,
    }));
  return receipt?.ok === true ? receipt.value : undefined;
}
