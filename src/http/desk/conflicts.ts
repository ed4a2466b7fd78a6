/** Every value of a program on which two published pages disagree, wherever it stands in the rules. */
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import type { Sourced } from '../../program/definition/sourced.ts';
import type { ConflictLine } from '../../web/pages/sources/sources.tsx';

export function conflictsOf(program: OfferedProgram): readonly ConflictLine[] {
  const newest = program.rules.at(-1);
  if (newest === undefined) {
    return [];
  }
  const found: ConflictLine[] = [];
  walk(newest, [], (value, path) => {
    for (const other of value.otherwise ?? []) {
      found.push({
        key: `${program.id} ${path.join('.')} ${JSON.stringify(other.value)}`,
        program: program.designation,
        value: path.filter((part) => !/^\d+$/.test(part)).join(', '),
        shown: inText(value.value),
        shownSources: addresses(newest, value.sources),
        other: inText(other.value),
        otherSources: addresses(newest, other.sources),
      });
    }
  });
  return found;
}

function walk(
  value: unknown,
  path: readonly string[],
  found: (value: Sourced<unknown>, path: readonly string[]) => void,
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (isSourced(value)) {
    found(value, path);
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    walk(part, [...path, titleOf(part) ?? name], found);
  }
}

/** Fees, criteria and domains stand in lists; a person knows them by their titles. */
const titleOf = (part: unknown): string | undefined =>
  typeof part === 'object' && part !== null && 'title' in part && typeof part.title === 'string'
    ? part.title
    : undefined;

const isSourced = (value: object): value is Sourced<unknown> =>
  'standing' in value && 'sources' in value && 'value' in value;

const inText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

const addresses = (rules: RulesVersion, names: readonly string[]): readonly string[] =>
  names.map((name) => rules.sources[name]?.address ?? name);
