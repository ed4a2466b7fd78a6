/** What a panel does with a complaint, spoken for by one of its members; each act by its own rule. */
import { never } from '../../kernel/result/result.ts';
import { decideInterimAppeal } from './aside.ts';
import { decideAppeal, decideReinstatement } from './conduct-appeal.ts';
import type { AllegationFinding, AppealFinding, PanelKind, Sanction } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import type { AppealEffect } from './conduct-rules.ts';
import type { Acting } from './handler-acts.ts';
import { decide, hear, offer, review } from './judgment.ts';
import type { LikeCases } from './like-cases.ts';
import { leavePanel } from './panels.ts';
import { decideScreeningAppeal } from './screening-appeal.ts';

interface Outcome {
  readonly findings: readonly AllegationFinding[];
  readonly sanction: Sanction | undefined;
  readonly remedy: string | undefined;
}

export type PanelAct =
  | { readonly act: 'review'; readonly findings: readonly AllegationFinding[] }
  | { readonly act: 'hear'; readonly transcript: string; readonly represented: boolean }
  | ({ readonly act: 'offer' } & Outcome)
  | ({ readonly act: 'decide' } & Outcome)
  | {
      readonly act: 'decide-appeal';
      readonly findings: readonly AppealFinding[];
      readonly effect: AppealEffect;
      readonly sanction: Sanction | undefined;
    }
  | { readonly act: 'decide-screening-appeal'; readonly upheld: boolean; readonly reason: string }
  | { readonly act: 'decide-interim-appeal'; readonly lifted: boolean; readonly reason: string }
  | { readonly act: 'decide-reinstatement'; readonly granted: boolean; readonly reason: string }
  | { readonly act: 'leave'; readonly panel: PanelKind; readonly reason: string };

/** What the act makes of the matter, or why it cannot be done. `like` are the cases with the provisions that are alleged. */
export function byPanel(state: ConductMatter, acting: Acting, asked: PanelAct, like: LikeCases) {
  switch (asked.act) {
    case 'review':
      return review(state, { ...acting, findings: asked.findings });
    case 'hear': {
      const { transcript, represented } = asked;
      return hear(state, { ...acting, transcript, represented });
    }
    case 'offer':
    case 'decide': {
      const { act, ...outcome } = asked;
      return (act === 'offer' ? offer : decide)(state, { ...acting, ...outcome, like });
    }
    case 'decide-appeal': {
      const { findings, effect, sanction } = asked;
      return decideAppeal(state, { ...acting, findings, effect, sanction });
    }
    case 'decide-screening-appeal':
      return decideScreeningAppeal(state, {
        ...acting,
        upheld: asked.upheld,
        reason: asked.reason,
      });
    case 'decide-interim-appeal':
      return decideInterimAppeal(state, {
        ...acting,
        lifted: asked.lifted,
        reason: asked.reason,
      });
    case 'decide-reinstatement':
      return decideReinstatement(state, {
        ...acting,
        granted: asked.granted,
        reason: asked.reason,
      });
    case 'leave':
      return leavePanel(state, {
        on: acting.on,
        panel: asked.panel,
        person: acting.by,
        reason: asked.reason,
      });
    default:
      throw never(asked);
  }
}
