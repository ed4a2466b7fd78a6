/**
 * Who sits: a panel is seated once for each hearing of a matter, has at least one public member, and shares nobody with any
 * other panel of it nor with those who screened and investigated. Who loses a member gets another before going on.
 */
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { ConductEvent, Event, PanelKind } from './conduct-event.ts';
import type { ConductMatter, Stage } from './conduct-matter.ts';
import { type DrawRefusal, drawPanel, type PoolMember } from './panel-lottery.ts';
import { inOrder, isBlank, type NotReady, ready, recorded } from './ready.ts';

const SITS_AT: Readonly<Record<Exclude<PanelKind, 'interim-appeal'>, readonly Stage[]>> = {
  'screening-appeal': ['screening-appeal'],
  review: ['review'],
  hearing: ['hearing', 'decision'],
  appeal: ['appeal'],
  reinstatement: ['reinstatement'],
};

type Draw = Omit<Event<'draw-committed'>, 'type'>;

export type CommitRefusal = NotReady | 'nothing-to-hear' | 'seats-taken' | 'no-commitment';

/** Announces a draw by the fingerprint of its seed, before anybody knows who can be drawn. */
export function commitDraw(
  state: ConductMatter,
  asked: Draw,
): Result<readonly ConductEvent[], CommitRefusal> {
  const now = seatsOpen(state, asked);
  if (!now.ok) {
    return now;
  }
  return FINGERPRINT.test(asked.commitment)
    ? recorded(now.value, { type: 'draw-committed', ...asked })
    : refuse('no-commitment', 'a draw is announced by the SHA-256 of its seed');
}

const FINGERPRINT = /^[0-9a-f]{64}$/;

function seatsOpen(
  state: ConductMatter,
  { on, panel }: Pick<Draw, 'on' | 'panel'>,
): Result<readonly Event<'promise-broken'>[], NotReady | 'nothing-to-hear' | 'seats-taken'> {
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
  return freeSeats(state, panel) === 0
    ? refuse('seats-taken', 'every seat of this panel is taken')
    : now;
}

const freeSeats = ({ sitting, rules }: ConductMatter, panel: PanelKind): number =>
  rules.panelSize - (sitting[panel] ?? []).length;

export type SeatRefusal = CommitRefusal | 'another-seed' | DrawRefusal;

/**
 * Makes the draw that was announced, and seats whom it names: a whole panel, or as many as have left. The seed must be the
 * one that was committed to; with the pool it gives the same members to whoever checks.
 */
export function seatPanel(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly panel: PanelKind;
    readonly pool: readonly PoolMember[];
    readonly seed: string;
  },
): Result<readonly ConductEvent[], SeatRefusal> {
  const { on, by, panel, pool, seed } = asked;
  const now = seatsOpen(state, asked);
  if (!now.ok) {
    return now;
  }
  const commitment = state.committed[panel];
  if (commitment === undefined) {
    return refuse('no-commitment', 'announce the draw first, before the pool is looked at');
  }
  if (sha256Hex(seed) !== commitment) {
    return refuse('another-seed', 'this seed is not the one that was announced');
  }
  const hasPublic = (state.sitting[panel] ?? []).some(({ isPublic }) => isPublic);
  const drawn = drawPanel({
    ...{ pool, on, seed },
    seats: freeSeats(state, panel),
    publicSeats: hasPublic ? 0 : 1,
    hadAPart: [...state.seated, ...state.handledBy, by],
  });
  if (!drawn.ok) {
    return drawn;
  }
  const { members, eligible } = drawn.value;
  return recorded(now.value, {
    ...{ type: 'panel-seated', on, by, panel, members, seed },
    pool: eligible,
  });
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
const isWhole = ({ sitting, rules }: ConductMatter, panel: PanelKind): boolean =>
  (sitting[panel] ?? []).length === rules.panelSize;

export type PanelRefusal = 'panel-not-whole' | 'not-on-panel';

/** May this person speak for the panel? It must be whole, and they must sit on it. */
export function mayJudge(
  state: ConductMatter,
  panel: PanelKind,
  by: string,
): Result<true, PanelRefusal> {
  if (!isWhole(state, panel)) {
    return refuse('panel-not-whole', 'not every seat of the panel is taken; draw a member first');
  }
  return (state.sitting[panel] ?? []).some(({ person }) => person === by)
    ? success(true)
    : refuse('not-on-panel', 'only a member of this panel speaks for it');
}
