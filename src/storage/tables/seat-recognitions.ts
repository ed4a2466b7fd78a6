/** Recognitions: under which name somebody shows one, and what anybody may read of all of them. */
import type { SeatRecords } from '../../workflow/ports/seat-records.ts';
import type { Tx } from '../database/connect.ts';
import { keptIn } from './seat-written.ts';

export function recognitionRecords(tx: Tx): Pick<SeatRecords, 'show' | 'recognized'> {
  return {
    show: (nomination, name, on) =>
      keptIn(tx, async (inner) => {
        await inner`delete from seats.showing where nomination = ${nomination}`;
        if (name !== undefined) {
          await inner`insert into seats.showing (nomination, name, on_day) values (${nomination}, ${name}, ${on})`;
        }
      }),
    async recognized() {
      const shown = await tx<
        { opening: string; name: string }[]
      >`select opening, name from seats.names_shown()`;
      const counts = await tx<
        { opening: string; nominated: number; decided: number; recognized: number }[]
      >`select opening, nominated, decided, recognized from seats.recognition_counts()`;
      return {
        names: namesBy(shown),
        counts: new Map(counts.map(({ opening, ...count }) => [opening, count])),
      };
    },
  };
}

function namesBy(
  rows: readonly { readonly opening: string; readonly name: string }[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { opening, name } of rows) {
    names.set(opening, [...(names.get(opening) ?? []), name]);
  }
  return names;
}
