/**
 * The writing side of the sealed store. A person becomes a pseudonym by a keyed hash and each answer is encrypted,
 * so that the tables alone say nothing about anybody. The login it uses can write and erase, and read nothing.
 */
import { createHmac } from 'node:crypto';
import { WORDING_VERSION } from '../../sealed/answers/dimensions.ts';
import type { SealedWriter, Vault } from '../../workflow/ports/ports.ts';
import type { Sql } from '../database/connect.ts';

/** The same person gets the same pseudonym; nobody without the key can tell whose it is. */
export const pseudonymOf = (key: Uint8Array, person: string): Buffer =>
  createHmac('sha256', key).update(`pseudonym of ${person}`).digest();

/** What an encrypted source is about, so that one cannot stand in for another. */
export const sourceOf = (program: string): string => `source of ${program}`;

export function sealedWriter(identify: Sql, key: Uint8Array, vault: Vault): SealedWriter {
  return {
    async record(person, answers, wording) {
      const pseudonym = pseudonymOf(key, person);
      await identify.begin(async (tx) => {
        for (const [dimension, values] of answers) {
          const sealed = Buffer.from(vault.seal(JSON.stringify(values), `${dimension}`));
          await tx`select sealed.record(${pseudonym}, ${dimension}, ${sealed}, ${wording})`;
        }
      });
    },
    async recordSource(person, program, code) {
      const sealed = Buffer.from(vault.seal(code, sourceOf(program)));
      await identify`select sealed.record_source(${pseudonymOf(key, person)}, ${program}, ${sealed})`;
    },
    async erase(person) {
      await identify`select sealed.erase(${pseudonymOf(key, person)})`;
    },
    async retire() {
      const [row] = await identify<{ erased: number }[]>`select sealed.retire() as erased`;
      return row?.erased ?? 0;
    },
  };
}

/** One answer as it lies in the sealed store, for whoever loads many at once through the owner's connection. */
export const sealedAnswer =
  (key: Uint8Array, vault: Vault) =>
  (person: string, dimension: string, values: readonly string[]) => ({
    pseudonym: new Uint8Array(pseudonymOf(key, person)),
    answer: vault.seal(JSON.stringify(values), dimension),
    wording: WORDING_VERSION,
  });
