/**
 * How long each step of a complaint about somebody takes: from the complaint to the first look, from the notice to the
 * decision, from the appeal to its answer. Days on which the matter rested for a court are no wait.
 */
import { APPEAL, FINDING, SCREENING } from './count-conduct.ts';
import { dayOf } from './division.ts';
import type { Waited } from './measure-waiting.ts';
import type { MeasuredConduct } from './measured-conduct.ts';

/** Waits of each step are compared up to here. */
export const CONDUCT_HORIZONS: Readonly<Record<string, number>> = {
  [SCREENING]: 60,
  [FINDING]: 270,
  [APPEAL]: 90,
};

export function conductWaits(kind: string, rows: readonly MeasuredConduct[]): readonly Waited[] {
  return rows
    .filter(({ about }) => about === 'person')
    .flatMap((row) => {
      const { program, groups, leftAt, rests } = row;
      const { from, to } = stepIn(kind, row);
      return from === undefined
        ? []
        : [
            {
              program,
              groups,
              openedOn: from,
              rests,
              closedAt: to ?? leftAt,
              withdrawn: to === undefined,
            },
          ];
    });
}

function stepIn(kind: string, row: MeasuredConduct) {
  const { program, openedOn, screenedAt, noticedAt, concludedAt, appealedAt, appealDecidedAt } =
    row;
  const day = (at: number | undefined) => (at === undefined ? undefined : dayOf(program, at));
  switch (kind) {
    case SCREENING:
      return { from: openedOn, to: screenedAt };
    case FINDING:
      return { from: day(noticedAt), to: concludedAt };
    default:
      return { from: day(appealedAt), to: appealDecidedAt };
  }
}
