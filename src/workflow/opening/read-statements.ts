/** Two readers give points without a name; a director who read nothing decides with a reason, and the nominee is told. */

import { type Mistake, readParagraphs } from '../../casework/person/typed-text.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { NomineeByLabel, Opening, StatementToRead } from '../ports/seat-records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import { OPENING_RULES } from './publish-opening.ts';

const ACCEPT_DAYS = 10;

export interface StatementShown extends StatementToRead {
  readonly title: string;
  readonly criteria: readonly string[];
}

/** Statements of openings that have closed; one's own points are shown, the other reader's never. */
export async function statementsFor(
  world: Pick<World, 'records' | 'clock'>,
  reader: string,
): Promise<readonly StatementShown[]> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'reviewer', person: reader }, async ({ seats }) => {
    const openings = new Map((await seats.openings()).map((one) => [one.id, one]));
    return (await seats.statements()).flatMap((one) => {
      const opening = openings.get(one.opening);
      return opening === undefined || opening.closesOn >= today
        ? []
        : [{ ...one, title: opening.title, criteria: opening.criteria }];
    });
  });
}

export async function keepPoints(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly reader: string;
    readonly nomination: string;
    readonly points: readonly string[];
    readonly note: string;
  },
): Promise<
  Result<{ readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] }>
> {
  const scores = asked.points.map((typed) => (/^[0-3]$/.test(typed) ? Number(typed) : Number.NaN));
  const note = readParagraphs(asked.note, {
    label: 'What your points rest on',
    atLeast: 10,
    atMost: 2000,
  });
  const mistakes: Mistake[] = [
    ...scores.flatMap((score, place) =>
      Number.isNaN(score)
        ? [
            {
              field: `points-${place + 1}-${asked.nomination}`,
              message: 'Give every criterion its points, from 0 to 3.',
            },
          ]
        : [],
    ),
    ...(note.ok ? [] : [{ field: `note-${asked.nomination}`, message: note.refusal.because }]),
  ];
  if (!note.ok || mistakes.length > 0) {
    return success({ ok: false, mistakes });
  }
  return await world.records.as({ rights: 'reviewer', person: asked.reader }, async ({ seats }) => {
    const written = await seats.read({
      nomination: asked.nomination,
      ...{ scores, note: note.value, on: world.clock.today() },
    });
    return written === 'written'
      ? success({ ok: true })
      : refuse(
          'read-by-two',
          'two people have read this statement already, you have read it before, or you are nominated for the same opening',
        );
  });
}

export interface OpeningForDirector {
  readonly opening: Opening;
  readonly nominees: readonly NomineeByLabel[];
}

export async function openingForDirector(
  world: Pick<World, 'records'>,
  { director, opening }: { readonly director: string; readonly opening: string },
): Promise<OpeningForDirector | undefined> {
  return await world.records.as({ rights: 'director', person: director }, async ({ seats }) => {
    const found = await seats.opening(opening);
    return found && { opening: found, nominees: await seats.nominees(opening) };
  });
}

type DecideRefusal = 'no-such-opening' | 'not-decided';

export async function decideNominee(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: {
    readonly director: string;
    readonly opening: string;
    readonly nomination: string;
    /** 'yes' or 'no', as typed. */
    readonly chosen: string;
    readonly reason: string;
  },
): Promise<
  Result<
    { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] },
    DecideRefusal
  >
> {
  const reason = readParagraphs(asked.reason, { label: 'The reason', atLeast: 20, atMost: 2000 });
  const chosen = asked.chosen === 'yes';
  const isSaid = chosen || asked.chosen === 'no';
  if (!reason.ok || !isSaid) {
    return success({
      ok: false,
      mistakes: [
        ...(isSaid
          ? []
          : [{ field: `chosen-${asked.nomination}`, message: 'Choose what you decide.' }]),
        ...(reason.ok
          ? []
          : [{ field: `reason-${asked.nomination}`, message: reason.refusal.because }]),
      ],
    });
  }
  const today = world.clock.today();
  return await world.records.as({ rights: 'director', person: asked.director }, async (records) => {
    const opening = await records.seats.opening(asked.opening);
    const nominee = (await records.seats.nominees(asked.opening)).find(
      ({ id }) => id === asked.nomination,
    );
    if (opening === undefined || nominee === undefined) {
      return refuse('no-such-opening', 'there is no such nominee');
    }
    const place = await recordInLog(
      records,
      world.chance,
      {
        kind: opening.recognition === undefined ? 'seat-decided' : 'recognition-decided',
        program: opening.program,
        rules: OPENING_RULES,
        decidedOn: today,
        label: nominee.label,
        outcome: { chosen },
      },
      {},
    );
    const until: CivilDate = addDays(today, ACCEPT_DAYS);
    const written = await records.seats.decide({
      nomination: nominee.id,
      ...{ chosen, reason: reason.value, on: today, acceptBy: until, place },
    });
    if (written !== 'written') {
      return refuse('not-decided', WHY_NOT[written]);
    }
    await records.seats.tellNominee({
      id: world.chance.uuid(),
      nomination: nominee.id,
      subject: `There is an answer: ${opening.title}`,
      body: `The decision and its reason are there for you: ${world.origin}/my/openings`,
    });
    return success({ ok: true });
  });
}

const WHY_NOT = {
  'not-allowed':
    'whoever decides has read none of the statements and wants no seat of this opening themselves',
  'not-now':
    'two people have to read it first, or every seat has somebody chosen for it or belongs to somebody whose appeal was upheld',
  before: 'this was decided before',
} as const;
