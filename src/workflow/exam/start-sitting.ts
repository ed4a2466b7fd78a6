/**
 * Starting an exam. The sitting is booked under the candidate's own rights, with the form, the granted time and an
 * order of options drawn once from fresh chance; then the worker, whom the candidate cannot be, starts the clock.
 *
 * A crash between the two leaves a booked sitting whose clock stands still: starting again goes on with it. Two presses
 * of the button book one sitting, because bookings of one person wait for each other.
 */
import type { Form } from '../../casework/form/form.ts';
import { drawnOptionOrders, type OptionOrders } from '../../casework/form/option-order.ts';
import { clockOf } from '../../casework/sitting/clock.ts';
import { decideStart, type StartFacts, type StartRefusal } from '../../casework/sitting/decide.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { World } from '../ports/ports.ts';
import { missingFor } from './exam-page.ts';
import { type Ready, readiness } from './ready.ts';
import { allowanceIn, chosenForm, itemOf } from './stored-form.ts';

type StartWorld = Pick<World, 'records' | 'chance'>;
type Refused = StartRefusal | 'no-form' | 'no-such-program' | 'no-such-sitting';

const WORKER = { rights: 'worker', person: undefined } as const;
const SEED_BYTES = 32;

/** The sitting whose clock now runs, or ran already. */
export async function startSitting(
  world: StartWorld,
  person: string,
  program: string,
): Promise<Result<string, Refused>> {
  if (programOf(program) === undefined) {
    return refuse('no-such-program', 'there is no program at this address');
  }
  const drawn = await drawnForm(world, program);
  const booked = await book(world, person, program, drawn);
  return booked.ok ? await startClock(world, booked.value) : booked;
}

interface DrawnForm {
  readonly form: Form;
  readonly orders: OptionOrders;
}

/** The worker reads the questions: a candidate may not before the sitting is theirs. */
async function drawnForm(world: StartWorld, program: string): Promise<DrawnForm | undefined> {
  const seed = toBase64url(world.chance.bytes(SEED_BYTES));
  return await world.records.as(WORKER, async (records) => {
    const form = chosenForm(await records.exam.formsOf(program), program);
    if (form === undefined) {
      return undefined;
    }
    const items = (await records.exam.itemsOf(form.id)).map(itemOf);
    return { form, orders: drawnOptionOrders(items, seed) };
  });
}

interface Booked {
  readonly sitting: string;
  readonly facts: StartFacts;
}

async function book(
  world: StartWorld,
  person: string,
  program: string,
  drawn: DrawnForm | undefined,
): Promise<Result<Booked, Refused>> {
  return await world.records.as(
    { rights: 'candidate', person },
    async (records): Promise<Result<Booked, Refused>> => {
      await records.exam.oneBookingAtATime(program);
      const ready = await readiness(records, program);
      const missing = missingFor(ready);
      if (missing.length > 0) {
        const { kind, because } = at(missing, 0);
        return refuse(kind, because);
      }
      if (ready.open !== undefined) {
        return success({ sitting: ready.open.id, facts: ready.facts });
      }
      if (drawn === undefined || drawn.form.id !== ready.form?.id) {
        return refuse('no-form', 'the exam form was exchanged just now; try again');
      }
      const sitting = world.chance.uuid();
      await records.exam.book(bookingOf(sitting, person, ready, drawn));
      return success({ sitting, facts: ready.facts });
    },
  );
}

const bookingOf = (id: string, person: string, ready: Ready, drawn: DrawnForm) => ({
  id,
  person,
  program: drawn.form.program,
  form: drawn.form.id,
  granted: { ...ready.allowance } satisfies Json,
  optionOrders: drawn.orders satisfies Json,
});

async function startClock(
  world: StartWorld,
  { sitting, facts }: Booked,
): Promise<Result<string, Refused>> {
  return await world.records.as(WORKER, async ({ exam }): Promise<Result<string, Refused>> => {
    await exam.hold(sitting);
    const row = await exam.sitting(sitting);
    if (row === undefined) {
      return refuse('no-such-sitting', 'there is no such exam');
    }
    const clock = clockOf(await exam.clock(sitting));
    const rows = decideStart(clock, allowanceIn(row), facts, await exam.now());
    if (!rows.ok) {
      return rows;
    }
    for (const { kind, ms } of rows.value) {
      await exam.noteClock(sitting, kind, ms, 'started by the candidate');
    }
    return success(sitting);
  });
}
