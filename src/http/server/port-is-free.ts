/** Whether the server can listen where it is told to. */
import { createServer as createNetServer } from 'node:net';

/** Asked first, so that nobody waits for the demonstration only to hear that the port is taken. */
export async function portIsFree({
  port,
  host,
}: {
  readonly port: number;
  readonly host: string;
}): Promise<void> {
  const probe = createNetServer();
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
