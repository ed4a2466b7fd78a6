/**
 * Starting an exam. Whether this candidate may, and with how much time, is read under their own rights; then the worker,
 * whom the candidate cannot be, books the sitting with the form, the granted time and an order of options drawn once
 * from fresh chance, and starts its clock. No right of a candidate's writes a sitting, so nobody grants themselves time.
 *
 * Two presses of the button book one sitting, because bookings of one person wait for each other, and what was read
 * before the wait is compared with what is there after it.
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
import type { Records } from '../ports/records.ts';
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
  const may = await mayStart(world, person, program);
  if (!may.ok) {
    return may;
  }
  return await world.records.as(WORKER, async (records) => {
    await records.exam.oneBookingAtATime(person, program);
    const booked = await bookedSitting(world, records, person, { ...may.value, program, drawn });
    return booked.ok ? await startClock(records, booked.value, may.value.facts) : booked;
  });
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

async function mayStart(
  world: StartWorld,
  person: string,
  program: string,
): Promise<Result<Ready, Refused>> {
  const ready = await world.records.as({ rights: 'candidate', person }, (records) =>
    readiness(records, program),
  );
  const missing = missingFor(ready);
  if (missing.length > 0) {
    const { kind, because } = at(missing, 0);
    return refuse(kind, because);
  }
  return success(ready);
}

type Wanted = Pick<Ready, 'form' | 'allowance' | 'handedIn' | 'renewing'> & {
  readonly program: string;
  readonly drawn: DrawnForm | undefined;
};

/** The sitting that is open, or a new one. */
async function bookedSitting(
  world: StartWorld,
  { exam, renewals }: Records,
  person: string,
  { form, allowance, handedIn, renewing, program, drawn }: Wanted,
): Promise<Result<string, Refused>> {
  const sittings = await exam.sittingsOf(person, program);
  for (const { id } of sittings) {
    if (clockOf(await exam.clock(id)).status !== 'submitted') {
      return success(id);
    }
  }
  if (sittings.length > handedIn.length) {
    return refuse('not-eligible', 'an exam of yours was handed in just now; open this page again');
  }
  if (drawn === undefined || drawn.form.id !== form?.id) {
    return refuse('no-form', 'the exam form was exchanged just now; try again');
  }
  const id = world.chance.uuid();
  await exam.book({
    id,
    person,
    program: drawn.form.program,
    form: drawn.form.id,
    granted: { ...allowance } satisfies Json,
    optionOrders: drawn.orders satisfies Json,
  });
  if (renewing !== undefined) {
    const { credential, opened } = renewing;
    await renewals.tieExam({ sitting: id, credential, opened });
  }
  return success(id);
}

async function startClock(
  { exam }: Records,
  sitting: string,
  facts: StartFacts,
): Promise<Result<string, Refused>> {
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
}
