/**
 * Two versions of a code side by side: what was added, removed, renumbered, retitled, moved to another group, made a duty
 * or advice, or worded anew. Every provision of both versions stands in exactly one line.
 *
 * A provision is found again by what it says it was (`was`); else by the same number and title; else by its title
 * alone, where one provision on each side has it; else by its number. What is not found is added or removed.
 */
import {
  type Binding,
  type CodeVersion,
  type PlacedProvision,
  provisionsOf,
} from '../definition/code-of-conduct.ts';

export type Change = 'renumbered' | 'retitled' | 'regrouped' | 'rebound' | 'reworded';

export type ComparedProvision =
  | { readonly kind: 'added'; readonly after: PlacedProvision }
  | { readonly kind: 'removed'; readonly before: PlacedProvision }
  | {
      readonly kind: 'kept';
      readonly before: PlacedProvision;
      readonly after: PlacedProvision;
      /** Empty: unchanged. */
      readonly changes: readonly Change[];
    };

/** In the order of the later version; what it no longer has comes last, in the order of the earlier. */
export function compareVersions(
  before: CodeVersion,
  after: CodeVersion,
): readonly ComparedProvision[] {
  const earlier = provisionsOf(before);
  const later = provisionsOf(after);
  const pairs = paired(
    earlier,
    later,
    (old, one) => saysSo(before, old, one) || saysSo(after, one, old),
  );
  const found = new Set(pairs.values());
  return [
    ...later.map((one): ComparedProvision => {
      const old = pairs.get(one);
      return old === undefined
        ? { kind: 'added', after: one }
        : { kind: 'kept', before: old, after: one, changes: changesOf(old, one) };
    }),
    ...earlier
      .filter((one) => !found.has(one))
      .map((one): ComparedProvision => ({ kind: 'removed', before: one })),
  ];
}

type Match = (before: PlacedProvision, after: PlacedProvision) => boolean;

/** Later provision to earlier one, each used once; the surest rule goes first over all of them. */
function paired(
  earlier: readonly PlacedProvision[],
  later: readonly PlacedProvision[],
  linked: Match,
): ReadonlyMap<PlacedProvision, PlacedProvision> {
  const rules: readonly Match[] = [
    linked,
    (before, after) => sameNumber(before, after) && sameTitle(before, after),
    sameTitle,
    sameNumber,
  ];
  const pairs = new Map<PlacedProvision, PlacedProvision>();
  const used = new Set<PlacedProvision>();
  for (const matches of rules) {
    const openBefore = earlier.filter((one) => !used.has(one));
    const openAfter = later.filter((one) => !pairs.has(one));
    for (const after of openAfter) {
      const [before, second] = openBefore.filter((one) => matches(one, after));
      const rivals = openAfter.filter((one) => before !== undefined && matches(before, one));
      if (before !== undefined && second === undefined && rivals.length === 1) {
        pairs.set(after, before);
        used.add(before);
      }
    }
  }
  return pairs;
}

/** Does the one provision say that it was the other, in that other's version? */
const saysSo = (version: CodeVersion, there: PlacedProvision, here: PlacedProvision): boolean =>
  here.provision.was?.version === version.id &&
  here.provision.was.number === there.provision.number;

const sameNumber: Match = (before, after) => before.provision.number === after.provision.number;
/** A title nobody saw is like no other. */
const sameTitle: Match = (before, after) =>
  before.provision.title.value !== null &&
  before.provision.title.value === after.provision.title.value;

function changesOf(before: PlacedProvision, after: PlacedProvision): readonly Change[] {
  const changes: readonly (readonly [Change, boolean])[] = [
    ['renumbered', !sameNumber(before, after)],
    ['retitled', before.provision.title.value !== after.provision.title.value],
    ['regrouped', groupTitle(before) !== groupTitle(after)],
    ['rebound', bindingOf(before) !== bindingOf(after)],
    ['reworded', before.provision.text !== after.provision.text],
  ];
  return changes.flatMap(([change, happened]) => (happened ? [change] : []));
}

const bindingOf = ({ part }: PlacedProvision): Binding | null => part.binding.value;

/** The title of its group, or of its part where it is in none. */
const groupTitle = ({ part, provision }: PlacedProvision): string | null =>
  part.groups.find(({ id }) => id === provision.group)?.title.value ?? part.title.value;
