/** The first terms of the program that renews every three years are renewed, and a lottery draws whose hours are audited. */
import { addDays } from '../../kernel/dates/civil-date.ts';
import { claimHours } from '../../workflow/renew/claim-hours.ts';
import { addProvider } from '../../workflow/renew/courses.ts';
import { heldIn } from '../../workflow/renew/held.ts';
import { keepRenewal } from '../../workflow/renew/keep-renewal.ts';
import { closePool, drawLottery, planLottery } from '../../workflow/renew/lottery.ts';
import { renewCredential } from '../../workflow/renew/renew-credential.ts';
import { done, type Recording } from './recording.ts';

const PROGRAM = 'larkspur-navigator';
const PROVIDER = 'Harbor Institute';
const MOST = 24;
/** Days before the first start. */
const RENEWED = 20;
const LOTTERY = { plan: 12, pool: 9, number: 5 };
/** A window opens so many days before a term ends. */
const WINDOW_DAYS = 180;
const PERCENT = 25;
const COURSES = [
  { title: 'Finding a way through a hospital', hours: 27, subjects: '' },
  { title: 'Whose decision is it?', hours: 3, subjects: 'ethics' },
] as const;

export async function recordRenewals(recording: Recording): Promise<void> {
  const { on, today, director, staff, awards } = recording;
  const day = addDays(today, -RENEWED);
  const due = awards.filter(
    ({ program, validUntil }) =>
      program === PROGRAM && validUntil > today && validUntil < addDays(day, WINDOW_DAYS),
  );
  const world = on(day);
  done(await addProvider(world, { staff, title: PROVIDER, from: '2000-01-01', signsWith: '' }));
  // Without those that a decision about conduct has revoked.
  const standing = new Set(
    await world.records.as({ rights: 'worker', person: undefined }, ({ renewals }) =>
      renewals.toLookAt(day),
    ),
  );
  let renewed = 0;
  for (const { person } of due) {
    renewed += renewed < MOST && (await renewOne(recording, person, standing)) ? 1 : 0;
  }
  if (renewed === 0) {
    return;
  }
  const lottery = done(
    await planLottery(on(addDays(today, -LOTTERY.plan)), {
      ...{ director, program: PROGRAM, approvedPercent: PERCENT, reviewedPercent: PERCENT },
      source: 'the number of the evening draw of the state lottery',
      numberOn: addDays(today, -LOTTERY.number),
    }),
  );
  done(await closePool(on(addDays(today, -LOTTERY.pool)), { lottery }));
  done(
    await drawLottery(on(addDays(today, -LOTTERY.number)), {
      ...{ director, lottery, publicNumber: '04 11 23 38 42' },
    }),
  );
}

async function renewOne(
  { on, today, staff }: Recording,
  person: string,
  standing: ReadonlySet<string>,
): Promise<boolean> {
  const day = addDays(today, -RENEWED);
  const world = on(day);
  const histories = await world.records.as({ rights: 'candidate', person }, ({ renewals }) =>
    renewals.mine(),
  );
  const credential = histories.find((one) => one.credential.program === PROGRAM)?.credential.id;
  if (credential === undefined || !standing.has(credential)) {
    return false;
  }
  for (const [place, { title, hours, subjects }] of COURSES.entries()) {
    const claimed = done(
      await claimHours(world, {
        ...{ person, credential, upload: undefined },
        typed: {
          ...{ provider: PROVIDER, title, hours: String(hours), subjects, delivery: '' },
          began: addDays(day, -60 - 10 * place),
          completed: addDays(day, -40 - 10 * place),
        },
      }),
    );
    if (!claimed.kept) {
      throw new Error(claimed.mistakes.map(({ message }) => message).join(' '));
    }
  }
  done(
    await renewCredential(world, {
      ...{ person, credential, route: 'hours', reason: '', declared: true },
    }),
  );
  const held = done(
    await world.records.as({ rights: 'worker', person: undefined }, (records) =>
      heldIn(world, records, credential),
    ),
  );
  const cents = held.state.open?.dueCents ?? 0;
  await world.records.as({ rights: 'staff', person: staff }, ({ money }) =>
    money.enter(
      {
        ...{ id: world.chance.uuid(), person, program: PROGRAM, matter: undefined },
        ...{ kind: 'payment', fee: 'payment', cents, currency: 'USD' },
        reference: `renewal ${credential.slice(0, 8)}`,
      },
      staff,
    ),
  );
  await keepRenewal(world, credential);
  return true;
}
