/** Whether the port that the service was told to listen on is free. */
import { createServer } from 'node:net';
import type { Installation } from './installation.ts';

/** Asked first, so that nobody waits for the demonstration only to hear that the port is taken. */
export async function portIsFree({
  port,
  host,
}: Pick<Installation, 'port' | 'host'>): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  }).catch((cause: unknown) => {
    throw new Error(
      `Evenhand cannot listen on port ${port} of ${host}: another program uses it, or this account may not. Choose another port, such as:\n\n  PORT=${port === 8081 ? 8082 : 8081} npm start`,
      { cause },
    );
  });
}
