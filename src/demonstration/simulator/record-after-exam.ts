/**
 * What comes after the exam in the demonstration: renewals and a lottery of audits, a panel drawn and an opening to come
 * forward for, a mentor taken. Unlike the three years it is not loaded: the use cases that serve real people do it, each on
 * a day of the weeks before the first start, in the order in which they happen.
 */
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import { drawOfFiles } from '../../workflow/audit/draw-of-files.ts';
import type { DrawWorld } from '../../workflow/opening/hold-draw.ts';
import type { AwardToLoad } from '../../workflow/ports/body-to-load.ts';
import type { World } from '../../workflow/ports/ports.ts';
import { recordCelebrations } from './record-celebrations.ts';
import { recordMentoring } from './record-mentoring.ts';
import { recordOpenings } from './record-openings.ts';
import { recordRenewals } from './record-renewals.ts';
import type { Recording } from './recording.ts';

export async function recordAfterExam(
  world: World,
  awards: readonly AwardToLoad[],
  solver: () => Promise<GrowingSolver>,
): Promise<void> {
  // In this thread: nobody is served before the demonstration is loaded.
  const draws: DrawWorld['draws'] = async (pool, quotas, plan) =>
    drawOfFiles(await solver(), pool, quotas, plan);
  const people = await world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
    door.demonstrationPeople(),
  );
  const holding = (office: 'director' | 'staff') =>
    people.find(({ offices }) => offices.includes(office))?.person;
  const [director, staff] = [holding('director'), holding('staff')];
  if (director === undefined || staff === undefined) {
    return;
  }
  const recording: Recording = {
    on: (day) => ({ ...world, draws, clock: { ...world.clock, today: () => day } }),
    today: world.clock.today(),
    ...{ director, staff, awards: awards.filter(({ revoked }) => revoked === undefined) },
  };
  await recordRenewals(recording);
  await recordOpenings(recording);
  await recordMentoring(recording, people);
  await recordCelebrations(recording, people);
}
