/** Somebody wants a seat, thinks of somebody else, withdraws, or answers for a seat that was drawn or decided for them. */

import { labelFrom } from '../../casework/matter/label.ts';
import {
  type NominationWritten,
  readNomination,
  readSuggestion,
} from '../../casework/opening/nomination-form.ts';
import { LONGEST_NAME } from '../../casework/person/name.ts';
import { type Mistake, readLine, type Typed } from '../../casework/person/typed-text.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { Opening, OwnDraw, OwnNomination, SeatWritten } from '../ports/seat-records.ts';

type SeatWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;

export type ForwardRefusal =
  | 'no-such-opening'
  | 'not-open-now'
  | 'seat-for-others'
  | 'nominated-before';

/** Categories nobody states: the records of the body know them. */
const LOOKED_UP = ['program', 'first-time'];

export const statedIn = ({ quotas }: Pick<Opening, 'quotas'>) =>
  [...new Set(quotas.map(({ category }) => category))]
    .filter((category) => !LOOKED_UP.includes(category))
    .map((category) => ({
      category,
      values: quotas.filter((one) => one.category === category).map(({ value }) => value),
    }));

type Mistaken = { readonly ok: false; readonly mistakes: readonly Mistake[] };

const noSuchOpening = () => refuse('no-such-opening', 'there is no such opening');

export async function nominateMyself(
  world: SeatWorld,
  asked: {
    readonly person: string;
    readonly opening: string;
    /** The form's own, so that a second press asks once. */
    readonly id: string;
    readonly suggestion: string | undefined;
    readonly typed: Typed;
  },
): Promise<Result<{ readonly ok: true } | Mistaken, ForwardRefusal>> {
  const on = world.clock.today();
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const opening = await records.seats.opening(asked.opening);
    const me = await records.people.me();
    if (opening === undefined || me === undefined) {
      return noSuchOpening();
    }
    if (on < opening.opensOn || on > opening.closesOn) {
      return refuse(
        'not-open-now',
        `the last day to come forward was ${inWords(opening.closesOn)}. It counted to its end, and it is over for everybody`,
      );
    }
    if (!(await records.seats.qualify(opening.id, on))) {
      return refuse('seat-for-others', forOthers(opening));
    }
    const { criteria, how, openTo } = opening;
    const read = readNomination(asked.typed, {
      ...{ criteria, how, openTo, me },
      categories: statedIn(opening),
    });
    if (!read.ok) {
      return success({ ok: false, mistakes: read.mistakes });
    }
    const written = await records.seats.nominate({
      ...(read.value satisfies NominationWritten),
      id: asked.id,
      label: labelFrom('N', world.chance.bytes(7)),
      opening: opening.id,
      suggestion: asked.suggestion,
      onDay: on,
    });
    switch (written) {
      case 'written':
        return success({ ok: true });
      case 'before':
        return refuse('nominated-before', 'you have come forward for this opening already');
      default:
        return refuse('seat-for-others', forOthers(opening));
    }
  });
}

export const forOthers = ({
  openTo,
  recognition,
}: Pick<Opening, 'openTo' | 'recognition'>): string =>
  openTo === 'holders'
    ? `this ${recognition === undefined ? 'seat' : 'recognition'} is for people who hold the credential, and none stands in your name today`
    : 'this seat is for people who never worked in the profession: who holds a credential, asked for one, or works for the body has other openings';

/** The other is written to, and nothing about them is kept: it is for them to say yes. */
export async function suggestSomebody(
  world: SeatWorld,
  asked: { readonly person: string; readonly opening: string; readonly typed: Typed },
): Promise<Result<{ readonly ok: true } | Mistaken, 'no-such-opening' | 'not-open-now'>> {
  const on = world.clock.today();
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const opening = await records.seats.opening(asked.opening);
    if (opening === undefined) {
      return noSuchOpening();
    }
    if (on < opening.opensOn || on > opening.closesOn) {
      return refuse('not-open-now', 'this opening takes no nominations any more');
    }
    const read = readSuggestion(asked.typed);
    if (!read.ok) {
      return success({ ok: false, mistakes: read.mistakes });
    }
    const me = await records.people.me();
    const id = world.chance.uuid();
    await records.seats.suggest({ id, opening: opening.id, by: asked.person, on });
    await records.mail.send({
      id: world.chance.uuid(),
      toPerson: undefined,
      to: read.value.email,
      subject: `${me?.fullName ?? 'Somebody'} thinks of you: ${opening.title}`,
      body: `${me?.fullName ?? 'Somebody'} writes: ${read.value.why}\n\nNothing happens unless you say yes, and nothing about you was kept. If you want to be considered, come forward until ${inWords(opening.closesOn)}:\n${world.origin}/openings/${opening.id}/nominate?suggestion=${id}\n\nWhat it is about: ${world.origin}/openings/${opening.id}`,
    });
    return success({ ok: true });
  });
}

