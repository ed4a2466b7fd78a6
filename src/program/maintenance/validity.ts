/**
 * How long a credential lasts, from the renewal rule: so many years, to the anniversary of the award or to the first
 * fixed day of the year that leaves all of those years. And what renewal asks, in short.
 */
import { addYears, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { onOrAfter } from '../../kernel/dates/date-rule.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { RulesVersion } from '../definition/rules.ts';

/** The last day on which a credential awarded on that day is valid. */
export function validUntil(
  rules: Pick<RulesVersion, 'renewal'>,
  awardedOn: CivilDate,
): Result<CivilDate, 'term-not-set'> {
  const { everyYears, ends } = rules.renewal;
  if (everyYears.value === null) {
    return refuse('term-not-set', 'The rules do not say how long this credential lasts.');
  }
  const full = addYears(awardedOn, everyYears.value);
  if (ends.kind === 'anniversary') {
    return success(full);
  }
  const days = ends.days
    .flatMap(({ value }) => (value === null ? [] : [onOrAfter(value, full)]))
    .toSorted();
  const [first] = days;
  return first === undefined
    ? refuse('term-not-set', 'The rules do not say on which day this credential ends.')
    : success(first);
}
