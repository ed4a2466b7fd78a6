/**
 * Whether there is anything to analyze at all: at least two people, and at least one scored item on which they differ.
 * Anything more than that is for each method to say for itself.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { placesOf } from './matrix.ts';
import type { Responses } from './read-responses.ts';

export type Unanalyzable = 'one-person' | 'all-alike';

/** Refused with the row, the columns and the mend. */
export function enoughToAnalyze(responses: Responses): Result<void, Unanalyzable> {
  const { matrix, rowOf } = responses;
  const { codes, items, people } = matrix;
  const width = items.length;
  if (people < 2) {
    return refuse(
      'one-person',
      `Row ${rowOf(0)} is the only person of the file; nothing can be compared. Add the rows of the others, one for each person, with their answers from column "${items[0]?.name}" on.`,
    );
  }
  const scored = placesOf(matrix, false);
  const differ = scored.some((place) => {
    for (let cell = place + width; cell < codes.length; cell += width) {
      if (codes[cell] !== codes[place]) {
        return true;
      }
    }
    return false;
  });
  const [first = 0] = scored;
  return differ
    ? success(undefined)
    : refuse(
        'all-alike',
        `From row ${rowOf(0)} to row ${rowOf(people - 1)} every one of the ${scored.length} scored items, from column "${at(items, first).name}" to column "${at(items, scored.at(-1) ?? 0).name}", has the same answer from everybody, so there is nothing to analyze. Check that these columns hold answers, or name others with --items.`,
      );
}
