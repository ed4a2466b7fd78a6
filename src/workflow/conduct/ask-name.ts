/**
 * Whoever works under a label and needs the name behind it asks a custodian with a reason, and sees it once one has
 * consented. Each look is itself on record. Whether anybody gave a name is learned only then.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import { noSuchComplaint } from './change-complaint.ts';

/** Coordinators and ombuds, or a member of a panel, each under their own rights. */
export interface NameSeeker {
  readonly rights: 'conduct' | 'panel';
  readonly person: string;
}

/** As the database asks for. */
const SHORTEST_REASON = 20;

export async function askName(
  world: Pick<World, 'records' | 'chance'>,
  seeker: NameSeeker,
  asked: { readonly matter: string; readonly key: string; readonly reason: string },
): Promise<Result<true, 'no-such-complaint' | 'reason-missing' | 'already-asked'>> {
  const { matter, key } = asked;
  const reason = asked.reason.trim();
  if ([...reason].length < SHORTEST_REASON) {
    return refuse(
      'reason-missing',
      `write at least ${SHORTEST_REASON} characters: what must be known, and why`,
    );
  }
  return await world.records.as(seeker, async ({ conduct }) => {
    if ((await conduct.read(matter)) === undefined) {
      return noSuchComplaint;
    }
    const before = await conduct.ownRequests(matter);
    if (before.some(({ role, answer }) => role === key && answer === undefined)) {
      return refuse('already-asked', 'you have asked already, and no custodian has answered yet');
    }
    await conduct.askUnmask({ id: world.chance.uuid(), matter, key, reason });
    return success(true);
  });
}

export interface SeenName {
  /** Empty where nobody gave one. */
  readonly fullName: string;
  readonly contact: string;
}

export async function seeName(
  world: Pick<World, 'records'>,
  seeker: NameSeeker,
  request: string,
): Promise<Result<SeenName, 'no-consent'>> {
  const seen = await world.records.as(seeker, ({ conduct }) => conduct.showParty(request));
  return seen === undefined
    ? refuse('no-consent', 'no custodian has consented to this')
    : success(seen);
}
