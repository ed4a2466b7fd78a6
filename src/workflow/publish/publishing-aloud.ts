/** Publishing by itself, again and again: what was refused, and which witness is silent, is told once when it begins. */
import type { PublishedLog } from './log-publisher.ts';

export function publishingAloud(
  log: Pick<PublishedLog, 'publish'>,
  tell: (sentence: string) => void,
): () => Promise<void> {
  let told: ReadonlySet<string> = new Set();
  return async () => {
    const published = await log.publish();
    const sentences = published.ok
      ? published.value.silent.map(
          ({ witness, because }) => `The witness ${witness} has not signed the log: ${because}`,
        )
      : [sentence(published.refusal.because)];
    for (const one of sentences) {
      if (!told.has(one)) {
        tell(one);
      }
    }
    told = new Set(sentences);
  };
}

const sentence = (because: string): string => `${because[0]?.toUpperCase()}${because.slice(1)}.`;
