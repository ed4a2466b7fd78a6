/**
 * Which option each person chose, beside whether it was right: what distractor tables are made from. There is one only
 * where the file holds options and a key scores them.
 */
export interface OptionItem {
  readonly name: string;
  readonly pilot: boolean;
  /** What the file calls each option, in natural order. */
  readonly options: readonly string[];
  /** The places in `options` of the right ones; empty where nobody chose a right one. */
  readonly right: readonly number[];
  readonly key: string;
}

export interface OptionMatrix {
  readonly people: number;
  readonly items: readonly OptionItem[];
  /** Person after person; each cell the place of an option, or NO_OPTION. */
  readonly codes: Uint8Array;
}

/** The cell of somebody who chose none: a missing answer of any kind. */
export const NO_OPTION = 255;

/** The same items, these people only, in this order. */
export function optionsOfPeople(options: OptionMatrix, people: readonly number[]): OptionMatrix {
  const width = options.items.length;
  const codes = new Uint8Array(people.length * width);
  people.forEach((person, index) => {
    codes.set(options.codes.subarray(person * width, (person + 1) * width), index * width);
  });
  return { people: people.length, items: options.items, codes };
}
