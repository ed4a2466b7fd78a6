/** Each form of a program beside those who are served, as far as its items have been looked at. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Depicted, depictedOn } from '../../psychometrics/depictions/depictions.ts';
import type { Actor, World } from '../ports/ports.ts';

export interface FormShown {
  readonly form: string;
  readonly items: number;
  /** Items of the form that nobody has looked at. */
  readonly missing: readonly string[];
  readonly depicted: readonly Depicted[];
}

export interface ProgramDepicted {
  readonly program: string;
  /** Undefined where nothing was recorded yet. */
  readonly recorded: { readonly source: string; readonly on: CivilDate } | undefined;
  readonly forms: readonly FormShown[];
}

export async function programDepicted(
  world: Pick<World, 'records'>,
  reader: Actor,
  program: string,
): Promise<ProgramDepicted> {
  return await world.records.as(reader, async ({ depictions }) => {
    const forms = await depictions.itemsOfForms(program);
    const kept = await depictions.newest(program);
    const own = new Map(kept?.items.map((item) => [item.id, item]));
    return {
      program,
      recorded: kept && { source: kept.source, on: kept.onDay },
      forms: forms.map(({ form, items }) => ({
        form,
        items: items.length,
        missing: items.filter((id) => !own.has(id)),
        depicted: depictedOn(
          items.flatMap((id) => own.get(id) ?? []),
          kept?.served ?? [],
        ),
      })),
    };
  });
}
