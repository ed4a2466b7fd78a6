/** The words of concerns by language: the whole conversation keeps to the one that was chosen. */
import { aboutYou } from './about-you.ts';
import { aboutYouEs } from './about-you-es.ts';
import { complaintSide } from './complaint-side.ts';
import { complaintSideEs } from './complaint-side-es.ts';
import { concern } from './concern.ts';
import { concernEs } from './concern-es.ts';
import { witness } from './witness.ts';
import { witnessEs } from './witness-es.ts';

export const concernWords = { en: concern, es: concernEs } as const;
export const witnessWords = { en: witness, es: witnessEs } as const;
export const complaintSideWords = { en: complaintSide, es: complaintSideEs } as const;
export const aboutYouWords = { en: aboutYou, es: aboutYouEs } as const;

const SPANISH_MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  );
const SPANISH_DAYS = 'domingo lunes martes miércoles jueves viernes sábado'.split(' ');

/** "viernes 29 de mayo de 2026", from the numbers of a date; the weekday counts from Sunday, 0. */
export const spanishDay = (day: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}): string =>
  `${SPANISH_DAYS[day.weekday]} ${day.day} de ${SPANISH_MONTHS[day.month - 1]} de ${day.year}`;
