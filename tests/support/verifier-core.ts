/**
 * A second opinion: the verifier of the Digital Credentials Consortium, which its wallet and its site use. It fetches what it
 * needs by itself, so the pages are handed to it through `fetch`; nothing leaves the machine.
 */
import type { Json } from '../../src/kernel/bytes/canonical-json.ts';

interface Step {
  readonly id: string;
  readonly valid?: boolean;
  readonly error?: unknown;
}
interface Found {
  readonly log?: readonly Step[];
  readonly errors?: readonly unknown[];
}

/** Whether each of its steps went well. Whether it knows the issuer from a registry is left aside. */
export async function consortiumVerifies(
  credential: Json,
  pages: ReadonlyMap<string, string>,
): Promise<boolean> {
  const before = { fetch: globalThis.fetch, log: console.log, error: console.error };
  globalThis.fetch = async (asked) => {
    const url = asked instanceof Request ? asked.url : String(asked);
    const page = pages.get(url) ?? (url.includes('/schema/') ? '{}' : undefined);
    const headers = { 'content-type': 'application/json' };
    return new Response(page ?? '{}', { status: page === undefined ? 404 : 200, headers });
  };
  console.log = () => {};
  console.error = () => {};
  try {
    const { verifyCredential } = await import('@digitalcredentials/verifier-core');
    const asked = { credential: structuredClone(credential), knownDIDRegistries: [] };
    const found: Found = await verifyCredential(asked as never);
    const steps = (found.log ?? []).filter(({ id }) => id !== 'registered_issuer');
    return (
      (found.errors ?? []).length === 0 &&
      steps.length > 0 &&
      steps.every(({ valid, error }) => valid === true && error === undefined)
    );
  } finally {
    globalThis.fetch = before.fetch;
    console.log = before.log;
    console.error = before.error;
  }
}
