/**
 * An appeal against a decision or an exam result: on stated grounds, heard by people who had no part in it, with an
 * effect that follows from which grounds were found. An upheld appeal turns a decision or has it made again; it sets an
 * exam result aside, so that the exam may be taken again. It never turns a result into a pass: only an exam does that.
 *
 * The grounds of each kind of decision are in appeal-rules.ts. An appeal carries the grounds it was lodged on, and what
 * each leads to, in its opening event: a list that is changed later changes no appeal that is under way.
 */

import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { DecisionKind } from '../../program/definition/rules.ts';
import type { PathwayExpression } from '../../program/pathway/expression.ts';
import type { AppealEffect, JudgedCriterion, OpenedMatter, Outcome } from '../matter/matter.ts';
import { APPEAL_RULES, type AppealGround } from './appeal-rules.ts';

/** What one appeal can be about: an exam can have been held wrongly, scored wrongly, or both. */
export const EXAM_KINDS: readonly DecisionKind[] = ['exam-irregularity', 'exam-result'];

/** The grounds of these kinds, each once. */
export function groundsOf(kinds: readonly DecisionKind[]): readonly AppealGround[] {
  const all = kinds.flatMap((kind) => APPEAL_RULES[kind].grounds);
  return all.filter(({ id }, place) => all.findIndex((one) => one.id === id) === place);
}

/** The criteria an appeal is judged against are the grounds it states; one found is enough. */
export function criteriaOf(
  kinds: readonly DecisionKind[],
  grounds: readonly string[],
): readonly JudgedCriterion[] {
  return groundsOf(kinds)
    .filter(({ id }) => grounds.includes(id))
    .map(({ id, title, rule, leadsTo }) => ({ id, title, rule, leadsTo }));
}

export const expressionOf = (criteria: readonly JudgedCriterion[]): PathwayExpression => ({
  kind: 'any',
  of: criteria.map(({ id }) => ({ kind: 'criterion', criterion: id })),
});

export type LodgeRefusal =
  | 'not-decided'
  | 'too-late'
  | 'nothing-to-appeal'
  | 'no-ground'
  | 'not-a-ground'
  | 'statement-missing'
  | 'already-appealed';

interface Asked {
  readonly on: string;
  readonly grounds: readonly string[];
  readonly statement: string;
  /** Another appeal against the same decision is open, or was decided and left it standing. */
  readonly appealed: boolean;
}

/** A kind of ground that is still in time, and its last day. */
export interface KindInTime {
  readonly kind: DecisionKind;
  readonly until: CivilDate;
}

/** May this result be appealed today, on these grounds? Each kind has its own last day. */
export function mayLodgeOnResult(
  asked: Asked & { readonly passed: boolean; readonly kinds: readonly KindInTime[] },
): Result<true, LodgeRefusal> {
  if (asked.passed) {
    return refuse('nothing-to-appeal', 'you passed, so there is nothing to appeal');
  }
  return mayStill(asked, asked.kinds);
}

/** May this decision be appealed today, on these grounds? */
export function mayLodge(decided: OpenedMatter, asked: Asked): Result<true, LodgeRefusal> {
  if (decided.status !== 'decided') {
    return refuse('not-decided', 'there is no decision to appeal yet');
  }
  const { kind } = decided.opening;
  if (kind === 'appeal') {
    return refuse('nothing-to-appeal', 'the decision on an appeal cannot be appealed');
  }
  if (decided.decision.outcome === 'met') {
    return refuse(
      'nothing-to-appeal',
      'this decision went your way, so there is nothing to appeal',
    );
  }
  return mayStill(asked, [{ kind, until: decided.decision.appealUntil }]);
}

function mayStill(asked: Asked, kinds: readonly KindInTime[]): Result<true, LodgeRefusal> {
  const inTime = kinds.filter(({ until }) => asked.on <= until);
  if (inTime.length === 0) {
    const [last] = kinds
      .map(({ until }) => until)
      .toSorted((a, b) => Number(a < b) - Number(a > b));
    const day = last === undefined ? 'is over' : `was ${inWords(last)}`;
    return refuse('too-late', `the last day to appeal ${day}`);
  }
  if (asked.appealed) {
    return refuse('already-appealed', 'an appeal has already been lodged');
  }
  if (asked.grounds.length === 0) {
    return refuse('no-ground', 'choose at least one ground');
  }
  const listed = groundsOf(inTime.map(({ kind }) => kind)).map(({ id }) => id);
  if (asked.grounds.some((id) => !listed.includes(id))) {
    return refuse('not-a-ground', 'this is not a ground on which this decision can be appealed');
  }
  if (asked.statement.trim().length < 20) {
    return refuse('statement-missing', 'say in a few sentences what went wrong');
  }
  return success(true);
}

/** What grounds led to before appeals carried it themselves. */
const BEFORE: ReadonlySet<string> = new Set(['evidence-misread', 'rule-misapplied']);
const leadsTo = ({ id, leadsTo: carried }: JudgedCriterion): readonly AppealEffect[] =>
  carried ?? (BEFORE.has(id) ? ['reversed'] : ['decide-again']);

/**
 * What a decided appeal does to the decision appealed against; undefined where the appeal was not upheld. Of several
 * grounds found, the strongest counts.
 */
export function effectOf(
  outcome: Outcome,
  stated: readonly JudgedCriterion[],
  found: readonly string[],
): 'reversed' | 'decide-again' | undefined {
  if (outcome !== 'met') {
    return undefined;
  }
  const effects = stated.filter(({ id }) => found.includes(id)).flatMap(leadsTo);
  return effects.includes('reversed') ? 'reversed' : 'decide-again';
}

/**
 * Whether an appeal already stands in the way of another: one that is not withdrawn and was not carried out. An appeal
 * that sent the matter back was against the decision before; what other people decided then can be appealed in its turn.
 */
export const standsInTheWay = (
  appeal: { readonly id: string; readonly status: string },
  appealed: readonly { readonly type: string; readonly appeal?: string }[],
): boolean =>
  appeal.status !== 'withdrawn' &&
  !appealed.some((event) => event.type === 'set-aside' && event.appeal === appeal.id);
