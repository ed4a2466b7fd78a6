/**
 * What is signed of a public report: its number, its release, its two dates and the digest of its body, as a note that can
 * be read by eye. The key is the one that signs the decision log, under the name of the log.
 *
 *   evenhand report 1
 *   release 1
 *   counted until 2025-12-31
 *   published on 2026-02-28
 *   sha256 (64 hexadecimal digits)
 *
 * Its first line is the name of no log, so that it can never be taken for a signed head.
 */
export interface SignedFacts {
  readonly number: number;
  readonly release: number;
  readonly countedUntil: string;
  readonly publishedOn: string;
  /** SHA-256 of the report as canonical JSON, in hexadecimal digits. */
  readonly digest: string;
}

export const reportNoteText = (facts: SignedFacts): string =>
  `evenhand report ${facts.number}\n` +
  `release ${facts.release}\n` +
  `counted until ${facts.countedUntil}\n` +
  `published on ${facts.publishedOn}\n` +
  `sha256 ${facts.digest}\n`;

/** The line of the decision log about a report: what its envelope around the matter holds. */
export const reportLabel = (number: number): string => `report ${number}`;
