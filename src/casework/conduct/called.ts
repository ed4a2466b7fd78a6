/** What the people of a complaint are called where nobody is named. */
import type { LabeledPerson } from '../matter/with-labels.ts';

/** "respondent" is the respondent, "c2" complainant 2, "w1" witness 1. */
export function calledIn(key: string): string {
  const number = key.slice(1);
  return key.startsWith('c') && /^\d+$/.test(number)
    ? `complainant ${number}`
    : key.startsWith('w') && /^\d+$/.test(number)
      ? `witness ${number}`
      : 'the respondent';
}

/** Everybody concerned, under all the names they have and had, for taking these out of texts. */
export const labeledParties = (
  parties: readonly {
    readonly key: string;
    readonly fullName: string | undefined;
    readonly formerNames: readonly string[];
  }[],
): readonly LabeledPerson[] =>
  parties.map(({ key, fullName, formerNames }) => ({
    label: calledIn(key),
    names: [...(fullName === undefined ? [] : [fullName]), ...formerNames],
  }));
