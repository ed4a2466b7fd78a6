/** What the people of a complaint are called where nobody is named. */
import type { LabeledPerson } from '../matter/with-labels.ts';

/** "respondent" is the respondent, "c2" complainant 2, "w1" witness 1, "h1" record holder 1. */
export function calledIn(key: string): string {
  const number = key.slice(1);
  const called = /^\d+$/.test(number) ? CALLED[key.slice(0, 1)] : undefined;
  return called === undefined ? 'the respondent' : `${called} ${number}`;
}

const CALLED: Readonly<Record<string, string>> = {
  c: 'complainant',
  w: 'witness',
  h: 'record holder',
};

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
