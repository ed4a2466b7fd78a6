/** Fees, exam, retakes, renewal and code of a program as lines that a page can show, each value with its standing. */
import { defaultsOf } from '../../../program/catalog/operator-defaults.ts';
import type { OfferedProgram } from '../../../program/definition/offered-program.ts';
import type { RenewalRules } from '../../../program/definition/renewal-rules.ts';
import type {
  CodeSummary,
  ExamPart,
  RetakeRules,
  RulesVersion,
} from '../../../program/definition/rules.ts';
import type { Sourced } from '../../../program/definition/sourced.ts';
import { en } from '../../words/en.ts';
import type { ExamView, FactView, FeeView } from './program-model.ts';
import { ours, type Published, published } from './published.ts';
import { yearlyInWords } from './rule-words.ts';

const words = en.programs;
const asIs = (text: string): string => text;
const yesOrNo = (yes: boolean): string => (yes ? words.yes : words.no);

const fact = (term: string, ...values: readonly Published[]): FactView => ({ term, values });

/** A list of texts that share one standing: one value each, the remark on every one. */
function listed(sourced: Sourced<readonly string[]>, owner: string): readonly Published[] {
  return sourced.value === null
    ? [published(sourced, () => '', owner)]
    : sourced.value.map((text) =>
        published({ ...sourced, value: text, otherwise: [] }, asIs, owner),
      );
}

export function feesView(rules: RulesVersion, owner: string): readonly FeeView[] {
  const { refunded, notRefunded, unknown, dollars } = words.fees;
  return rules.fees.map((fee) => ({
    title: fee.title,
    amount: published(fee.amount, dollars, owner),
    back: fee.refundable === null ? unknown : fee.refundable ? refunded : notRefunded,
  }));
}

export function examView(rules: RulesVersion, program: OfferedProgram): ExamView {
  const owner = program.owner.short;
  const { exam } = rules;
  const unset = exam.parts.some(({ domains }) =>
    domains.some(({ percent }) => percent.value === null),
  );
  return {
    facts: [
      fact(words.exam.basis, published(exam.basis, asIs, owner)),
      fact(words.exam.delivery, published(exam.delivery, asIs, owner)),
      fact(words.exam.results, published(exam.results, asIs, owner)),
      ...(exam.combination === 'conjunctive'
        ? [fact(words.exam.combination, ours(words.exam.conjunctive))]
        : []),
    ],
    parts: exam.parts.map((part) => ({
      title: part.title,
      facts: partFacts(part, owner),
      domains: part.domains.map(({ title, percent }) => ({
        title: published(title, asIs, owner),
        share: published(percent, words.exam.percent, owner),
        percent: percent.value,
      })),
    })),
    unsetShares: unset ? words.exam.unsetShare(defaultsOf(program).setBy) : null,
  };
}

const partFacts = (part: ExamPart, owner: string): readonly FactView[] => [
  fact(words.exam.questions, published(part.items.total, String, owner)),
  fact(words.exam.scored, published(part.items.scored, String, owner)),
  fact(words.exam.pretest, published(part.items.pretest, String, owner)),
  fact(words.exam.time, published(part.minutes, words.exam.minutes, owner)),
  fact(words.exam.pass, published(part.passRule, asIs, owner)),
];

export const retakeView = (retake: RetakeRules, owner: string): readonly FactView[] => [
  fact(words.retake.rule, published(retake.rule, asIs, owner)),
  fact(words.retake.afterThat, published(retake.afterThat, asIs, owner)),
  fact(words.retake.attempts, published(retake.attemptsPerApplication, words.retake.times, owner)),
  fact(words.retake.deferrals, published(retake.deferrals, words.retake.moves, owner)),
  fact(words.retake.deferralUsesRetake, published(retake.deferralUsesRetake, yesOrNo, owner)),
  fact(words.retake.lifetime, published(retake.lifetimeLimit, words.retake.times, owner)),
];

export function renewalView(renewal: RenewalRules, owner: string): readonly FactView[] {
  const { ends } = renewal;
  const term =
    ends.kind !== 'fixed-days'
      ? [fact(words.renewal.ends, ours(words.renewal[ends.kind]))]
      : [
          fact(words.renewal.ends, ...ends.days.map((day) => published(day, yearlyInWords, owner))),
          fact(words.renewal.firstTerm, published(ends.firstTerm, asIs, owner)),
        ];
  const yearly = renewal.windows.kind === 'yearly' ? renewal.windows.windows : [];
  const windows = yearly.map((window) =>
    published(
      window.closes,
      (closes) =>
        window.opens.value === null
          ? yearlyInWords(closes)
          : words.dates.span(yearlyInWords(window.opens.value), yearlyInWords(closes)),
      owner,
    ),
  );
  return [
    fact(words.renewal.lasts, published(renewal.everyYears, words.renewal.years, owner)),
    ...term,
    ...(windows.length === 0 ? [] : [fact(words.renewal.windows, ...windows)]),
    fact(words.renewal.hours, published(renewal.hours, words.renewal.hoursText, owner)),
    ...renewal.minimums.map(({ title, hours }) =>
      fact(words.renewal.ofThese(title), published(hours, words.renewal.hoursText, owner)),
    ),
    fact(words.renewal.byExam, published(renewal.byExam, yesOrNo, owner)),
    fact(words.renewal.late, published(renewal.late.acceptedDays, words.renewal.lateText, owner)),
    fact(words.renewal.lateNeeds, ...listed(renewal.late.needs, owner)),
  ];
}

/** The owner's title of the code stands only on pages of the owner's own program. */
export const codeView = (
  code: CodeSummary,
  owner: string,
  realMark: boolean,
): readonly FactView[] => [
  ...(realMark ? [fact(words.code.owners, published(code.ownersTitle, asIs, owner))] : []),
  fact(words.code.revision, published(code.lastRevisionSeen, asIs, owner)),
  fact(words.code.committee, published(code.committee, asIs, owner)),
  fact(words.code.binding, ...listed(code.binding, owner)),
];
