/**
 * Who may apply, as an expression over criteria: all of these, any of these, at least n of these.
 * The shape only. Not here: what it comes to (program/pathway).
 */
export type Pathway =
  | { readonly kind: 'criterion'; readonly criterion: string }
  | { readonly kind: 'all'; readonly of: readonly Pathway[] }
  | { readonly kind: 'any'; readonly of: readonly Pathway[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Pathway[] };
