/**
 * A code of conduct as data: code, version, part, group, provision with number and title, each version with its days in
 * force. Parts differ in what they bind to: advice can be cited, a duty can be breached, procedure and definitions say
 * how to read the rest.
 *
 * The text of a code belongs to its owner. What was read of its structure stands here with its source; a title that
 * nobody saw is "not set", and the body that runs the program supplies it together with the words.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Source } from './rules.ts';
import type { Sourced } from './sourced.ts';

/** What a part of a code asks of a person. */
export type Binding = 'advisory' | 'mandatory' | 'procedural' | 'definition';

export interface Provision {
  /** As the code counts it: "S3", "R1". Unique within its version. */
  readonly number: string;
  /** The group of its part; null where nobody saw to which it belongs, or the part has none. */
  readonly group: string | null;
  readonly title: Sourced<string>;
  /** The title in our own words, for a program of another name, where the owner's holds the owner's mark. */
  readonly titleElsewhere?: string;
  /** The words themselves, where they are ours to show. */
  readonly text: string | null;
  /** What it was in an earlier version, where neither number nor title tells. */
  readonly was?: { readonly version: string; readonly number: string };
}

export interface ProvisionGroup {
  readonly id: string;
  readonly title: Sourced<string>;
}

export interface CodePart {
  readonly id: string;
  readonly title: Sourced<string>;
  readonly binding: Sourced<Binding>;
  /** How many provisions it has; not set where nobody saw it. */
  readonly count: Sourced<number>;
  readonly groups: readonly ProvisionGroup[];
  /** In the order of the code. Empty where not even the numbers were seen. */
  readonly provisions: readonly Provision[];
}

export interface CodeVersion {
  /** Such as "ccm-code/2015-01". */
  readonly id: string;
  readonly from: CivilDate;
  /** Last day in force; absent while it is the newest that was seen. */
  readonly to?: CivilDate;
  /** How the first day was found. */
  readonly fromNote: string;
  readonly parts: readonly CodePart[];
}

export interface CodeOfConduct {
  readonly id: string;
  readonly title: Sourced<string>;
  readonly owner: { readonly name: string; readonly short: string };
  /** Whose words the provisions are: the owner's, and so not shown here, or written for this platform. */
  readonly texts: 'owned' | 'own-words';
  /** Oldest first. Earlier versions that are known by their date alone are named in `earlier`. */
  readonly versions: readonly CodeVersion[];
  readonly earlier: Sourced<readonly string[]>;
  readonly sources: Readonly<Record<string, Source>>;
}

export interface PlacedProvision {
  readonly provision: Provision;
  readonly part: CodePart;
}

/** Every provision of a version with its part, in the order of the code. */
export const provisionsOf = (version: CodeVersion): readonly PlacedProvision[] =>
  version.parts.flatMap((part) => part.provisions.map((provision) => ({ provision, part })));

/** The title as it can stand on a page of any program, without the owner's mark; empty where nobody saw one. */
export const provisionTitle = ({ title, titleElsewhere }: Provision): string =>
  titleElsewhere ?? title.value ?? '';
