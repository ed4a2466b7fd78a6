/**
 * Who may apply, as an expression over criteria: all of these, any of these, at least n of these.
 * The same expression turns a reviewer's findings into the outcome, so that nobody types an outcome in.
 */
import { never } from '../../kernel/result/result.ts';
import type { Pathway } from '../definition/pathway.ts';
import { type EnoughHours, hoursHold } from './enough-hours.ts';

/** A pathway, or, where the criteria are activities of education, enough hours in those that are shown. */
export type PathwayExpression = Pathway | EnoughHours;

/** Whether the expression holds. A criterion nobody answered counts as not met. */
export function outcomeFromFindings(
  expression: PathwayExpression,
  met: ReadonlyMap<string, boolean>,
): boolean {
  switch (expression.kind) {
    case 'criterion':
      return met.get(expression.criterion) === true;
    case 'all':
      return expression.of.every((part) => outcomeFromFindings(part, met));
    case 'any':
      return expression.of.some((part) => outcomeFromFindings(part, met));
    case 'at-least':
      return (
        expression.of.filter((part) => outcomeFromFindings(part, met)).length >= expression.count
      );
    case 'hours':
      return hoursHold(expression, met);
    default:
      throw never(expression);
  }
}

/** The ids of all criteria an expression names, each once, in reading order. */
export function criteriaIn(expression: Pathway): readonly string[] {
  const found =
    expression.kind === 'criterion'
      ? [expression.criterion]
      : expression.of.flatMap((part) => criteriaIn(part));
  return [...new Set(found)];
}
