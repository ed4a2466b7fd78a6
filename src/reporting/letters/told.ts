/**
 * Facts as they are told in letters. Each type holds what may be told and nothing else, so that a letter cannot tell more:
 * a complainant has a name only where they chose to be named to all, a sanction told to a complainant is a public one.
 */
import type { Allegation } from '../../casework/conduct/conduct-event.ts';
import type { AppealGround, SanctionKind } from '../../casework/conduct/conduct-rules.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type CodeOfConduct, provisionsOf } from '../../program/definition/code-of-conduct.ts';

/** The provision that an allegation rests on, with the version of the code in force on the day of the conduct. */
export interface ProvisionTold {
  readonly code: string;
  readonly version: string;
  readonly number: string;
  /** Undefined where the body has not supplied the title. */
  readonly title: string | undefined;
  readonly conductOn: CivilDate;
}

export interface AllegationTold {
  readonly provision: ProvisionTold;
  readonly words: string;
}

/** How the complainant chose to be named. There is a name here only for those who chose "to all". */
export type ComplainantTold =
  | { readonly naming: 'to-all'; readonly name: string }
  | { readonly naming: 'to-staff' | 'anonymous' };

export interface FindingTold {
  readonly provision: ProvisionTold;
  readonly breach: boolean;
  readonly reason: string;
}

/** A sanction as the person on whom it is laid is told of it. */
export interface SanctionTold {
  readonly kind: SanctionKind;
  readonly endsOn: CivilDate;
  readonly conditions: readonly string[];
  readonly aggravating: readonly string[];
  readonly mitigating: readonly string[];
  readonly reason: string;
  /** Why it is milder or harder than like cases before it; undefined where it is not. */
  readonly departure: string | undefined;
}

/** All that others may know of a sanction, and only of one that the public is told of. */
export interface PublicSanctionTold {
  readonly kind: Exclude<SanctionKind, 'private-reprimand'>;
  readonly endsOn: CivilDate;
}

/** Until when, on which grounds, and against what there is no appeal. */
export interface AppealTold {
  readonly until: CivilDate;
  readonly grounds: readonly AppealGround[];
}

/** An allegation with the title of its provision; the evidence, and who said it, stay behind. */
export const allegationTold = (
  { provision, words }: Pick<Allegation, 'provision' | 'words'>,
  code: CodeOfConduct,
): AllegationTold => ({ provision: provisionTold(provision, code), words });

function provisionTold(
  { version, number, conductOn }: Pick<Allegation, 'provision'>['provision'],
  code: CodeOfConduct,
): ProvisionTold {
  const named = code.versions
    .filter(({ id }) => id === version)
    .flatMap(provisionsOf)
    .find(({ provision }) => provision.number === number)?.provision;
  const title = named?.titleElsewhere ?? named?.title.value ?? undefined;
  return { code: code.title.value ?? code.id, version, number, title, conductOn };
}
