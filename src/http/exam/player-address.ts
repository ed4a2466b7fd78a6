/** What travels in the addresses of the player: the display that was chosen, the machine's epoch, the question. */
import { displayFrom } from '../../web/pages/sitting/display-address.ts';
import type { Display } from '../../web/parts/page-frame/frame.ts';
import { one, type Visit } from '../server/visit.ts';

/** From the form where one was sent, otherwise from the address. */
export function displayOf(visit: Pick<Visit, 'form' | 'query'>): Display {
  const fields = one(visit.form, 'size') === '' ? visit.query : visit.form;
  return displayFrom({
    size: one(fields, 'size'),
    contrast: one(fields, 'contrast'),
    theme: one(fields, 'theme'),
  });
}

/** A whole number above zero, or undefined. */
export function countIn(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
