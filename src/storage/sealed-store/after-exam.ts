/** What comes after the exam, for measuring: terms and how they ended, who could be drawn and who was, serving, ideas. */
import type {
  MeasuredAuditChance,
  MeasuredChoice,
  MeasuredIdea,
  MeasuredSeatChance,
  MeasuredService,
  MeasuredTerm,
  Measurements,
} from '../../workflow/measure/measurements.ts';
import type { Sql } from '../database/connect.ts';

/** Puts what people told in place of the key by which it is found. */
type Grouped = <Row extends { person: string | null }>(
  dimension: string,
  rows: readonly Row[],
) => Promise<readonly (Omit<Row, 'person'> & { groups: readonly string[] | undefined })[]>;

/** A row as it is measured, as the database has it: null for what is not, and the key of the person. */
type Stored<Measured> = { person: string | null } & {
  [Name in keyof Omit<Measured, 'groups'>]-?:
    | Exclude<Measured[Name], undefined>
    | (undefined extends Measured[Name] ? null : never);
};

export const afterExamFrom = (
  measure: Sql,
  grouped: Grouped,
): Pick<
  Measurements,
  'terms' | 'auditChances' | 'service' | 'choices' | 'seatChances' | 'ideas'
> => ({
  async terms(dimension) {
    const rows = await measure<Stored<MeasuredTerm>[]>`
      select person, program, in_time_on as "inTimeOn", late_on as "lateOn", ran_out_on as "ranOutOn" from renewal.term_outcome`;
    return (await grouped(dimension, rows)).map(known<MeasuredTerm>);
  },
  async auditChances(dimension) {
    const rows = await measure<
      (Omit<Stored<MeasuredAuditChance>, 'drawnAt'> & { drawnAt: Date })[]
    >`select person, program, lottery, stratum, drawn_at as "drawnAt", drawn from renewal.audit_chance`;
    return (await grouped(dimension, rows)).map(({ drawnAt, ...row }) => ({
      ...row,
      drawnAt: drawnAt.getTime(),
    }));
  },
  async service(dimension) {
    const rows = await measure<
      (Omit<Stored<MeasuredService>, 'certifiedAt'> & { certifiedAt: Date })[]
    >`select person, program, certified_at as "certifiedAt", forward_on as "forwardOn", suggested_on as "suggestedOn",
        served_on as "servedOn", again_on as "againOn", chaired_on as "chairedOn" from seats.service`;
    return (await grouped(dimension, rows)).map(({ certifiedAt, ...row }) =>
      known<MeasuredService>({ ...row, certifiedAt: certifiedAt.getTime() }),
    );
  },
  async choices(dimension) {
    const rows = await measure<Stored<MeasuredChoice>[]>`
      select person, program, on_day as "decidedOn", chosen, for_recognition as "forRecognition",
        upheld_on as "upheldOn" from seats.choice`;
    return (await grouped(dimension, rows)).map(known<MeasuredChoice>);
  },
  async seatChances(dimension) {
    const rows = await measure<Stored<MeasuredSeatChance>[]>`
      select person, program, opening, on_day as "drawnOn", drawn, tickets from seats.chance`;
    return await grouped(dimension, rows);
  },
  async ideas(dimension) {
    const rows = await measure<Stored<MeasuredIdea>[]>`
      select person, program, proposed_on as "proposedOn", answered_on as "answeredOn", adopted, again_on as "againOn",
        adopted_again as "adoptedAgain" from ideas.outcome`;
    return (await grouped(dimension, rows)).map(known<MeasuredIdea>);
  },
});

/** Null is how the database says that there is nothing. */
const known = <Measured>(row: object): Measured =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value ?? undefined]),
  ) as Measured;
