/** What of an idea goes into the sealed envelope of its line in the decision log: no word of anybody. */
import type { IdeaEvent } from '../../casework/idea/idea.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';

/** Undefined where an event decides nothing. */
export function ideaInLog(event: IdeaEvent): Readonly<Record<string, Json>> | undefined {
  switch (event.type) {
    case 'answered':
    case 'answered-again':
      return {
        outcome: event.outcome,
        look: event.type === 'answered' ? 1 : 2,
        ...(event.byWhen === undefined ? {} : { byWhen: event.byWhen }),
      };
    case 'carried-out':
      return { carriedOut: true };
    default:
      return undefined;
  }
}
