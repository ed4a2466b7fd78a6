/** Short ways of writing the facts and days of a program file, so that the file reads as data. */
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import type { FactDefinition, FactKind, FactOption } from '../definition/criterion.ts';

export const fact = (
  id: string,
  kind: Exclude<FactKind, 'choice'>,
  label: string,
  hint?: string,
): FactDefinition => ({ id, kind, label, ...(hint === undefined ? {} : { hint }) });

export const choice = (
  id: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  hint?: string,
): FactDefinition => ({
  id,
  kind: 'choice',
  label,
  options: options.map(([value, words]): FactOption => ({ value, label: words })),
  ...(hint === undefined ? {} : { hint }),
});

export const dayOf = (month: number, day: number): YearlyRule => ({
  kind: 'day-of-month',
  month,
  day,
});

export const lastDayOf = (month: number): YearlyRule => ({ kind: 'last-day-of-month', month });

/** Where a license or a certification stands today. */
export const standingFact = choice('status', 'Standing', [
  ['active', 'Active, with no restriction'],
  ['restricted', 'Active, with a restriction'],
  ['inactive', 'Inactive'],
  ['ended', 'Expired, surrendered, or revoked'],
]);

export const degreeLevels = [
  ['associate', "Associate's degree"],
  ['bachelor', "Bachelor's degree"],
  ['master', "Master's degree"],
  ['doctorate', 'Doctorate'],
] as const;
