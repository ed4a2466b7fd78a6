/**
 * Many askers at the same moment, one round trip: while one batch runs the next gathers, so that a busy service makes
 * batches by itself and a quiet one lets nobody wait.
 */

export interface BatchSizes {
  readonly largest: number;
  readonly atOnce: number;
}

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  resolve(answer: Answer): void;
  reject(cause: unknown): void;
}

/**
 * A function of one question, kept by a function of many. `answerAll` answers each question in its order; where it
 * throws, each question of the batch is asked alone, so that one bad question holds back no other.
 */
export function inBatches<Asked, Answer>(
  sizes: BatchSizes,
  answerAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let running = 0;

  const next = (): void => {
    if (running >= sizes.atOnce || waiting.length === 0) {
      return;
    }
    const batch = waiting.slice(0, sizes.largest);
    waiting = waiting.slice(sizes.largest);
    running += 1;
    void answer(batch, answerAll).finally(() => {
      running -= 1;
      next();
    });
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      setImmediate(next);
    });
}

async function answer<Asked, Answer>(
  batch: readonly Waiting<Asked, Answer>[],
  answerAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await answerAll(batch.map(({ asked }) => asked));
    batch.forEach((one, place) => {
      one.resolve(answers[place] as Answer);
    });
  } catch (cause) {
    if (batch.length > 1) {
      await Promise.all(batch.map((one) => answer([one], answerAll)));
    } else {
      batch[0]?.reject(cause);
    }
  }
}
