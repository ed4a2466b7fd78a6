/**
 * A version of a code of conduct turned into what its page shows. A title that nobody saw is left to the body; the owner's
 * mark stands only on pages of the owner's own program.
 */
import type { PublishedOpinion } from '../../../casework/opinion/opinion.ts';
import { type CivilDate, inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { Dilemma } from '../../../program/conduct/dilemma.ts';
import type {
  CodeOfConduct,
  CodePart,
  CodeVersion,
  Provision,
} from '../../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../../program/definition/offered-program.ts';
import type { Source } from '../../../program/definition/rules.ts';
import { dilemmas as dilemmaWords } from '../../words/dilemmas.ts';
import { en } from '../../words/en.ts';
import { opinions as opinionWords } from '../../words/opinions.ts';
import { type Published, published } from '../programs/published.ts';

const words = en.codes;

export interface ProvisionView {
  readonly number: string;
  readonly title: Published;
  readonly text: string | null;
}

/** What stands beside a provision: who supplied its words and when, what was asked about it, cases to think about. */
export interface Beside {
  readonly supplied: string | null;
  readonly links: readonly Link[];
}

interface Link {
  readonly href: string;
  readonly label: string;
}

export interface PlacedView extends ProvisionView, Beside {}

export interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly provisions: readonly PlacedView[];
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
  /** Ask, read opinions, work through cases. */
  readonly unsure: readonly Link[];
  /** The days on which texts of this version were supplied, the latest first. */
  readonly days: readonly Link[];
  /** The page shows the version as it read on an earlier day. */
  readonly asOf: { readonly title: string; readonly now: string } | null;
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

/** What is known beside the code itself; nothing of it where a code is looked at alone. */
export interface AroundCode {
  /** When the words in force of each provision were supplied, by its number. */
  readonly suppliedOn: ReadonlyMap<string, CivilDate>;
  /** Every day on which texts of this version were supplied, from the first. */
  readonly days: readonly CivilDate[];
  /** Set where the page shows an earlier day. */
  readonly on: CivilDate | undefined;
  readonly opinions: readonly PublishedOpinion[];
  readonly dilemmas: readonly Dilemma[];
}

const ALONE: AroundCode = {
  suppliedOn: new Map(),
  days: [],
  on: undefined,
  opinions: [],
  dilemmas: [],
};

export function codeView(
  program: OfferedProgram,
  code: CodeOfConduct,
  version: CodeVersion,
  today: CivilDate,
  around: AroundCode = ALONE,
): CodeView {
  const owner = code.owner.short;
  const own = program.realMark || code.texts === 'own-words';
  const at = `/programs/${program.id}/code`;
  const here = `${at}?version=${versionName(version)}`;
  const beside = besideIn(program.id, version, around);
  return {
    program: { id: program.id, name: program.name },
    title: own ? published(code.title, (title) => title, owner) : null,
    lead: leadOf(program.name, version, today),
    whose: code.texts === 'owned' ? words.owned(owner) : words.ownWords,
    notice: program.notice,
    remarks: code.texts === 'owned',
    parts: version.parts.map((part) => partView(part, owner, own, beside)),
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
    unsure: unsureLinks(program.id, around),
    days: around.days.toReversed().map((day) => ({
      href: `${here}&on=${day}`,
      label: inWordsShort(day),
    })),
    asOf:
      around.on === undefined
        ? null
        : { title: words.asOf.title(inWordsShort(around.on)), now: here },
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

function besideIn(
  program: string,
  version: CodeVersion,
  { suppliedOn, opinions, dilemmas }: AroundCode,
): (number: string) => Beside {
  return (number) => {
    const day = suppliedOn.get(number);
    const citing = opinions.filter(
      (one) => one.version === version.id && one.cites.includes(number),
    ).length;
    const cases = dilemmas.filter(
      (one) => one.version === version.id && one.provisions.includes(number),
    );
    return {
      supplied: day === undefined ? null : words.suppliedOn(inWordsShort(day)),
      links: [
        ...(citing === 0
          ? []
          : [
              {
                href: `/programs/${program}/opinions?provision=${encodeURIComponent(number)}`,
                label: opinionWords.counted(citing),
              },
            ]),
        ...cases.map(({ slug, title }) => ({
          href: `/programs/${program}/dilemmas/${slug}`,
          label: dilemmaWords.caseAbout(title),
        })),
      ],
    };
  };
}

const unsureLinks = (program: string, { dilemmas }: AroundCode): readonly Link[] => [
  { href: `/my/opinions/ask?program=${program}`, label: words.unsure.ask },
  { href: `/programs/${program}/opinions`, label: words.unsure.opinions },
  ...(dilemmas.length === 0
    ? []
    : [{ href: `/programs/${program}/dilemmas`, label: words.unsure.dilemmas }]),
];

function partView(
  part: CodePart,
  owner: string,
  own: boolean,
  beside: (number: string) => Beside,
): PartView {
  const { binding, count, groups, provisions } = part;
  const placed = groups.map(({ id, title }) => ({
    id,
    title: title.value === null ? words.groupUntitled(id) : words.group(id, title.value),
    provisions: provisions.filter(({ group }) => group === id),
  }));
  const loose = provisions.filter(({ group }) => group === null);
  const isAlone = (each: Provision): boolean =>
    isBare(each) && beside(each.number).links.length === 0;
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
        .filter((each) => !isAlone(each))
        .map((each) => ({ ...provisionView(each, owner, own), ...beside(each.number) })),
      numbersOnly: group.provisions.filter(isAlone).map(({ number }) => number),
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
