/** Which acts the page of a complaint offers, the next steps first and the rare ones after; all of it asked of the rules. */
import type { Acting } from '../../casework/conduct/handler-acts.ts';
import { openActs, waitingActs } from '../../casework/conduct/open-acts.ts';
import { type ActName, HANDLER_ACTS } from '../../casework/conduct/read-act.ts';
import type { ComplaintView } from '../../web/pages/complaint/complaint-view.ts';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import type { HandledComplaint } from '../../workflow/conduct/complaint-views.ts';
import { withoutCopy } from './asked-form.ts';

/** Possible in almost every matter at almost any time, and seldom what a day's work is. */
const ASIDE: ReadonlySet<ActName> = new Set([
  'suspend-meanwhile',
  'stay',
  'end',
  'extend',
  'redeliver',
  'reopen',
  'excuse-member',
  'add-copy',
  'hand-on',
  'correct',
]);

export function actsOffered(
  handled: Pick<HandledComplaint, 'state' | 'files'>,
  acting: Acting,
): Pick<ComplaintView, 'acts' | 'waiting' | 'aside'> {
  const { state } = handled;
  const open = new Set(openActs(state, acting).map(({ act }) => act));
  // The rules know nothing of files: where every piece has its copy, there is nothing to add.
  if (withoutCopy(handled).length === 0) {
    open.delete('add-copy');
  }
  const offered = HANDLER_ACTS.filter((act) => open.has(act)).map((act) => ({
    act,
    name: words.acts[act].name,
  }));
  return {
    acts: offered.filter(({ act }) => !ASIDE.has(act)),
    aside: offered.filter(({ act }) => ASIDE.has(act)),
    waiting: waitingActs(state, acting).map(({ act, because }) => ({
      name: words.acts[act].name,
      because: refusalSentence({ kind: 'not-now', because }),
    })),
  };
}
