/**
 * A last look before a letter goes out. Types keep fields out of it; words that somebody typed, a reason or a question, can
 * still name a person. Whoever sends the letter hands in the names that its reader may not know.
 */
import { holdsName } from '../../casework/matter/holds-name.ts';
import type { Letter, LetterBlock } from './letter.ts';

/** Those of the names that stand in the letter. Its address and salutation are the reader's own and are not looked at. */
export function namedInLetter(
  { label, title, opening, sections }: Letter,
  names: readonly string[],
): readonly string[] {
  const said = [
    label,
    title,
    ...opening.flatMap(wordsOf),
    ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(wordsOf)]),
  ].join('\n');
  return names.filter((name) => holdsName(said, name));
}

function wordsOf(block: LetterBlock): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return [block.text];
    case 'list':
      return block.items;
    case 'facts':
      return block.facts.flat();
    default:
      return [block.table.caption, ...block.table.rows.flat()];
  }
}
