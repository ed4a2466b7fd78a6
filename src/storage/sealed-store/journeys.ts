/**
 * How far people got who came by an outreach: codes and outcomes meet here under pseudonyms, person by person in memory,
 * and leave without anything that leads back to one.
 */
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import type { MeasuredJourney } from '../../workflow/measure/measurements.ts';
import type { Vault } from '../../workflow/ports/ports.ts';
import type { Sql } from '../database/connect.ts';
import { pseudonymOf, sourceOf } from './sealed-writer.ts';

interface Steps {
  applied: CivilDate[];
  eligible: number[];
  sat: number[];
  passed: number[];
  certified: number[];
}

export async function journeysFrom(
  measure: Sql,
  key: Uint8Array,
  vault: Vault,
): Promise<readonly MeasuredJourney[]> {
  const came = await measure<{ pseudonym: Buffer; program: string; code: Buffer; came_at: Date }[]>`
    select pseudonym, program, code, came_at from sealed.source`;
  if (came.length === 0) {
    return [];
  }
  const steps = await stepsByPerson(measure, (person, program) =>
    placeOf(pseudonymOf(key, person), program),
  );
  return came.map(({ pseudonym, program, code, came_at }) => {
    const cameAt = came_at.getTime();
    const own = steps.get(placeOf(pseudonym, program));
    const since = (at: readonly number[] | undefined): number | undefined =>
      at?.filter((one) => one >= cameAt).toSorted((a, b) => a - b)[0];
    return {
      program,
      code: vault.open(code, sourceOf(program)),
      cameAt,
      appliedOn: own?.applied ?? [],
      eligibleAt: since(own?.eligible),
      satAt: since(own?.sat),
      passedAt: since(own?.passed),
      certifiedAt: since(own?.certified),
    };
  });
}

const placeOf = (pseudonym: Buffer, program: string): string =>
  `${pseudonym.toString('hex')} ${program}`;

async function stepsByPerson(
  measure: Sql,
  place: (person: string, program: string) => string,
): Promise<ReadonlyMap<string, Steps>> {
  const found = new Map<string, Steps>();
  const of = (person: string, program: string): Steps => {
    const at = place(person, program);
    const own = found.get(at) ?? { applied: [], eligible: [], sat: [], passed: [], certified: [] };
    found.set(at, own);
    return own;
  };
  const decisions = await measure<
    {
      person: string;
      program: string;
      opened_on: string;
      outcome: string | null;
      closed_at: Date | null;
    }[]
  >`
    select person, program, opened_on, outcome, closed_at from casework.outcome where kind = 'eligibility'`;
  for (const { person, program, opened_on, outcome, closed_at } of decisions) {
    const own = of(person, program);
    own.applied.push(date(opened_on));
    if (outcome === 'met' && closed_at !== null) {
      own.eligible.push(closed_at.getTime());
    }
  }
  const results = await measure<
    { person: string; program: string; passed: boolean; scored_at: Date }[]
  >`select person, program, passed, scored_at from exam.outcome`;
  for (const { person, program, passed, scored_at } of results) {
    const own = of(person, program);
    own.sat.push(scored_at.getTime());
    if (passed) {
      own.passed.push(scored_at.getTime());
    }
  }
  const credentials = await measure<
    { person: string; program: string; issued_at: Date }[]
  >`select person, program, issued_at from register.outcome`;
  for (const { person, program, issued_at } of credentials) {
    of(person, program).certified.push(issued_at.getTime());
  }
  return found;
}
