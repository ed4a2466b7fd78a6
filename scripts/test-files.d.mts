/** The two halves take about as long as each other; `npm test` prints how long each took. */
export const halves: readonly string[];
/** The files whose path holds one of the words, or all; of one half, or both. The pure layers come first. */
export function testFiles(words: readonly string[], half: string | undefined): string[];
