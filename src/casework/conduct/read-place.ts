/** The place of somebody in the pool of panel members, read from its form. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Mistake, Typed } from '../person/typed-text.ts';
import { type FieldWords, sentFields } from './sent-fields.ts';

export type ReadPlace =
  | {
      readonly ok: true;
      readonly value: {
        readonly isPublic: boolean;
        readonly trainedUntil: CivilDate;
        readonly termEnds: CivilDate;
      };
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export function readPlace(raw: Typed, on: CivilDate, words: FieldWords): ReadPlace {
  const sent = sentFields(raw, on, words);
  const value = {
    isPublic: sent.yes('public'),
    trainedUntil: sent.day('trained'),
    termEnds: sent.day('term'),
  };
  return sent.mistakes.length === 0 ? { ok: true, value } : { ok: false, mistakes: sent.mistakes };
}
