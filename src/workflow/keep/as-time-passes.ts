/** What happens by itself as time passes, every hour: promises run out, terms end, what is old is forgotten. */
import { allTried } from '../../kernel/result/all-tried.ts';
import { forgetClosed } from '../account/close-account.ts';
import { issueToRenamed } from '../certify/issue-due.ts';
import { keepTime } from '../conduct/keep-time.ts';
import { eraseOldIdeas } from '../ideas/erase-old.ts';
import { forgetOldMatters } from '../matter/forget-old.ts';
import { keepMentoring } from '../mentoring/mentoring.ts';
import { handFreeSeats } from '../opening/second-look.ts';
import type { World } from '../ports/ports.ts';
import type { PublishedLog } from '../publish/log-publisher.ts';
import { watchDaily } from '../publish/watch-log.ts';
import { keepRosters } from '../register/rosters.ts';
import { keepRenewals } from '../renew/keep-renewal.ts';
import { keepStudies } from '../study/answer-study.ts';
import { forgetFiles } from './forget-files.ts';

/** Each by itself: what fails in one keeps none of the others from being done, and is thrown in the end. */
export const asTimePasses = (world: World, log: PublishedLog): Promise<void> =>
  allTried([
    () => world.sealed.retire(),
    () => keepTime(world),
    () => issueToRenamed(world),
    () => keepRenewals(world),
    () => keepRosters(world),
    () => forgetOldMatters(world),
    () => forgetClosed(world),
    () => forgetFiles(world),
    () => eraseOldIdeas(world),
    () => keepMentoring(world),
    () => keepStudies(world),
    () => handFreeSeats(world),
    () => watchDaily(world, log),
  ]);
