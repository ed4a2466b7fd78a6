/**
 * What may be asked of a matter, and what is refused. Outcome and findings cannot disagree: the outcome is worked out
 * from the findings by the published expression, never typed in. A named human decides; these rules only refuse.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import { holdsName } from './holds-name.ts';
import type {
  AttestedFact,
  Finding,
  Matter,
  MatterEvent,
  OpenedMatter,
  Opening,
} from './matter.ts';

type Event<Type extends MatterEvent['type']> = Extract<MatterEvent, { type: Type }>;

export const LONGEST_REASON = 4000;

/** Opens a matter. The promised date is not in the past, and there is something to judge. */
export function open(
  state: Matter,
  asked: Opening,
): Result<Event<'opened'>, 'already-opened' | 'nothing-to-judge' | 'promise-in-the-past'> {
  if (state.status !== 'not-opened') {
    return refuse('already-opened', 'this matter is already open');
  }
  if (asked.criteria.length === 0) {
    return refuse('nothing-to-judge', 'a matter needs at least one published criterion');
  }
  if (asked.promisedBy < asked.openedOn) {
    return refuse('promise-in-the-past', 'the promised answer date is before the day of filing');
  }
  const {
    openedOn: on,
    kind,
    program,
    rules,
    criteria,
    expression,
    promisedBy,
    appealDays,
  } = asked;
  return success({
    type: 'opened',
    on,
    kind,
    program,
    rules,
    criteria,
    expression,
    promisedBy,
    appealDays,
  });
}

export type AttestRefusal = 'not-recording' | 'unknown-criterion' | 'names-somebody';

/**
 * Facts drawn from the documents by a records clerk. `names` are words that name the person concerned:
 * a statement that still holds one of them would end the blindness, so it is refused.
 */
export function attest(
  state: Matter,
  asked: {
    readonly clerk: string;
    readonly on: CivilDate;
    readonly facts: readonly AttestedFact[];
    readonly statement: string;
    readonly names: readonly string[];
  },
): Result<Event<'attested'>, AttestRefusal> {
  if (state.status !== 'recording') {
    return refuse('not-recording', 'the documents of this matter have already been recorded');
  }
  const known = new Set(state.opening.criteria.map((criterion) => criterion.id));
  const stray = asked.facts.find((fact) => !known.has(fact.criterion));
  if (stray !== undefined) {
    return refuse('unknown-criterion', `no criterion "${stray.criterion}" is judged here`);
  }
  const words = [asked.statement, ...asked.facts.map((fact) => fact.value)].join('\n');
  const named = asked.names.find((name) => holdsName(words, name));
  if (named !== undefined) {
    return refuse('names-somebody', `take out "${named}": deciders must not learn who it is`);
  }
  const { clerk, on, facts, statement } = asked;
  return success({ type: 'attested', on, clerk, facts, statement: statement.trim() });
}

export function sendToReview(
  state: Matter,
  asked: { readonly clerk: string; readonly on: CivilDate },
): Result<Event<'sent-to-review'>, 'not-recording' | 'nothing-attested'> {
  if (state.status !== 'recording') {
    return refuse('not-recording', 'this matter has already been sent to review');
  }
  if (state.recordedBy.length === 0) {
    return refuse('nothing-attested', 'record the facts first, even if there are none to record');
  }
  return success({ type: 'sent-to-review', ...asked });
}

export type TakeRefusal = 'not-waiting' | 'excluded';

/** A decider takes the matter. `excluded` is what the records say about this person and this matter. */
export function take(
  state: Matter,
  asked: { readonly decider: string; readonly on: CivilDate; readonly excluded: boolean },
): Result<Event<'taken'>, TakeRefusal> {
  if (state.status !== 'waiting') {
    return refuse('not-waiting', 'somebody else has taken this matter, or it is closed');
  }
  if (asked.excluded || mayNotDecide(state, asked.decider)) {
    return refuse('excluded', 'you had a part in this matter, so other people decide it');
  }
  return success({ type: 'taken', on: asked.on, decider: asked.decider });
}

export function stepAside(
  state: Matter,
  asked: { readonly decider: string; readonly on: CivilDate; readonly reason: string },
): Result<Event<'stepped-aside'>, 'not-your-matter' | 'reason-missing'> {
  if (state.status !== 'in-review' || state.decider !== asked.decider) {
    return refuse('not-your-matter', 'only whoever has taken a matter can step aside from it');
  }
  if (asked.reason.trim() === '') {
    return refuse('reason-missing', 'say in a few words why you step aside; nobody judges it');
  }
  return success({ type: 'stepped-aside', ...asked, reason: asked.reason.trim() });
}

