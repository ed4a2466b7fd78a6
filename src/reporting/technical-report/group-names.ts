/**
 * What a group is called in a sentence. A code such as 0 or 1 means nothing in a sentence, so the column is said before it:
 * "gender 1". Names stay as the file has them everywhere else.
 */
export const spoken = (column: string, name: string): string =>
  /^[\d.\-+\s]+(?: or [\d.\-+\s]+)*$/.test(name) || name.length === 1 ? `${column} ${name}` : name;
