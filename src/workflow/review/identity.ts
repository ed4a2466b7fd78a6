/**
 * To see who a matter is about takes a written reason and a second person's consent, and the seeing is itself recorded.
 * Whether there is anything to see is not told before consent.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { DisclosureRow } from '../ports/disclosure-records.ts';
import type { World } from '../ports/ports.ts';

type IdentityWorld = Pick<World, 'records' | 'chance'>;
const SHORTEST_REASON = 20;

export async function askIdentity(
  world: IdentityWorld,
  asked: { readonly reviewer: string; readonly matter: string; readonly reason: string },
): Promise<Result<string, 'reason-missing' | 'no-such-matter' | 'already-asked'>> {
  const reason = asked.reason.trim();
  if (reason.length < SHORTEST_REASON) {
    return refuse(
      'reason-missing',
      `write at least ${SHORTEST_REASON} characters: what must be known, and why`,
    );
  }
  const id = world.chance.uuid();
  return await world.records.as({ rights: 'reviewer', person: asked.reviewer }, async (records) => {
    if ((await records.matters.read(asked.matter)) === undefined) {
      return refuse('no-such-matter', 'there is no such matter, or it is not yours to see');
    }
    const mine = await records.disclosures.list();
    if (mine.some((row) => row.matter === asked.matter && row.answer === undefined)) {
      return refuse('already-asked', 'you have asked already, and a director has not answered yet');
    }
    await records.disclosures.ask({ id, matter: asked.matter, askedBy: asked.reviewer, reason });
    return success(id);
  });
}

/** The requests an actor may see: a reviewer their own, a director or auditor all. */
export async function identityRequests(
  world: IdentityWorld,
  actor: { readonly rights: 'reviewer' | 'director' | 'auditor'; readonly person: string },
): Promise<readonly DisclosureRow[]> {
  return await world.records.as(actor, ({ disclosures }) => disclosures.list());
}

export async function answerIdentityRequest(
  world: IdentityWorld,
  asked: {
    readonly director: string;
    readonly request: string;
    readonly consented: boolean;
    readonly reason: string;
  },
): Promise<Result<true, 'own-request' | 'answered-before' | 'reason-missing'>> {
  if (asked.reason.trim() === '') {
    return refuse('reason-missing', 'say in a few words why');
  }
  return await world.records.as({ rights: 'director', person: asked.director }, async (records) => {
    const written = await records.disclosures.answer({
      request: asked.request,
      by: asked.director,
      consented: asked.consented,
      reason: asked.reason.trim(),
    });
    if (written === 'own-request') {
      return refuse('own-request', 'somebody else must answer your own request');
    }
    return written === 'written'
      ? success(true)
      : refuse('answered-before', 'this request has already been answered');
  });
}

export async function showIdentity(
  world: IdentityWorld,
  asked: { readonly reviewer: string; readonly request: string },
): Promise<Result<{ readonly fullName: string; readonly email: string }, 'no-consent'>> {
  const shown = await world.records.as(
    { rights: 'reviewer', person: asked.reviewer },
    ({ disclosures }) => disclosures.show(asked.request),
  );
  return shown === undefined
    ? refuse('no-consent', 'nobody has consented to this request')
    : success(shown);
}
