/** A provision as an allegation names it: number, title, version, and its words where they are ours to show. */
import type { Allegation } from '../../../casework/conduct/conduct-event.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import { codeOf } from '../../../program/catalog/codes.ts';
import type { NamedProvision } from '../../../program/conduct/allegation.ts';
import { type Provision, provisionsOf } from '../../../program/definition/code-of-conduct.ts';
import { conductTerms as terms } from '../../words/conduct-terms.ts';

export interface ProvisionShown {
  readonly number: string;
  /** "R1 Equal service, version 2026". */
  readonly name: string;
  /** Undefined where the owner supplies the words. */
  readonly text: string | undefined;
  /** Where the code itself can be read. */
  readonly href: string;
}

export interface AllegationShown {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly conductOn: string;
  readonly provision: ProvisionShown;
  readonly cited: readonly ProvisionShown[];
}

function provisionShown(
  program: string,
  { version, number }: Pick<NamedProvision, 'version' | 'number'>,
): ProvisionShown {
  const found = provisionIn(program, version, number);
  const title = found?.titleElsewhere ?? found?.title.value ?? terms.titleSupplied;
  const year = version.split('/').at(-1) ?? version;
  return {
    number,
    name: `${number} ${title}, ${terms.version(year)}`,
    text: found?.text ?? undefined,
    href: `/programs/${program}/code?version=${year}#${number}`,
  };
}

const provisionIn = (program: string, version: string, number: string): Provision | undefined =>
  codeOf(program)
    ?.versions.filter(({ id }) => id === version)
    .flatMap(provisionsOf)
    .find(({ provision }) => provision.number === number)?.provision;

/** "a1" is "Allegation 1". */
export const allegationName = (id: string): string => terms.allegation(id.slice(1));
export const pieceName = (id: string): string => terms.piece(id.slice(1));

export const allegationShown = (
  program: string,
  { id, words, provision, cited }: Allegation,
): AllegationShown => ({
  ...{ id, words, name: allegationName(id) },
  conductOn: inWords(provision.conductOn),
  provision: provisionShown(program, provision),
  cited: cited.map((one) => provisionShown(program, one)),
});
