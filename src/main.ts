/** Ties the layers together: the only file that sees every layer. */
export async function main(words: readonly string[]): Promise<void> {
  process.stdout.write(`${words.join(' ')}\n`);
}
