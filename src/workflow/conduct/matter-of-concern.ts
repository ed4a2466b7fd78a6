/** The matter that a concern became, for whoever handles both; undefined where it became none, or one that is not theirs. */
import type { World } from '../ports/ports.ts';

export const matterOfConcern = (
  { records }: Pick<World, 'records'>,
  asked: { readonly handler: string; readonly concern: string },
): Promise<string | undefined> =>
  records.as({ rights: 'conduct', person: asked.handler }, ({ conduct }) =>
    conduct.matterOf(asked.concern),
  );
