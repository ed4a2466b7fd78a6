/** Two versions of a code as lines side by side: added, removed and changed first, then what stayed as it was. */
import { inWordsShort } from '../../../kernel/dates/civil-date.ts';
import {
  type ComparedProvision,
  compareVersions,
} from '../../../program/conduct/compare-versions.ts';
import type {
  CodeOfConduct,
  CodeVersion,
  PlacedProvision,
} from '../../../program/definition/code-of-conduct.ts';
import type { OfferedProgram } from '../../../program/definition/offered-program.ts';
import { en } from '../../words/en.ts';
import { type ProvisionView, provisionView, versionName } from './code-view.ts';

const words = en.codes.changes;

export interface ChangedLine {
  readonly key: string;
  readonly what: readonly string[];
  readonly before: ProvisionView | null;
  readonly after: ProvisionView | null;
  /** Where the words are the same on both sides they are left out. */
  readonly showText: boolean;
}

export interface ChangesView {
  readonly program: { readonly id: string; readonly name: string };
  readonly lead: string;
  readonly notice: string;
  readonly before: string;
  readonly after: string;
  readonly summary: string;
  readonly lines: readonly ChangedLine[];
  readonly unchanged: readonly ProvisionView[];
  readonly pairs: readonly { readonly href: string; readonly label: string }[];
}

export function changesView(
  program: OfferedProgram,
  code: CodeOfConduct,
  before: CodeVersion,
  after: CodeVersion,
): ChangesView {
  const own = program.realMark || code.texts === 'own-words';
  const view = ({ provision }: PlacedProvision) => provisionView(provision, code.owner.short, own);
  const compared = compareVersions(before, after);
  const lines = compared.flatMap((line) => lineOf(line, view));
  const unchanged = compared.flatMap((line) =>
    line.kind === 'kept' && line.changes.length === 0 ? [view(line.after)] : [],
  );
  const added = compared.filter(({ kind }) => kind === 'added').length;
  const removed = compared.filter(({ kind }) => kind === 'removed').length;
  return {
    program: { id: program.id, name: program.name },
    lead: words.lead(program.name, inWordsShort(before.from), inWordsShort(after.from)),
    notice: program.notice,
    before: words.before(versionName(before)),
    after: words.before(versionName(after)),
    summary: words.summary({
      added,
      removed,
      changed: lines.length - added - removed,
      unchanged: unchanged.length,
    }),
    lines,
    unchanged,
    pairs: otherPairs(program.id, code.versions, before, after),
  };
}

function lineOf(
  line: ComparedProvision,
  view: (placed: PlacedProvision) => ProvisionView,
): readonly ChangedLine[] {
  switch (line.kind) {
    case 'added': {
      const after = view(line.after);
      const key = `+${after.number}`;
      return [{ key, what: [words.added], before: null, after, showText: true }];
    }
    case 'removed': {
      const before = view(line.before);
      const key = `-${before.number}`;
      return [{ key, what: [words.removed], before, after: null, showText: true }];
    }
    default: {
      const [before, after] = [view(line.before), view(line.after)];
      const what = line.changes.map((change) => words.kinds[change]);
      const showText = line.changes.includes('reworded');
      return what.length === 0 ? [] : [{ key: after.number, what, before, after, showText }];
    }
  }
}

/** Neighbors in time that are not the two shown, the newest first. */
function otherPairs(
  program: string,
  versions: readonly CodeVersion[],
  before: CodeVersion,
  after: CodeVersion,
): ChangesView['pairs'] {
  return versions
    .slice(1)
    .map((later, place) => [versions[place], later] as const)
    .flatMap(([earlier, later]) => {
      if (earlier === undefined || (earlier === before && later === after)) {
        return [];
      }
      const [from, to] = [versionName(earlier), versionName(later)];
      const href = `/programs/${program}/code/changes?from=${from}&to=${to}`;
      return [{ href, label: words.pair(from, to) }];
    })
    .toReversed();
}
