/** What is written to everybody in the pool once it was drawn, and to those whom a replacement draws. */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';
import type { DrawnRow, NomineeByLabel, Opening } from '../ports/seat-records.ts';

/** Whoever is drawn is told each time; everybody else in the pool once, when it is first drawn. */
export function newsOfDraw(
  { origin }: Pick<World, 'origin'>,
  { title }: Opening,
  { number, fresh }: Pick<DrawnRow, 'number' | 'fresh'>,
  { label, withdrawn, setAside }: Pick<NomineeByLabel, 'label' | 'withdrawn' | 'setAside'>,
  until: CivilDate,
): { readonly subject: string; readonly body: string } | undefined {
  if (fresh.includes(label)) {
    return {
      subject: `You were drawn: ${title}`,
      body: `Say whether you take the seat by ${inWords(until)}; that day counts to its end. Whoever has not answered by then is taken to decline, and the seat is drawn again.\n\n${origin}/my/openings`,
    };
  }
  return number > 0 || withdrawn || setAside !== undefined
    ? undefined
    : {
        subject: `It was drawn: ${title}`,
        body: `You were not drawn. You stay in the pool for seats that fall free. Who was drawn, and how to draw it again: ${origin}/my/openings`,
      };
}
