/**
 * What a group is called in a sentence. A code such as 0 or 1, or an answer such as yes, means nothing in a sentence, so
 * the column is said before it: "gender 1", "first language no". Names stay as the file has them everywhere else.
 */
const ANSWER = /^(?:yes|no|true|false|none|other|others|unknown|known|high|low)$/i;

export const spoken = (column: string, name: string): string =>
  /^[\d.\-+\s]+(?: or [\d.\-+\s]+)*$/.test(name) || name.length === 1 || ANSWER.test(name)
    ? `${column} ${name}`
    : name;
