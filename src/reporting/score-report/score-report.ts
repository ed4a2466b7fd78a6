/**
 * What one candidate is told about an exam: whether they passed, first; then how each domain went, in words that are no
 * surer than the count of questions allows; then what the result cannot say, and what can be done next.
 *
 * Whoever passed is told that and the domains, and no number: beyond the passing score a number means little, and it
 * would be read as a rank. Whoever did not is told their count, the count that passes and how far such a count can be
 * trusted. No percentages, no comparison with other people.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import type {
  Outcome,
  PartScore,
  SittingScore,
} from '../../psychometrics/scoring/score-sitting.ts';
import {
  type Band,
  type DomainBand,
  domainBands,
  rawScoreError,
} from '../../psychometrics/scoring/uncertainty.ts';

export interface ReportFacts {
  readonly score: SittingScore;
  readonly program: string;
  readonly takenOn: CivilDate;
  readonly kind: 'demonstration' | 'operational';
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    /** How the passing score was set. */
    readonly cutHow: string;
    readonly domains: readonly {
      readonly id: string;
      readonly title: string;
      readonly basis: 'published' | 'even-share';
    }[];
  }[];
  /** Whether the credential of a pass has been issued. */
  readonly issued: boolean;
  /** Undefined where this result cannot be appealed against here. */
  readonly appealUntil: CivilDate | undefined;
  /** The program's rule on taking the exam again, as a sentence; undefined where its owner has set none. */
  readonly retakeRule: string | undefined;
}

interface DomainLine {
  readonly title: string;
  readonly items: number;
  readonly band: Band;
  readonly words: string;
  /** Says so where the number of questions is an even share and not a published weight. */
  readonly remark: string | undefined;
}

interface PartLine {
  readonly title: string;
  readonly passed: boolean;
  readonly words: string;
  /** The count and how far it can be trusted; for passed parts undefined. */
  readonly count: string | undefined;
  readonly cutHow: string;
  readonly domains: readonly DomainLine[];
}

export interface ScoreReport {
  readonly outcome: Outcome;
  readonly headline: string;
  readonly summary: string;
  /** Stands above everything else where it is there. */
  readonly notice: string | undefined;
  /** Empty where nothing could be scored. */
  readonly parts: readonly PartLine[];
  readonly cannotSay: readonly string[];
  readonly next: readonly string[];
}

export function scoreReport(facts: ReportFacts): ScoreReport {
  const { score } = facts;
  const scorable = score.outcome !== 'not-scorable';
  return {
    outcome: score.outcome,
    headline: HEADLINES[score.outcome],
    summary: summaryOf(facts),
    notice: facts.kind === 'demonstration' ? DEMONSTRATION : undefined,
    parts: scorable ? partLines(facts) : [],
    cannotSay: scorable ? CANNOT_SAY : [],
    next: nextSteps(facts),
  };
}

const HEADLINES: Readonly<Record<Outcome, string>> = {
  passed: 'You passed',
  'not-passed': 'You did not pass this time',
  'not-scorable': 'We could not score this exam',
};

const DEMONSTRATION =
  'This is a demonstration. No expert has reviewed its questions, and nobody judged its passing score. The result means nothing outside it.';

const CANNOT_SAY: readonly string[] = [
  'It is about one set of questions on one day. It does not measure how well you do your work or what you bring to the people you serve.',
  'It is not a rank. How other people did played no part in it.',
  'A domain has few questions, so its line can guide your study. It cannot show small differences, and it decides nothing by itself.',
];

const BAND_WORDS: Readonly<Record<Exclude<Band, 'too-few'>, string>> = {
  above: 'Above the passing level',
  near: 'Too close to the passing level to call',
  below: 'Below the passing level',
};

