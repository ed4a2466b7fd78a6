/**
 * A program as a body offers it: a name and a designation on top of dated rules. Two bodies may offer the same rules
 * under two names. A program that carries a real mark issues nothing until the mark's owner has authorized it.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { OffsetRule, YearlyRule } from '../../kernel/dates/date-rule.ts';
import type { RulesVersion } from './rules.ts';

/** What a body sets for renewals where the owner of the rules has set nothing. */
export interface RenewalDefaults {
  readonly carryOverHours: number;
  readonly repeatedCourse: 'each-time' | 'once-a-term';
  readonly lateHoursBeforeEnd: boolean;
  /** What a person decides: a late renewal, an extension, a reinstatement. */
  readonly answerWithin: OffsetRule;
  /** From the end of the term. */
  readonly longestExtension: OffsetRule;
  /** From the day of retiring, where the rules offer retirement and do not say for how long. */
  readonly returnWithin: OffsetRule;
  readonly auditPercent: number;
  readonly answerAuditWithin: OffsetRule;
  /** How long one has to make good the hours that an audit did not accept. */
  readonly makeGoodWithin: OffsetRule;
  /** How long one has to say something before a person decides whether a term ends, where nothing was made good. */
  readonly answerEndWithin: OffsetRule;
}

/** What a body sets for itself where the owner of the rules has set nothing. Always shown as the body's own. */
export interface BodyDefaults {
  /** "the Larkspur Board", as in "set by the Larkspur Board". */
  readonly setBy: string;
  readonly zone: string;
  readonly appealDays: number;
  /** From the day of filing, where the rules give no day. */
  readonly decideWithin: OffsetRule;
  readonly decideAppealWithin: OffsetRule;
  readonly decideAccommodationWithin: OffsetRule;
  /** A change of name. */
  readonly decideNameWithin: OffsetRule;
  readonly answerConcernWithin: OffsetRule;
  /** Days of the year on which nobody works; no answer is promised for one. */
  readonly holidays: readonly YearlyRule[];
  readonly fullTimeHoursPerWeek: number;
  /** How the exam treats domains whose weight nobody published. */
  readonly unsetDomainWeights: 'even-share';
  readonly renewal: RenewalDefaults;
}

export interface OfferedProgram {
  readonly id: string;
  readonly name: string;
  readonly designation: string;
  /** Who runs it. */
  readonly body: { readonly id: string; readonly name: string };
  /** Who owns the rules, and the mark where it is real. `short` follows "not set by". */
  readonly owner: { readonly name: string; readonly short: string };
  readonly realMark: boolean;
  readonly invented: boolean;
  /** Stands on every page and export that names the program. */
  readonly notice: string;
  /** Oldest first. */
  readonly rules: readonly RulesVersion[];
  readonly defaults: BodyDefaults | null;
}

/** The version in force on a day; before the first version, the first, since nothing older was found. */
export function rulesInForce(program: OfferedProgram, on: CivilDate): RulesVersion {
  const version = program.rules.findLast((rules) => rules.from <= on) ?? program.rules[0];
  if (version === undefined) {
    throw new Error(`the program ${program.id} has no rules`);
  }
  return version;
}
