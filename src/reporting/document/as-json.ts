/**
 * A result as JSON, every digit kept. A number that does not exist is null, and the reason stands under "reasons" beside
 * it, so that nobody has to guess what a gap means; "reasons" without any is left out.
 */
export const asJson = (report: object): string =>
  `${JSON.stringify(report, (name, value: unknown) => (name === 'reasons' && isEmpty(value) ? undefined : value), 1)}\n`;

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
