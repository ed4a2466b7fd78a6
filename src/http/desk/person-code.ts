/**
 * A code for a person: the same person has the same code, and nobody is named. From the end of the id, which is chance;
 * its beginning is the time it was made, the same for everybody who came on one day.
 */
export const codeOf = (person: string): string => person.slice(-8);
