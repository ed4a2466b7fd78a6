/**
 * Answers on this device that the service has not acknowledged yet. Each is written to the browser's own database with
 * strict durability before anything is sent, and taken out only after the service has said that it is on disk.
 *
 * An answer is known by the exam, by this load of the page (a random id, so that two tabs can never collide) and by its
 * number there. Where the browser has no database, answers are held in memory, and the page says so.
 */
export interface KeptAnswer {
  readonly sitting: string;
  readonly client: string;
  readonly n: number;
  readonly epoch: number;
  readonly item: string;
  readonly response: { readonly option: string } | { readonly flagged: boolean };
  /** The page's own clock: evidence only. Set once and never rewritten. */
  readonly ms: number;
}

export interface Outbox {
  /** True once it is on this device for good; false where it is only in memory. */
  keep(answer: KeptAnswer): Promise<boolean>;
  waiting(): Promise<readonly KeptAnswer[]>;
  drop(answers: readonly KeptAnswer[]): Promise<void>;
}

const STORE = 'answers';

export async function openOutbox(sitting: string): Promise<Outbox> {
  const memory = new Map<string, KeptAnswer>();
  const database = await opened();
  return {
    async keep(answer) {
      memory.set(nameOf(answer), answer);
      const durable =
        database !== undefined &&
        (await written(database, (store) => store.put(answer)).catch(() => false));
      return durable;
    },
    async waiting() {
      const stored = database === undefined ? [] : await read(database, sitting).catch(() => []);
      const all = new Map(stored.map((answer) => [nameOf(answer), answer]));
      for (const [name, answer] of memory) {
        all.set(name, answer);
      }
      return [...all.values()];
    },
    async drop(answers) {
      for (const answer of answers) {
        memory.delete(nameOf(answer));
      }
      if (database !== undefined) {
        await written(database, (store) => {
          for (const { client, n } of answers) {
            store.delete([sitting, client, n]);
          }
        }).catch(() => false);
      }
    },
  };
}

/** The next answers to send: the oldest group of one page load and one epoch, in their order, fifty at most. */
export function nextToSend(waiting: readonly KeptAnswer[]): readonly KeptAnswer[] {
  const [first] = [...waiting].sort((a, b) => a.epoch - b.epoch || a.ms - b.ms || a.n - b.n);
  return first === undefined
    ? []
    : waiting
        .filter((answer) => answer.client === first.client && answer.epoch === first.epoch)
        .sort((a, b) => a.n - b.n)
        .slice(0, MOST_AT_ONCE);
}

const MOST_AT_ONCE = 50;

const nameOf = ({ client, n }: KeptAnswer): string => `${client} ${n}`;

function opened(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open('evenhand-exam', 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore(STORE, { keyPath: ['sitting', 'client', 'n'] });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
      asked.onblocked = () => resolve(undefined);
    } catch {
      // Some private windows throw at the mere asking.
      resolve(undefined);
    }
  });
}

function written(database: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const change = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    change.oncomplete = () => resolve(true);
    change.onabort = () => reject(change.error ?? new Error('not kept'));
    work(change.objectStore(STORE));
  });
}

function read(database: IDBDatabase, sitting: string): Promise<readonly KeptAnswer[]> {
  return new Promise((resolve, reject) => {
    const range = IDBKeyRange.bound([sitting], [sitting, []]);
    const asked = database.transaction(STORE, 'readonly').objectStore(STORE).getAll(range);
    asked.onsuccess = () => resolve(asked.result as readonly KeptAnswer[]);
    asked.onerror = () => reject(asked.error ?? new Error('not read'));
  });
}
