/** Complaints about conduct for measuring: what became of each, with the key of the one side whose group is asked for. */
import type { AppealEffect, SanctionKind } from '../../casework/conduct/conduct-rules.ts';
import type { ConductSide, MeasuredConduct } from '../../workflow/measure/measured-conduct.ts';
import type { Sql } from '../database/connect.ts';

export interface ComplaintRow {
  /** Null where nobody of that side has an account or a receipt. */
  person: string | null;
  about: MeasuredConduct['about'];
  program: string;
  grounds: string[];
  setting: string | null;
  openedOn: string;
  screenedAt: Date | null;
  takenUp: boolean | null;
  noticedAt: Date | null;
  concludedAt: Date | null;
  breach: boolean | null;
  provisions: { number: string; on: string }[];
  sanction: string | null;
  appealedAt: Date | null;
  appealDecidedAt: Date | null;
  appealEffect: string | null;
  leftAt: Date | null;
  toldAt: Date | null;
  achieved: string | null;
  rests: { from: string; until: string | null }[];
}

export const complaintRows = async (
  measure: Sql,
  side: ConductSide,
): Promise<readonly ComplaintRow[]> =>
  await measure<ComplaintRow[]>`
    select ${measure(side)} as person, about, program, grounds, setting, opened_on as "openedOn", screened_at as "screenedAt",
      screened_in as "takenUp", noticed_at as "noticedAt", concluded_at as "concludedAt",
      case when concluded_at is not null then coalesce(breach, false) end as breach, provisions, sanction,
      appealed_at as "appealedAt", appeal_decided_at as "appealDecidedAt", appeal_effect as "appealEffect", left_at as "leftAt",
      told_at as "toldAt", achieved, rests
    from conduct.outcome`;

export const complaintFrom = (
  row: Omit<ComplaintRow, 'person'> & { readonly groups: readonly string[] | undefined },
): MeasuredConduct => ({
  about: row.about,
  program: row.program,
  groups: row.groups,
  grounds: row.grounds,
  setting: row.setting ?? undefined,
  openedOn: row.openedOn,
  screenedAt: row.screenedAt?.getTime(),
  takenUp: row.takenUp ?? undefined,
  noticedAt: row.noticedAt?.getTime(),
  concludedAt: row.concludedAt?.getTime(),
  breach: row.breach ?? undefined,
  provisions: row.provisions,
  sanction: (row.sanction as SanctionKind | null) ?? undefined,
  appealedAt: row.appealedAt?.getTime(),
  appealDecidedAt: row.appealDecidedAt?.getTime(),
  appealEffect: (row.appealEffect as AppealEffect | null) ?? undefined,
  leftAt: row.leftAt?.getTime(),
  toldAt: row.toldAt?.getTime(),
  achieved: (row.achieved as MeasuredConduct['achieved'] | null) ?? undefined,
  rests: row.rests.map(({ from, until }) => ({ from, until: until ?? undefined })),
});
