/** Whom a complaint may be about: people whom the code of a program binds or bound, by a name they have or had. */
import type { BoundPerson } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

export const findBound = (
  { records }: Pick<World, 'records'>,
  asked: { readonly handler: string; readonly search: string; readonly program: string },
): Promise<readonly BoundPerson[]> =>
  records.as({ rights: 'conduct', person: asked.handler }, ({ conduct }) =>
    conduct.findPerson(asked.search, asked.program),
  );
