/** A nominee has a decision looked at again; a member of the board who had no part in the opening answers every ground. */
import {
  type Against,
  readSecondAnswer,
  readSecondLook,
  secondLookPromised,
} from '../../casework/opening/second-look.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import type { Opening, SeatAppealToHear } from '../ports/seat-records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import { OPENING_RULES } from './publish-opening.ts';

type Done = { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export async function askForSecondLook(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly person: string;
    readonly nomination: string;
    readonly against: Against;
    readonly typed: Typed;
  },
): Promise<Result<Done, 'no-such-nomination' | 'not-appealed'>> {
  const { against, nomination } = asked;
  const read = readSecondLook(asked.typed, { against, id: nomination });
  const on = world.clock.today();
  return await world.records.as(
    { rights: 'candidate', person: asked.person },
    async ({ seats }) => {
      const mine = (await seats.mine()).find(({ id }) => id === nomination);
      const opening = mine && (await seats.opening(mine.opening));
      if (opening === undefined) {
        return refuse('no-such-nomination', 'you did not come forward under this address');
      }
      if (!read.ok) {
        return success(read);
      }
      const written = await seats.appeal({
        ...{ nomination, against, on, ...read.value },
        promisedBy: secondLookPromised(on, FEDERAL_HOLIDAYS, opening.randomOn),
      });
      return written === 'written'
        ? success({ ok: true })
        : refuse('not-appealed', WHY_NOT_ASKED[written]);
    },
  );
}

const WHY_NOT_ASKED = {
  'not-allowed': 'everybody asks for themselves, on grounds of the published list',
  'not-now':
    'nothing stands here that can be looked at again: the 30 days are over, the pool of the draw is published, or you withdrew',
  before: 'you asked for this before, and it is looked at once',
} as const;

export interface AppealHeard {
  readonly appeal: SeatAppealToHear;
  readonly opening: Opening;
}

/** Those this member of the board may hear; the earliest promise first. */
export async function secondLooksFor(
  world: Pick<World, 'records'>,
  member: string,
): Promise<readonly AppealHeard[]> {
  return await world.records.as({ rights: 'board', person: member }, async ({ seats }) => {
    const appeals = await seats.appealsToHear();
    const openings = new Map((await seats.openings()).map((one) => [one.id, one]));
    return appeals.flatMap((appeal) => {
      const opening = openings.get(appeal.opening);
      return opening === undefined ? [] : [{ appeal, opening }];
    });
  });
}

export async function answerSecondLook(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: {
    readonly member: string;
    readonly nomination: string;
    readonly against: Against;
    readonly typed: Typed;
  },
): Promise<Result<Done, 'no-such-appeal' | 'not-answered'>> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'board', person: asked.member }, async (records) => {
    const { seats } = records;
    const found = (await seats.appealsToHear()).find(
      ({ nomination, against }) => nomination === asked.nomination && against === asked.against,
    );
    const opening = found && (await seats.opening(found.opening));
    if (found === undefined || opening === undefined) {
      return refuse('no-such-appeal', 'there is no such appeal, or it is not yours to hear');
    }
    const read = readSecondAnswer(asked.typed, found.grounds);
    if (!read.ok) {
      return success(read);
    }
    const place = await recordInLog(
      records,
      world.chance,
      {
        kind: 'seat-appeal',
        program: opening.program,
        rules: OPENING_RULES,
        decidedOn: today,
        label: found.label,
        outcome: { against: found.against, upheld: read.value.upheld },
      },
      {},
    );
    const { nomination, against } = found;
    const written = await seats.answerAppeal({
      ...{ nomination, against, on: today, place, ...read.value },
    });
    if (written !== 'written') {
      return refuse('not-answered', WHY_NOT_ANSWERED[written]);
    }
    await seats.tellNominee({
      id: world.chance.uuid(),
      nomination,
      subject: `Your appeal is answered: ${opening.title}`,
      body: `The answer to every ground you stated is there for you: ${world.origin}/my/openings`,
    });
    await handOver(world, records, today);
    return success({ ok: true });
  });
}

const WHY_NOT_ANSWERED = {
  'not-allowed': 'whoever hears an appeal had no part in the opening, and answers every ground',
  'not-now': 'it was withdrawn',
  before: 'this appeal was answered before',
} as const;

/** Every hour: a seat that fell free goes to whoever is first in line for it. */
export const handFreeSeats = (
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
): Promise<void> =>
  world.records.as({ rights: 'worker', person: undefined }, (records) =>
    handOver(world, records, world.clock.today()),
  );

async function handOver(
  world: Pick<World, 'chance' | 'origin'>,
  { seats }: Records,
  on: CivilDate,
): Promise<void> {
  for (const { nomination, title } of await seats.handOver(on)) {
    await seats.tellNominee({
      id: world.chance.uuid(),
      nomination,
      subject: `Your appeal was upheld, and it is yours: ${title}`,
      body: `What to do next, and by when: ${world.origin}/my/openings`,
    });
  }
}
