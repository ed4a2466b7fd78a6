/**
 * Who sits: a panel is seated once for each hearing of a matter, has at least one public member, and shares nobody with any
 * other panel of it nor with those who screened and investigated. Who loses a member gets another before going on.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import type { ConductEvent, PanelKind, PanelMember } from './conduct-event.ts';
import type { ConductMatter, Stage } from './conduct-matter.ts';
import { inOrder, isBlank, type NotReady, ready, recorded } from './ready.ts';

const SITS_AT: Readonly<Record<Exclude<PanelKind, 'interim-appeal'>, readonly Stage[]>> = {
  review: ['review'],
  hearing: ['hearing', 'decision'],
  appeal: ['appeal'],
  reinstatement: ['reinstatement'],
};

/** Nobody who has had a part in the matter sits on a further panel of it. */
export const hadAPart = ({ seated, handledBy }: ConductMatter, person: string): boolean =>
  seated.includes(person) || handledBy.includes(person);

export type SeatRefusal =
  | NotReady
  | 'wrong-size'
  | 'no-public-member'
  | 'had-a-part'
  | 'twice'
  | 'no-seed'
  | 'nothing-to-hear';

/** Seats the members that were drawn: a whole panel, or as many as have left. */
export function seatPanel(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly panel: PanelKind;
    readonly members: readonly PanelMember[];
    readonly seed: string;
  },
): Result<readonly ConductEvent[], SeatRefusal> {
  const { on, panel, members, seed } = asked;
  // An interim suspension bites while everything else rests, so its appeal is heard meanwhile.
  const now = panel === 'interim-appeal' ? inOrder(state, on) : ready(state, on, SITS_AT[panel]);
  if (!now.ok) {
    return now;
  }
  const { interim } = state;
  if (
    panel === 'interim-appeal' &&
    (interim?.appealedOn === undefined || interim.appealDecidedOn !== undefined)
  ) {
    return refuse('nothing-to-hear', 'no appeal against an interim suspension is open');
  }
  const sitting = state.sitting[panel] ?? [];
  const open = state.rules.panelSize - sitting.length;
  if (members.length !== open || open === 0) {
    return refuse('wrong-size', `${open} of ${state.rules.panelSize} seats are free`);
  }
  if (isBlank(seed)) {
    return refuse('no-seed', 'members are drawn by lot, from a seed that is kept');
  }
  const people = members.map(({ person }) => person);
  if (new Set(people).size < people.length) {
    return refuse('twice', 'nobody sits on two seats');
  }
  if (people.some((person) => hadAPart(state, person))) {
    return refuse('had-a-part', 'somebody drawn had a part in this matter already');
  }
  return [...sitting, ...members].some(({ isPublic }) => isPublic)
    ? recorded(now.value, { type: 'panel-seated', ...asked })
    : refuse('no-public-member', 'at least one member holds no credential of the body');
}

/** A member steps aside or falls ill; the seat stays free until somebody else is drawn. */
export function leavePanel(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly panel: PanelKind;
    readonly person: string;
    readonly reason: string;
  },
): Result<readonly ConductEvent[], NotReady | 'not-sitting' | 'reason-missing'> {
  const { panel } = asked;
  const now =
    panel === 'interim-appeal' ? inOrder(state, asked.on) : ready(state, asked.on, SITS_AT[panel]);
  if (!now.ok) {
    return now;
  }
  const sitting = state.sitting[panel] ?? [];
  if (!sitting.some(({ person }) => person === asked.person)) {
    return refuse('not-sitting', 'this person does not sit on that panel');
  }
  return isBlank(asked.reason)
    ? refuse('reason-missing', 'say in a few words why; nobody judges it')
    : recorded(now.value, { type: 'member-left', ...asked });
}

/** Every seat is taken. */
export const isWhole = ({ sitting, rules }: ConductMatter, panel: PanelKind): boolean =>
  (sitting[panel] ?? []).length === rules.panelSize;

export const notWhole = refuse(
  'panel-not-whole',
  'not every seat of the panel is taken; draw a member first',
);
