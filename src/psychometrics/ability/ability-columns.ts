/**
 * The abilities of very many people in columns: an object for every person of a million takes more memory than the
 * answers themselves. A person without an estimate is marked; why is told by the estimators that answer one by one.
 *
 * Source: none; a way of holding numbers.
 */
import type { Abilities } from './ability.ts';

export interface AbilityColumns {
  readonly people: number;
  /** 1 where the person has an estimate; the other columns hold zero elsewhere. */
  readonly known: Uint8Array;
  readonly theta: Float64Array;
  readonly standardError: Float64Array;
}

export const emptyColumns = (people: number): AbilityColumns => ({
  people,
  known: new Uint8Array(people),
  theta: new Float64Array(people),
  standardError: new Float64Array(people),
});

export function columnsOf(abilities: Abilities): AbilityColumns {
  const columns = emptyColumns(abilities.length);
  abilities.forEach((ability, person) => {
    if (ability.ok) {
      columns.known[person] = 1;
      columns.theta[person] = ability.value.theta;
      columns.standardError[person] = ability.value.standardError;
    }
  });
  return columns;
}