export type DecideRefusal =
  | 'not-your-matter'
  | 'criterion-left-out'
  | 'criterion-answered-twice'
  | 'unknown-criterion'
  | 'reason-missing'
  | 'reason-too-long';

/**
 * The decision. Every published criterion is answered, each one not met with a reason; in an appeal each one, found or
 * not, because whoever appealed reads an answer to every ground. The outcome follows.
 */
export function decide(
  state: Matter,
  asked: {
    readonly decider: string;
    readonly on: CivilDate;
    readonly findings: readonly Finding[];
  },
): Result<Event<'decided'>, DecideRefusal> {
  if (state.status !== 'in-review' || state.decider !== asked.decider) {
    return refuse('not-your-matter', 'only whoever has taken a matter can decide it');
  }
  const findings = asked.findings.map((finding) => ({ ...finding, reason: finding.reason.trim() }));
  const refusal = refusedFindings(state.opening, findings);
  if (refusal !== undefined) {
    return refusal;
  }
  const met = outcomeFromFindings(
    state.opening.expression,
    new Map(findings.map((finding) => [finding.criterion, finding.met])),
  );
  return success({
    type: 'decided',
    on: asked.on,
    decider: asked.decider,
    outcome: met ? 'met' : 'not-met',
    findings,
    appealUntil: addDays(asked.on, state.opening.appealDays),
  });
}

function refusedFindings(
  opening: Opening,
  findings: readonly Finding[],
): Result<never, Exclude<DecideRefusal, 'not-your-matter'>> | undefined {
  const answered = new Set(findings.map((finding) => finding.criterion));
  const leftOut = opening.criteria.filter((criterion) => !answered.has(criterion.id));
  if (leftOut.length > 0) {
    const titles = leftOut.map((criterion) => criterion.title).join('; ');
    return refuse('criterion-left-out', `every published criterion needs an answer: ${titles}`);
  }
  const titleOf = new Map(opening.criteria.map((criterion) => [criterion.id, criterion.title]));
  const stray = findings.find((finding) => !titleOf.has(finding.criterion));
  if (stray !== undefined) {
    return refuse('unknown-criterion', `no criterion "${stray.criterion}" is judged here`);
  }
  if (answered.size < findings.length) {
    return refuse('criterion-answered-twice', 'each criterion is answered once');
  }
  const bare = findings.find(
    ({ met, reason }) => reason === '' && (!met || opening.kind === 'appeal'),
  );
  if (bare !== undefined) {
    const found = opening.kind === 'appeal' ? (bare.met ? 'found' : 'not found') : 'not met';
    return refuse('reason-missing', `say why "${titleOf.get(bare.criterion)}" is ${found}`);
  }
  const long = findings.find((finding) => finding.reason.length > LONGEST_REASON);
  if (long !== undefined) {
    return refuse(
      'reason-too-long',
      `the reason for "${titleOf.get(long.criterion)}" is longer than ${LONGEST_REASON} characters`,
    );
  }
  return undefined;
}

export function withdraw(
  state: Matter,
  asked: { readonly on: CivilDate },
): Result<Event<'withdrawn'>, 'already-closed'> {
  if (state.status === 'not-opened' || state.status === 'decided' || state.status === 'withdrawn') {
    return refuse('already-closed', 'this matter is closed, so it cannot be withdrawn');
  }
  return success({ type: 'withdrawn', on: asked.on });
}

/** Carries out an upheld appeal: the outcome turns in the person's favor, or other people decide again. */
export function setAside(
  state: Matter,
  asked: {
    readonly on: CivilDate;
    readonly appeal: string;
    readonly effect: 'reversed' | 'decide-again';
  },
): Result<Event<'set-aside'>, 'not-decided' | 'nothing-to-appeal'> {
  if (state.status !== 'decided') {
    return refuse('not-decided', 'there is no decision to set aside');
  }
  if (state.decision.outcome === 'met') {
    return refuse('nothing-to-appeal', 'an appeal takes nothing from whoever appealed');
  }
  return success({
    type: 'set-aside',
    on: asked.on,
    appeal: asked.appeal,
    effect: asked.effect,
    outcome: 'met',
    appealUntil: addDays(asked.on, state.opening.appealDays),
  });
}

function mayNotDecide(state: OpenedMatter, decider: string): boolean {
  return state.recordedBy.includes(decider) || state.excluded.includes(decider);
}
