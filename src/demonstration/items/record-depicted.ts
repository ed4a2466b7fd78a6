/** Whom the demonstration's questions show, recorded as a director records it: once; again changes nothing. */
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { keepDepictions } from '../../workflow/depictions/keep-depictions.ts';
import { programDepicted } from '../../workflow/depictions/read-depictions.ts';
import type { World } from '../../workflow/ports/ports.ts';
import { examPrograms } from './demonstration-forms.ts';
import { depictedFiles } from './depicted.ts';

export async function recordDepicted(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'sheets'>,
): Promise<void> {
  const people = await world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
    door.demonstrationPeople(),
  );
  const director = people.find(({ offices }) => offices.includes('director'))?.person;
  if (director === undefined) {
    return;
  }
  for (const program of examPrograms) {
    const { forms, recorded } = await programDepicted(
      world,
      { rights: 'director', person: director },
      program,
    );
    if (recorded === undefined) {
      const { items, served, source } = depictedFiles(
        program,
        forms.flatMap((form) => form.missing),
      );
      const kept = await keepDepictions(world, {
        ...{ id: world.chance.uuid(), director, program, source },
        ...{ items: utf8(items), served: utf8(served) },
      });
      if (!kept.ok) {
        throw new Error(kept.mistakes.map(({ message }) => message).join(' '));
      }
    }
  }
}
