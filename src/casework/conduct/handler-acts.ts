/**
 * What whoever handles a complaint may do with it, each act by its own rule. They gather, tell and carry out; they judge
 * nothing but the first look, and that can be appealed.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import {
  answerWithdrawal,
  end,
  extend,
  liftStay,
  redeliver,
  reopen,
  stay,
  suspendMeanwhile,
} from './aside.ts';
import { tellClosing } from './closing.ts';
import { checkCondition, correct, publish, takeEffect } from './conduct-appeal.ts';
import type {
  Achieved,
  Event,
  EvidenceKind,
  PanelKind,
  RecordsAnswer,
  ScreeningAnswers,
} from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import type { Side, Step } from './conduct-rules.ts';
import { addCopy, addEvidence, closeInvestigation, disclose, handOn } from './inquiry.ts';
import { closeResponse, giveNotice, respond, screen } from './intake.ts';
import { callHearing } from './judgment.ts';
import type { PoolMember } from './panel-lottery.ts';
import { commitDraw, leavePanel, seatPanel } from './panels.ts';
import {
  answerRecords,
  askForRecords,
  closeRequest,
  type RecordsRequest,
} from './records-requests.ts';
import { inviteWitness, type StatementPiece, takeInStatement } from './witnesses.ts';

export type HandlerAct =
  | { readonly act: 'screen'; readonly answers: ScreeningAnswers }
  | {
      readonly act: 'give-notice';
      readonly evidence: readonly string[];
      readonly keptBack: Event<'notice-given'>['keptBack'];
    }
  /** What the respondent answered on paper. */
  | { readonly act: 'enter-response'; readonly words: string }
  | { readonly act: 'close-response' }
  | {
      readonly act: 'add-evidence';
      readonly kind: EvidenceKind;
      readonly sha256: string;
      readonly source: string;
    }
  /** A copy without names, beside a piece that has none. */
  | { readonly act: 'add-copy'; readonly id: string; readonly sha256: string }
  | {
      readonly act: 'hand-on';
      readonly id: string;
      readonly to: string;
      readonly sha256: string;
    }
  | {
      readonly act: 'invite-witness';
      readonly asked: readonly string[];
      readonly answerUntil: CivilDate;
      /** Who can judge nothing here any more. */
      readonly tied: readonly string[];
    }
  | {
      readonly act: 'take-in';
      readonly witness: string;
      readonly pieces: readonly StatementPiece[];
    }
  | ({ readonly act: 'ask-for-records' } & RecordsRequest)
  | {
      readonly act: 'note-records';
      readonly holder: string;
      readonly how: RecordsAnswer;
      readonly reason: string;
      readonly sha256: string | undefined;
    }
  | { readonly act: 'close-request'; readonly holder: string; readonly reason: string }
  | { readonly act: 'disclose'; readonly evidence: readonly string[] }
  | { readonly act: 'close-investigation'; readonly summary: string }
  | { readonly act: 'announce-draw'; readonly panel: PanelKind; readonly commitment: string }
  | {
      readonly act: 'draw';
      readonly panel: PanelKind;
      readonly pool: readonly PoolMember[];
      readonly seed: string;
    }
  | {
      readonly act: 'excuse-member';
      readonly panel: PanelKind;
      readonly person: string;
      readonly reason: string;
    }
  | {
      readonly act: 'call-hearing';
      readonly day: CivilDate;
      readonly whereAndWhen: string;
      readonly mayBring: string;
      readonly accommodations: readonly string[];
    }
  | { readonly act: 'take-effect' }
  | { readonly act: 'publish' }
  | { readonly act: 'correct'; readonly words: string }
  | { readonly act: 'check-condition'; readonly kept: boolean; readonly words: string }
  | { readonly act: 'answer-withdrawal'; readonly goesOn: boolean; readonly reason: string }
  | { readonly act: 'suspend-meanwhile'; readonly until: CivilDate; readonly reason: string }
  | { readonly act: 'stay'; readonly reason: string }
  | { readonly act: 'lift-stay' }
  | { readonly act: 'reopen'; readonly sha256: string; readonly reason: string }
  | { readonly act: 'end'; readonly how: 'death' | 'surrender'; readonly reason: string }
  | {
      readonly act: 'extend';
      readonly step: Step;
      readonly to: Side;
      readonly until: CivilDate;
      readonly reason: string;
    }
  | {
      readonly act: 'redeliver';
      readonly what: 'notice' | 'decision';
      readonly reason: string;
    }
  | {
      readonly act: 'tell-closing';
      readonly complaint: string;
      readonly achieved: Achieved;
      readonly reason: string;
    };

export interface Acting {
  readonly on: CivilDate;
  /** Who acts. */
  readonly by: string;
}

/** The name of the next piece of evidence. */
export const nextEvidence = ({ evidence }: ConductMatter): string => `e${evidence.length + 1}`;

