/**
 * The board plans an outreach. That is a decision of the board, so its line stands in the decision log; whom it is for
 * and what is done stay out of the line, because they are free words.
 */
import { FINDING_RULES } from '../../casework/finding/decide.ts';
import type { Outreach } from '../../casework/finding/outreach.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import { recordInLog } from '../publish/record-in-log.ts';

export async function planOutreach(
  world: Pick<World, 'records' | 'clock' | 'chance'>,
  asked: {
    readonly member: string;
    /** The finding it answers to, if any; never one about a rater. */
    readonly finding: string | undefined;
    readonly outreach: Outreach;
  },
): Promise<Result<{ readonly id: string }, 'code-taken' | 'no-such-finding'>> {
  const { member, finding, outreach } = asked;
  return await world.records.as({ rights: 'board', person: member }, async (records) => {
    if (finding !== undefined && (await records.findings.read(finding)) === undefined) {
      return refuse('no-such-finding', 'there is no such finding, or it is not yours to see');
    }
    const id = world.chance.uuid();
    const label = labelFrom('O', world.chance.bytes(7));
    const written = await records.outreach.plan({
      ...outreach,
      ...{ id, label, finding, plannedBy: member },
    });
    if (written === 'code-taken') {
      return refuse('code-taken', 'another outreach has this code; choose a different one');
    }
    const { program, means, from, until } = outreach;
    await recordInLog(
      records,
      world.chance,
      {
        kind: 'outreach',
        ...{ program, label, rules: FINDING_RULES, decidedOn: world.clock.today() },
        outcome: { means, from, until },
      },
      {},
    );
    return success({ id });
  });
}
