/**
 * Branded ids: text that cannot be mistaken for another kind of id by the compiler.
 * The only place, with the interfaces, where a cast is allowed.
 */
declare const brand: unique symbol;
type Branded<Kind extends string> = string & { readonly [brand]: Kind };

export type PersonId = Branded<'person'>;
export type MatterId = Branded<'matter'>;
export type DocumentId = Branded<'document'>;
export type SittingId = Branded<'sitting'>;
export type CredentialId = Branded<'credential'>;

export const personId = (text: string): PersonId => text as PersonId;
export const matterId = (text: string): MatterId => text as MatterId;
export const documentId = (text: string): DocumentId => text as DocumentId;
export const sittingId = (text: string): SittingId => text as SittingId;
export const credentialId = (text: string): CredentialId => text as CredentialId;
