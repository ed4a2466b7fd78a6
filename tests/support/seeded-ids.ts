/** Ids that replay, for tests that compare one run with another. */
import type { Ids } from '../../src/demonstration/simulator/matter-record.ts';
import { generatorFrom } from '../../src/kernel/chance/generator.ts';

export function seededIds(seed: string): Ids {
  const chance = generatorFrom(`${seed}, ids`);
  const bytes = (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => chance.below(256));
  return {
    bytes,
    uuid: () => {
      const hex = Buffer.from(bytes(16)).toString('hex');
      const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
      return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
    },
  };
}
