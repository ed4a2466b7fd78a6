/** Who and what a report rests on: the people and items read, and the rule for each kind of missing answer. */
export interface MissingRuleUsed {
  readonly kind: string;
  readonly meaning: string;
  readonly rule: string;
  readonly inShort: string;
  readonly cells: number;
}

export interface PilotBlockUsed {
  readonly items: readonly string[];
  readonly people: number;
}

export interface Sample {
  readonly peopleRead: number;
  /** The people every number rests on. */
  readonly people: number;
  /** Scored items. */
  readonly items: number;
  readonly pilotItems: number;
  /** Row numbers of people without a single scored answer. */
  readonly withoutAnswers: readonly number[];
  /** People who were not given every scored item, so that their totals cannot be compared. */
  readonly incomplete: number;
  readonly pilotBlocks: readonly PilotBlockUsed[];
}
