/** Letters to the respondent about the side steps: interim suspension, stay, reopening, the end, reinstatement. */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import { promisesNow } from '../../casework/conduct/promises.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import type { Envelope, Letter } from './letter.ts';
import {
  ended,
  interimAppealDecided,
  interimSuspension,
  reopened,
  stayed,
  stayLifted,
} from './to-respondent-aside.ts';
import { reinstatementDecided } from './to-respondent-decision.ts';

/** Undefined for an event about which nobody is written to, and for all before the respondent was told of the matter. */
export function lettersAside(
  envelope: Envelope,
  { state }: { readonly state: ConductMatter },
  event: ConductEvent,
): Letter | undefined {
  if (state.noticedOn === undefined) {
    return undefined;
  }
  const { on } = event;
  switch (event.type) {
    case 'interim-suspended':
      return interimSuspension({
        ...{ ...envelope, orderedOn: on, until: event.until, reason: event.reason },
        appealAnsweredBy: addDays(on, state.rules.within['interim-appeal'].respondent),
      });
    case 'interim-appeal-decided':
      return interimAppealDecided({
        ...{ ...envelope, decidedOn: on, lifted: event.lifted, reason: event.reason },
        until: state.interim?.until ?? on,
      });
    case 'stayed':
      return stayed({
        ...{ ...envelope, stayedOn: on, reason: event.reason },
        interimGoesOn: state.interim !== undefined && !state.interim.lifted,
      });
    case 'stay-lifted':
      return stayLifted({
        ...{ ...envelope, liftedOn: on, yourTime: yourTime(state) },
        promised: promisesNow(state, 'respondent').map(({ step, by }) => ({ step, by })),
        hearingAnew: state.stage === 'hearing',
      });
    case 'reopened':
      return reopened({
        ...{ ...envelope, reopenedOn: on, reason: event.reason },
        sanctionStays: state.inForce !== undefined,
      });
    case 'ended':
      return ended({
        ...{ ...envelope, endedOn: on, how: event.how },
        decided: state.decision !== undefined,
      });
    case 'reinstatement-decided':
      return reinstatementDecided({
        ...{ ...envelope, decidedOn: on, granted: event.granted, reason: event.reason },
        conditions: [],
      });
    default:
      return undefined;
  }
}

function yourTime({ stage, answerUntil, decision }: ConductMatter) {
  if (stage === 'response' && answerUntil !== undefined) {
    return { to: 'answer', until: answerUntil } as const;
  }
  return stage === 'appeal-window' && decision !== undefined
    ? ({ to: 'appeal', until: decision.appealUntil } as const)
    : undefined;
}
