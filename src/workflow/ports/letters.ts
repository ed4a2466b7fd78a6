/** What use cases need to put a letter on paper, as types only. */
import type { Result } from '../../kernel/result/result.ts';
import type { Letter } from '../../reporting/letters/letter.ts';

export interface Letters {
  /**
   * The letter as a tagged PDF (PDF/UA-1). The same letter gives the same bytes, so that their hash can be kept. Refused where
   * a character of it stands in no font we have: nobody gets a letter with boxes in place of their name.
   */
  pdf(letter: Letter): Promise<Result<Uint8Array, 'letter-not-printed'>>;
}
