/**
 * Closing an account, which is what a request for erasure comes to. Nobody signs in to it any more, its address and what was told
 * about oneself are gone; a credential that was signed can be checked until it ends, and what was decided is kept seven years.
 * What stays and why is said at /names.
 */
import { addYears } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { OpenYet } from '../ports/records.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
const KEPT_YEARS = 7;

const BECAUSE: Readonly<Record<OpenYet, string>> = {
  office: 'you hold an office here: it has to end first, so that what you decided stays signed',
  matter: 'something you filed is not decided: withdraw it, or wait for the answer',
  exam: 'an exam is booked or running: cancel it, or hand it in',
  complaint: 'a complaint about your conduct is open: it has to come to its end first',
};

export const inTheWay = (
  world: Pick<World, 'records'>,
  person: string,
): Promise<OpenYet | undefined> =>
  world.records.as({ rights: 'candidate', person }, ({ people }) => people.openYet());

export async function closeAccount(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'sealed' | 'origin'>,
  person: string,
): Promise<Result<true, OpenYet>> {
  const before = await inTheWay(world, person);
  if (before !== undefined) {
    return refuse(before, BECAUSE[before]);
  }
  // First, over its own connection: if the rest fails, asking again does it.
  await world.sealed.erase(person);
  return await world.records.as({ rights: 'candidate', person }, async ({ people, mail }) => {
    const me = await people.me();
    const open = await people.close(world.clock.today());
    if (open !== undefined) {
      return refuse(open, BECAUSE[open]);
    }
    if (me !== undefined) {
      await mail.send({
        ...{ id: world.chance.uuid(), toPerson: undefined, to: me.email },
        subject: 'Your account is closed',
        body: `Nobody can sign in to it any more, and this is the last message to this address. What stays, for how long and why: ${world.origin}/names\n`,
      });
    }
    return success(true);
  });
}

/** Seven years after an account was closed and after the last decision, the names go too. Answers how many accounts. */
export async function forgetClosed(world: Pick<World, 'records' | 'clock'>): Promise<number> {
  const today = world.clock.today();
  return await world.records.as(WORKER, ({ people }) =>
    people.forgetClosed(addYears(today, -KEPT_YEARS), today),
  );
}
