/**
 * What a panel can do now, so that its pages offer nothing that the rules would refuse: each act at its stage, by a panel
 * of which every seat is taken, while nothing holds the matter. A member with a tie can always leave.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { PanelKind } from './conduct-event.ts';
import type { ConductMatter, Stage } from './conduct-matter.ts';
import type { PanelAct } from './panel-acts.ts';
import { leavePanel, mayJudge } from './panels.ts';
import { inOrder, ready } from './ready.ts';

/** What a panel judges; leaving is the one other act. */
export const JUDGING_ACTS = [
  'review',
  'hear',
  'offer',
  'decide',
  'decide-appeal',
  'decide-screening-appeal',
  'decide-interim-appeal',
  'decide-reinstatement',
] as const satisfies readonly PanelAct['act'][];
export type JudgingAct = (typeof JUDGING_ACTS)[number];
export type OpenAct = JudgingAct | 'leave';

interface Seat {
  readonly panel: PanelKind;
  readonly member: string;
  readonly on: CivilDate;
}

export function openPanelActs(state: ConductMatter, seat: Seat): readonly OpenAct[] {
  const { panel, member, on } = seat;
  const mayLeave: readonly OpenAct[] = mayLeaveNow(state, seat) ? ['leave'] : [];
  if (!mayJudge(state, panel, member).ok) {
    return mayLeave;
  }
  const at = (...stages: readonly Stage[]): boolean => ready(state, on, stages).ok;
  const { offer, hearingDay, interim } = state;
  const acts: Readonly<Record<PanelKind, () => readonly OpenAct[]>> = {
    'screening-appeal': () => (at('screening-appeal') ? ['decide-screening-appeal'] : []),
    review: () => (at('review') ? ['review'] : []),
    hearing: () => [
      ...(at('hearing') && hearingDay === on ? (['hear'] as const) : []),
      ...(at('hearing') && (offer === undefined || offer.until < on) ? (['offer'] as const) : []),
      ...(at('decision') ? (['decide'] as const) : []),
    ],
    appeal: () => (at('appeal') ? ['decide-appeal'] : []),
    'interim-appeal': () =>
      inOrder(state, on).ok &&
      state.stage !== 'closed' &&
      interim?.appealedOn !== undefined &&
      interim.appealDecidedOn === undefined
        ? ['decide-interim-appeal']
        : [],
    reinstatement: () => (at('reinstatement') ? ['decide-reinstatement'] : []),
  };
  return [...acts[panel](), ...mayLeave];
}

/** The rule of leaving itself says whether a seat of this panel can be given up now. */
const mayLeaveNow = (state: ConductMatter, { panel, member, on }: Seat): boolean =>
  leavePanel(state, { panel, person: member, on, reason: 'asked' }).ok;

/** A name is needed where somebody is heard: to call them, and to keep a hearing in order. */
export const mayAskName = (state: ConductMatter, panel: PanelKind): boolean =>
  panel === 'hearing' && (state.stage === 'hearing' || state.stage === 'decision');

/** Whom a panel may ask about, by the key of the party. */
export const namesToAsk = ({ complaints }: ConductMatter): readonly string[] => [
  'respondent',
  ...complaints.map(({ id }) => id),
];
