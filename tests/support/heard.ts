/** What people at the desk do with a matter, each time somebody new: recorded, taken, decided one way on everything. */
import assert from 'node:assert/strict';
import { lodgeAppeal } from '../../src/workflow/apply/lodge-appeal.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import { decideMatter, takeMatter } from '../../src/workflow/review/decide-matter.ts';
import { packetOf } from '../../src/workflow/review/packet.ts';
import { recordDocuments } from '../../src/workflow/review/record-documents.ts';
import { newPerson } from './exam-world.ts';

export async function recordedAndDecided(world: World, matter: string, met: boolean) {
  const done = await recordDocuments(world, {
    clerk: await newPerson(world),
    matter,
    seen: 1,
    facts: [],
    statement: 'As it was written.',
    send: true,
  });
  assert.ok(done.ok, done.ok ? '' : done.refusal.because);
  await decidedBySomebodyNew(world, matter, met);
}

export async function decidedBySomebodyNew(world: World, matter: string, met: boolean) {
  const reviewer = await newPerson(world);
  assert.ok((await takeMatter(world, { reviewer, matter })).ok);
  const packet = await packetOf(world, { reviewer, matter });
  assert.ok(packet.ok);
  const { version: seen, criteria } = packet.value;
  const reason = 'As the record shows.';
  const findings = criteria.map(({ id }) => ({ criterion: id, met, reason }));
  const done = await decideMatter(world, { reviewer, matter, seen, findings });
  assert.ok(done.ok, done.ok ? '' : done.refusal.because);
}

/** The appeal is lodged, heard by others and upheld, on this ground alone. */
export async function appealUpheld(
  world: World,
  person: string,
  matter: string,
  ground: string,
): Promise<void> {
  const statement = 'What was on the second page was not read at all.';
  const lodged = await lodgeAppeal(world, { person, matter, grounds: [ground], statement });
  assert.ok(lodged.ok, lodged.ok ? '' : lodged.refusal.because);
  await recordedAndDecided(world, lodged.value.id, true);
}
