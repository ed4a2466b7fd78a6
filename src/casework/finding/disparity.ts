/**
 * A comparison as the gate has let it through: whom it is about, what was measured, and what can be said about it.
 * Nothing here measures; a finding only keeps what was shown, release by release.
 */
export interface ShownDisparity {
  readonly about: 'outcome' | 'waiting' | 'question' | 'decider' | 'sanction' | 'draw';
  /** The kind of decision: "eligibility", "accommodation", "pass", "appeal", or a step of complaints about conduct. */
  readonly kind: string;
  /** The question about people that the groups come from; empty for a decider. */
  readonly dimension: string;
  /** Undefined: all programs together. */
  readonly program: string | undefined;
  /** The group looked at; for a decider, the id of the person. */
  readonly group: string;
  /** The question of the exam, where the finding is about one. */
  readonly item: string | undefined;
  readonly reference: string;
  readonly figure: {
    /**
     * "times-expected": how many were drawn for each that a blind draw gives on average.
     * "superiority": the chance that among like cases the group's outcome is the harder one; one half is alike.
     */
    readonly measure: 'success-ratio' | 'days' | 'delta' | 'superiority' | 'times-expected';
    readonly value: number;
    readonly low: number | undefined;
    readonly high: number | undefined;
  };
  readonly state: 'disparity-shown' | 'parity-shown' | 'cannot-tell-yet';
  /** The number of the release that shows it. */
  readonly release: number;
}

/** The same comparison in another release has the same key: everything but the reference, the figure and the release. */
export function keyOf(shown: ShownDisparity): string {
  const { about, kind, dimension, program, group, item } = shown;
  return JSON.stringify([about, kind, dimension, program ?? null, group, item ?? null]);
}

/** Whom a finding names: the decider it is about; undefined where it names nobody. */
export const raterIn = ({ about, group }: ShownDisparity): string | undefined =>
  about === 'decider' ? group : undefined;