function summaryOf({ score, program, takenOn }: ReportFacts): string {
  const exam = `the ${program} exam you took on ${inWords(takenOn)}`;
  switch (score.outcome) {
    case 'passed':
      return score.parts.length > 1
        ? `You passed every part of ${exam}.`
        : `You reached the passing score on ${exam}.`;
    case 'not-passed': {
      const passed = score.parts.filter((part) => part.passed).length;
      return score.parts.length > 1
        ? `You passed ${passed} of ${score.parts.length} parts of ${exam}. Every part has to be passed.`
        : `You did not reach the passing score on ${exam}.`;
    }
    default:
      return `We have no answer from you on ${exam}, so there is nothing to score. This is not a failed exam.`;
  }
}

function partLines(facts: ReportFacts): readonly PartLine[] {
  const bands = domainBands(facts.score);
  return facts.score.parts.map((score) => {
    const part = facts.parts.find(({ id }) => id === score.part);
    if (part === undefined) {
      throw new Error(`the report knows no part ${score.part}`);
    }
    return {
      title: part.title,
      passed: score.passed,
      words: score.passed ? 'Passed' : 'Not passed',
      count: score.passed ? undefined : countWords(score),
      cutHow: part.cutHow,
      domains: bands
        .filter((band) => band.part === score.part)
        .toSorted((a, b) => place(part.domains, a.domain) - place(part.domains, b.domain))
        .map((band) => domainLine(band, part.domains)),
    };
  });
}

function domainLine(
  band: DomainBand,
  domains: ReportFacts['parts'][number]['domains'],
): DomainLine {
  const domain = domains.find(({ id }) => id === band.domain);
  if (domain === undefined) {
    throw new Error(`the report knows no domain ${band.domain}`);
  }
  const count = counted(band.items, 'question');
  return {
    title: domain.title,
    items: band.items,
    band: band.band,
    words:
      band.band === 'too-few'
        ? `Too few questions to say (${count})`
        : `${BAND_WORDS[band.band]} (${count})`,
    remark:
      domain.basis === 'even-share'
        ? 'Its share of the exam is an even share; no weight is published for it.'
        : undefined,
  };
}

const place = (domains: readonly { readonly id: string }[], id: string): number =>
  domains.findIndex((domain) => domain.id === id);

/** One standard error holds about two times in three; rounded up, so that it never claims more than it can. */
function countWords(score: PartScore): string {
  const { right, of, answered, cut } = score;
  const base = `You answered ${right} of ${counted(of, 'question')} right. Passing takes ${cut}.`;
  const left = of - answered;
  const omitted =
    left > 0
      ? ` You left ${counted(left, 'question')} without an answer; that counts as not right.`
      : '';
  if (right === 0 || of < 2) {
    return `${base}${omitted}`;
  }
  const error = Math.ceil(rawScoreError(right, of));
  return `${base}${omitted} With other questions of the same kind, about two people in three would come out within ${counted(error, 'question')} of their count.`;
}

function nextSteps(facts: ReportFacts): readonly string[] {
  const { outcome } = facts.score;
  const appeal =
    facts.appealUntil === undefined
      ? []
      : [
          `If you think something went wrong, you can appeal until ${inWords(facts.appealUntil)}. People with no part in this result will decide.`,
        ];
  switch (outcome) {
    case 'passed':
      return [facts.issued ? ISSUED : NOT_ISSUED, ...appeal];
    case 'not-passed':
      return [studyAdvice(facts.score), facts.retakeRule ?? RETAKE_NOT_SET, ...appeal];
    default:
      return [
        'If you did answer questions, tell us. We keep everything your computer sent, and a person will look.',
        ...appeal,
      ];
  }
}

const ISSUED =
  'Your credential has been issued. Show its address to anybody who wants to check it.';
const NOT_ISSUED =
  'Your credential is the next step. You will find it on your page when it is ready.';
const RETAKE_NOT_SET =
  'The owner of this program has not published when the exam can be taken again. Ask us.';

const studyAdvice = (score: SittingScore): string =>
  domainBands(score).some(({ band }) => band === 'below')
    ? 'To study, start with the domains below the passing level.'
    : 'No domain is clearly below the passing level, so study all of them.';

const counted = (count: number, thing: string): string =>
  `${count} ${thing}${count === 1 ? '' : 's'}`;
