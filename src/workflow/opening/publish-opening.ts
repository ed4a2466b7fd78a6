/** A director publishes an opening: kept, written into the decision log, and told to everybody who qualifies, in one transaction. */

import { labelFrom } from '../../casework/matter/label.ts';
import { readOpening, type SeatWritten } from '../../casework/opening/opening-form.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { BodyRow, OpeningRow } from '../ports/seat-records.ts';
import { recordInLog } from '../publish/record-in-log.ts';

export const OPENING_RULES = 'openings/1';

export type Published =
  | { readonly ok: true; readonly id: string; readonly told: number }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export async function publishOpening(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: { readonly director: string; readonly typed: Typed; readonly programs: readonly string[] },
): Promise<Result<Published, 'body-there'>> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'director', person: asked.director }, async (records) => {
    const bodies = await records.seats.bodies();
    const read = readOpening(asked.typed, {
      bodies: bodies.map(({ id }) => id),
      programs: asked.programs,
      today,
    });
    if (!read.ok) {
      return success({ ok: false, mistakes: read.mistakes });
    }
    const { seat, quotas, ...written } = read.value;
    const body = seat?.body;
    const made = body === undefined || typeof body === 'string' ? undefined : newBody(body, today);
    if (made !== undefined && (await records.seats.makeBody(made, asked.director)) !== 'written') {
      return refuse(
        'body-there',
        `there is a body called “${made.name}” already. Choose it from the list, or give this one another name`,
      );
    }
    const id = world.chance.uuid();
    const label = labelFrom('S', world.chance.bytes(7));
    const terms = seat && { ...seat, body: made?.id ?? (body as string) };
    const facts = { ...written, ...terms, quotas };
    const place = await recordInLog(
      records,
      world.chance,
      {
        kind: written.recognition === undefined ? 'opening-published' : 'recognition-published',
        program: written.program,
        rules: OPENING_RULES,
        decidedOn: today,
        label,
        outcome: { opening: sha256Hex(canonicalJson(JSON.parse(JSON.stringify(facts)))) },
      },
      {},
    );
    const row: OpeningRow = {
      ...written,
      ...{ id, label, seat: terms, place, opensOn: today, publishedOn: today },
    };
    if ((await records.seats.publish(row, quotas, asked.director)) !== 'written') {
      throw new Error('an opening that was read cannot be kept');
    }
    const told = await records.seats.tellEverybody(id, invitation(world.origin, row), today);
    return success({ ok: true, id, told });
  });
}

const newBody = (body: Exclude<SeatWritten['body'], string>, madeOn: CivilDate): BodyRow => ({
  madeOn,
  ...body,
  id: body.name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-$/, ''),
});

const invitation = (
  origin: string,
  { id, title, closesOn, answerBy, how, recognition }: OpeningRow,
) => ({
  subject: `${recognition === undefined ? 'A seat is open' : 'A recognition is open'}: ${title}`,
  body: `You qualify for it, and so does everybody else who gets this message: it goes to all of them.\n\nYou can come forward until ${inWords(closesOn)}; it takes about ten minutes. You get an answer by ${inWords(answerBy)}. ${
    how === 'draw'
      ? 'Seats are filled by lot, in public: nobody chooses, and you can check it.'
      : 'Two people read what you write without knowing whose it is.'
  }\n\nWhat it is about, criteria and dates: ${origin}/openings/${id}\n\nYou need do nothing if it is not for you.`,
});
