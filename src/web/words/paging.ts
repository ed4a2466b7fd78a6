/** Where one is in a long list. */
const number = (value: number): string => value.toLocaleString('en-US');

export const paging = {
  /** "26 to 50 of 1,204". */
  here: (from: number, to: number, all: number): string =>
    `${from === to ? number(from) : `${number(from)} to ${number(to)}`} of ${number(all)}`,
};
