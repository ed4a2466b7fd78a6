/**
 * The reading side of the sealed store, for measuring only: outcomes meet answers here, person by person in memory,
 * and leave as counts through the disclosure gate. No page, mail, log or answer of the program ever holds a row of it.
 */
import type { MatterKind } from '../../casework/matter/matter.ts';
import type { Measurements } from '../../workflow/measure/measurements.ts';
import type { Vault } from '../../workflow/ports/ports.ts';
import type { Sql } from '../database/connect.ts';
import { afterExamFrom } from './after-exam.ts';
import { complaintFrom, complaintRows } from './complaints.ts';
import { journeysFrom } from './journeys.ts';
import { judgedRows, judgmentsFrom } from './judgments.ts';
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
  const grouped = async <Row extends { person: string | null }>(
    dimension: string,
    rows: readonly Row[],
  ) => {
    const answers = await groupsOf(dimension);
    return rows.map(({ person, ...row }) => ({
      ...row,
      groups: person === null ? undefined : answers.get(pseudonymOf(key, person).toString('hex')),
    }));
  };
  return {
    async decisions(dimension, kind: MatterKind) {
      const rows = await measure<
        {
          person: string;
          program: string;
          openedOn: string;
          closedAt: Date | null;
          outcome: string | null;
          decider: string | null;
          lastEvent: string;
        }[]
      >`select person, program, opened_on as "openedOn", closed_at as "closedAt", outcome, decider, last_event as "lastEvent"
        from casework.outcome where kind = ${kind}`;
      return (await grouped(dimension, rows)).map((row) => ({
        program: row.program,
        groups: row.groups,
        openedOn: row.openedOn,
        closedAt: row.closedAt?.getTime(),
        withdrawn: row.lastEvent === 'withdrawn',
        outcome: row.outcome === 'met' || row.outcome === 'not-met' ? row.outcome : undefined,
        decider: row.decider ?? undefined,
      }));
    },
    judgments: async (dimension) =>
      judgmentsFrom(await grouped(dimension, await judgedRows(measure))),
    async results(dimension) {
      const rows = await measure<
        { person: string; program: string; form: string; passed: boolean; scored_at: Date }[]
      >`select person, program, form, passed, scored_at from exam.outcome`;
      return (await grouped(dimension, rows)).map(({ scored_at, ...row }) => ({
        ...row,
        scoredAt: scored_at.getTime(),
      }));
    },
    async ways(dimension) {
      const rows = await measure<
        {
          person: string;
          program: string;
          appliedOn: string;
          eligibleAt: Date | null;
          satAt: Date | null;
          passedAt: Date | null;
        }[]
      >`select a.person, a.program, a."appliedOn", a."eligibleAt", e."satAt", e."passedAt"
        from (select person, program, min(opened_on) as "appliedOn", min(closed_at) filter (where outcome = 'met') as "eligibleAt"
          from casework.outcome where kind = 'eligibility' group by person, program) a
        left join (select person, program, min(scored_at) as "satAt", min(scored_at) filter (where passed) as "passedAt"
          from exam.outcome group by person, program) e using (person, program)`;
      return (await grouped(dimension, rows)).map((row) => ({
        ...row,
        eligibleAt: row.eligibleAt?.getTime(),
        satAt: row.satAt?.getTime(),
        passedAt: row.passedAt?.getTime(),
      }));
    },
    async responses(dimension, form) {
      const rows = await measure<
        { person: string; scored_at: Date; items: string[]; rights: boolean[] }[]
      >`
        select r.person, o.scored_at, array_agg(r.item order by r.item) as items,
          array_agg(r.is_right order by r.item) as rights
        from exam.outcome_response r join exam.outcome o on o.sitting = r.sitting
        where r.form = ${form} group by r.person, r.sitting, o.scored_at`;
      return (await grouped(dimension, rows)).map(({ scored_at, ...row }) => ({
        ...row,
        scoredAt: scored_at.getTime(),
      }));
    },
    complaints: async (dimension, side) =>
      (await grouped(dimension, await complaintRows(measure, side))).map(complaintFrom),
    ...afterExamFrom(measure, grouped),
    journeys: () => journeysFrom(measure, key, vault),
  };
}
