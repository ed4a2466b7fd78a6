/** Letters on paper, by the template letter.typ. */
import { parts } from '../../kernel/dates/civil-date.ts';
import { refuse } from '../../kernel/result/result.ts';
import { datedInWords, type Letter } from '../../reporting/letters/letter.ts';
import type { Letters } from '../../workflow/ports/letters.ts';
import { typesetter } from './typesetter.ts';

export type Paper = 'us-letter' | 'a4';

export function letterPrinter(
  root: string,
  paper: Paper = 'us-letter',
  by = typesetter(root),
): Letters {
  return {
    async pdf(letter) {
      const made = await by.pdf('letter.typ', { ...printable(letter), paper });
      return made.ok
        ? made
        : refuse(
            'letter-not-printed',
            `we have no font that prints ${made.refusal.because}, so this letter was not put on paper. It can be read as a page and sent as mail; ask the person how to write it on paper`,
          );
    },
  };
}

const printable = (letter: Letter) => ({
  title: letter.title,
  from: letter.from,
  to: letter.to,
  dated: parts(letter.dated),
  date: datedInWords(letter),
  label: letter.label,
  salutation: letter.salutation,
  opening: letter.opening,
  sections: letter.sections,
});
