/**
 * A proposed change of a rule, and the expression it would make: a criterion that is not asked for any more, or one that
 * may stand in for another. Only what the findings on record can answer: whether each criterion was met. A threshold
 * that is moved is not here, because a finding does not say by how much somebody missed it.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Pathway } from '../definition/pathway.ts';
import { criteriaIn, outcomeFromFindings } from './expression.ts';

export type RuleChange =
  | { readonly kind: 'drop'; readonly criterion: string }
  /** Either of the two is enough wherever one of them is asked for. */
  | { readonly kind: 'either'; readonly criterion: string; readonly other: string };

export type ChangeRefusal = 'no-such-criterion' | 'nothing-left' | 'changes-nothing';

/** The expression after the change; refused where it names no criterion of the expression or leaves nothing to ask. */
export function changedExpression(
  expression: Pathway,
  change: RuleChange,
): Result<Pathway, ChangeRefusal> {
  const known = criteriaIn(expression);
  const named = change.kind === 'drop' ? [change.criterion] : [change.criterion, change.other];
  const missing = named.find((criterion) => !known.includes(criterion));
  if (missing !== undefined) {
    return refuse('no-such-criterion', `these rules have no criterion "${missing}"`);
  }
  if (change.kind === 'either' && change.criterion === change.other) {
    return refuse('changes-nothing', 'a criterion already stands in for itself');
  }
  const changed =
    change.kind === 'drop'
      ? without(expression, change.criterion)
      : withEither(expression, change.criterion, change.other);
  if (changed === undefined) {
    return refuse('nothing-left', 'without this criterion nothing would be asked for');
  }
  return allFindings(known).every(
    (met) => outcomeFromFindings(expression, met) === outcomeFromFindings(changed, met),
  )
    ? refuse('changes-nothing', 'whatever was found, the outcome would stay the same')
    : success(changed);
}

/** Undefined where nothing of it is left. Of "at least n", as many are asked for as there are left. */
function without(expression: Pathway, criterion: string): Pathway | undefined {
  if (expression.kind === 'criterion') {
    return expression.criterion === criterion ? undefined : expression;
  }
  const of = expression.of.flatMap((part) => without(part, criterion) ?? []);
  if (of.length === 0) {
    return undefined;
  }
  return expression.kind === 'at-least'
    ? { kind: 'at-least', count: Math.min(expression.count, of.length), of }
    : { kind: expression.kind, of };
}

function withEither(expression: Pathway, criterion: string, other: string): Pathway {
  if (expression.kind === 'criterion') {
    return expression.criterion === criterion || expression.criterion === other
      ? {
          kind: 'any',
          of: [
            { kind: 'criterion', criterion },
            { kind: 'criterion', criterion: other },
          ],
        }
      : expression;
  }
  return { ...expression, of: expression.of.map((part) => withEither(part, criterion, other)) };
}

/** Criteria beyond this many are taken as not met when all possible findings are tried. */
const MOST_TRIED = 14;

/** Every way in which the criteria can be found. */
export function allFindings(criteria: readonly string[]): readonly ReadonlyMap<string, boolean>[] {
  const tried = criteria.slice(0, MOST_TRIED);
  return Array.from(
    { length: 2 ** tried.length },
    (_, bits) => new Map(tried.map((id, place) => [id, ((bits >> place) & 1) === 1])),
  );
}
