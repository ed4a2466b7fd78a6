/** An amount of money as people read it: "$430.00". Whole cents in, so that nothing was lost before. */

export const amountInWords = (cents: number, currency: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);
