/**
 * Looks whether anything can follow for a credential without touching it: the rules run as they always do, over what was
 * read of many credentials at once. Whatever they ask for beside it, or would write, means that something may follow; then
 * that credential is looked at by itself. So nothing is passed over, and thousands for which nothing follows cost a few
 * queries together.
 */
import type { Records } from '../ports/records.ts';
import type { ProviderRow, ReadAhead } from '../ports/renewal-records.ts';

/** Answers "nothing" only where the work came to its end on what was read; what fails is followed by itself and shows there. */
export async function nothingFollows(
  read: ReadAhead,
  providers: readonly ProviderRow[],
  work: (records: Records) => Promise<unknown>,
): Promise<boolean> {
  try {
    await work(onlyLooking(read, providers));
    return true;
  } catch {
    return false;
  }
}

function onlyLooking(read: ReadAhead, providers: readonly ProviderRow[]): Records {
  const known = {
    renewals: {
      one: async () => read.history,
      isRevoked: async () => read.history.credential.revoked !== undefined,
      activities: async () => read.activities,
      providers: async () => providers,
      reminders: async () => read.reminders,
    } satisfies Partial<Records['renewals']>,
    register: { newestCopy: async () => read.copy } satisfies Partial<Records['register']>,
    money: { of: async () => read.entries } satisfies Partial<Records['money']>,
    matters: { aboutCredential: async () => read.matters } satisfies Partial<Records['matters']>,
  };
  return new Proxy(known, {
    get: (records, aggregate) => orMore(Reflect.get(records, aggregate) ?? {}),
  }) as unknown as Records;
}

/** What was read, and for anything else a refusal to answer. */
const orMore = (read: object): object =>
  new Proxy(read, {
    get: (known, name) =>
      Reflect.get(known, name) ??
      (() => {
        throw new Error(`${String(name)} was not read ahead`);
      }),
  });
