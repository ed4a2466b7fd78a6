/**
 * What whoever handles a complaint can do with it on a day: every act is tried on the rules themselves, with the least that
 * it needs, so that nothing is offered which they would refuse, and nothing hidden which they would let through.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { running } from './clocks.ts';
import { PANELS } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { type Acting, byHandler, type HandlerAct } from './handler-acts.ts';
import { inTime, withinReach } from './intake.ts';
import { LEAST_RECORDS_DAYS } from './records-requests.ts';
import { LEAST_WITNESS_DAYS } from './witnesses.ts';

/** The acts that are possible now, each as the least of its kind that is let through. */
export const openActs = (state: ConductMatter, acting: Acting): readonly HandlerAct[] =>
  tried(state, acting.on).filter((act) => {
    const answer = byHandler(state, acting, act);
    // The seed of a draw is kept where nobody reads it, so another one is tried: all else was in order.
    return answer.ok || (act.act === 'draw' && answer.refusal.kind === 'another-seed');
  });

export interface WaitingAct {
  readonly act: HandlerAct['act'];
  readonly because: string;
}

/** The next steps that only time or another step stands before, each with what. */
export const waitingActs = (state: ConductMatter, acting: Acting): readonly WaitingAct[] =>
  tried(state, acting.on).flatMap((act) => {
    const answer = byHandler(state, acting, act);
    return !answer.ok && WAITS.has(answer.refusal.kind)
      ? [{ act: act.act, because: answer.refusal.because }]
      : [];
  });
const WAITS: ReadonlySet<string> = new Set([
  'may-still-answer',
  'not-disclosed',
  'witness-may-answer',
  'statement-waits',
  'records-may-come',
]);

const WORDS = 'words';
const SHA256 = 'f'.repeat(64);

/** One of every act, for everything in the matter that it can be about. */
const tried = (state: ConductMatter, on: CivilDate): readonly HandlerAct[] => [
  ...onward(state, on),
  ...withEvidence(state),
  ...withWitnesses(state, on),
  ...withRecords(state, on),
  ...withPanels(state),
  ...aside(state, on),
];

function onward(state: ConductMatter, on: CivilDate): readonly HandlerAct[] {
  const { complaints, rules } = state;
  const answer = (met: boolean) => ({ met, reason: WORDS });
  return [
    {
      act: 'screen',
      answers: {
        standing: answer(true),
        jurisdiction: answer(withinReach(state)),
        provision: answer(true),
        'in-time': answer(inTime(state)),
      },
    },
    { act: 'give-notice', evidence: [], keptBack: [] },
    { act: 'enter-response', words: WORDS },
    { act: 'close-response' },
    { act: 'close-investigation', summary: WORDS },
    {
      act: 'call-hearing',
      day: addDays(on, rules.hearingNoticeDays),
      whereAndWhen: WORDS,
      mayBring: WORDS,
      accommodations: [],
    },
    { act: 'take-effect' },
    { act: 'publish' },
    { act: 'correct', words: WORDS },
    { act: 'check-condition', kept: true, words: WORDS },
    ...complaints.map(
      ({ id }) => ({ act: 'tell-closing', complaint: id, achieved: 'no', reason: WORDS }) as const,
    ),
  ];
}

function withEvidence({ evidence, disclosed }: ConductMatter): readonly HandlerAct[] {
  const unseen = evidence.map(({ id }) => id).filter((id) => !disclosed.includes(id));
  return [
    { act: 'add-evidence', kind: 'document', sha256: SHA256, source: WORDS },
    ...evidence.map(({ id }) => ({ act: 'add-copy', id, sha256: SHA256 }) as const),
    ...evidence.map(({ id, sha256 }) => ({ act: 'hand-on', id, to: WORDS, sha256 }) as const),
    // What was shown before is shown already.
    ...(unseen.length === 0 ? [] : [{ act: 'disclose', evidence: unseen } as const]),
  ];
}

const withWitnesses = ({ witnesses }: ConductMatter, on: CivilDate): readonly HandlerAct[] => [
  {
    ...{ act: 'invite-witness', asked: [WORDS], tied: [] },
    answerUntil: addDays(on, LEAST_WITNESS_DAYS),
  },
  ...witnesses.map(({ id }): HandlerAct => {
    const piece = { kind: 'named-testimony', sha256: SHA256, source: WORDS } as const;
    return { act: 'take-in', witness: id, pieces: [piece] };
  }),
];

const withRecords = ({ holders }: ConductMatter, on: CivilDate): readonly HandlerAct[] => [
  {
    ...{ act: 'ask-for-records', kind: 'other', what: WORDS, reason: WORDS, answerTo: WORDS },
    ...{ subject: undefined, basis: undefined },
    answerUntil: addDays(on, LEAST_RECORDS_DAYS),
  },
  ...holders.flatMap(({ id: holder }): readonly HandlerAct[] => [
    { act: 'note-records', holder, how: 'not-held', reason: WORDS, sha256: undefined },
    { act: 'close-request', holder, reason: WORDS },
  ]),
];

/** A draw that was announced is made before another is announced. */
const withPanels = ({ committed, sitting }: ConductMatter): readonly HandlerAct[] =>
  PANELS.flatMap((panel): readonly HandlerAct[] => [
    committed[panel] === undefined
      ? { act: 'announce-draw', panel, commitment: SHA256 }
      : { act: 'draw', panel, pool: [], seed: '' },
    ...(sitting[panel] ?? []).map(
      ({ person }) => ({ act: 'excuse-member', panel, person, reason: WORDS }) as const,
    ),
  ]);

function aside({ clocks }: ConductMatter, on: CivilDate): readonly HandlerAct[] {
  return [
    ...clocks.filter(running).map(({ step, to, by }) => {
      const until = addDays(by > on ? by : on, 1);
      return { act: 'extend', step, to, until, reason: WORDS } as const;
    }),
    { act: 'redeliver', what: 'notice', reason: WORDS },
    { act: 'redeliver', what: 'decision', reason: WORDS },
    { act: 'answer-withdrawal', goesOn: true, reason: WORDS },
    { act: 'suspend-meanwhile', until: addDays(on, 1), reason: WORDS },
    { act: 'stay', reason: WORDS },
    { act: 'lift-stay' },
    { act: 'reopen', sha256: SHA256, reason: WORDS },
    { act: 'end', how: 'surrender', reason: WORDS },
  ];
}

/** Why an act cannot be done now, in the words of the rule that stands before it. */
export function whyNot(state: ConductMatter, acting: Acting, act: HandlerAct['act']): string {
  for (const one of tried(state, acting.on)) {
    const answer = one.act === act ? byHandler(state, acting, one) : undefined;
    if (answer !== undefined && !answer.ok) {
      return answer.refusal.because;
    }
  }
  return 'there is nothing in this matter that it could be done with';
}
