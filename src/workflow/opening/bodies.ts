/** Bodies as anybody reads them, and the election of a chair as a director records it. */
import { readTypedDate } from '../../casework/application/typed-values.ts';
import { typedDate } from '../../casework/finding/answer-form.ts';
import { type Succession, successionOf } from '../../casework/opening/succession.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { ALL_PROGRAMS } from '../board/answer-finding.ts';
import type { World } from '../ports/ports.ts';
import type { BodyRow, ChairServed, MemberByLabel } from '../ports/seat-records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import { OPENING_RULES } from './publish-opening.ts';

export interface BodyShown {
  readonly body: BodyRow;
  readonly succession: Succession;
  readonly chairs: readonly ChairServed[];
}

/** Every body, by name. */
export async function bodiesShown(
  world: Pick<World, 'records' | 'clock'>,
): Promise<readonly BodyShown[]> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'public', person: undefined }, async ({ seats }) => {
    const all: BodyShown[] = [];
    for (const body of await seats.bodies()) {
      const terms = await seats.termsOf(body.id);
      const chairs = await seats.chairHistory(body.id);
      all.push({ body, chairs, succession: successionOf(body, terms, today) });
    }
    return all;
  });
}

export const membersOf = (
  world: Pick<World, 'records' | 'clock'>,
  { director, body }: { readonly director: string; readonly body: string },
): Promise<readonly MemberByLabel[]> =>
  world.records.as({ rights: 'director', person: director }, ({ seats }) =>
    seats.membersOf(body, world.clock.today()),
  );

type Done = { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads `term`, `elected`, `by-whom` and `reason`. */
export async function recordChair(
  world: Pick<World, 'records' | 'clock' | 'chance'>,
  asked: { readonly director: string; readonly body: string; readonly typed: Typed },
): Promise<Result<Done, 'not-recorded'>> {
  const today = world.clock.today();
  const { typed } = asked;
  const electedOn = readTypedDate('Day of the election', typedDate(typed, 'elected'), today);
  const byWhom = readLine(textIn(typed, 'by-whom'), { label: 'By whom', atLeast: 3, atMost: 200 });
  const reason = readParagraphs(textIn(typed, 'reason'), {
    label: 'The reason',
    atLeast: 10,
    atMost: 2000,
  });
  return await world.records.as({ rights: 'director', person: asked.director }, async (records) => {
    const members = await records.seats.membersOf(asked.body, today);
    const member = members.find(({ term }) => term === textIn(typed, 'term'));
    const isLater = electedOn.ok && electedOn.value > today;
    if (!electedOn.ok || isLater || !byWhom.ok || !reason.ok || member === undefined) {
      return success({
        ok: false,
        mistakes: [
          ...(member === undefined
            ? [{ field: 'term', message: 'Choose the member who was elected.' }]
            : []),
          ...(electedOn.ok ? [] : [{ field: 'elected', message: electedOn.refusal.because }]),
          ...(isLater
            ? [{ field: 'elected', message: 'Day of the election: this day is still to come.' }]
            : []),
          ...(byWhom.ok ? [] : [{ field: 'by-whom', message: byWhom.refusal.because }]),
          ...(reason.ok ? [] : [{ field: 'reason', message: reason.refusal.because }]),
        ],
      });
    }
    const place = await recordInLog(
      records,
      world.chance,
      {
        kind: 'chair-elected',
        program: ALL_PROGRAMS,
        rules: OPENING_RULES,
        decidedOn: today,
        label: member.label ?? asked.body,
        outcome: { body: asked.body, electedOn: electedOn.value },
      },
      {},
    );
    const written = await records.seats.recordChair({
      id: world.chance.uuid(),
      ...{ body: asked.body, term: member.term, electedOn: electedOn.value, on: today, place },
      ...{ byWhom: byWhom.value, reason: reason.value },
    });
    return written === 'written'
      ? success({ ok: true })
      : refuse(
          'not-recorded',
          written === 'not-now'
            ? 'somebody chairs this body on that day, and there is one chair at a time'
            : 'only a member who sits on both days is elected, and nobody records their own election',
        );
  });
}

/** Reads `why`: whoever chairs gives the chair up before the term ends. */
export async function recordChairEnd(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly director: string; readonly body: string; readonly typed: Typed },
): Promise<Result<Done, 'not-recorded'>> {
  const why = readParagraphs(textIn(asked.typed, 'why'), {
    label: 'Why',
    atLeast: 3,
    atMost: 2000,
  });
  if (!why.ok) {
    return success({ ok: false, mistakes: [{ field: 'why', message: why.refusal.because }] });
  }
  const on = world.clock.today();
  return await world.records.as(
    { rights: 'director', person: asked.director },
    async ({ seats }) =>
      (await seats.endChair(asked.body, why.value, on)) === 'written'
        ? success({ ok: true })
        : refuse('not-recorded', 'nobody chairs this body today'),
  );
}
