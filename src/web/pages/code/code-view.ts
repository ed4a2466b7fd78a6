/**
 * A version of a code of conduct turned into what its page shows. A title that nobody saw is left to the body; the owner's
 * mark stands only on pages of the owner's own program.
 */
import { type CivilDate, inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type {
  CodeOfConduct,
  CodePart,
  CodeVersion,
  Provision,
} from '../../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../../program/definition/offered-program.ts';
import type { Source } from '../../../program/definition/rules.ts';
import { en } from '../../words/en.ts';
import { type Published, published } from '../programs/published.ts';

const words = en.codes;

export interface ProvisionView {
  readonly number: string;
  readonly title: Published;
  readonly text: string | null;
}

export interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly provisions: readonly ProvisionView[];
  /** Numbers of which nothing else is known; they share one sentence. */
  readonly numbersOnly: readonly string[];
}

export interface PartView {
  readonly id: string;
  readonly title: string;
  readonly binding: { readonly name: string; readonly meaning: string };
  readonly counted: string;
  /** One group without a title where the part has no groups. */
  readonly groups: readonly GroupView[];
}

export interface VersionView {
  readonly name: string;
  readonly href: string;
  readonly from: string;
  readonly to: string;
  readonly found: string;
}

export interface CodeView {
  readonly program: { readonly id: string; readonly name: string };
  readonly title: Published | null;
  readonly lead: string;
  readonly whose: string;
  readonly notice: string;
  /** Some values carry a remark, whose meaning is then told. */
  readonly remarks: boolean;
  readonly parts: readonly PartView[];
  readonly versions: readonly VersionView[];
  readonly earlier: string | null;
  readonly compareAt: string | null;
  readonly sources: readonly (Source & { readonly name: string })[];
}

/** "2026" of "navigator-code/2026". */
export const versionName = ({ id }: CodeVersion): string => id.split('/').at(-1) ?? id;

/** The version of that name, or the one in force today; undefined where there is none of that name. */
export function versionNamed(
  code: CodeOfConduct,
  name: string,
  today: CivilDate,
): CodeVersion | undefined {
  return name === ''
    ? (code.versions.findLast(({ from }) => from <= today) ?? code.versions[0])
    : code.versions.find((version) => versionName(version) === name);
}

export function codeView(
  program: OfferedProgram,
  code: CodeOfConduct,
  version: CodeVersion,
  today: CivilDate,
): CodeView {
  const owner = code.owner.short;
  const own = program.realMark || code.texts === 'own-words';
  const at = `/programs/${program.id}/code`;
  return {
    program: { id: program.id, name: program.name },
    title: own ? published(code.title, (title) => title, owner) : null,
    lead: leadOf(program.name, version, today),
    whose: code.texts === 'owned' ? words.owned(owner) : words.ownWords,
    notice: program.notice,
    remarks: code.texts === 'owned',
    parts: version.parts.map((part) => partView(part, owner, own)),
    versions: code.versions.toReversed().map((each) => ({
      name: versionName(each),
      href: `${at}?version=${versionName(each)}`,
      from: inWordsShort(each.from),
      to: each.to === undefined ? words.versions.open : inWordsShort(each.to),
      found: each.fromNote,
    })),
    earlier:
      code.earlier.value === null ? null : words.versions.earlier(code.earlier.value.join('; ')),
    compareAt: code.versions.length > 1 ? `${at}/changes` : null,
    sources: Object.entries(code.sources).map(([name, source]) => ({ name, ...source })),
  };
}

function leadOf(program: string, { from, to }: CodeVersion, today: CivilDate): string {
  if (from > today) {
    return words.leadNext(program, inWordsShort(from));
  }
  return to !== undefined && to < today
    ? words.leadPast(program, inWordsShort(from), inWordsShort(to))
    : words.lead(program, inWordsShort(from));
}

function partView(part: CodePart, owner: string, own: boolean): PartView {
  const { binding, count, groups, provisions } = part;
  const placed = groups.map(({ id, title }) => ({
    id,
    title: title.value === null ? words.groupUntitled(id) : words.group(id, title.value),
    provisions: provisions.filter(({ group }) => group === id),
  }));
  const loose = provisions.filter(({ group }) => group === null);
  const rest = { id: 'other', title: groups.length > 0 ? words.ungrouped : '', provisions: loose };
  return {
    id: part.id,
    title: part.title.value ?? part.id,
    binding: binding.value === null ? words.bindingUnknown : words.bindings[binding.value],
    counted: countedIn(part, count.value),
    groups: [...placed, ...(loose.length > 0 ? [rest] : [])].map((group) => ({
      id: group.id,
      title: group.title,
      provisions: group.provisions
        .filter((each) => !isBare(each))
        .map((each) => provisionView(each, owner, own)),
      numbersOnly: group.provisions.filter(isBare).map(({ number }) => number),
    })),
  };
}

function countedIn({ provisions, binding }: CodePart, count: number | null): string {
  if (count !== null) {
    return words.counted(count);
  }
  if (provisions.length > 0) {
    return words.counted(provisions.length);
  }
  return binding.value === null ? words.partSupplied : words.countUnknown;
}

const isBare = ({ title, text }: Provision): boolean => title.value === null && text === null;

export function provisionView(provision: Provision, owner: string, own: boolean): ProvisionView {
  const { number, title, titleElsewhere, text } = provision;
  const shown = published(title, (value) => value, owner);
  return {
    number,
    title: own || titleElsewhere === undefined ? shown : { ...shown, text: titleElsewhere },
    text,
  };
}
