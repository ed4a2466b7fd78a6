/**
 * An appeal against a decision or an exam result: on stated grounds, heard by people who had no part in it, with an
 * effect that follows from which grounds were found. An upheld appeal turns a decision or has it made again; it sets an
 * exam result aside, so that the exam may be taken again. It never turns a result into a pass: only an exam does that.
 */

import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { PathwayExpression } from '../../program/pathway/expression.ts';
import type { JudgedCriterion, OpenedMatter, Outcome } from '../matter/matter.ts';

export type GroundId =
  | 'evidence-misread'
  | 'rule-misapplied'
  | 'process-not-followed'
  | 'conflict-of-interest'
  | 'exam-disrupted'
  | 'accommodation-not-given'
  | 'question-at-fault';

export type Appealed = 'decision' | 'result';

/** The closed list of grounds, each with what it can be stated against and what it does when it is found. */
export const GROUNDS: readonly {
  readonly id: GroundId;
  readonly title: string;
  readonly rule: string;
  readonly against: readonly Appealed[];
  readonly effect: 'reversed' | 'decide-again' | 'set-aside';
}[] = [
  {
    id: 'evidence-misread',
    title: 'The evidence was misread',
    rule: 'The record, read rightly, shows that the criteria are met.',
    against: ['decision'],
    effect: 'reversed',
  },
  {
    id: 'rule-misapplied',
    title: 'The rule was misapplied',
    rule: 'The published criterion was read to ask for more, or for something else, than it says.',
    against: ['decision'],
    effect: 'reversed',
  },
  {
    id: 'process-not-followed',
    title: 'The process was not followed',
    rule: 'A published step was left out, and it could have changed the outcome.',
    against: ['decision', 'result'],
    effect: 'decide-again',
  },
  {
    id: 'conflict-of-interest',
    title: 'A decider had a conflict of interest',
    rule: 'Somebody who recorded or decided the matter had a personal stake in it.',
    against: ['decision'],
    effect: 'decide-again',
  },
  {
    id: 'exam-disrupted',
    title: 'The exam was disrupted',
    rule: 'A fault or a disturbance that the candidate did not cause took time or attention that was not given back.',
    against: ['result'],
    effect: 'set-aside',
  },
  {
    id: 'accommodation-not-given',
    title: 'An accommodation was not given',
    rule: 'What had been granted was not there when the exam was taken.',
    against: ['result'],
    effect: 'set-aside',
  },
  {
    id: 'question-at-fault',
    title: 'A question was at fault',
    rule: 'A question had no right answer, had more than one, or misled by a mistake in it.',
    against: ['result'],
    effect: 'set-aside',
  },
];

export const groundsAgainst = (what: Appealed) =>
  GROUNDS.filter(({ against }) => against.includes(what));

export const isGround = (text: string): text is GroundId =>
  GROUNDS.some((ground) => ground.id === text);

/** The criteria an appeal is judged against are the grounds it states; one found is enough. */
export function criteriaOf(grounds: readonly GroundId[]): readonly JudgedCriterion[] {
  return GROUNDS.filter((ground) => grounds.includes(ground.id)).map(({ id, title, rule }) => ({
    id,
    title,
    rule,
  }));
}

export const expressionOf = (grounds: readonly GroundId[]): PathwayExpression => ({
  kind: 'any',
  of: criteriaOf(grounds).map(({ id }) => ({ kind: 'criterion', criterion: id })),
});

export type LodgeRefusal =
  | 'not-decided'
  | 'too-late'
  | 'nothing-to-appeal'
  | 'no-ground'
  | 'statement-missing'
  | 'already-appealed';

/** May this result be appealed today, on these grounds? */
export function mayLodgeOnResult(asked: {
  readonly passed: boolean;
  readonly on: string;
  readonly until: CivilDate;
  readonly grounds: readonly GroundId[];
  readonly statement: string;
  readonly openAppeal: boolean;
}): Result<true, LodgeRefusal> {
  if (asked.passed) {
    return refuse('nothing-to-appeal', 'you passed, so there is nothing to appeal');
  }
  return mayStill(asked);
}

/** May this decision be appealed today, on these grounds? */
export function mayLodge(
  decided: OpenedMatter,
  asked: {
    readonly on: string;
    readonly grounds: readonly GroundId[];
    readonly statement: string;
    readonly openAppeal: boolean;
  },
): Result<true, LodgeRefusal> {
  if (decided.status !== 'decided') {
    return refuse('not-decided', 'there is no decision to appeal yet');
  }
  if (decided.decision.outcome === 'met') {
    return refuse(
      'nothing-to-appeal',
      'this decision went your way, so there is nothing to appeal',
    );
  }
  return mayStill({ ...asked, until: decided.decision.appealUntil });
}

function mayStill(asked: {
  readonly on: string;
  readonly until: CivilDate;
  readonly grounds: readonly GroundId[];
  readonly statement: string;
  readonly openAppeal: boolean;
}): Result<true, LodgeRefusal> {
  if (asked.on > asked.until) {
    return refuse('too-late', `the last day to appeal was ${inWords(asked.until)}`);
  }
  if (asked.openAppeal) {
    return refuse('already-appealed', 'an appeal has already been lodged');
  }
  if (asked.grounds.length === 0) {
    return refuse('no-ground', 'choose at least one ground');
  }
  if (asked.statement.trim().length < 20) {
    return refuse('statement-missing', 'say in a few sentences what went wrong');
  }
  return success(true);
}

/** What a decided appeal does to the decision appealed against; undefined where the appeal was not upheld. */
export function effectOf(
  outcome: Outcome,
  found: readonly string[],
): 'reversed' | 'decide-again' | undefined {
  if (outcome !== 'met') {
    return undefined;
  }
  const turns = GROUNDS.some((ground) => ground.effect === 'reversed' && found.includes(ground.id));
  return turns ? 'reversed' : 'decide-again';
}
