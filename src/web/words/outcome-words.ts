/** How the comparisons of one kind of decision read on the fairness pages. */
export const people = (count: number): string => count.toLocaleString('en-US');

export interface OutcomeWords {
  readonly title: string;
  readonly base: string;
  readonly axis: string;
  readonly lower: string;
  readonly higher: string;
  readonly gap: (groups: string, reference: string) => string;
  readonly alike: (reference: string) => string;
  readonly open: string;
  readonly none: string;
  readonly sentence: (rows: string) => string;
  readonly less: (group: string, ratio: string, reference: string) => string;
  readonly more: (group: string, ratio: string, reference: string) => string;
}

export function outcome(of: {
  /** As it stands over the section: "Found eligible". */
  readonly title: string;
  /** After "the share": "found eligible", "who passed". */
  readonly did: string;
  /** Before "less often": "found eligible", "passed". */
  readonly often: string;
  /** "is found eligible", "passes": after "a group". */
  readonly does: string;
  /** "be found eligible", "pass": after "is shown to". */
  readonly to: string;
  /** "decisions", "exams". */
  readonly cases: string;
}): OutcomeWords {
  const { title, did, does, to, cases } = of;
  const often = (how: string) => (group: string, ratio: string, reference: string) =>
    `${group}: ${of.often} ${how} often than “${reference}” (ratio ${ratio})`;
  return {
    title,
    base: title,
    axis: `Ratio of shares: ${did}`,
    lower: `fewer ${did}`,
    higher: `more ${did}`,
    gap: (groups, reference) => `The share ${did} differs from “${reference}” for: ${groups}`,
    alike: (reference) => `Every group ${does} about as often as “${reference}”`,
    open: `No group is shown to ${to} more or less often than the others`,
    none: `There are too few ${cases} to compare groups`,
    sentence: (rows) => `Shares ${did}. ${rows}`,
    less: often('less'),
    more: often('more'),
  };
}

export interface KindWords {
  /** Over its page, and on the overview. */
  readonly title: string;
  readonly intro: string;
  readonly outcome: OutcomeWords;
  /** Undefined where nobody waits for a decision. */
  readonly waiting: { readonly title: string; readonly decisions: string } | undefined;
  readonly response: (told: string, all: number, percent: string) => string;
  /** Where the groups are those of whoever complained. */
  readonly complainants?: Pick<KindWords, 'outcome' | 'response'>;
}

export const ofDecisions = (told: string, all: number, percent: string): string =>
  `${told} of ${people(all)} decisions (${percent}) are about people who told us their group. The others are counted as not stated.`;

/** The words of a way of several steps. */
export interface WayWords {
  readonly title: string;
  readonly intro: string;
  readonly steps: Readonly<Record<string, OutcomeWords>>;
  readonly short: Readonly<Record<string, string>>;
  /** Where everybody starts. */
  readonly applied: string;
  readonly wholeTitle: string;
  readonly wholeOf: (group: string, share: string, other: string, otherShare: string) => string;
  readonly wholeNone: string;
  readonly wholeSentence: (rows: string) => string;
  readonly wholeRatio: string;
  readonly wholeNote: string;
  readonly wholeCaution: string;
}
