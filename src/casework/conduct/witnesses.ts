/**
 * Witnesses: asked what they may know once the respondent was told, free to say nothing, and heard before anybody judges.
 * What one of them says becomes evidence when somebody of the body takes it in, and counts only after the respondent has
 * seen it, as every other piece.
 */
import { addDays, type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type ConductEvent, type EvidenceKind, PANELS } from './conduct-event.ts';
import type { ConductMatter, Witness } from './conduct-matter.ts';
import { leavePanel } from './panels.ts';
import { isBlank, type NotReady, ready, recorded } from './ready.ts';

/** Nobody is asked to answer from one day to the next. */
export const LEAST_WITNESS_DAYS = 7;
const ASKED_AT = ['response', 'investigation'] as const;

/** The name of the next witness. */
export const nextWitness = ({ witnesses }: ConductMatter): string => `w${witnesses.length + 1}`;

export type InviteRefusal = NotReady | 'nothing-asked' | 'too-soon' | 'on-a-panel';

/** `tied` are those who can judge nothing here any more, because they are the witness or bear the name. */
export function inviteWitness(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly asked: readonly string[];
    readonly answerUntil: CivilDate;
    readonly tied: readonly string[];
  },
): Result<readonly ConductEvent[], InviteRefusal> {
  const { on, by, answerUntil, tied } = asked;
  const now = ready(state, on, ASKED_AT);
  if (!now.ok) {
    return now;
  }
  if (asked.asked.length === 0 || asked.asked.some(isBlank)) {
    return refuse('nothing-asked', 'say what you ask them, without naming anybody');
  }
  const first = addDays(on, LEAST_WITNESS_DAYS);
  if (answerUntil < first) {
    return refuse(
      'too-soon',
      `a witness has at least ${LEAST_WITNESS_DAYS} days; choose ${inWords(first)} or later`,
    );
  }
  if (state.seated.includes(by)) {
    return refuse('on-a-panel', 'whoever sits on a panel of this matter gathers nothing for it');
  }
  return recorded(
    now.value,
    {
      type: 'witness-invited',
      on,
      by,
      witness: nextWitness(state),
      asked: asked.asked,
      answerUntil,
    },
    ...tiedSeats(state, on, tied),
  );
}

/** Seats of panels that have still to judge. */
const tiedSeats = (
  state: ConductMatter,
  on: CivilDate,
  tied: readonly string[],
): readonly ConductEvent[] =>
  PANELS.flatMap((panel) =>
    (state.sitting[panel] ?? [])
      .filter(({ person }) => tied.includes(person))
      .flatMap(({ person }) => {
        const reason = 'Has a tie to somebody concerned.';
        const left = leavePanel(state, { on, panel, person, reason });
        return left.ok ? left.value.filter(({ type }) => type === 'member-left') : [];
      }),
  );

export type WitnessRefusal = NotReady | 'unknown-witness' | 'answered-before';

/** The witness says what they know, or that they say nothing. Late is better than never, while things are gathered. */
export function answerAsWitness(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly witness: string; readonly declined: boolean },
): Result<readonly ConductEvent[], WitnessRefusal> {
  const now = ready(state, asked.on, ASKED_AT);
  if (!now.ok) {
    return now;
  }
  const found = state.witnesses.find(({ id }) => id === asked.witness);
  if (found === undefined) {
    return refuse('unknown-witness', 'nobody was asked under this name');
  }
  return found.answeredOn === undefined
    ? recorded(now.value, { type: 'witness-answered', ...asked })
    : refuse('answered-before', 'this was answered before, and a statement is sent once');
}

/** A piece of what a witness sent: the statement itself, or a file that came with it. */
export interface StatementPiece {
  readonly kind: EvidenceKind;
  readonly sha256: string;
  readonly source: string;
}

export type TakeInRefusal = NotReady | 'no-statement' | 'known-already' | 'on-a-panel';

/** What a witness sent becomes evidence; whoever takes it in is the first who holds it. */
export function takeInStatement(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly witness: string;
    readonly pieces: readonly StatementPiece[];
  },
): Result<readonly ConductEvent[], TakeInRefusal> {
  const { on, by, witness, pieces } = asked;
  const now = ready(state, on, ASKED_AT);
  if (!now.ok) {
    return now;
  }
  if (!statementWaits(state.witnesses.find(({ id }) => id === witness)) || pieces.length === 0) {
    return refuse('no-statement', 'no statement of this witness waits to be taken in');
  }
  if (state.seated.includes(by)) {
    return refuse('on-a-panel', 'whoever sits on a panel of this matter gathers nothing for it');
  }
  const before = state.evidence.length;
  const added = pieces.map((piece, place) => ({ ...piece, id: `e${before + place + 1}` }));
  return added.some(({ id }) => state.evidence.some((known) => known.id === id))
    ? refuse('known-already', 'there is evidence of this name already')
    : recorded(
        now.value,
        ...added.map(
          (piece): ConductEvent => ({
            ...{ type: 'evidence-added', on, by, witness },
            ...piece,
          }),
        ),
      );
}

export const statementWaits = (witness: Witness | undefined): boolean =>
  witness?.answeredOn !== undefined && !witness.declined && !witness.takenIn;

/** Whether anybody may still be heard; gathering does not end before. */
export function allHeard(
  { witnesses }: ConductMatter,
  on: CivilDate,
): Result<true, 'witness-may-answer' | 'statement-waits'> {
  const waits = witnesses.find(statementWaits);
  if (waits !== undefined) {
    return refuse(
      'statement-waits',
      `the statement of ${calledWitness(waits)} waits to be taken in`,
    );
  }
  const asked = witnesses.find(
    ({ answeredOn, answerUntil }) => answeredOn === undefined && on <= answerUntil,
  );
  return asked === undefined
    ? success(true)
    : refuse(
        'witness-may-answer',
        `${calledWitness(asked)} was told that they may answer until ${inWords(asked.answerUntil)}`,
      );
}

const calledWitness = ({ id }: Witness): string => `witness ${id.slice(1)}`;
