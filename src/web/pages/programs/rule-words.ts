/** Rules about days in words: "last day of February", "first Saturday on or after March 9", "15 business days". */

import { MONTHS } from '../../../kernel/dates/civil-date.ts';
import type { OffsetRule, YearlyRule } from '../../../kernel/dates/date-rule.ts';
import { never } from '../../../kernel/result/result.ts';
import { en } from '../../words/en.ts';

const words = en.programs;

export function yearlyInWords(rule: YearlyRule): string {
  const month = MONTHS[rule.month - 1] ?? '';
  switch (rule.kind) {
    case 'last-day-of-month':
      return words.yearly.lastDay(month);
    case 'day-of-month':
      return `${month} ${rule.day}`;
    case 'weekday-on-or-after':
      return words.yearly.weekday(words.yearly.weekdays[rule.weekday] ?? '', month, rule.day);
    default:
      throw never(rule);
  }
}

export function offsetInWords(rule: OffsetRule): string {
  switch (rule.kind) {
    case 'days-after':
      return words.offsets.days(rule.days);
    case 'business-days-after':
      return words.offsets.businessDays(rule.days);
    case 'months-after':
      return words.offsets.months(rule.months);
    default:
      throw never(rule);
  }
}
