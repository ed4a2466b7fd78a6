/** All that is put on paper, by one typesetter. */
import type { Letters } from '../../workflow/ports/letters.ts';
import type { Papers } from '../../workflow/ports/papers.ts';
import { letterPrinter } from './letter-printer.ts';
import { paperPrinter } from './paper-printer.ts';
import { typesetter } from './typesetter.ts';

export function printers(root: string): { readonly letters: Letters; readonly papers: Papers } {
  const by = typesetter(root);
  return {
    letters: letterPrinter(root, 'us-letter', by),
    papers: paperPrinter(root, 'us-letter', by),
  };
}
