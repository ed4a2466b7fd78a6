/** Delivers one queued letter and keeps when and how; what is kept about it holds no word of it. */
import type { Transactor } from '../ports/ports.ts';

export interface Deliverer {
  deliver(letter: {
    readonly to: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<string>;
}

const WORKER = { rights: 'worker', person: undefined } as const;

export async function sendMail(
  world: { readonly records: Transactor; readonly postman: Deliverer },
  mail: string,
): Promise<void> {
  const letter = await world.records.as(WORKER, (records) => records.mail.read(mail));
  if (letter === undefined) {
    return;
  }
  const note = await world.postman.deliver(letter);
  await world.records.as(WORKER, (records) => records.mail.noteDelivery(mail, true, note));
}

/** The id in the payload of a mail job. Throws where there is none. */
export function mailIn(payload: unknown): string {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'mail' in payload &&
    typeof payload.mail === 'string'
  ) {
    return payload.mail;
  }
  throw new Error('a mail job names no mail');
}