/** What the act makes of the matter, or why it cannot be done. */
export function byHandler(state: ConductMatter, acting: Acting, asked: HandlerAct) {
  switch (asked.act) {
    case 'screen':
      return screen(state, { ...acting, answers: asked.answers });
    case 'give-notice':
      return giveNotice(state, { ...acting, evidence: asked.evidence, keptBack: asked.keptBack });
    case 'enter-response':
      return respond(state, { on: acting.on, words: asked.words });
    case 'close-response':
      return closeResponse(state, { on: acting.on });
    case 'announce-draw':
      return commitDraw(state, { ...acting, panel: asked.panel, commitment: asked.commitment });
    case 'draw':
      return seatPanel(state, {
        ...acting,
        panel: asked.panel,
        pool: asked.pool,
        seed: asked.seed,
      });
    case 'excuse-member':
      return leavePanel(state, {
        on: acting.on,
        panel: asked.panel,
        person: asked.person,
        reason: asked.reason,
      });
    case 'call-hearing': {
      const { day, whereAndWhen, mayBring, accommodations } = asked;
      return callHearing(state, { ...acting, day, whereAndWhen, mayBring, accommodations });
    }
    case 'tell-closing': {
      const { complaint, achieved, reason } = asked;
      return tellClosing(state, { ...acting, complaint, achieved, reason });
    }
    case 'add-evidence':
    case 'add-copy':
    case 'hand-on':
    case 'invite-witness':
    case 'take-in':
    case 'ask-for-records':
    case 'note-records':
    case 'close-request':
    case 'disclose':
    case 'close-investigation':
      return gathered(state, acting, asked);
    case 'take-effect':
    case 'publish':
    case 'correct':
    case 'check-condition':
      return carriedOut(state, acting, asked);
    default:
      return aside(state, acting, asked);
  }
}

export type HandlerRefusal = Extract<
  ReturnType<typeof byHandler>,
  { ok: false }
>['refusal']['kind'];

type Acts<Kind extends HandlerAct['act']> = Extract<HandlerAct, { act: Kind }>;

function gathered(
  state: ConductMatter,
  acting: Acting,
  asked: Acts<
    | 'add-evidence'
    | 'add-copy'
    | 'hand-on'
    | 'invite-witness'
    | 'take-in'
    | 'ask-for-records'
    | 'note-records'
    | 'close-request'
    | 'disclose'
    | 'close-investigation'
  >,
) {
  switch (asked.act) {
    case 'add-evidence': {
      const { kind, sha256, source } = asked;
      return addEvidence(state, { ...acting, id: nextEvidence(state), kind, sha256, source });
    }
    case 'add-copy':
      return addCopy(state, { ...acting, id: asked.id, sha256: asked.sha256 });
    case 'hand-on':
      return handOn(state, { ...acting, id: asked.id, to: asked.to, sha256: asked.sha256 });
    case 'invite-witness': {
      const { asked: questions, answerUntil, tied } = asked;
      return inviteWitness(state, { ...acting, asked: questions, answerUntil, tied });
    }
    case 'take-in':
      return takeInStatement(state, { ...acting, witness: asked.witness, pieces: asked.pieces });
    case 'ask-for-records':
    case 'note-records':
    case 'close-request':
      return withRecords(state, acting, asked);
    case 'disclose':
      return disclose(state, { ...acting, evidence: asked.evidence });
    case 'close-investigation':
      return closeInvestigation(state, { ...acting, summary: asked.summary });
    default:
      throw never(asked);
  }
}

function withRecords(
  state: ConductMatter,
  acting: Acting,
  asked: Acts<'ask-for-records' | 'note-records' | 'close-request'>,
) {
  switch (asked.act) {
    case 'ask-for-records': {
      const { act: _act, ...request } = asked;
      return askForRecords(state, { ...acting, ...request });
    }
    case 'note-records': {
      const { holder, how, reason, sha256 } = asked;
      return answerRecords(state, { ...acting, holder, how, reason, sha256 });
    }
    case 'close-request':
      return closeRequest(state, { ...acting, holder: asked.holder, reason: asked.reason });
    default:
      throw never(asked);
  }
}

function carriedOut(
  state: ConductMatter,
  acting: Acting,
  asked: Acts<'take-effect' | 'publish' | 'correct' | 'check-condition'>,
) {
  switch (asked.act) {
    case 'take-effect':
      return takeEffect(state, acting);
    case 'publish':
      return publish(state, acting);
    case 'correct':
      return correct(state, { ...acting, words: asked.words });
    case 'check-condition':
      return checkCondition(state, { ...acting, kept: asked.kept, words: asked.words });
    default:
      throw never(asked);
  }
}

function aside(
  state: ConductMatter,
  acting: Acting,
  asked: Acts<
    | 'answer-withdrawal'
    | 'suspend-meanwhile'
    | 'stay'
    | 'lift-stay'
    | 'reopen'
    | 'end'
    | 'extend'
    | 'redeliver'
  >,
) {
  switch (asked.act) {
    case 'answer-withdrawal':
      return answerWithdrawal(state, { ...acting, goesOn: asked.goesOn, reason: asked.reason });
    case 'suspend-meanwhile':
      return suspendMeanwhile(state, { ...acting, until: asked.until, reason: asked.reason });
    case 'stay':
      return stay(state, { ...acting, reason: asked.reason });
    case 'lift-stay':
      return liftStay(state, acting);
    case 'reopen': {
      const { sha256, reason } = asked;
      return reopen(state, { ...acting, evidence: nextEvidence(state), sha256, reason });
    }
    case 'end':
      return end(state, { ...acting, how: asked.how, reason: asked.reason });
    case 'extend': {
      const { step, to, until, reason } = asked;
      return extend(state, { ...acting, step, to, until, reason });
    }
    case 'redeliver':
      return redeliver(state, { ...acting, what: asked.what, reason: asked.reason });
    default:
      throw never(asked);
  }
}