export interface MySeat {
  readonly nomination: OwnNomination;
  readonly opening: Opening;
  /** Once the pool is published: how many of the tickets are theirs. */
  readonly tickets: number | undefined;
  /** By when to answer for a seat; undefined where there is none to answer for. */
  readonly answerUntil: OwnNomination['onDay'] | undefined;
  readonly onPanel: boolean;
  /** Whether the draw was held. */
  readonly isDrawn: boolean;
}

export async function mySeats(
  world: Pick<World, 'records'>,
  person: string,
): Promise<readonly MySeat[]> {
  return await world.records.as({ rights: 'candidate', person }, async ({ seats }) => {
    const [mine, draws] = [await seats.mine(), await seats.myDraws()];
    if (mine.length === 0) {
      return [];
    }
    const openings = new Map((await seats.openings()).map((one) => [one.id, one]));
    return mine.flatMap((nomination) => {
      const opening = openings.get(nomination.opening);
      const { tickets, onPanel, isDrawn, acceptBy } = draws.get(nomination.id) ?? NO_DRAW;
      const { decided, handed, answer } = nomination;
      const due =
        opening?.recognition !== undefined
          ? undefined
          : onPanel
            ? acceptBy
            : (handed ?? (decided?.chosen ? decided.acceptBy : undefined));
      return opening === undefined
        ? []
        : [
            {
              ...{ nomination, opening, tickets, onPanel, isDrawn },
              answerUntil: answer === undefined ? due : undefined,
            },
          ];
    });
  });
}

const NO_DRAW: OwnDraw = {
  tickets: undefined,
  onPanel: false,
  isDrawn: false,
  acceptBy: undefined,
};

const WHY_NOT: Readonly<Record<Exclude<SeatWritten, 'written'>, string>> = {
  'not-allowed':
    'the published rules of this body do not let this seat be taken: it may be kept for a public member, the limit of terms may be reached, or no credential stands on the first day of the term',
  'not-now': 'the day for it has passed, or there is no seat to answer for',
  before: 'this was answered before',
};

type NotKept = 'seat-not-kept';

export async function withdrawNomination(
  world: Pick<World, 'records' | 'clock'>,
  { person, nomination }: { readonly person: string; readonly nomination: string },
): Promise<Result<true, NotKept>> {
  const on = world.clock.today();
  return await world.records.as({ rights: 'candidate', person }, async ({ seats }) =>
    outcomeOf(await seats.withdraw(nomination, on)),
  );
}

/** The last day counts to its end: the database keeps the day. */
export async function answerForSeat(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly person: string;
    readonly nomination: string;
    readonly answer: 'accepted' | 'declined';
  },
): Promise<Result<true, NotKept>> {
  const on = world.clock.today();
  return await world.records.as({ rights: 'candidate', person: asked.person }, async ({ seats }) =>
    outcomeOf(await seats.answer(asked.nomination, asked.answer, on)),
  );
}

/** Whoever is recognized shows it under their name or a part of it, or takes that back; both at any time. */
export async function showRecognition(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly person: string;
    readonly nomination: string;
    /** Undefined: it is shown no longer. */
    readonly name: string | undefined;
  },
): Promise<Result<{ readonly ok: true } | Mistaken, 'not-recognized'>> {
  const field = `name-${asked.nomination}`;
  const read =
    asked.name === undefined
      ? undefined
      : readLine(asked.name, { label: 'The name', atMost: LONGEST_NAME });
  if (read?.ok === false) {
    return success({ ok: false, mistakes: [{ field, message: read.refusal.because }] });
  }
  const on = world.clock.today();
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const me = await records.people.me();
    if (read !== undefined && !me?.fullName.normalize('NFC').includes(read.value)) {
      const message = `Write your name as it stands in your account (“${me?.fullName ?? ''}”), or a part of it.`;
      return success({ ok: false, mistakes: [{ field, message }] });
    }
    const written = await records.seats.show(asked.nomination, read?.value, on);
    return written === 'written'
      ? success({ ok: true })
      : refuse('not-recognized', 'only whoever is recognized says whether it is shown');
  });
}

const outcomeOf = (written: SeatWritten): Result<true, NotKept> =>
  written === 'written' ? success(true) : refuse('seat-not-kept', WHY_NOT[written]);
