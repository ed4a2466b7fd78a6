/** Months by their Spanish names, so that "mayo" is read where "May" is. */
const SPANISH = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;

/** The number of a month typed by its Spanish name or its beginning; anything else as it was typed. */
export function monthAsNumber(typed: string): string {
  const word = typed.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '');
  const known = word === 'setiembre' ? 'septiembre' : word;
  const place = SPANISH.findIndex((name) => known.length >= 3 && name.startsWith(known));
  return place < 0 ? typed : String(place + 1);
}
