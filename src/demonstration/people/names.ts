/** One invented name, drawn from the banks. What is drawn is a name that the account form would take as it stands. */
import type { Generator } from '../../kernel/chance/generator.ts';
import { oneOf, weighed } from './draw.ts';
import { nameBanks, wholeNames } from './name-banks.ts';

const banks = nameBanks.map((bank) => ({ value: bank, weight: bank.weight }));

export function inventedName(chance: Generator): string {
  const bank = weighed(chance, banks);
  return oneOf(chance, bank.patterns)
    .replaceAll('{g}', () => oneOf(chance, bank.given))
    .replaceAll('{f}', () => oneOf(chance, bank.family))
    .normalize('NFC');
}

/** As many names as asked for; the hardest ones stand among them, spread over the list. */
export function inventedNames(count: number, chance: Generator): readonly string[] {
  const names = Array.from({ length: count }, () => inventedName(chance));
  const apart = Math.max(1, Math.floor(count / (wholeNames.length + 1)));
  wholeNames.forEach((name, place) => {
    const index = (place + 1) * apart;
    if (index < count) {
      names[index] = name.normalize('NFC');
    }
  });
  return names;
}
