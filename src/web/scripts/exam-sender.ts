/**
 * Sends kept answers until the service has acknowledged every one. It never gives up and never takes an answer out
 * before it is acknowledged; a lost connection, a restarted server or a second sending change nothing.
 */
import { type KeptAnswer, nextToSend, type Outbox } from './exam-outbox.ts';

/** `long`: the service has not taken them for half a minute. `nowhere`: not even this device could keep the last one. */
export type SavedState = 'saved' | 'kept' | 'long' | 'nowhere' | 'signed-out';

export interface SenderParts {
  readonly sitting: string;
  readonly outbox: Outbox;
  token(): string;
  /** The page's own clock, in milliseconds. */
  now(): number;
  told(state: SavedState, waiting: number): void;
  /** The epoch of the machine that leads, as the service last said. */
  leads(epoch: number): void;
  /** The token was refused or the session ended: asks for a new one. */
  renew(): Promise<void>;
}

export interface Sender {
  keep(answer: KeptAnswer): Promise<void>;
  /** Sends what is waiting; resolves after one try at each group. True when nothing is left. */
  flush(): Promise<boolean>;
}

const LONG_MS = 30_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
const TRY_MS = 8000;

export function senderOf(parts: SenderParts): Sender {
  let running: Promise<boolean> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failingSince: number | undefined;
  let signedOut = false;
  const fragile = new Set<string>();

  const state = (waiting: readonly KeptAnswer[]): SavedState => {
    if (waiting.length === 0) {
      return 'saved';
    }
    if (signedOut) {
      return 'signed-out';
    }
    if (waiting.some(({ client, n }) => fragile.has(`${client} ${n}`))) {
      return 'nowhere';
    }
    return failingSince !== undefined && parts.now() - failingSince >= LONG_MS ? 'long' : 'kept';
  };

  const tell = async (): Promise<boolean> => {
    const waiting = await parts.outbox.waiting();
    parts.told(state(waiting), waiting.length);
    return waiting.length === 0;
  };

  const sendAll = async (): Promise<boolean> => {
    for (;;) {
      const group = nextToSend(await parts.outbox.waiting());
      if (group.length === 0) {
        failingSince = undefined;
        signedOut = false;
        pauseMs = FIRST_PAUSE_MS;
        return await tell();
      }
      const answer = await post(parts, group);
      if (answer.kind === 'failed') {
        failingSince ??= parts.now();
        signedOut = answer.signedOut;
        if (answer.renew) {
          await parts.renew();
        }
        later();
        return await tell();
      }
      parts.leads(answer.epoch);
      await parts.outbox.drop(group.filter(({ n }) => n <= answer.acknowledged));
    }
  };

  const flush = (): Promise<boolean> => {
    running ??= sendAll().finally(() => {
      running = undefined;
    });
    return running;
  };

  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pauseMs + jitter(pauseMs));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };

  return {
    async keep(answer) {
      if (!(await parts.outbox.keep(answer))) {
        fragile.add(`${answer.client} ${answer.n}`);
      }
      await tell();
      await (running ?? flush());
      await flush();
    },
    async flush() {
      pauseMs = FIRST_PAUSE_MS;
      return await flush();
    },
  };
}

type Posted =
  | { readonly kind: 'kept'; readonly acknowledged: number; readonly epoch: number }
  | { readonly kind: 'failed'; readonly signedOut: boolean; readonly renew: boolean };

async function post(parts: SenderParts, group: readonly KeptAnswer[]): Promise<Posted> {
  const [first] = group;
  try {
    const answer = await fetch(`/sitting/${parts.sitting}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-form-token': parts.token() },
      body: JSON.stringify({
        epoch: first?.epoch,
        client: first?.client,
        events: group.map(({ n, item, response, ms }) => ({ n, item, response, ms })),
      }),
      signal: AbortSignal.timeout(TRY_MS),
      keepalive: true,
    });
    if (!answer.ok) {
      const refused = answer.status === 400 || answer.status === 401;
      return { kind: 'failed', signedOut: answer.status === 401, renew: refused };
    }
    const { acknowledged, epoch } = (await answer.json()) as {
      acknowledged: number;
      epoch: number;
    };
    return { kind: 'kept', acknowledged, epoch };
  } catch {
    // No connection, or no answer in time: it stays in the outbox and is sent again.
    return { kind: 'failed', signedOut: false, renew: false };
  }
}

/** Machines that lost the service together do not come back together. */
function jitter(upToMs: number): number {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (draw / 2 ** 32) * upToMs;
}
