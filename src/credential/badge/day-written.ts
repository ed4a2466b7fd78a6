/** The calendar date of a moment in a credential as the issuer wrote it, in the issuer's own zone. */
import { type CivilDate, parseCivilDate } from '../../kernel/dates/civil-date.ts';

export function dayWritten(moment: string | undefined): CivilDate | undefined {
  const day = parseCivilDate((moment ?? '').slice(0, 10));
  return day.ok ? day.value : undefined;
}
