/**
 * A published value together with where it was read and how far it can be trusted.
 *
 * "Seen" was read on a page of the owner. "Derived" was worked out from what was read. "Third-party" was read on
 * somebody else's page. "Not set" means nobody was found to say it; it is shown as such and never filled with a guess.
 * Where two pages disagree, the other reading stands in `otherwise`, so that staff see both.
 */
export type Standing = 'seen' | 'derived' | 'third-party' | 'not-set';

export interface Sourced<Value> {
  readonly value: Value | null;
  /** Names of pages; RulesVersion.sources says where each of them is. */
  readonly sources: readonly string[];
  readonly standing: Standing;
  readonly note?: string;
  readonly otherwise?: readonly Sourced<Value>[];
}

/** What may stand beside a value: a remark, and the readings that contradict this one. */
export interface Beside<Value> {
  readonly note?: string;
  readonly otherwise?: readonly Sourced<Value>[];
}

export const seen = <Value>(
  value: Value,
  sources: readonly string[],
  beside: Beside<Value> = {},
): Sourced<Value> => ({ value, sources, standing: 'seen', ...beside });

export const derived = <Value>(
  value: Value,
  sources: readonly string[],
  beside: Beside<Value> = {},
): Sourced<Value> => ({ value, sources, standing: 'derived', ...beside });

export const fromThirdParty = <Value>(
  value: Value,
  sources: readonly string[],
  beside: Beside<Value> = {},
): Sourced<Value> => ({ value, sources, standing: 'third-party', ...beside });

export const notSet = <Value>(note?: string): Sourced<Value> => ({
  value: null,
  sources: [],
  standing: 'not-set',
  ...(note === undefined ? {} : { note }),
});

export interface Shown {
  readonly text: string;
  readonly remark?: 'inferred' | 'from a third party';
}

/** A value in words, or "not set by the Commission". `owner` is the short name of who could set it. */
export function shown<Value>(
  sourced: Sourced<Value>,
  write: (value: Value) => string,
  owner: string,
): Shown {
  if (sourced.value === null || sourced.standing === 'not-set') {
    return { text: `not set by ${owner}` };
  }
  const text = write(sourced.value);
  switch (sourced.standing) {
    case 'derived':
      return { text, remark: 'inferred' };
    case 'third-party':
      return { text, remark: 'from a third party' };
    default:
      return { text };
  }
}
