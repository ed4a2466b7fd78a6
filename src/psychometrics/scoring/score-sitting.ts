/**
 * One sitting scored: each answer is compared, by option id, with the key of that version of the question.
 *
 * The score is a count of right answers, a whole number, so nothing is rounded before it is compared with the stored
 * passing score: a score equal to it passes. In an exam of several parts each must be passed. A question without an
 * answer counts as not right. Somebody who answered nothing at all is not scored as having failed: that happens when
 * a machine breaks, so it is called "not scorable" and a person looks at it.
 *
 * Order of options never enters: an answer names an id, not a place.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

interface ScorableItem {
  readonly item: string;
  readonly version: number;
  readonly domain: string;
}

interface ScorablePart {
  readonly id: string;
  readonly cut: { readonly raw: number };
  readonly items: readonly ScorableItem[];
}

export interface ScorableForm {
  readonly parts: readonly ScorablePart[];
}

export interface ScoringKey {
  readonly item: string;
  readonly version: number;
  readonly optionId: string;
}

/** Three answers, never a yes or no: "not scorable" must not read as either. */
export type Outcome = 'passed' | 'not-passed' | 'not-scorable';

export interface PartScore {
  readonly part: string;
  readonly right: number;
  readonly of: number;
  readonly answered: number;
  readonly cut: number;
  readonly passed: boolean;
}

export interface DomainScore {
  readonly part: string;
  readonly domain: string;
  readonly right: number;
  readonly of: number;
}

interface ScoredResponse {
  readonly item: string;
  readonly answered: boolean;
  readonly right: boolean;
}

export interface SittingScore {
  readonly outcome: Outcome;
  readonly parts: readonly PartScore[];
  /** In the order in which domains first appear in each part. */
  readonly domains: readonly DomainScore[];
  readonly responses: readonly ScoredResponse[];
}

export type ScoringRefusal = 'empty-form' | 'cut-out-of-range' | 'key-missing' | 'answer-off-form';

/** `answers`: question id to the option id that counts. A refusal holds the result back; it never guesses one. */
export function scoreSitting(
  form: ScorableForm,
  keys: readonly ScoringKey[],
  answers: ReadonlyMap<string, string>,
): Result<SittingScore, ScoringRefusal> {
  const fault = faultOf(form, keys, answers);
  if (fault !== undefined) {
    return fault;
  }
  const keyOf = new Map(keys.map((key) => [nameOf(key), key.optionId]));
  const parts = form.parts.map((part) => scoredPart(part, keyOf, answers));
  const nothing = parts.every((part) => part.score.answered === 0);
  const passed = parts.every((part) => part.score.passed);
  return success({
    outcome: nothing ? 'not-scorable' : passed ? 'passed' : 'not-passed',
    parts: parts.map((part) => part.score),
    domains: parts.flatMap((part) => part.domains),
    responses: parts.flatMap((part) => part.responses),
  });
}

function faultOf(
  { parts }: ScorableForm,
  keys: readonly ScoringKey[],
  answers: ReadonlyMap<string, string>,
): ReturnType<typeof refuse<ScoringRefusal>> | undefined {
  if (parts.length === 0 || parts.some((part) => part.items.length === 0)) {
    return refuse('empty-form', 'the form has a part without questions');
  }
  const badCut = parts.find(
    ({ cut, items }) => !Number.isInteger(cut.raw) || cut.raw < 1 || cut.raw > items.length,
  );
  if (badCut !== undefined) {
    return refuse(
      'cut-out-of-range',
      `part ${badCut.id} has ${badCut.items.length} questions and a passing score of ${badCut.cut.raw}`,
    );
  }
  const items = parts.flatMap((part) => part.items);
  const keyed = new Set(keys.map(nameOf));
  const unkeyed = items.find((item) => !keyed.has(nameOf(item)));
  if (unkeyed !== undefined) {
    return refuse('key-missing', `question ${nameOf(unkeyed)} has no key for this version`);
  }
  const onForm = new Set(items.map(({ item }) => item));
  const stray = [...answers.keys()].find((item) => !onForm.has(item));
  return stray === undefined
    ? undefined
    : refuse('answer-off-form', `an answer names question ${stray}, which is not on the form`);
}

function scoredPart(
  part: ScorablePart,
  keyOf: ReadonlyMap<string, string>,
  answers: ReadonlyMap<string, string>,
) {
  const rows = part.items.map((item) => {
    const answer = answers.get(item.item);
    return {
      domain: item.domain,
      item: item.item,
      answered: answer !== undefined,
      right: answer !== undefined && answer === keyOf.get(nameOf(item)),
    };
  });
  const right = rows.filter((row) => row.right).length;
  return {
    score: {
      part: part.id,
      right,
      of: rows.length,
      answered: rows.filter((row) => row.answered).length,
      cut: part.cut.raw,
      passed: right >= part.cut.raw,
    },
    domains: [...new Set(rows.map((row) => row.domain))].map((domain) => {
      const own = rows.filter((row) => row.domain === domain);
      return {
        part: part.id,
        domain,
        right: own.filter((row) => row.right).length,
        of: own.length,
      };
    }),
    responses: rows.map(({ item, answered, right: isRight }) => ({
      item,
      answered,
      right: isRight,
    })),
  };
}

const nameOf = ({ item, version }: { readonly item: string; readonly version: number }): string =>
  `${item}, version ${version}`;
