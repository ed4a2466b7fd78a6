/** Mentoring: offer, look, ask, take, go. Each is one transaction; a mail says that something changed, and not what. */
import { readOffer, readRequest } from '../../casework/mentoring/forms.ts';
import { type Match, matches } from '../../casework/mentoring/match.ts';
import { afterAct, type Pair, type PairAct } from '../../casework/mentoring/pair.ts';
import type { Wish } from '../../casework/mentoring/wishes.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { OwnOffer } from '../ports/mentoring-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

type MentoringWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
type Done = { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const own = (person: string) => ({ rights: 'candidate', person }) as const;

export interface MyMentoring {
  readonly offers: readonly OwnOffer[];
  /** Programs in which this person may mentor. */
  readonly mayMentor: readonly string[];
  readonly pairs: readonly Pair[];
}

export async function myMentoring(
  world: Pick<World, 'records' | 'clock'>,
  person: string,
  programs: readonly string[],
): Promise<MyMentoring> {
  const today = world.clock.today();
  return await world.records.as(own(person), async ({ mentoring }) => {
    const may: string[] = [];
    for (const program of programs) {
      if (await mentoring.mayMentor(program, today)) {
        may.push(program);
      }
    }
    return {
      offers: await mentoring.ownOffers(),
      mayMentor: may,
      pairs: await mentoring.pairs(),
    };
  });
}

/** Offers, changes or closes one's own offer. A closed offer keeps the pairs there are. */
export async function offerMentoring(
  world: MentoringWorld,
  asked: {
    readonly person: string;
    readonly program: string;
    readonly typed: Typed;
    readonly isOpen: boolean;
  },
): Promise<Result<Done, 'may-not-mentor'>> {
  return await world.records.as(own(asked.person), async (records) => {
    const read = readOffer(asked.typed, { program: asked.program, me: await meIn(records) });
    if (!read.ok) {
      return success(read);
    }
    const { mentoring } = records;
    const written = await mentoring.offer(world.chance.uuid(), read.value, asked.isOpen);
    return written === 'written'
      ? success({ ok: true } as const)
      : refuse(
          'may-not-mentor',
          'only whoever holds a current credential of this program, and no office here, can offer to mentor',
        );
  });
}

/** In the order in which they fit; the same person sees the same order for the same wish. */
export async function findMentors(
  world: Pick<World, 'records'>,
  asked: { readonly person: string; readonly program: string; readonly wish: Wish },
): Promise<readonly Match[]> {
  const offers = await world.records.as(own(asked.person), ({ mentoring }) =>
    mentoring.openOffers(asked.program),
  );
  return matches(asked.wish, offers, `${asked.person} ${asked.program}`);
}

export async function askMentor(
  world: MentoringWorld,
  asked: { readonly person: string; readonly offer: string; readonly typed: Typed },
): Promise<Result<Done, 'not-now'>> {
  return await world.records.as(own(asked.person), async (records) => {
    const read = readRequest(asked.typed, await meIn(records));
    if (!read.ok) {
      return success(read);
    }
    const id = world.chance.uuid();
    const written = await records.mentoring.ask({
      ...{ id, offer: asked.offer, words: read.value },
      on: world.clock.today(),
    });
    if (written === 'not-now') {
      return refuse(
        'not-now',
        'this mentor has no place left now, or you have a mentor or have asked one in this program already. One at a time: take back the other request first',
      );
    }
    await tell(world, records, id);
    return success({ ok: true } as const);
  });
}

/** Takes, declines, takes back or ends; no reason is asked. */
export async function changePair(
  world: MentoringWorld,
  asked: { readonly person: string; readonly pair: string; readonly act: PairAct },
): Promise<Result<true, 'no-such-pair' | 'not-now'>> {
  return await world.records.as(own(asked.person), async (records) => {
    const pair = (await records.mentoring.pairs()).find(({ id }) => id === asked.pair);
    if (pair === undefined) {
      return refuse('no-such-pair', 'there is nothing like this of yours');
    }
    const next = afterAct(pair, asked.act);
    if (!next.ok) {
      return next;
    }
    const on = world.clock.today();
    if ((await records.mentoring.change(pair.id, next.value, on)) === 'not-now') {
      return refuse(
        'not-now',
        'this cannot be done any more: somebody else acted first, you have no place left, or you may no longer mentor',
      );
    }
    await tell(world, records, pair.id);
    return success(true);
  });
}

/** Ends what may not go on, and tells the candidate. */
export async function keepMentoring(world: MentoringWorld): Promise<void> {
  await world.records.as({ rights: 'worker', person: undefined }, async (records) => {
    for (const { person, email } of await records.mentoring.keep(world.clock.today())) {
      await records.mail.send({
        ...{ id: world.chance.uuid(), toPerson: person, to: email },
        ...letter(world),
      });
    }
  });
}

const letter = ({ origin }: Pick<World, 'origin'>) => ({
  subject: 'Something changed in your mentoring',
  body: `Look at it at ${origin}/my/mentoring`,
});

const tell = (world: MentoringWorld, { mentoring }: Records, pair: string): Promise<void> =>
  mentoring.tellOther({ id: world.chance.uuid(), pair, ...letter(world) });

async function meIn(records: Records) {
  const me = await records.people.me();
  if (me === undefined) {
    throw new Error('somebody signed in is nobody');
  }
  return me;
}
