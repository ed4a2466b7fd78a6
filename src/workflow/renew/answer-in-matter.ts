/** What a person answered in a matter about keeping a credential, as it stands, and who signs for it. */
import { stateOf } from '../../casework/matter/matter.ts';
import type { RenewalEvent } from '../../casework/renewal/renewal-event.ts';
import type { MatterHistory } from '../ports/matter-history.ts';
import type { Records } from '../ports/records.ts';

/** An event that follows, and the matter in which a person answered. */
export interface Follows {
  readonly event: RenewalEvent;
  readonly matter?: string;
}

export interface Answer {
  readonly met: boolean;
  readonly by: string;
  readonly on: RenewalEvent['on'];
  readonly reason: string;
  readonly appealDays: number;
  readonly history: MatterHistory;
}

export function answerIn(
  matters: readonly MatterHistory[],
  id: string | undefined,
): Answer | undefined {
  const history = matters.find(({ row }) => row.id === id);
  const state = stateOf(history?.events ?? []);
  if (history === undefined || state.status !== 'decided') {
    return undefined;
  }
  const { outcome, decider, decidedOn, findings } = state.decision;
  const told = findings.filter(({ met }) => met === (outcome === 'met'));
  return {
    met: outcome === 'met',
    by: decider,
    on: decidedOn,
    reason: told.map(({ reason }) => reason).find((reason) => reason !== '') ?? 'As found.',
    appealDays: state.opening.appealDays,
    history,
  };
}

/** Where an appeal turned the answer, whoever heard it signs for it. */
export async function signer(records: Records, answer: Answer): Promise<string> {
  const turned = answer.history.events.findLast((event) => event.type === 'set-aside');
  return turned?.effect === 'reversed' && answer.met
    ? ((await records.matters.whoSetAside(answer.history.row.id)) ?? answer.by)
    : answer.by;
}
