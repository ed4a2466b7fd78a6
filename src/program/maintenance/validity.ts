/**
 * How long a credential lasts when it is awarded, from the renewal rule: so many years, to the anniversary of the award
 * or to the first fixed day of the year that leaves all of those years.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { RulesVersion } from '../definition/rules.ts';
import { freshTerm } from './term.ts';
import { endsOf } from './working-rules.ts';

/** The last day on which a credential awarded on that day is valid. */
export function validUntil(
  { renewal }: Pick<RulesVersion, 'renewal'>,
  awardedOn: CivilDate,
): Result<CivilDate, 'term-not-set'> {
  const everyYears = renewal.everyYears.value;
  if (everyYears === null) {
    return refuse('term-not-set', 'The rules do not say how long this credential lasts.');
  }
  const ends = endsOf(renewal);
  return ends === null
    ? refuse('term-not-set', 'The rules do not say on which day this credential ends.')
    : success(freshTerm({ everyYears, ends }, awardedOn).to);
}
