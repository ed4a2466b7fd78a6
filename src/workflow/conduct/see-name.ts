/**
 * The name behind a label. Whoever needs it asks the custodian and says why; the custodian consents or not, and cannot
 * read the matter. After a consent the name is shown, and that it was shown is itself on record.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';

export interface NameSeeker {
  readonly rights: 'conduct' | 'panel';
  readonly person: string;
}

export const SHORTEST_UNMASK_REASON = 20;

export async function askToSeeName(
  world: Pick<World, 'records' | 'chance'>,
  seeker: NameSeeker,
  asked: { readonly matter: string; readonly key: string; readonly reason: string },
): Promise<Result<true, 'no-such-complaint' | 'reason-missing' | 'already-asked'>> {
  const { matter, key } = asked;
  const reason = asked.reason.trim();
  return await world.records.as(seeker, async ({ conduct }) => {
    if ((await conduct.read(matter)) === undefined) {
      return refuse('no-such-complaint', 'there is no such complaint, or it is not yours to see');
    }
    if ([...reason].length < SHORTEST_UNMASK_REASON) {
      return refuse(
        'reason-missing',
        `write at least ${SHORTEST_UNMASK_REASON} characters: what must be known, and for which step`,
      );
    }
    const before = await conduct.ownRequests(matter);
    if (before.some(({ role, answer }) => role === key && answer?.consented !== false)) {
      return refuse('already-asked', 'you have asked for this name already');
    }
    await conduct.askUnmask({ id: world.chance.uuid(), matter, key, reason });
    return success(true);
  });
}

/** Empty texts where nobody gave a name. */
export async function seeName(
  world: Pick<World, 'records'>,
  seeker: NameSeeker,
  request: string,
): Promise<Result<{ readonly fullName: string; readonly contact: string }, 'no-consent'>> {
  const shown = await world.records.as(seeker, ({ conduct }) => conduct.showParty(request));
  return shown === undefined
    ? refuse('no-consent', 'nobody has consented to show this name to you')
    : success(shown);
}
