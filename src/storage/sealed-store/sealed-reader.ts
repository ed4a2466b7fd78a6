/**
 * The reading side of the sealed store, for measuring only: outcomes meet answers here, person by person in memory,
 * and leave as counts through the disclosure gate. No page, mail, log or answer of the program ever holds a row of it.
 */
import type { MatterKind } from '../../casework/matter/matter.ts';
import type { Measurements } from '../../workflow/measure/measurements.ts';
import type { Vault } from '../../workflow/ports/ports.ts';
import type { Sql } from '../database/connect.ts';
import { pseudonymOf } from './sealed-writer.ts';

export function sealedReader(measure: Sql, key: Uint8Array, vault: Vault): Measurements {
  const groupsOf = async (dimension: string): Promise<ReadonlyMap<string, readonly string[]>> => {
    const rows = await measure<{ pseudonym: Buffer; answer: Buffer }[]>`
      select pseudonym, answer from sealed.answer where dimension = ${dimension}`;
    return new Map(
      rows.map((row) => [
        row.pseudonym.toString('hex'),
        JSON.parse(vault.open(row.answer, dimension)) as string[],
      ]),
    );
  };
  const grouped = async <Row extends { person: string }>(
    dimension: string,
    rows: readonly Row[],
  ) => {
    const answers = await groupsOf(dimension);
    return rows.map(({ person, ...row }) => ({
      ...row,
      groups: answers.get(pseudonymOf(key, person).toString('hex')),
    }));
  };
  return {
    async decisions(dimension, kind: MatterKind, program) {
      const rows = await measure<
        {
          person: string;
          openedOn: string;
          closedAt: Date | null;
          outcome: string | null;
          decider: string | null;
          lastEvent: string;
        }[]
      >`select person, opened_on as "openedOn", closed_at as "closedAt", outcome, decider, last_event as "lastEvent"
        from casework.outcome where kind = ${kind} and (${program ?? null}::text is null or program = ${program ?? null})`;
      return (await grouped(dimension, rows)).map((row) => ({
        groups: row.groups,
        openedOn: row.openedOn,
        closedAt: row.closedAt?.getTime(),
        withdrawn: row.lastEvent === 'withdrawn',
        outcome: row.outcome === 'met' || row.outcome === 'not-met' ? row.outcome : undefined,
        decider: row.decider ?? undefined,
      }));
    },
    async results(dimension, program) {
      const rows = await measure<{ person: string; form: string; passed: boolean }[]>`
        select person, form, passed from exam.outcome where program = ${program}`;
      return await grouped(dimension, rows);
    },
    async responses(dimension, form) {
      const rows = await measure<
        { person: string; sitting: string; items: string[]; rights: boolean[] }[]
      >`
        select person, sitting, array_agg(item order by item) as items, array_agg(is_right order by item) as rights
        from exam.outcome_response where form = ${form} group by person, sitting`;
      return (await grouped(dimension, rows)).map(({ sitting: _sitting, ...row }) => row);
    },
  };
}
