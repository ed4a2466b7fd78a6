/**
 * A custodian reads why somebody needs the name behind a label, and consents or refuses. They see the label, the role and
 * the reason, and cannot open the matter.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { UnmaskRequestRow } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

const acting = (custodian: string) => ({ rights: 'custodian', person: custodian }) as const;

/** What may be asked of this custodian; nothing of matters in which they are concerned. */
export const nameRequests = (
  world: Pick<World, 'records'>,
  custodian: string,
): Promise<readonly UnmaskRequestRow[]> =>
  world.records.as(acting(custodian), async ({ conduct }) => {
    await conduct.noteListRead('custody');
    return await conduct.unmaskAsked();
  });

export async function consentToName(
  world: Pick<World, 'records'>,
  asked: {
    readonly custodian: string;
    readonly request: string;
    readonly consented: boolean;
    readonly reason: string;
  },
): Promise<Result<true, 'no-such-request' | 'reason-missing' | 'answered-before' | 'excluded'>> {
  const { custodian, request, consented } = asked;
  return await world.records.as(acting(custodian), async ({ conduct }) => {
    const row = (await conduct.unmaskAsked()).find(({ id }) => id === request);
    if (row === undefined) {
      return refuse('no-such-request', 'there is no such request, or it is not yours to answer');
    }
    if (row.answer !== undefined) {
      return answeredBefore;
    }
    const reason = asked.reason.trim();
    if (reason === '') {
      return refuse('reason-missing', 'say in a few words why');
    }
    const written = await conduct.answerUnmask({ request, consented, reason });
    switch (written) {
      case 'written':
        return success(true);
      case 'answered-before':
        return answeredBefore;
      default:
        return refuse('excluded', 'this is not yours to answer');
    }
  });
}

const answeredBefore = refuse('answered-before', 'this request has already been answered');
