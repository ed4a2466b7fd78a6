/** Numbers as a reader sees them: thousands with commas, a fixed number of digits, and words where there is no number. */
import { WITHHELD } from './known.ts';
import type { Known, Reasons } from './report.ts';

/** "1,636". */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** "1 person", "12 people". */
export const people = (value: number): string =>
  `${count(value)} ${value === 1 ? 'person' : 'people'}`;

/** "1 item", "12 items". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export const fixed = (value: number, digits = 3): string => {
  const text = value.toFixed(digits);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
};

/** "43 %", with one decimal where that says more. */
export const percent = (share: number, digits = 0): string => `${fixed(share * 100, digits)} %`;

/** "18 of 42 (43 %)". */
export const shareOf = (part: number, whole: number): string =>
  `${count(part)} of ${count(whole)}${whole === 0 ? '' : ` (${percent(part / whole)})`}`;

/** "0.0312", or "<0.0001". */
export const pValue = (value: Known): string =>
  value === null ? 'none' : value < 0.0001 ? '<0.0001' : value.toFixed(4);

/** The number, or "withheld", or "none" where it does not exist; the reason stands elsewhere. */
export function shown(
  value: Known,
  reason: string | undefined,
  write: (value: number) => string = fixed,
): string {
  if (value !== null) {
    return write(value);
  }
  return reason?.startsWith(WITHHELD) === true ? WITHHELD : 'none';
}

/** A reader of one object's numbers: knows their reasons. */
export const reader =
  <Facts extends { readonly reasons: Reasons }>(facts: Facts) =>
  (
    name: { [Key in keyof Facts]: Facts[Key] extends Known ? Key : never }[keyof Facts] & string,
    write: (value: number) => string = fixed,
  ): string => {
    const value = facts[name];
    return shown(typeof value === 'number' ? value : null, facts.reasons[name], write);
  };

/** "q1, q2 and 14 more". */
export function listed(names: readonly string[], most = 12): string {
  if (names.length <= most) {
    return names.join(', ');
  }
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
