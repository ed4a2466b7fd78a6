/** What happens by itself as time passes, every hour: promises run out, terms end, what is old is forgotten. */
import { keepTime } from '../conduct/keep-time.ts';
import { eraseOldIdeas } from '../ideas/erase-old.ts';
import { keepMentoring } from '../mentoring/mentoring.ts';
import type { World } from '../ports/ports.ts';
import { keepRenewals } from '../renew/keep-renewal.ts';

export async function asTimePasses(world: World): Promise<void> {
  await world.sealed.retire();
  await keepTime(world);
  await keepRenewals(world);
  await eraseOldIdeas(world);
  await keepMentoring(world);
}
